"""An article as content systems keep and send it: its title by itself, and HTML that is no page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from msgspec.structs import replace

from newsarchive.loading.decoding import Decoded
from newsarchive.loading.webpages.html import page_document
from newsarchive.model import Document, Problem, Statement
from newsarchive.settings.limits import Limits

PAGE = re.compile(r"<(?:html|head|body|h1)\b", re.IGNORECASE)
"""What shows that HTML is a page, or has its title in it."""
BLANK = re.compile(r"\n\s*\n")
PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def fragment_document(
    name: str,
    sha256: str,
    decoded: Decoded,
    record: str | None,
    stated: Iterable[Statement],
    limits: Limits,
) -> Document | Problem:
    """Read HTML as what it is on the article's page: the content below the title.

    Args:
        name: the file.
        sha256: of the bytes that the article was read from.
        decoded: the HTML.
        record: which record of the file it is, if it is one.
        stated: what stands beside it, with the title if there is one.
        limits: how much of it is read.
    """
    stated = tuple(stated)
    if PAGE.search(decoded.text):
        return page_document(name, sha256, decoded, record, stated, limits=limits)
    title = next((said.value for said in stated if said.field == "title"), "")
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    page = f"<main><article>{heading}<div>{decoded.text}</div></article></main>"
    decoded = Decoded(page, decoded.encoding)
    found = page_document(name, sha256, decoded, record, stated, limits=limits)
    if isinstance(found, Problem):
        return found
    kept = tuple(said for said in found.statements if said.rule != "heading")  # it is ours
    return replace(found, statements=kept)


def in_paragraphs(page: str) -> str:
    """Begin a paragraph at each blank line where nothing else begins any, as blogs have it."""
    return page if PARAGRAPH.search(page) else BLANK.sub("\n<p>", page)


def paragraphs(text: str) -> str:
    """Give a plain text as HTML, a line a paragraph."""
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def visible(html: str) -> str:
    """Give HTML without the elements in it."""
    return unescape(TAG.sub(" ", html))
