"""A page that a browser printed, as text again: it has the day of the printing and its address.

    16/06/2020, 10:32     Bridge closed | Courier       Bridge closed | Courier   https://…/bridge
    …                                                   …
    https://…/bridge                           1/2      1 of 2                   16/06/2020, 10:32

Left are the lines of Chromium and its like, right those of Firefox; a program that takes a PDF
apart may set what stands on one line of them on two. The day is that of a visit and not the
article's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import pairwise

from msgspec import Struct

from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.loading.days import day
from newsarchive.model import Label, Statement
from newsarchive.patterns import late
from newsarchive.spelling.wrapped import join_lines

RULES = {
    "printed-by-a-browser": "what a browser prints around a page: its address, the day, its title",
    "title-of-the-print": "the page's title, as the browser printed it above",
}
PRINTED, TITLE = RULES
DAY = (  # with its hour, where there is one, so that none of it is taken for the title
    r"(?>(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})"
    r"(?:,? \d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: ?[AP]M)?)?)"
)
ADDRESS = r"(?P<address>(?:https?|file)://\S+)"
LAYOUTS = (  # the head and the foot of a page
    (late(rf"{DAY} (?P<title>\S.*)"), late(rf"{ADDRESS} \d{{1,3}}/\d{{1,3}}")),
    (
        late(rf"(?P<title>\S.*) {ADDRESS}"),
        late(rf"\d{{1,3}} (?:of|von|de|sur|di|van|av|af) \d{{1,3}} {DAY}"),
    ),
)
LONGEST = 400  # characters of such a line
FEET = (  # what a text without it has no foot of either layout
    late(rf"(?:https?|file)://\S{{1,{LONGEST}}}+\s+\d{{1,3}}/\d"),
    late(r"\d\s+(?:of|von|de|sur|di|van|av|af)\s+\d{1,3}\s+\d"),
)
SHORT_YEAR = late(r"^\d{1,2}[./-]\d{1,2}[./-](?=\d\d$)")
TITLE_LINES = 4
"""Lines that a title is broken into, at most."""
TITLE_WORDS = 4
"""Words of a title, at least, where the browser's goes on: behind it stands the site's name."""
SIGNS = late(r"[\W_]+")
NAME = late(r"\s*[|–—·•»/:-]\s")
"""Stands between a title and the site's name."""
NEVER = "\0"


class Edge(Struct, frozen=True):
    """A head or a foot of a page."""

    rows: tuple[Row, ...]
    said: dict[str, str]
    """The day, the address and the title, as far as it has them."""


def browser_print(text: str) -> Annotations | None:
    """Say what a browser printed around a page; None where nothing shows that one did.

    Args:
        text: the whole text.
    """
    if "://" not in text or not any(foot.search(text) for foot in FEET):
        return None
    rows = [row for row in rows_of(text) if len(row.text) <= LONGEST]
    for head, foot in LAYOUTS:
        feet = list(_edges(rows, foot))
        heads = _alike(rows, list(_edges(rows, head))) if feet else []
        if heads:
            return _told(rows, heads, feet)
    return None


def _edges(rows: Sequence[Row], pattern: re.Pattern[str]) -> Iterator[Edge]:
    """Find heads or feet, on one line or on two."""
    for row, below in pairwise((*rows, None)):
        if row and (found := pattern.fullmatch(row.text)):
            yield Edge((row,), found.groupdict())
        elif row and below and (found := pattern.fullmatch(f"{row.text} {below.text}")):
            yield Edge((row, below), found.groupdict())


def _alike(rows: Sequence[Row], edges: Sequence[Edge]) -> list[Edge]:
    """Give the heads of all pages, which say the same; that of a single page stands first."""
    titles = Counter(edge.said["title"] for edge in edges)
    title, pages = max(titles.items(), key=lambda item: item[1], default=("", 0))
    heads = [edge for edge in edges if edge.said["title"] == title]
    return heads if pages > 1 or (heads and heads[0].rows[0] is rows[0]) else []


def _told(rows: Sequence[Row], heads: Sequence[Edge], feet: Sequence[Edge]) -> Annotations:
    days = {edge.rows[0].text for edge in heads if len(edge.rows) > 1}
    printed = [row for edge in (*heads, *feet) for row in edge.rows]
    printed += [row for row in rows if row.text in days]
    labels: dict[int, tuple[Label, str]] = {row.number: ("boilerplate", PRINTED) for row in printed}
    text = [row for row in rows if row.number not in labels]
    stated = (
        *_stated(heads[0]),
        *_stated(feet[0]),
        *_titles(text, unescape(heads[0].said["title"])),
    )
    kinds: dict[str, tuple[Label, str]] = {"url": ("url", PRINTED), "title": ("title", TITLE)}
    labels |= {said.line: kinds[said.field] for said in stated if said.line and said.field in kinds}
    return Annotations(labels, stated)


def _stated(edge: Edge) -> Iterator[Statement]:
    row = edge.rows[0]
    address = edge.said.get("address", "")
    if address.startswith("http") and "…" not in address and "..." not in address:
        where = next(row for row in edge.rows if address in row.text)
        yield Statement("url", address, PRINTED, where.text, where.number)
    if printed := day(SHORT_YEAR.sub(r"\g<0>20", edge.said.get("day", ""))):
        yield Statement("crawled", printed, PRINTED, row.text, row.number)


def _titles(rows: Sequence[Row], printed: str) -> Iterator[Statement]:
    """State the title, a line each, where the text has what the browser calls the page.

    Behind the title the browser may print more, the site's name: `Bridge closed | Courier`.
    """
    called = _bare(printed)
    found = []
    for start, row in enumerate(rows):
        if called.startswith(_bare(row.text) or NEVER):
            title = max(_beginnings(rows[start : start + TITLE_LINES], called), key=len)
            words = join_lines([row.text for row in title])
            if _bare(words) == called or len(words.split()) >= TITLE_WORDS:
                found.append((NAME.match(printed.removeprefix(words)) is None, words, title))
    for _, words, title in sorted(found, key=lambda one: one[0])[:1]:
        yield from (Statement("title", words, TITLE, row.text, row.number) for row in title)


def _beginnings(rows: Sequence[Row], called: str) -> Iterator[Sequence[Row]]:
    """Yield the first rows, one, two and so on, as far as they are how something begins."""
    for end in range(1, len(rows) + 1):
        if not called.startswith(_bare("".join(row.text for row in rows[:end]))):
            return
        yield rows[:end]


def _bare(text: str) -> str:
    return SIGNS.sub("", text).casefold()
