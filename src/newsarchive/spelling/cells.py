"""Rows of tables in plain text: cells parted by tabs, as browsers and spreadsheets copy them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

Row = tuple[str, ...]
"""The cells of a row; those that are empty keep their place."""

_FEWEST = 2
_LONGEST = 300
"""Characters of a cell: what is longer is a text in which a tab stands by chance."""
_MARK = re.compile(r"[•‣◦▪●·*–—-]|[(\[]?(?:\d{1,3}|[A-Za-z])[.)\]]|[(\[]\d{1,3}[)\]]")
"""What programs put before the points of a list, and a tab behind it."""
_TURN = 80
"""Characters of what somebody says behind the name and a colon, in a transcript."""


def cells_of(line: str) -> Row:
    r"""Give the cells of a line, if it can be a row of a table; or nothing.

    >>> cells_of("\t2020\t2024"), cells_of("North\t61.2 %\t"), cells_of("1.\tClose the pool")
    (('', '2020', '2024'), ('North', '61.2 %'), ())
    """
    if "\t" not in line:
        return ()
    cells = [" ".join(cell.split()) for cell in line.rstrip().split("\t")]
    filled = [cell for cell in cells if cell]
    if len(filled) < _FEWEST or max(map(len, filled)) > _LONGEST:
        return ()
    first, second = filled[:2]
    if len(filled) == _FEWEST and (
        _MARK.fullmatch(first) or (first.endswith(":") and len(second) >= _TURN)
    ):
        return ()
    return tuple(cells)


def aligned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Give rows of the same number of cells, without columns that are empty in all of them.

    >>> aligned([("", "", "2020"), ("", "North", "61.2 %"), ("", "South")])
    (('', '2020'), ('North', '61.2 %'), ('South', ''))
    """
    columns = [column for column in zip_longest(*rows, fillvalue="") if any(column)]
    return tuple(zip(*columns, strict=True))
