from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Problem
from newsarchive.settings.columns import USUAL
from newsarchive.settings.limits import Limits

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Port Courier</title><atom:link href="https://port.example/feed" rel="self"/>
<link>https://port.example</link><language>en-GB</language>
<image><title>A logo</title></image>
%s
</channel></rss>"""
BRIDGE = """<item><title>Bridge &amp;amp; ferry &#8211; closed</title>
<link>https://port.example/bridge</link><media:title>A picture</media:title>
<dc:creator><![CDATA[Ann Ode]]></dc:creator><pubDate>Mon, 19 Jul 2021 14:40:00 +0000</pubDate>
<category>News</category><guid isPermaLink="false">https://port.example/?p=1</guid>
<description><![CDATA[The bridge is closed. [&#8230;]]]></description>
<c:encoded><![CDATA[<p>The bridge is closed.</p><p>The ferry is, too.</p>
<p>The post <a href="https://port.example/bridge">Bridge &#038; ferry &#8211; closed</a> appeared
first on <a href="https://port.example">Port Courier</a>.</p>]]></c:encoded></item>"""
FOG = """<item><title>Fog</title><guid>https://port.example/fog</guid>
<author>desk@port.example (Bo Li)</author>
<description>Nobody sees a thing &amp;hellip;</description>
</item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenbote</title>
<entry><id>urn:a:1</id><title type="html">Die &lt;b>Brücke&lt;/b></title>
<link rel="self" href="https://bote.example/self"/><link href="https://bote.example/bruecke"/>
<author><name>Ann Ode</name><uri>https://bote.example/ann</uri></author>
<author><name>Bo Li</name></author><updated>2021-07-20T00:00:00Z</updated>
<published>2021-07-19T14:40:00Z</published><source><title>Der Bote</title></source>
<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>Sie ist zu.</x:p></x:div>
</content></entry>
<entry><title>Nebel</title><summary>Nebel &amp; Regen.</summary></entry></feed>"""


def loaded(
    folder: Path, feed: str | bytes, limits: Limits | None = None
) -> tuple[list[Document], list[Problem]]:
    (folder / "a.xml").write_bytes(feed.encode() if isinstance(feed, str) else feed)
    found = list(load(folder / "a.xml", "a.xml", USUAL, limits or Limits()))
    return (
        [one for one in found if isinstance(one, Document)],
        [one for one in found if isinstance(one, Problem)],
    )


def stated(document: Document) -> list[tuple[str, str, str | None]]:
    return [(said.field, said.value, said.where) for said in document.statements]


def test_each_item_of_a_feed_is_an_article_with_what_stands_beside_its_text(
    tmp_path: Path,
) -> None:
    (document, _), _ = loaded(tmp_path, RSS % (BRIDGE + FOG))
    assert document.record == "https://port.example/?p=1"
    assert document.text.split("\n")[:3] == [
        "Bridge & ferry – closed",
        "The bridge is closed.",
        "The ferry is, too.",
    ]
    assert stated(document) == [
        ("title", "Bridge & ferry – closed", "title element"),
        ("date", "2021-07-19", "pubDate element"),
        ("authors", "Ann Ode", "dc:creator element"),
        ("url", "https://port.example/bridge", "link element"),
        ("source", "Port Courier", "the feed's channel/title element"),
        ("language", "en-GB", "the feed's channel/language element"),
    ]


def test_a_description_is_the_text_where_there_is_no_other_and_that_is_said(
    tmp_path: Path,
) -> None:
    (_, fog), (problem,) = loaded(tmp_path, RSS % (BRIDGE + FOG))
    assert fog.text == "Fog\nNobody sees a thing …"
    assert [said[:2] for said in stated(fog)] == [
        ("title", "Fog"),
        ("authors", "Bo Li"),
        ("url", "https://port.example/fog"),
        ("source", "Port Courier"),
        ("language", "en-GB"),
    ]
    assert problem.what == "items with a description alone, perhaps a teaser: 1 of 2"
    assert problem.fate == "doubtful"


def test_the_line_that_says_where_an_item_appeared_is_none_of_its_text(tmp_path: Path) -> None:
    (bridge, _), _ = loaded(tmp_path, RSS % (BRIDGE + FOG))
    assert bridge.labels == {4: ("boilerplate", "feed-footer")}


def test_the_entries_of_an_atom_feed_are_articles(tmp_path: Path) -> None:
    (bridge, fog), (problem,) = loaded(tmp_path, ATOM)
    assert (bridge.record, bridge.text) == ("urn:a:1", "Die Brücke\nSie ist zu.")
    assert stated(bridge) == [
        ("title", "Die Brücke", "title element"),
        ("source", "Der Bote", "source/title element"),
        ("date", "2021-07-19", "published element"),
        ("authors", "Ann Ode", "author/name element"),
        ("authors", "Bo Li", "author/name element"),
        ("url", "https://bote.example/bruecke", "link element"),
        ("language", "de", "xml:lang attribute"),
    ]
    assert (fog.record, fog.text) == ("2", "Nebel\nNebel & Regen.")
    assert ("source", "Hafenbote", "the feed's title element") in stated(fog)
    assert problem.fate == "doubtful"


def test_a_feed_whose_own_elements_have_a_prefix_is_read(tmp_path: Path) -> None:
    prefixed = ATOM.replace("<", "<a:").replace("<a:/", "</a:").replace("<a:x:", "<x:")
    prefixed = prefixed.replace("</a:x:", "</x:").replace("xmlns=", "xmlns:a=")
    assert [one.text for one in loaded(tmp_path, prefixed)[0]] == [
        "Die Brücke\nSie ist zu.",
        "Nebel\nNebel & Regen.",
    ]


def test_the_items_of_an_rdf_feed_are_articles(tmp_path: Path) -> None:
    feed = """<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel rdf:about="a"><title>Courier
    </title><items><rdf:Seq><rdf:li resource="b"/></rdf:Seq></items></channel>
    <item rdf:about="b"><title>Fog</title><link>https://c.example/b</link><d:date>2004-03-01</d:date>
    <description>Nobody sees a thing.</description></item></rdf:RDF>"""
    (document,), _ = loaded(tmp_path, feed)
    assert [said[:2] for said in stated(document)] == [
        ("title", "Fog"),
        ("date", "2004-03-01"),
        ("url", "https://c.example/b"),
        ("source", "Courier"),
    ]


def test_of_two_texts_the_longer_counts(tmp_path: Path) -> None:
    item = (
        "<item><c:encoded>&lt;img src='a'></c:encoded><description>It is so.</description></item>"
    )
    (document,), _ = loaded(tmp_path, RSS % item)
    assert document.text == "It is so."


def test_an_item_without_a_text_is_counted(tmp_path: Path) -> None:
    empty = "<item><title>A</title><description> &lt;img src='a'/> </description></item>"
    documents, problems = loaded(tmp_path, RSS % (empty * 3 + BRIDGE))
    assert len(documents) == 1
    assert [(one.what, one.inputs) for one in problems] == [("items without a text: 3 of 4", 3)]


def test_an_item_that_is_no_xml_costs_only_itself(tmp_path: Path) -> None:
    bad = "<item><title>A</b></title></item>"
    documents, (problem,) = loaded(tmp_path, RSS % (bad + BRIDGE))
    assert len(documents) == 1
    assert problem.what == "item 1 is lost: mismatched tag"


def test_a_feed_that_is_cut_short_costs_only_what_is_cut(tmp_path: Path) -> None:
    documents, (problem,) = loaded(tmp_path, (RSS % (BRIDGE + BRIDGE))[:-200])
    assert len(documents) == 1
    assert problem.what.startswith("item 2 is lost: ")


def test_an_item_that_is_too_large_costs_only_itself(tmp_path: Path) -> None:
    large = f"<item><description>{'word ' * 2**19}</description></item>"
    documents, (problem,) = loaded(tmp_path, RSS % (large + BRIDGE), Limits(megabytes=1))
    assert len(documents) == 1
    assert problem.what == "item 1 is larger than 1 MB"


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'],
)
def test_a_feed_that_defines_entities_is_not_read(tmp_path: Path, entity: str) -> None:
    bomb = f"<!DOCTYPE rss [{entity}]>{RSS % FOG.replace('Fog', '&b;')}"
    documents, (problem,) = loaded(tmp_path, bomb)
    assert not documents
    assert problem.what.startswith("it defines entities of its own")


def test_a_feed_in_an_old_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    feed = (RSS % FOG.replace("Fog", "Туман")).replace("UTF-8", "windows-1251")
    (document,), _ = loaded(tmp_path, feed.encode("cp1251"))
    assert document.text.startswith("Туман\n")
    assert document.encoding == "cp1251"


def test_a_feed_without_items_is_a_problem(tmp_path: Path) -> None:
    documents, (problem,) = loaded(tmp_path, RSS % "")
    assert not documents
    assert problem.what == "holds no article"


@pytest.mark.parametrize(
    ("title", "address", "source"),
    [
        ("World news | The Guardian", "https://www.theguardian.com/world", "The Guardian"),
        ("BBC News - World", "https://www.bbc.co.uk/news/", "BBC News"),
        ("Local &gt; Port Courier", "https://feeds.port-courier.example/a", "Port Courier"),
        ("The Ebb: a letter", "https://maya.example", "The Ebb: a letter"),
        ("Port Courier", "not an address", "Port Courier"),
    ],
)
def test_the_section_in_a_feeds_title_is_none_of_its_source(
    tmp_path: Path, title: str, address: str, source: str
) -> None:
    feed = (RSS % FOG).replace("<title>Port Courier", f"<title>{title}")
    (document,), _ = loaded(
        tmp_path, feed.replace("https://port.example</link>", f"{address}</link>")
    )
    assert [said.value for said in document.statements if said.field == "source"] == [source]


def test_the_source_that_an_item_names_is_cut_off_its_title(tmp_path: Path) -> None:
    item = "<item><title>Fog - The Post</title><source url='a'>The Post</source>%s</item>"
    again = "<description>&lt;a>Fog - The Post&lt;/a>&amp;nbsp;The Post</description>"
    feed = RSS % (item % "<description>It is so.</description>" + item % again)
    (document,), (empty, _) = loaded(tmp_path, feed)
    assert [said[:2] for said in stated(document)][:2] == [("title", "Fog"), ("source", "The Post")]
    assert empty.what == "items without a text: 1 of 2"


def test_what_a_film_is_about_is_its_text(tmp_path: Path) -> None:
    group = "<media:group><media:description>It is so.</media:description></media:group>"
    (document,), _ = loaded(tmp_path, RSS % f"<item><title>A</title>{group}</item>")
    assert document.text == "A\nIt is so."
