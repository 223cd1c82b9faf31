"""What programs read on pictures of printed pages, in the forms that libraries keep it in."""

from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page ID="P1"><PrintSpace>
<TextBlock ID="B1"><TextLine><String CONTENT="THE" WC="0.9"/><SP/><String CONTENT="BRIDGE"/>
</TextLine></TextBlock>
<TextBlock ID="B2"><TextLine><String CONTENT="The" /><SP/><String CONTENT="har" SUBS_TYPE="HypPart1"
 SUBS_CONTENT="harbour"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="bour" SUBS_TYPE="HypPart2" SUBS_CONTENT="harbour"/><SP/>
<String CONTENT="bridge"/><SP/><String CONTENT="&amp;"/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>"""
PAGE = """<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page>
<TextRegion id="r1"><TextLine id="l1"><Word><TextEquiv><Unicode>THE</Unicode></TextEquiv></Word>
<TextEquiv><Unicode>THE BRIDGE</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r2"><TextLine id="l2"><TextEquiv><Unicode>The har-</Unicode></TextEquiv></TextLine>
<TextLine id="l3"><TextEquiv><Unicode>bour bridge &amp;</Unicode></TextEquiv></TextLine>
<TextEquiv><Unicode>The harbour bridge &amp;</Unicode></TextEquiv></TextRegion></Page></PcGts>"""


def loaded(folder: Path, xml: str) -> list[Document | Problem]:
    (folder / "page.xml").write_text(xml, encoding="utf-8")
    return list(load(folder / "page.xml", "page.xml"))


@pytest.mark.parametrize("xml", [ALTO, PAGE])
def test_a_line_of_print_is_a_line_and_a_block_stands_apart(tmp_path: Path, xml: str) -> None:
    (document,) = loaded(tmp_path, xml)
    assert isinstance(document, Document)
    assert document.text == "THE BRIDGE\n\nThe har-\nbour bridge &"


def test_words_without_blanks_between_them_are_words_where_the_file_tells_no_blank(
    tmp_path: Path,
) -> None:
    (document,) = loaded(tmp_path, ALTO.replace("<SP/>", "").replace('"har"', '"har-"'))
    assert isinstance(document, Document)
    assert document.text == "THE BRIDGE\n\nThe har-\nbour bridge &"


def test_a_page_in_another_encoding_than_it_says_is_read_as_it_is(tmp_path: Path) -> None:
    lying = ALTO.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"').replace("&amp;", "été")
    (document,) = loaded(tmp_path, lying)
    assert isinstance(document, Document)
    assert document.text.endswith("bour bridge été")


def test_a_long_page_may_hold_several_articles_and_is_doubted(tmp_path: Path) -> None:
    line = '<TextLine><String CONTENT="The harbour bridge is to close."/></TextLine>'
    doubt, document = loaded(
        tmp_path, ALTO.replace("<TextLine>", f"<TextLine/>{line * 100}<TextLine>", 1)
    )
    assert isinstance(doubt, Problem)
    assert doubt.fate == "doubtful"
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<alto><Layout/></alto>", "no words were read on the page"),
        (ALTO[:400], "cannot be read: unclosed token"),
        ('<!DOCTYPE alto [<!ENTITY a "b">]><alto/>', "cannot be read: it defines entities"),
    ],
)
def test_a_page_that_says_nothing_or_is_broken_is_a_problem(
    tmp_path: Path, xml: str, what: str
) -> None:
    (problem,) = loaded(tmp_path, xml)
    assert isinstance(problem, Problem)
    assert problem.what.startswith(what)
