r"""The pages of a printed text, each behind a form feed, as `pdftotext` writes them.

    … said that the bridge would        ← the foot of a page may be its number
    \fThe Port Courier                  ← the head, which the pages before have too
    - 5 -

What pages have at their heads and feet is none of the text that goes on over them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsarchive.loading.annotations import Row, plainly, rows_of
from newsarchive.model import Label, Problem

RULES = {
    "running-head": "the head or foot of a printed page, which the other pages have too",
}
(RUNNING_HEAD,) = RULES
GAP = re.compile(r"\S {3,}(?=\S)")
SIDE_WORDS = 3
"""Words of a line on either side of such a gap, at least, where it parts two columns."""
SIDE_LINES = 5
"""Lines, at least, whose second columns begin at one place."""
EDGE = 3
"""Lines at the head and at the foot of a page that may stand on others too."""
LONGEST = 120
LONGEST_LINE = 400
WORD = re.compile(r"[^\W\d_]{2,}")
FIGURES = re.compile(r"\d+")


def running_heads(text: str) -> dict[int, tuple[Label, str]]:
    """Label the heads and feet of a printed text's pages, but for the first page's.

    What the first page has at its head and foot may say of which paper and day it is.

    Args:
        text: the whole text.
    """
    if "\f" not in text:
        return {}
    pages = _pages(text)
    heads = _repeated(page[:EDGE] for page in pages)
    feet = _repeated(page[-EDGE:] for page in pages)
    return {
        row.number: ("boilerplate", RUNNING_HEAD)
        for page in pages[1:]
        for rows, known in ((page[:EDGE], heads), (page[-EDGE:], feet))
        for row in rows
        if _kind(row) in known
    }


def _pages(text: str) -> list[list[Row]]:
    """Give the rows of each page that shows something."""
    rows = {row.number: row for row in rows_of(text)}
    pages: list[list[Row]] = [[]]
    for number, raw in enumerate(plainly(text).split("\n"), 1):
        if "\f" in raw:
            pages.append([])
        if number in rows:
            pages[-1].append(rows[number])
    return [page for page in pages if page]


def _repeated(edges: Iterable[list[Row]]) -> frozenset[str]:
    """Give what stands at the same edge of two pages or more."""
    seen = Counter(kind for edge in edges for kind in {_kind(row) for row in edge})
    return frozenset(kind for kind, pages in seen.items() if kind and pages > 1)


def _kind(row: Row) -> str:
    """Spell what is alike in heads and feet of several pages: all but the figures."""
    return FIGURES.sub("0", row.text.casefold()) if len(row.text) <= LONGEST else ""


def columns_of(name: str, text: str) -> Iterator[Problem]:
    """Doubt a text whose columns stand side by side: it is read across them, line by line.

    Args:
        name: the file.
        text: the whole text.
    """
    parted = (line for line in text.split("\n") if "   " in line) if "   " in text else ()
    begins = Counter(place for line in parted if (place := _second_column(line)))
    if max(begins.values(), default=0) >= SIDE_LINES:
        what = "its columns stand side by side, and it was read across them"
        yield Problem(name, what, "Save the text column by column", fate="doubtful")


def _second_column(line: str) -> int:
    """Give where a line's second column begins; 0 where it has none of some words."""
    gap = GAP.search(line.lstrip()) if len(line) <= LONGEST_LINE else None
    if not gap:
        return 0
    place = len(line) - len(line.lstrip()) + gap.end()
    sides = line[:place], line[place:]
    return place if all(len(WORD.findall(side)) >= SIDE_WORDS for side in sides) else 0
