"""TEI states of an article what its source says, and of its edition nothing."""

from pathlib import Path

from newsarchive.loading import load
from newsarchive.model import Document

EDITED = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Bridge to close</title><author>Jane Roe</author></titleStmt>
<publicationStmt><publisher>Port Library</publisher><date when="2019-01-02">2019</date>
</publicationStmt>{}</fileDesc><revisionDesc><change><date>2020-01-01</date></change></revisionDesc>
</teiHeader><text><body><div><head>Bridge to close</head>
<p>It will close on <date when="1921-08-01">1 August</date>, the har<lb break="no"/>bour<lb/>master
said.<note>So he did.</note></p><p>Write to <address><addrLine>The Courier</addrLine><addrLine>1
Quay</addrLine></address>.</p></div></body></text></TEI>"""
SOURCE = """<sourceDesc><bibl><title level="j">The Port Courier</title>
<date when="1921-07-19">Tuesday</date><idno type="URL">https://courier.example/1</idno></bibl>
</sourceDesc>"""


def read(folder: Path, header: str) -> Document:
    (folder / "a.xml").write_text(EDITED.format(header), encoding="utf-8")
    (document,) = load(folder / "a.xml", "a.xml")
    assert isinstance(document, Document)
    return document


def stated(document: Document) -> dict[str, str]:
    return {said.field: said.value for said in document.statements}


def test_paper_and_day_are_those_of_the_source_and_not_of_the_edition(tmp_path: Path) -> None:
    assert stated(read(tmp_path, SOURCE)) == {
        "title": "Bridge to close",
        "source": "The Port Courier",
        "date": "1921-07-19",
        "authors": "Jane Roe",
        "url": "https://courier.example/1",
    }


def test_a_text_without_a_source_was_published_as_it_says(tmp_path: Path) -> None:
    born = read(tmp_path, "<sourceDesc><p>Born digital.</p></sourceDesc>")
    assert (stated(born)["source"], stated(born)["date"]) == ("Port Library", "2019-01-02")


def test_a_source_without_a_day_leaves_the_day_open(tmp_path: Path) -> None:
    undated = read(
        tmp_path, "<sourceDesc><bibl><publisher>Courier Press</publisher></bibl></sourceDesc>"
    )
    assert stated(undated).get("date") is None
    assert stated(undated)["source"] == "Courier Press"


def test_lines_addresses_and_notes_are_not_glued_together(tmp_path: Path) -> None:
    assert read(tmp_path, SOURCE).text.split("\n\n") == [
        "Bridge to close",
        "It will close on 1 August, the harbour master said.",
        "So he did.",
        "Write to The Courier 1 Quay.",
    ]
