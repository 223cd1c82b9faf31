"""Whose page it is, where no tag for programs says so: by its title, its pictures and its rights.

Pages that were made before there were such tags have the paper's name in a picture above, in the
line of copyright below, and at either end of the title; and their headline is a line of large or
bold type.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newsarchive.loading.tails import NAME, bare, publisher_before, publisher_behind
from newsarchive.model import Statement

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_LOOKS = "h1, h2, h3, font, b, strong, [class*=headline], [class*=title]"
"""What a headline looks like that is not marked as one."""
_MOST, _LONGEST = 60, 300
"""Elements that are looked at, and characters of a headline."""
_PICTURES = "a img[alt]"
_RIGHTS = re.compile(r"(?:©|&copy;|&#169;|\(c\)|copyright)([^<>]{2,100})", re.IGNORECASE)
"""A line of copyright, as it stands in the page's source."""


def printed_headlines(page: LexborHTMLParser) -> set[str]:
    """Give what may be the headline by its looks, as `bare` spells it: most of the page's title."""
    title = page.css_first("head title")
    called = bare(title.text()[:_LONGEST]) if title else ""
    texts = (node.text() for node in page.css(_LOOKS)[:_MOST])
    looks = {bare(text) for text in texts if len(text) <= _LONGEST}
    return {one for one in looks if 2 * len(one) > len(called)}


def publishers(
    page: LexborHTMLParser, source: str, titles: list[Statement], headings: Collection[str]
) -> list[Statement]:
    """Name the publisher of a page on which nothing for programs does.

    Args:
        page: the parsed page.
        source: the page as text.
        titles: what it states as its title.
        headings: its headings, and what may be one by its looks, as `bare` spells them.
    """
    pictures = [(node.attributes.get("alt") or "").strip() for node in page.css(_PICTURES)[:_MOST]]
    rights = [bare(match[1]) for match in islice(_RIGHTS.finditer(source), _MOST)]
    named = " ".join((*map(bare, pictures), *rights))
    return [*_in_titles(titles, headings, named)] or [
        Statement("source", name, "logo", name, where="picture's alt")
        for name in pictures
        if NAME.search(name) and any(bare(name) in one for one in rights)
    ]


def _in_titles(
    titles: list[Statement], headings: Collection[str], named: str
) -> Iterator[Statement]:
    for title in titles:
        if title.rule == "page-title":
            yield from filter(None, [publisher_behind(title, headings)])
            yield from filter(None, [publisher_before(title, headings, named)])
