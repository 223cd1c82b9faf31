from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem

STORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf><head><title>Bridge Is Closed</title>
<meta content="Metropolitan Desk" name="dsk"/>
<meta content="News; Front Page" name="online_sections"/>
<docdata><doc-id id-string="1815718"/><doc.copyright holder="The Post Company"/></docdata>
<pubdata date.publication="20070101T000000" ex-ref="http://post.example/?a=1&amp;b=2"
 name="The Post"/>
</head><body><body.head><hedline><hl1>Bridge Closed After Cracks</hl1><hl2>Closed</hl2></hedline>
<byline class="print_byline">By ANN ODE and BO LI</byline>
<byline class="normalized_byline">Ode, Ann; Li, Bo</byline>
<dateline><location>EASTPORT</location></dateline></body.head>
<body.content><block class="lead_paragraph"><p>The bridge is closed.</p></block>
<block class="full_text"><p>The bridge is closed.</p><hl2>Detours</hl2><p>Use the ferry.</p></block>
</body.content></body></nitf>"""
ITEM = """<?xml version="1.0" encoding="iso-8859-1"?>
<newsitem itemid="2286" date="1996-08-20" xml:lang="en"><title>EASTPORT: Bridge closed.</title>
<headline>Bridge closed at Eastport é.</headline><byline>Ann Ode</byline>
<dateline>EASTPORT 1996-08-20</dateline><text><p>The bridge is closed.</p><p>It is so.</p></text>
<metadata><dc element="dc.publisher" value="Reuters Holdings Plc"/>
<dc element="dc.date.published" value="1996-08-20"/></metadata></newsitem>"""


def loaded(folder: Path, raw: str, encoding: str = "utf-8") -> Document | Problem:
    (folder / "a.xml").write_text(raw, encoding=encoding)
    (one,) = load(folder / "a.xml", "a.xml")
    return one


def test_a_story_is_an_article_with_what_stands_around_its_text(tmp_path: Path) -> None:
    document = loaded(tmp_path, STORY)
    assert isinstance(document, Document)
    assert (document.record, document.text.split("\n")) == (
        "1815718",
        ["Bridge Closed After Cracks", "The bridge is closed.", "Detours", "Use the ferry."],
    )
    assert [one.tag for one in document.elements] == ["h1", "p", "h2", "p"]
    assert [(said.field, said.value, said.where) for said in document.statements] == [
        ("title", "Bridge Closed After Cracks", "hl1"),
        ("date", "2007-01-01", "pubdata date.publication"),
        ("source", "The Post", "pubdata name"),
        ("authors", "ANN ODE", "byline"),
        ("authors", "BO LI", "byline"),
        ("section", "News", "meta online_sections"),
        ("section", "Front Page", "meta online_sections"),
        ("dateline", "EASTPORT", "location"),
        ("url", "http://post.example/?a=1&b=2", "pubdata ex-ref"),
    ]


def test_an_item_of_reuters_is_an_article(tmp_path: Path) -> None:
    document = loaded(tmp_path, ITEM, "iso-8859-1")
    assert isinstance(document, Document)
    assert document.text == "Bridge closed at Eastport é.\nThe bridge is closed.\nIt is so."
    assert [(said.field, said.value) for said in document.statements] == [
        ("title", "Bridge closed at Eastport é."),
        ("date", "1996-08-20"),
        ("source", "Reuters Holdings Plc"),
        ("authors", "Ann Ode"),
    ]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        ("<nitf><head/></nitf>", "the story has no text"),
        ("<nitf><body></nitf>", "cannot be read: mismatched tag"),
        (
            '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf><body>&a;</body></nitf>',
            "it defines entities of its own, which can unpack to anything, and is not read",
        ),
        (
            f"<nitf>{'<p>' * 999}{'</p>' * 999}</nitf>",
            "cannot be read: elements nest more than 500 deep",
        ),
    ],
)
def test_what_is_no_story_is_a_problem(tmp_path: Path, raw: str, what: str) -> None:
    problem = loaded(tmp_path, raw)
    assert isinstance(problem, Problem)
    assert problem.what == what
