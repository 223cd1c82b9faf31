"""`.xlsx`: a spreadsheet's sheets as tables of articles, read row by row by openpyxl, an extra.

The first row that names a column for the text is a sheet's head; what stands above it, a program's
name and the day, is none of the table. Sheets without such a row are left, if another has one.
"""

from __future__ import annotations

import json
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from typing import Any

from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.tables.records import read_rows
from newsarchive.loading.tables.rows import WHOLE_TABLE, RecordPlace, Row
from newsarchive.loading.tables.unread import of_text, without_fields, without_text
from newsarchive.model import Document, Problem

MOST = 64
"""Times an article's bytes that a spreadsheet may unpack to: it holds many."""
HEAD = 20
"""Rows at the top of a sheet, of which one names the columns."""
LONGEST_SHEET = 2**20
"""Rows of a sheet, as the format has them."""
LONGEST_CELL = 32_767
"""Characters of a cell: spreadsheets cut off what is longer."""

Cells = list[str]


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each row that has a text."""
    try:
        from openpyxl import load_workbook  # noqa: PLC0415  an extra
    except ImportError:
        what = "it is a spreadsheet, and what reads them is not installed"
        remedy = "Run `pip install 'newsarchive[sheets]'`, or save it as .csv, in UTF-8"
        yield Problem(opened.name, what, remedy)
        return
    try:
        with zipfile.ZipFile(opened.stream) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size > MOST * opened.limits.bytes:
            yield too_large(opened, "the file is")
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles that it leaves out
            book = load_workbook(opened.stream, read_only=True, data_only=True)
    except Exception as error:
        what = f"it is damaged, or protected by a password: {error}"
        yield Problem(opened.name, what, "Save it again without one, or as .csv, in UTF-8")
        return
    yield from read_rows(opened, rows_of_sheets(opened, map(_filled, book.worksheets)))


def rows_of_sheets(opened: Opened, sheets: Iterable[Iterable[Cells]]) -> Iterator[Row]:
    """Yield the rows of each sheet that has a head; say what there is where none has.

    Args:
        opened: the spreadsheet.
        sheets: of each its rows that hold something, cell by cell.
    """
    records, first = 0, Cells()
    for sheet in sheets:
        rows = iter(sheet)
        top = list(islice(rows, HEAD))
        first = first or next(iter(top), Cells())
        heads = (i for i, row in enumerate(top) if of_text(row, opened.columns))
        head = next(heads, None)
        if head is None:
            continue
        if doubt := without_fields(opened, top[head]):
            yield WHOLE_TABLE, b"", doubt
        for row in chain(top[head + 1 :], rows):
            records += 1
            yield from _record(opened, records, dict(zip(top[head], row, strict=False)))
    if not records:
        columns = [name for name in first if name]
        yield WHOLE_TABLE, b"", without_text(opened, "the spreadsheet", columns)


def _filled(sheet: Any) -> Iterator[Cells]:  # noqa: ANN401  openpyxl has no types
    """Yield the rows of a sheet that hold something, cell by cell.

    Raises:
        ValueError: it is damaged.
    """
    try:
        for row in islice(sheet.iter_rows(values_only=True), LONGEST_SHEET):
            if any(cell not in (None, "") for cell in row):
                yield [_said(cell) for cell in row]
    except Exception as error:  # its parsers raise whatever they do
        raise ValueError(f"the sheet is damaged: {error}") from error


def _record(opened: Opened, number: int, cells: dict[str, str]) -> Iterator[Row]:
    """Yield a row, and a doubt of one that a spreadsheet cut off."""
    place = RecordPlace(number, None)
    yield place, json.dumps(cells, ensure_ascii=False).encode("utf-8", "replace"), cells
    if any(len(text) == LONGEST_CELL for text in cells.values()):
        what = f"record {number} ends where spreadsheets cut off a cell: some may be missing"
        remedy = "Save the table as .csv or .jsonl where it comes from"
        yield place, b"", Problem(opened.name, what, remedy, fate="doubtful")


def _said(cell: object) -> str:
    """Give a cell as a text: a day as ISO 8601, a whole number without a point.

    >>> _said(date(2021, 7, 19)), _said(1987.0), _said("Bridge"), _said(1.5), _said(None)
    ('2021-07-19', '1987', 'Bridge', '1.5', '')
    """
    if isinstance(cell, date):
        return cell.isoformat().removesuffix("T00:00:00")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
