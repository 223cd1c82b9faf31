"""XML and SGML of any making are read as tables: an element a record, its elements the columns."""

from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem
from newsarchive.settings.columns import Columns
from newsarchive.settings.limits import Limits

CORPUS = """<DOC id="PORT19980601.0001" type="story" >
<HEADLINE>
Bridge to close &amp; ferries to run
</HEADLINE>
<DATELINE> PORT ELSEWHERE, June 1 </DATELINE>
<TEXT>
<P>
The harbour bridge at Port Elsewhere will close for nine weeks in autumn,
the council and AT&T said.
</P>
<P>
A ferry will leave every hour.
</P>
</TEXT>
</DOC>
<DOC id="PORT19980602.0001">
<HEADLINE> Ferry fares to rise </HEADLINE>
<TEXT> A crossing will cost
a tenth more. </TEXT>
</DOC>
"""
CLOSES = (
    "The harbour bridge at Port Elsewhere will close for nine weeks in autumn, the council and AT&T"
    " said."
)
MINED = """<?xml version="1.0"?><RECORD><GOID>39</GOID>
<DFS><PubFrosting><Title>The Port Courier</Title></PubFrosting></DFS>
<Obj><TitleAtt><Title>Bridge to close</Title></TitleAtt><NumericDate>2021-07-19</NumericDate>
<Contributors><Contributor><NormalizedDisplayForm>Roe, Jane</NormalizedDisplayForm></Contributor>
</Contributors></Obj>
<TextInfo><Text>&lt;p&gt;The bridge will close.&lt;/p&gt;&lt;p&gt;So it is.&lt;/p&gt;</Text>
</TextInfo></RECORD>"""
PARTED = """<Response xmlns="urn:x"><Set count="1"><article><headline><paragraph>Bridge to
close</paragraph></headline>
<leadParagraph><paragraph>The bridge will close.</paragraph></leadParagraph>
<tailParagraphs><paragraph>So it is.</paragraph><paragraph>It is old.</paragraph></tailParagraphs>
<publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime></publicationDate>
<sourceName>The Port Courier</sourceName></article></Set></Response>"""


def loaded(
    folder: Path, xml: str, name: str = "a.xml", columns: Columns | None = None
) -> list[Document | Problem]:
    (folder / name).write_text(xml, encoding="utf-8")
    return list(load(folder / name, name, columns or Columns()))


def told(document: Document | Problem) -> dict[str, list[str]]:
    assert isinstance(document, Document)
    fields: dict[str, list[str]] = {"text": [document.text]}
    for said in document.statements:
        fields.setdefault(said.field, []).append(said.value)
    return fields


@pytest.mark.parametrize("name", ["a.sgm", "a.sgml", "a.xml"])
def test_each_element_of_a_corpus_that_has_a_text_is_an_article(tmp_path: Path, name: str) -> None:
    first, second = loaded(tmp_path, CORPUS, name)
    assert told(first) == {
        "title": ["Bridge to close & ferries to run"],
        "date": ["1998-06-01"],
        "dateline": ["PORT ELSEWHERE"],
        "text": [f"{CLOSES}\n\nA ferry will leave every hour."],
    }
    assert told(second)["text"] == ["A crossing will cost\na tenth more."]
    assert isinstance(first, Document)
    (day,) = (said.where for said in first.statements if said.field == "date")
    assert day == "column day_in_id"


def test_the_record_is_the_element_that_holds_the_title_too(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path, MINED)
    assert told(article) == {
        "title": ["Bridge to close"],
        "source": ["The Port Courier"],
        "date": ["2021-07-19"],
        "authors": ["Jane Roe"],
        "text": ["Bridge to close\nThe bridge will close.\nSo it is."],
    }


def test_a_text_that_stands_in_two_elements_is_put_together(tmp_path: Path) -> None:
    (article,) = loaded(tmp_path, PARTED)
    assert told(article) == {
        "title": ["Bridge to close"],
        "source": ["The Port Courier"],
        "date": ["2012-01-09"],
        "text": ["The bridge will close.\n\nSo it is.\n\nIt is old."],
    }


def test_columns_name_the_elements_of_other_names(tmp_path: Path) -> None:
    xml = '<all><piece day="2021-07-19"><kop>Bridge</kop><lede>It will close.</lede></piece></all>'
    (unread,) = loaded(tmp_path, xml)
    assert isinstance(unread, Problem)
    assert unread.what == "its outermost element is <all>, and none in it is called as a text is"
    columns = Columns(text=("lede",), title=("kop",), date=("day",))
    (article,) = loaded(tmp_path, xml, columns=columns)
    assert told(article) == {
        "title": ["Bridge"],
        "date": ["2021-07-19"],
        "text": ["It will close."],
    }


WIRES = """<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TEXT>&#2;
<TITLE>BRIDGE TO CLOSE</TITLE>
<DATELINE>    PORT, Feb 26 - </DATELINE><BODY>It will close.</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="2">
<DATE>27-FEB-1987 15:01:01.79</DATE>
<TEXT><TITLE>FERRIES TO RUN</TITLE><BODY>They will run.</BODY></TEXT>
</REUTERS>
"""
ENCODED = (
    """<teiCorpus><teiHeader><title>Old News</title><date>2026</date></teiHeader>{}</teiCorpus>"""
)
TEI = """<TEI xmlns="urn:tei"><teiHeader><fileDesc><titleStmt><title>Bridge to close</title>
<author>Ann Ode</author></titleStmt><publicationStmt><publisher>The Port Courier</publisher>
<date>{}</date></publicationStmt></fileDesc></teiHeader>
<text><body><head>Bridge to close</head><p>It will close.</p></body></text></TEI>"""
NEWSML = """<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2021-08-01</sent>
</header><itemSet><newsItem><itemMeta><provider><name>The Port Courier</name></provider>
<versionCreated>2021-07-19T09:00:00Z</versionCreated></itemMeta><contentMeta>
<headline>Bridge to close</headline><by>By Ann Ode</by></contentMeta><contentSet><inlineXML>
<html><head><title>A bridge</title></head><body><p>It will close.</p><p>So it is.</p></body></html>
</inlineXML></contentSet></newsItem></itemSet></newsMessage>"""


def test_what_stands_around_a_text_and_its_title_is_of_the_article(tmp_path: Path) -> None:
    assert [told(one)["date"] for one in loaded(tmp_path, WIRES, "a.sgm")] == [
        ["1987-02-26"],
        ["1987-02-27"],
    ]
    assert told(loaded(tmp_path, WIRES, "a.sgm")[0]) == {
        "title": ["BRIDGE TO CLOSE"],
        "date": ["1987-02-26"],
        "dateline": ["PORT"],
        "text": ["It will close."],
    }
    (article,) = loaded(tmp_path, NEWSML)
    assert told(article) == {
        "title": ["Bridge to close", "A bridge"],
        "source": ["The Port Courier"],
        "date": ["2021-07-19"],
        "authors": ["Ann Ode"],
        "text": ["It will close.\nSo it is."],
    }


def test_what_stands_around_several_articles_is_of_none_of_them(tmp_path: Path) -> None:
    articles = TEI.format("19 July 2021") + TEI.format("20 July 2021")
    assert [told(one)["date"] for one in loaded(tmp_path, ENCODED.format(articles))] == [
        ["2021-07-19"],
        ["2021-07-20"],
    ]
    (alone,) = loaded(
        tmp_path,
        "<articles><title>Mine</title><date>2026-01-01</date>"
        "<article><title>Bridge</title><text>It will close.</text></article></articles>",
    )
    assert told(alone) == {"title": ["Bridge"], "text": ["It will close."]}


def test_a_document_of_attributes_and_paragraphs_is_one_article(tmp_path: Path) -> None:
    xml = (
        '<doc sitename="The Port Courier" title="Bridge to close" author="Ann Ode"'
        ' date="2021-07-19" source="https://port.example/1"><main><p>It will close.</p>'
        "<p>So it is.</p></main><comments/></doc>"
    )
    (article,) = loaded(tmp_path, xml)
    assert told(article) == {
        "title": ["Bridge to close"],
        "source": ["The Port Courier"],
        "date": ["2021-07-19"],
        "authors": ["Ann Ode"],
        "url": ["https://port.example/1"],
        "text": ["It will close.\n\nSo it is."],
    }


def test_a_record_that_is_no_xml_costs_only_itself(tmp_path: Path) -> None:
    broken = CORPUS.replace("</TEXT>\n</DOC>\n<DOC", "</DOC>\n<DOC", 1)
    lost, article = loaded(tmp_path, broken)
    assert isinstance(lost, Problem)
    assert lost.what == "record 1 is lost: mismatched tag"
    assert told(article)["title"] == ["Ferry fares to rise"]


def test_a_record_that_is_too_large_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(MINED.replace("So it is.", "So. " * 400_000), encoding="utf-8")
    (one,) = load(tmp_path / "a.xml", "a.xml", limits=Limits(megabytes=1))
    assert isinstance(one, Problem)


def test_entities_of_a_files_own_are_not_read(tmp_path: Path) -> None:
    xml = '<!DOCTYPE a [<!ENTITY b "c">]><a><title>T</title><text>&b; is here.</text></a>'
    (one,) = loaded(tmp_path, xml)
    assert isinstance(one, Problem)
    assert one.what.startswith("it defines entities of its own")


def test_titles_of_parts_are_not_the_articles_and_a_day_in_parts_is_one_day(tmp_path: Path) -> None:
    xml = """<article><front><journal-title>Port Review</journal-title><article-meta>
    <article-title>Bridge to close</article-title>
    <pub-date><day>9</day><month>7</month><year>2021</year></pub-date></article-meta></front>
    <body><sec><title>What is to come</title><p>It will close.</p></sec></body></article>"""
    (article,) = loaded(tmp_path, xml)
    found = told(article)
    assert (found["title"], found["source"], found["date"]) == (
        ["Bridge to close"],
        ["Port Review"],
        ["2021-07-09"],
    )


def test_a_year_beside_other_fields_or_amid_a_text_is_no_day_of_them(tmp_path: Path) -> None:
    xml = """<list><item><year>2021</year><title>Bridge</title><text>In <year>1904</year> it was
    built.</text></item></list>"""
    (article,) = loaded(tmp_path, xml)
    assert (told(article)["title"], told(article)["text"]) == (
        ["Bridge"],
        ["In 1904 it was\n    built."],
    )


def test_an_author_whose_name_is_written_twice_is_one(tmp_path: Path) -> None:
    author = "<Author><OriginalForm>Ode, Ann</OriginalForm><Sorted>Ode, Ann</Sorted></Author>"
    xml = f"<RECORD><Title>Bridge</Title>{author}<Text>It will close.</Text></RECORD>"
    (article,) = loaded(tmp_path, xml)
    assert told(article)["authors"] == ["Ann Ode"]
