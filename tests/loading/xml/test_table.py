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
        "dateline": ["PORT ELSEWHERE, June 1"],
        "text": [f"{CLOSES}\n\nA ferry will leave every hour."],
    }
    assert told(second)["text"] == ["A crossing will cost\na tenth more."]


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
