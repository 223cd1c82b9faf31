"""What programs find in a whole site."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

from lxml import etree

from newsarchive.build import build
from newsarchive.settings.site import load_site
from samples import HARBOUR, make_archive, read

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TITLE = 'He said: "</script><b>50% & {more}" ميناء'
TEXT = """\
{title}

The harbour of Eastport opened again on Monday, six days after a storm had torn two cranes from
their rails and had left the eastern quay under water, the port authority said in a statement.

Ships that had waited in the roads since Tuesday came in one after another, the largest of them
with timber from the north that the town's two mills had been without for a week.
"""
CORRECTION = """\
why: As the paper has it.
title: {title}
source: Eastport Echo
date: {date}
authors: [Dana Reed]
url: https://echo.example/a
"""


def make(root: Path, settings: str = "url: https://port.example/news\n", aliases: str = "") -> Path:
    (root / "articles").mkdir(parents=True)
    (root / "site.yaml").write_text(f"title: Ports & <ships>\n{settings}", encoding="utf-8")
    for name, title, date in (("a", TITLE, "2021-07-19"), ("b", "A \x0btitle", '""')):
        text = TEXT.format(title=title)
        correction = CORRECTION.format(title=json.dumps(title), date=date)
        (root / f"articles/{name}.txt").write_text(text, encoding="utf-8")
        (root / f"articles/{name}.yaml").write_text(
            correction + (aliases if name == "a" else ""), encoding="utf-8"
        )
    build(load_site(root))
    return root / "output"


def article_page(output: Path) -> str:
    (page,) = (output / "articles").glob("he-said*/index.html")
    return page.read_text(encoding="utf-8")


class Blocks(HTMLParser):
    """Collects the JSON-LD of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.found = False, list[str]()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attributes

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)
        self.inside = False


def test_two_parsers_read_every_xml_file(tmp_path: Path) -> None:
    files = sorted(make(tmp_path).rglob("*.xml"))
    assert [file.name for file in files] == ["feed.xml", "sitemap.xml", "feed.xml"]
    for file in files:
        ET.parse(file)  # noqa: S314  made by us a moment ago
        etree.parse(file)


def test_citations_and_addresses_run_from_left_to_right_in_any_language(tmp_path: Path) -> None:
    page = article_page(make(tmp_path, "language: ar\nurl: https://port.example/\n"))
    assert page.count('<p class="citation" lang="en" dir="ltr">') == 3
    assert page.count('<pre class="citation" dir="ltr"') == 3
    assert 'rel="bookmark"><bdi>https://port.example/articles/he-said' in page


def test_the_pages_that_have_a_feed_lead_readers_to_it(tmp_path: Path) -> None:
    output = make(tmp_path)
    words = "Feed of the newest articles (Atom)"
    lead = sorted(path for path in output.rglob("*.html") if words in path.read_text("utf-8"))
    assert [path.parent for path in lead] == [
        output,
        *sorted(path.parent for path in output.glob("sources/*/feed.xml")),
    ]


def test_a_feed_holds_the_title_as_it_is(tmp_path: Path) -> None:
    output = make(tmp_path)
    entries = etree.parse(output / "feed.xml").findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [TITLE]
    shown = json.loads((output / "feed.json").read_text(encoding="utf-8"))
    assert [entry["title"] for entry in shown["items"]] == [TITLE, "A title"]
    assert [entry.get("date_published") for entry in shown["items"]] == [
        "2021-07-19T00:00:00Z",
        None,
    ]


def test_the_sitemap_names_the_pages_and_no_files(tmp_path: Path) -> None:
    output = make(tmp_path, aliases="aliases: old/a\n")
    root = etree.parse(output / "sitemap.xml").getroot()
    places = [place.text or "" for place in root.iter(f"{SITEMAP}loc")]
    assert "https://port.example/news/" in places
    assert all(place.endswith("/") for place in places)
    assert not any("old/a" in place for place in places)
    assert [day.text for day in root.iter(f"{SITEMAP}lastmod")] == ["2021-07-19"]


def test_linked_data_is_json_that_no_title_breaks_out_of(tmp_path: Path) -> None:
    blocks = Blocks()
    blocks.feed(article_page(make(tmp_path)))
    news, crumbs = map(json.loads, blocks.found)
    assert news["headline"] == TITLE
    assert news["datePublished"] == "2021-07-19"
    assert [crumb["name"] for crumb in crumbs["itemListElement"]] == [
        "Ports & <ships>",
        "Eastport Echo",
        TITLE,
    ]


def test_the_ways_to_cite_stand_in_the_page_itself(tmp_path: Path) -> None:
    page = article_page(make(tmp_path))
    assert re.search(
        r"<bdi>Reed, Dana</bdi>\. “<bdi>He said: ‘&lt;/script&gt;.*Eastport Echo", page
    )
    for text in ("@article{eastport-echo-", "TY  - NEWS", "&#34;type&#34;: &#34;article-newspaper"):
        assert text in page


def test_the_link_to_the_original_is_robust(tmp_path: Path) -> None:
    page = article_page(make(tmp_path))
    assert 'data-originalurl="https://echo.example/a"' in page
    assert 'data-versionurl="https://port.example/news/articles/he-said' in page
    assert "data-versiondate" not in page  # nothing says when it was collected


def test_the_day_of_a_visit_stands_in_the_record_and_among_what_is_known(tmp_path: Path) -> None:
    note = "URL: https://echo.example/a\nAccessed: 20 July 2021\n\n"
    site = make_archive(tmp_path, {"articles/harbour.txt": note + HARBOUR})
    build(site)
    page = next(site.output.glob("articles/*/index.html")).read_text(encoding="utf-8")
    assert 'data-versiondate="2021-07-20"' in page
    assert '<dt>Collected</dt><dd><time datetime="2021-07-20">20 July 2021</time>' in page
    assert 'id="known-crawled"' in page


def test_without_an_address_there_is_nothing_that_needs_one(tmp_path: Path) -> None:
    output = make(tmp_path, settings="")
    assert not [*output.rglob("feed.*"), *output.rglob("sitemap*")]
    assert "Sitemap" not in (output / "robots.txt").read_text()
    assert 'rel="alternate"' not in (output / "index.html").read_text(encoding="utf-8")
    assert "citation_public_url" not in article_page(output)


def test_a_site_that_is_not_to_be_found_says_so_on_every_page(tmp_path: Path) -> None:
    output = make(
        tmp_path, settings="url: https://port.example\nnoindex: true\n", aliases="aliases: old/a\n"
    )
    pages = list(output.rglob("*.html"))
    assert pages
    assert all('content="noindex"' in page.read_text(encoding="utf-8") for page in pages)
    assert "X-Robots-Tag: noindex" in (output / "_headers").read_text()
    assert not (output / "sitemap.xml").exists()
    assert "Disallow:\n" in (output / "robots.txt").read_text()


def test_an_alias_leads_to_its_article(tmp_path: Path) -> None:
    output = make(tmp_path, aliases="aliases: [2021/07/report, old/größe.html]\n")
    (target,) = (output / "articles").glob("he-said*")
    page = (output / "2021/07/report/index.html").read_text(encoding="utf-8")
    assert f'content="0; url=../../../articles/{target.name}/index.html"' in page
    assert f'rel="canonical" href="https://port.example/news/articles/{target.name}/"' in page
    assert (output / "old/größe.html").is_file()
    assert (output / "_redirects").read_text() == (
        f"/news/2021/07/report/ /news/articles/{target.name}/ 301\n"
        f"/news/old/gr%C3%B6%C3%9Fe.html /news/articles/{target.name}/ 301\n"
    )


def test_an_alias_that_is_a_page_already_is_told_and_not_made(tmp_path: Path) -> None:
    about = make(tmp_path, aliases="aliases: about\n") / "about" / "index.html"
    assert "url=" not in about.read_text(encoding="utf-8")
    assert "the alias `about` is taken" in read(tmp_path / "output" / "ledger" / "index.html")


def test_the_downloads_stand_beside_the_page_that_names_them(tmp_path: Path) -> None:
    data = make(tmp_path) / "data"
    page = (data / "index.html").read_text(encoding="utf-8")
    names = re.findall(r'<a href="([^"/]+)" download', page)
    assert sorted(names) == sorted(p.name for p in data.iterdir() if p.name != "index.html")


def test_an_archive_of_excerpts_publishes_no_more_anywhere(tmp_path: Path) -> None:
    output = make(tmp_path, "url: https://port.example\nrights:\n  excerpt: 5\n")
    for file in output.rglob("*"):
        if file.is_file():
            assert "opened again on Monday" not in file.read_text(encoding="utf-8"), file


def test_front_matter_says_rights_and_aliases_as_a_correction_does(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "site.yaml").write_text("title: Ports\n")
    (tmp_path / "articles/a.md").write_text(
        f"---\ntitle: Harbour\nrights: Ask us.\naliases: [old/a, old/b.html]\n---\n{TEXT}"
    )
    build(load_site(tmp_path))
    (page,) = (tmp_path / "output/articles").glob("*/index.html")
    assert "<bdi>Ask us.</bdi>" in page.read_text(encoding="utf-8")
    assert (tmp_path / "output/old/a/index.html").is_file()
    assert (tmp_path / "output/old/b.html").is_file()
