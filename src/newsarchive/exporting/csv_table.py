"""All articles as CSV, as RFC 4180 has it: UTF-8, lines that end in CR LF.

A spreadsheet runs a cell that begins like a formula. Texts come from strangers, so that such a cell
gets an apostrophe, which spreadsheets do not show.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from newsarchive.exporting import Pieces, Record
from newsarchive.exporting.columns import COLUMNS, Cell, row

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""As OWASP's "CSV Injection" has them; the wide ones are read so by spreadsheets in Japanese."""


def harmless(cell: Cell) -> Cell:
    """Make a text that a spreadsheet would run one that it shows.

    >>> harmless("=HYPERLINK(1)"), harmless("A = B"), harmless(-1)
    ("'=HYPERLINK(1)", 'A = B', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULAS) else cell


def _line(cells: Iterable[Cell]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue().encode()


def _piece(record: Record) -> bytes:
    return _line(harmless(cell) for cell in row(record))


PIECES = Pieces(_piece, head=_line(column.name for column in COLUMNS))
