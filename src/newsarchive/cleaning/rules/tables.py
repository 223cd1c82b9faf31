"""Rules for tables: rows of cells parted by tabs, or as a page's tree has them."""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.model import Label

FEWEST_ROWS = 2


def row_of_a_table(page: Page, _labels: Labels) -> dict[int, Label]:
    """A row of a table amid the article's text, or of which half the rows are judged to be its."""
    return {i: "body" for rows in _tables(page) if _is_of_article(page, rows) for i in rows}


def _is_of_article(page: Page, rows: range) -> bool:
    """Tell whether most rows, or the lines directly around them, are judged to be the body."""
    within = rows.start > 0 and rows.stop < len(page.lines)
    if within and page.body[rows.start - 1] and page.body[rows.stop]:
        return True
    return 2 * sum(page.body[i] for i in rows) >= len(rows)


def _tables(page: Page) -> Iterator[range]:
    """Give the lines of each table: rows, one directly below the other."""
    start = 0
    for i in range(len(page.lines) + 1):
        ends = i == len(page.lines) or not page.lines[i].is_row or page.lines[i].blanks > 0
        if ends and i - start >= FEWEST_ROWS:
            yield range(start, i)
        if ends:
            start = i if i < len(page.lines) and page.lines[i].is_row else i + 1
