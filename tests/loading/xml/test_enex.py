"""Notes as Evernote exports them."""

from pathlib import Path

from newsarchive.loading import load
from newsarchive.model import Document, Problem

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20210801T120000Z" application="Evernote" version="10.10.5">
"""
CLIPPED = """<note><title>Pier to close</title><created>20210719T080311Z</created>
<tag>harbour</tag><note-attributes><author>a.collector</author><source>web.clip7</source>
<source-url>https://www.harbourpost.example/pier</source-url></note-attributes>
<content><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd">
<en-note style="x"><div>By Ann Lee</div><div>The council voted &amp; went home.</div></en-note>
]]></content></note>
"""
PICTURE = """<note><title>A scan</title><content><![CDATA[<en-note><en-media type="image/png"/>
</en-note>]]></content><resource><data encoding="base64">iVBORw0KGgo=</data></resource></note>
"""


def loaded(folder: Path, text: str) -> list[Document | Problem]:
    (folder / "notes.enex").write_text(text, encoding="utf-8")
    return list(load(folder / "notes.enex", "notes.enex"))


def test_a_clipped_page_is_an_article_with_its_address_and_the_day_it_was_kept(
    tmp_path: Path,
) -> None:
    (clipped,) = loaded(tmp_path, f"{HEAD}{CLIPPED}</en-export>")
    assert isinstance(clipped, Document)
    assert clipped.record == "1"
    assert "The council voted & went home." in clipped.text
    assert {said.field: said.value for said in clipped.statements} == {
        "title": "Pier to close",
        "url": "https://www.harbourpost.example/pier",
        "crawled": "2021-07-19",
    }


def test_a_note_without_a_text_and_one_that_is_no_xml_cost_only_themselves(tmp_path: Path) -> None:
    broken = "<note><title>Pier</note>"
    picture, lost, clipped = loaded(tmp_path, f"{HEAD}{PICTURE}{broken}{CLIPPED}</en-export>")
    assert isinstance(picture, Problem)
    assert picture.what == "note 1 has no text, but perhaps a picture or a file"
    assert isinstance(lost, Problem)
    assert lost.what.startswith("note 2 is lost: mismatched tag")
    assert isinstance(clipped, Document)


def test_an_export_that_defines_entities_is_not_read(tmp_path: Path) -> None:
    head = '<!DOCTYPE en-export [<!ENTITY a "b">]><en-export>'
    (problem,) = loaded(tmp_path, f"{head}{CLIPPED}</en-export>")
    assert isinstance(problem, Problem)
    assert "defines entities" in problem.what
