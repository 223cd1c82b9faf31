"""Rules for tables: rows of cells parted by tabs, or as a page's tree has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.model import Label

FEWEST_ROWS = 2


def row_of_a_table(page: Page, _labels: Labels) -> dict[int, Label]:
    """A row of a table amid the article's text, or of which half the rows are judged to be its."""
    return {
        i: "body"
        for rows in _runs_of_rows(page)
        if len(rows) >= FEWEST_ROWS and _is_of_article(page, rows)
        for i in rows
    }


def _runs_of_rows(page: Page) -> Iterator[list[int]]:
    """Give the lines that may be rows, those together that stand directly below each other."""
    run: list[int] = []
    for i in [i for i, line in enumerate(page.lines) if line.is_row]:
        if run and (i > run[-1] + 1 or page.lines[i].blanks):
            yield run
            run = []
        run.append(i)
    yield run


def _is_of_article(page: Page, rows: Sequence[int]) -> bool:
    """Tell whether most rows, or the lines directly around them, are judged to be the body."""
    above, below = rows[0] - 1, rows[-1] + 1
    within = above >= 0 and below < len(page.lines)
    if within and page.body[above] and page.body[below]:
        return True
    return 2 * sum(page.body[i] for i in rows) >= len(rows)
