"""A spreadsheet of LibreOffice is tables of articles, a row an article, on any of its sheets."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem
from newsarchive.settings.limits import Limits

CONTENT = """<office:document-content
 xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet>
<table:table table:name="Articles">%s</table:table>
</office:spreadsheet></office:body></office:document-content>"""
EMPTY = '<table:table-cell table:number-columns-repeated="16000"/>'
TABLE = f"""
<table:table-row><table:table-cell><text:p>Exported by a program</text:p></table:table-cell>{EMPTY}
</table:table-row>
<table:table-row><table:table-cell><text:p>Headline</text:p></table:table-cell><table:table-cell>
<text:p>Date</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell><text:p>Full Text</text:p></table:table-cell>{EMPTY}</table:table-row>
<table:table-row><table:table-cell><text:p>Bridge <text:span>to<text:s/>close</text:span></text:p>
</table:table-cell><table:table-cell office:value-type="date" office:date-value="2021-07-19">
<text:p>07/19/21</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="1987" table:number-columns-repeated="2">
<text:p>1.987</text:p></table:table-cell><table:table-cell>
<office:annotation><text:p>A comment</text:p></office:annotation>
<text:p>The bridge will close.</text:p><text:p>So it is.</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="1048000">{EMPTY}</table:table-row>"""

MANY = """<table:table-row><table:table-cell table:number-columns-repeated="16000">
<text:p>x</text:p></table:table-cell></table:table-row>"""


def spreadsheet(xml: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", xml)
    return buffer.getvalue()


def loaded(folder: Path, raw: bytes, limits: Limits | None = None) -> list[Document | Problem]:
    (folder / "a.ods").write_bytes(raw)
    return list(load(folder / "a.ods", "a.ods", limits=limits or Limits()))


def test_each_row_below_the_head_that_has_a_text_is_an_article(tmp_path: Path) -> None:
    (bridge,) = loaded(tmp_path, spreadsheet(CONTENT % TABLE.replace(">\n<", "><")))
    assert isinstance(bridge, Document)
    assert bridge.text == "The bridge will close.\nSo it is."
    assert [(said.field, said.value) for said in bridge.statements] == [
        ("title", "Bridge to close"),
        ("date", "2021-07-19"),
    ]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"no spreadsheet", "it is damaged, or protected by a password: File is not a zip file"),
        (spreadsheet("\0encrypted"), "it is damaged, or protected by a password: "),
        (spreadsheet((CONTENT % TABLE)[:900]), "it is damaged, or protected by a password: "),
        (
            spreadsheet(CONTENT % (MANY * 400)),
            "it is damaged, or protected by a password: it has more than 5,000,000 cells",
        ),
        (spreadsheet(CONTENT % (" " * 9_000_000)), "its table is larger than 1 MB"),
        (
            spreadsheet(CONTENT % "<table:table-row/>"),
            "the spreadsheet has no text",
        ),
    ],
)
def test_what_is_no_whole_spreadsheet_is_a_problem(tmp_path: Path, raw: bytes, what: str) -> None:
    (problem,) = loaded(tmp_path, raw, Limits(megabytes=1))
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)
