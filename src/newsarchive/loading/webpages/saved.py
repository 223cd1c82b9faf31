"""What whoever saved a page noted in it: from which address, and when.

Browsers, SingleFile and HTTrack write a comment above it, the Wayback Machine a call of its own
script, and archive.today the whole head anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsarchive.model import Statement
from newsarchive.spelling.captures import capture_in

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

SAVED = re.compile(r"<!-- saved from url=\(\d{1,5}\)(\S{1,2000})|\n url: (https?://\S{1,2000})")
DATED = re.compile(r"\n saved date: (\S[^\n]{1,100})")
COPIED = re.compile(r"__wm\.wombat\(\"(https?://[^\"\s]{1,2000})\",\"(\d{14})\"")
"""How the Wayback Machine tells its script what was copied, and when."""
MIRRORED = re.compile(
    r"<!-- Mirrored from (\S{1,2000}) by HTTrack Website Copier/[^,]{1,80}, ([^<>]{1,40}) -->"
)
"""What HTTrack writes into each page; it leaves the scheme of the address out."""
HEAD = 4_096  # characters in which a page that is saved gets such a note
ARCHIVES_OWN = ("date", "source", "url")
"""What the head of an archive's copy says of the copy, and not of the page."""


def noted(page: LexborHTMLParser, source: str) -> Iterator[Statement]:
    """Yield the page's address and the day on which it was saved, each in the words of its place.

    Args:
        page: the parsed page.
        source: the page as text.
    """
    for link in page.css("a.reader-domain[href]")[:1]:
        yield _said("url", link.attributes["href"] or "", "reader view's link")
    head = source[:HEAD]
    if saved := SAVED.search(head):
        yield _said("url", saved[1] or saved[2], "saved-from comment")
    if dated := DATED.search(head):
        yield _said("crawled", dated[1], "saved-from comment")
    if mirrored := MIRRORED.search(head):
        address, where = mirrored[1], "HTTrack's comment"
        yield Statement("url", f"https://{address}", "saved-from", address, where=where)
        yield _said("crawled", mirrored[2], where)
    if copied := COPIED.search(head):
        yield _said("url", copied[1], "Wayback Machine's script")
        yield _said("crawled", copied[2], "Wayback Machine's script")


def _said(field: str, text: str, where: str) -> Statement:
    return Statement(field, text, "saved-from", text, where=where)


def is_archives_own(page: LexborHTMLParser) -> bool:
    """Tell whether an archive wrote the head of its copy anew: it names itself as the site.

    The Wayback Machine leaves a page's own head, and only leads the addresses in it to its copies.
    """
    link = page.css_first("link[rel~=canonical]")
    site = page.css_first('meta[property="og:site_name"]')
    if link is None or site is None:
        return False
    address = link.attributes.get("href") or ""
    named = (site.attributes.get("content") or "").strip().lower()
    return capture_in(address) is not None and urlsplit(address).hostname == named
