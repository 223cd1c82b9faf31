import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem
from samples import export

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def paragraphs(*texts: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def docx(body: str, **parts: str) -> dict[str, str]:
    """Make the files of a .docx."""
    files = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    notes = {f"word/{name}.xml": f"<w:{name} {W}>{xml}</w:{name}>" for name, xml in parts.items()}
    return {"[Content_Types].xml": "<Types/>", **files, **notes}


def odt(body: str) -> dict[str, str]:
    """Make the files of an .odt."""
    within = f"<office:body><office:text>{body}</office:text></office:body>"
    return {"content.xml": f"<office:document-content {ODF}>{within}</office:document-content>"}


def loaded(folder: Path, name: str, files: dict[str, str]) -> list[Document | Problem]:
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, xml in files.items():
            packed.writestr(part, xml)
    return list(load(folder / name, f"news/{name}"))


def text(folder: Path, name: str, files: dict[str, str]) -> str:
    (document,) = loaded(folder, name, files)
    assert isinstance(document, Document), document
    return document.text


def test_a_paragraph_is_a_line_and_an_empty_one_a_blank_line(tmp_path: Path) -> None:
    body = paragraphs("Otters return", "", "They were seen", "at the lake.")
    assert text(tmp_path, "a.docx", docx(body)) == "Otters return\n\nThey were seen\nat the lake."


def test_the_file_s_own_bytes_are_the_original(tmp_path: Path) -> None:
    (document,) = loaded(tmp_path, "a.docx", docx(paragraphs("Otters return")))
    assert isinstance(document, Document)
    assert document.sha256 == sha256((tmp_path / "a.docx").read_bytes()).hexdigest()
    assert (document.path, document.record, document.encoding) == ("news/a.docx", None, "utf-8")


def test_runs_tabs_and_breaks_are_put_together_as_they_are_shown(tmp_path: Path) -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>'
        "<w:r><w:t>By </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Ann Ode</w:t></w:r>"
        "<w:r><w:tab/><w:t>19 July</w:t><w:br/><w:t>2021</w:t></w:r></w:p>"
    )
    assert text(tmp_path, "a.docx", docx(body)) == "By Ann Ode\t19 July\n2021"


def test_what_was_deleted_or_moved_away_is_left_out_and_fields_show_what_they_give(
    tmp_path: Path,
) -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>Beavers</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>Twice</w:t></w:r></w:moveFrom>"
        '<w:r><w:instrText>HYPERLINK "https://a.example"</w:instrText></w:r>'
        "<w:ins><w:r><w:t>Otters</w:t></w:r></w:ins></w:p>"
    )
    assert text(tmp_path, "a.docx", docx(body)) == "Otters"


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    def run(text: str, hidden: str = "") -> str:
        return f"<w:r><w:rPr>{hidden}</w:rPr><w:t>{text}</w:t></w:r>"

    hidden, shown = "<w:vanish/>", '<w:vanish w:val="0"/>'
    first = f"{run('Otters ')}{run('(check this) ', hidden)}{run('return.', shown)}"
    body = (
        f"<w:p><w:pPr><w:rPr>{hidden}</w:rPr></w:pPr>{first}</w:p>"
        f"<w:p>{run('For us.', hidden)}</w:p><w:p>{run('They were seen.')}</w:p>"
    )
    assert text(tmp_path, "a.docx", docx(body)).split() == "Otters return. They were seen.".split()


def test_notes_stand_below_the_text(tmp_path: Path) -> None:
    notes = f"<w:footnote>{paragraphs('1 Says the ranger.')}</w:footnote>"
    files = docx(paragraphs("Otters return."), footnotes=notes)
    assert text(tmp_path, "a.docx", files) == "Otters return.\n\n1 Says the ranger."
    body = (
        "<text:h>Otters return</text:h><text:p>They were seen<text:note><text:note-citation>1"
        "</text:note-citation><text:note-body><text:p>By a ranger.</text:p></text:note-body>"
        "</text:note> at<text:s/><text:span>the</text:span><text:tab/>lake.</text:p>"
    )
    expected = "Otters return\nThey were seen at the\tlake.\n\nBy a ranger."
    assert text(tmp_path, "a.odt", odt(body)) == expected


def test_changes_and_comments_of_opendocument_are_left_out(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:p>Beavers</text:p></text:tracked-changes>"
        "<text:p>Otters<office:annotation><text:p>Sure?</text:p></office:annotation></text:p>"
    )
    assert text(tmp_path, "a.odt", odt(body)) == "Otters"


def test_a_database_s_export_is_read_record_by_record(tmp_path: Path) -> None:
    body = paragraphs(*export("Otters return", "A bridge is shut").split("\n"))
    found = loaded(tmp_path, "a.docx", docx(body))
    titles = [
        said.value
        for one in found
        if isinstance(one, Document)
        for said in one.statements
        if said.field == "title"
    ]
    assert titles == ["Otters return", "A bridge is shut"]


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({"mimetype": "x"}, "cannot be read: it is a ZIP file without a text in it"),
        ({"content.xml": "<p>cut"}, "cannot be read: no element found"),
        (
            {"content.xml": '<!DOCTYPE p [<!ENTITY a "b">]><p>&a;</p>'},
            "cannot be read: it defines entities of its own",
        ),
        (odt("<text:section>" * 600), "cannot be read: elements nest more than 500 deep"),
        (odt("<text:p/>"), "holds no text"),
    ],
    ids=["no text", "cut short", "entities", "too deep", "empty"],
)
def test_what_is_wrong_with_a_file_is_said(
    tmp_path: Path, files: dict[str, str], what: str
) -> None:
    (problem,) = loaded(tmp_path, "a.odt", files)
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)


def test_a_file_with_a_password_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (problem,) = load(tmp_path / "a.docx", "a.docx")
    assert isinstance(problem, Problem)
    assert problem.what == "it is protected by a password, or is not what its ending says"


def test_a_text_beyond_the_limit_is_told_and_not_unpacked_whole(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, "a.docx", docx(paragraphs("x" * 200_000_000)))
    assert isinstance(problem, Problem)
    assert "its text is larger than" in problem.what


TABLE = """<w:tbl>
<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>
<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>
</w:tbl>"""


def test_a_row_of_a_table_is_a_line_with_tabs_between_its_cells(tmp_path: Path) -> None:
    cells = (paragraphs(cell) for cell in ("Votes", "Seats", "", "61", "2"))
    body = paragraphs("The count ended.") + TABLE.format(*cells) + paragraphs("It goes on.")
    assert text(tmp_path, "a.docx", docx(body)) == (
        "The count ended.\nVotes\t\tSeats\n\t61\t2\nIt goes on."
    )


def test_a_table_that_sets_out_a_letter_is_read_paragraph_by_paragraph(tmp_path: Path) -> None:
    row = f"<w:tr><w:tc>{paragraphs('The Port', 'Quay 1')}</w:tc><w:tc>{paragraphs('May')}</w:tc>"
    body = f"<w:tbl>{row}</w:tr></w:tbl>{paragraphs('Dear reader')}"
    assert text(tmp_path, "a.docx", docx(body)) == "The Port\nQuay 1\nMay\nDear reader"


def test_rows_of_opendocument_are_lines_too(tmp_path: Path) -> None:
    table = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    cells = "".join(
        f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in ("North", "61")
    )
    row = f"<table:table-row>{cells}<table:covered-table-cell/></table:table-row>"
    body = f"<table:table {table}>{row}{row}</table:table><text:p>It goes on.</text:p>"
    assert text(tmp_path, "a.odt", odt(body)) == "North\t61\t\nNorth\t61\t\nIt goes on."
