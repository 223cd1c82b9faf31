"""Spreadsheets are tables of articles, a row an article, on any of their sheets."""

import sys
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from newsarchive.loading import load
from newsarchive.model import Document, Problem
from newsarchive.settings.limits import Limits

Rows = list[list[str | int | date]]
TABLE: Rows = [
    ["Exported by a program"],
    ["Headline", "Date", "Year", "Full Text"],
    ["Bridge to close", date(2021, 7, 19), 1987, "The bridge will close.\nSo it is."],
    ["", "", "", ""],
    ["Ferries", "20 July 2021", 1988, ""],
    ["Fares", "21 July 2021", 1989, "Fares will rise."],
]


def workbook(**sheets: Rows) -> bytes:
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def loaded(
    folder: Path, raw: bytes, limits: Limits | None = None, name: str = "a.xlsx"
) -> list[Document | Problem]:
    (folder / name).write_bytes(raw)
    return list(load(folder / name, name, limits=limits or Limits()))


def told(document: Document | Problem) -> dict[str, str]:
    assert isinstance(document, Document)
    return {"text": document.text, **{said.field: said.value for said in document.statements}}


def test_each_row_below_the_head_that_has_a_text_is_an_article(tmp_path: Path) -> None:
    doubt, bridge, fares, empty = loaded(tmp_path, workbook(Articles=TABLE))
    assert isinstance(doubt, Problem)
    assert doubt.what == "no column is known to hold the sources, and these are not read: Year"
    assert told(bridge) == {
        "title": "Bridge to close",
        "date": "2021-07-19",
        "text": "The bridge will close.\nSo it is.",
    }
    assert told(fares) == {"title": "Fares", "date": "2021-07-21", "text": "Fares will rise."}
    assert isinstance(empty, Problem)
    assert empty.what == "record 2 has nothing in its column Full Text"


def test_a_sheet_of_something_else_is_left(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, workbook(Summary=[["Papers", 3]], Articles=TABLE[1:3], More=TABLE[1:3])
    )
    assert [(one.record, told(one)["title"]) for one in found if isinstance(one, Document)] == [
        ("1", "Bridge to close"),
        ("2", "Bridge to close"),
    ]


def test_a_spreadsheet_without_a_text_names_its_columns(tmp_path: Path) -> None:
    table: Rows = [["Paper", "Articles"], ["Courier", 3]]
    (problem,) = loaded(tmp_path, workbook(Summary=table))
    assert isinstance(problem, Problem)
    assert problem.what == "the spreadsheet has no text, but Paper, Articles"


def test_a_text_that_is_as_long_as_a_cell_can_be_is_doubted(tmp_path: Path) -> None:
    table: Rows = [["Title", "Text"], ["Bridge", "x" * 32_767]]
    _, doubt = loaded(tmp_path, workbook(Articles=table))
    assert isinstance(doubt, Problem)
    assert doubt.fate == "doubtful"


@pytest.mark.parametrize("raw", [b"", b"no spreadsheet", workbook(Articles=TABLE)[:200]])
def test_what_is_no_spreadsheet_is_a_problem(tmp_path: Path, raw: bytes) -> None:
    (problem,) = loaded(tmp_path, raw)
    assert isinstance(problem, Problem)


def test_a_spreadsheet_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    article: Rows = [["Bridge", "x" * 32_000]]
    table: Rows = [["Title", "Text"], *(article * 2_200)]
    bomb = workbook(Articles=table)
    assert len(bomb) < 500_000
    (problem,) = loaded(tmp_path, bomb, Limits(megabytes=1))
    assert isinstance(problem, Problem)
    assert "larger than" in problem.what


def test_a_sheet_that_breaks_off_is_told(tmp_path: Path) -> None:
    raw = BytesIO(workbook(Articles=TABLE))
    cut = BytesIO()
    with zipfile.ZipFile(raw) as whole, zipfile.ZipFile(cut, "w") as broken:
        for member in whole.namelist():
            content = whole.read(member)
            broken.writestr(member, content[:-60] if "sheet1" in member else content)
    *_, problem = loaded(tmp_path, cut.getvalue())
    assert isinstance(problem, Problem)
    assert problem.what.startswith("cannot be read: the sheet is damaged")


def test_without_the_extra_the_message_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (problem,) = loaded(tmp_path, workbook(Articles=TABLE))
    assert isinstance(problem, Problem)
    assert "pip install 'newsarchive[sheets]'" in problem.remedy
