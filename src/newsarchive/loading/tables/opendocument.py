"""`.ods`: a spreadsheet of LibreOffice and others, whose sheets are tables of articles.

A ZIP file of XML: https://docs.oasis-open.org/office/OpenDocument/v1.3/. Rows that repeat are
read once: they would be the same article.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.packed.zipped import BROKEN
from newsarchive.loading.tables.records import read_rows
from newsarchive.loading.tables.spreadsheet import rows_of_sheets
from newsarchive.loading.xml.walk import Walk, local
from newsarchive.model import Document, Problem

CONTENT = "content.xml"
MARKUP = 8
"""Bytes of XML that may be read for one of an article: a table holds many."""
MOST_CELLS = 5_000_000
"""Cells that are kept: a few bytes can say that one is there thousands of times."""
LEFT_OUT = ("annotation", "tracked-changes")
SIGNS = {"tab": "\t", "line-break": "\n", "s": " "}

Sheet = list[list[str]]


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each row that has a text."""
    most = MARKUP * opened.limits.bytes
    try:
        with zipfile.ZipFile(opened.stream) as archive, archive.open(CONTENT) as stream:
            xml = stream.read(most + 1)
        sheets = _Sheets().of(xml) if len(xml) <= most else None
    except (*BROKEN, ValueError, LookupError) as error:
        what = f"it is damaged, or protected by a password: {error}"
        yield Problem(opened.name, what, "Save it again without one, or as .csv, in UTF-8")
        return
    if sheets is None:
        yield too_large(opened, "its table is")
        return
    yield from read_rows(opened, rows_of_sheets(opened, sheets))


class _Sheets(Walk):
    """Collects the rows of each sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets: list[Sheet] = []
        self._row: list[str] = []
        self._empty = 0
        """Empty cells that are kept only if a filled one follows."""
        self._cell: list[str] | None = None
        """What the open cell says; None where none is open."""
        self._value = ""
        """What the open cell holds, where it shows it in a form of its own."""
        self._times = 1
        self._left = 0
        """How many of the open elements are left out."""
        self._cells = 0

    def of(self, xml: bytes) -> list[Sheet]:
        """Give the rows of each sheet that say something.

        Raises:
            ValueError: it is not XML, defines entities, nests too deep, or has too many cells.
        """
        self.walk(xml)
        return self._sheets

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a sheet, a row, a cell or a paragraph; add a sign that is an element."""
        name = local(name)
        self._left += name in LEFT_OUT
        if self._left:
            return
        if name == "table":
            self._sheets.append([])
        elif name == "table-row":
            self._row, self._empty = [], 0
        elif name in ("table-cell", "covered-table-cell"):
            self._cell = []
            self._value = _held(attributes)
            self._times = _number(attributes, "table:number-columns-repeated")
        elif self._cell and name == "p":
            self._cell.append("\n")
        elif self._cell is not None and name in SIGNS:
            self._cell.append(SIGNS[name])

    def says(self, text: str) -> None:
        """Add what a cell's paragraph says."""
        if not self._left and self._cell is not None:
            self._cell.append(text)

    def ends(self, name: str) -> None:
        """End a row or a cell."""
        name = local(name)
        if self._left:
            self._left -= name in LEFT_OUT
        elif name == "table-row" and self._row and self._sheets:
            self._sheets[-1].append(self._row)
        elif self._cell is not None and name in ("table-cell", "covered-table-cell"):
            self._end_cell(self._value or "".join(self._cell).strip())
            self._cell = None

    def _end_cell(self, said: str) -> None:
        if not said:
            self._empty += self._times
            return
        self._cells += self._empty + self._times
        if self._cells > MOST_CELLS:
            raise ValueError(f"it has more than {MOST_CELLS:,} cells")
        self._row += [""] * self._empty + [said] * self._times
        self._empty = 0


def _held(attributes: dict[str, str]) -> str:
    """Give a day as ISO 8601, and a number without a point that says nothing.

    >>> _held({"office:date-value": "2021-07-19T00:00:00"}), _held({"office:value": "1987.0"})
    ('2021-07-19', '1987')
    """
    day = attributes.get("office:date-value", "").removesuffix("T00:00:00")
    return day or attributes.get("office:value", "").removesuffix(".0")


def _number(attributes: dict[str, str], name: str) -> int:
    said = attributes.get(name, "1")
    return int(said) if said.isdecimal() and len(said) < len(str(MOST_CELLS)) else 1
