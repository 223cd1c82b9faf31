"""All articles as CSV, as RFC 4180 has it: UTF-8, lines that end in CR LF.

Excel takes a CSV for UTF-8 only where it begins with a byte order mark, and garbles every letter
but ASCII's else. Most programs pass over it; docs/machine-reading.md names two that are to be told.

A spreadsheet runs a cell that begins like a formula. Texts come from strangers, so that such a cell
gets an apostrophe, which spreadsheets do not show.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable

from newsarchive.exporting import Pieces, Record
from newsarchive.exporting.columns import COLUMNS, Cell, row

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""As OWASP's "CSV Injection" has them; the wide ones are read so by spreadsheets in Japanese."""

QUOTE = '"'
SPECIAL = (QUOTE, ",", "\r", "\n")
"""Where one of these is in a cell, quotation marks stand around it."""


def harmless(cell: Cell) -> Cell:
    """Make a text that a spreadsheet would run one that it shows.

    >>> harmless("=HYPERLINK(1)"), harmless("A = B"), harmless(-1)
    ("'=HYPERLINK(1)", 'A = B', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULAS) else cell


def _line(cells: Iterable[Cell]) -> bytes:
    return f"{','.join(map(_quoted, cells))}\r\n".encode()


def _quoted(cell: Cell) -> str:
    """Spell a cell as Python's `csv` does, which goes through a text letter by letter.

    >>> _quoted('a "b".'), _quoted("two, three"), _quoted(4), _quoted(None)
    ('"a ""b""."', '"two, three"', '4', '')
    """
    text = "" if cell is None else str(cell)
    if any(map(text.__contains__, SPECIAL)):
        return f'"{text.replace(QUOTE, QUOTE + QUOTE)}"'
    return text


def _piece(record: Record) -> bytes:
    return _line(harmless(cell) for cell in row(record))


PIECES = Pieces(_piece, head=BOM_UTF8 + _line(column.name for column in COLUMNS))
