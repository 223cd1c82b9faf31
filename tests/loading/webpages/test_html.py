from pathlib import Path

import pytest

from newsarchive.loading import load
from newsarchive.model import Document, Element, Problem, Statement

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Harbour bridge reopens after repairs | The Example Post</title>
<link rel="canonical" href="https://post.example/2021/07/harbour-bridge">
<meta property="og:site_name" content="The Example Post">
<meta property="og:title" content="Harbour bridge reopens after repairs">
<script type="application/ld+json">
{"@graph": [{"@type": "WebSite", "name": "The Example Post"},
 {"@type": "NewsArticle", "headline": "Harbour bridge reopens after repairs",
  "datePublished": "2021-07-19T08:00:00+01:00",
  "author": [{"@type": "Person", "name": "Ann Ode"}, {"@type": "Person", "name": "Bo Li"}]}]}
</script>
</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article class="story">
<h1>Harbour bridge <em>reopens</em> after repairs</h1>
<p>The bridge opened on Monday,<br>two weeks late.</p>
<script>let hidden = 1;</script>
<figure><img src="b.jpg"><figcaption>The bridge at dawn</figcaption></figure>
<p>See <a href="/x">the timetable</a>.</p>
</article></main>
<div style="display: none">Please subscribe.</div>
</body></html>
"""


def loaded(folder: Path, page: str | bytes) -> Document:
    path = folder / "page.html"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    (document,) = load(path, "page.html")
    assert isinstance(document, Document)
    return document


def test_a_page_becomes_its_visible_text_a_line_a_block(tmp_path: Path) -> None:
    assert loaded(tmp_path, PAGE).text.split("\n") == [
        "Home",
        "Sport",
        "Harbour bridge reopens after repairs",
        "The bridge opened on Monday,",
        "two weeks late.",
        "The bridge at dawn",
        "See the timetable.",
        "Please subscribe.",
    ]


def test_each_line_keeps_where_in_the_tree_it_stood(tmp_path: Path) -> None:
    story = "body > main > article.story"
    assert loaded(tmp_path, PAGE).elements == (
        Element("li", "body > nav > ul > li > a", links=1.0),
        Element("li", "body > nav > ul > li > a", links=1.0),
        Element("h1", f"{story} > h1", told="headline"),
        Element("p", f"{story} > p"),
        Element("p", f"{story} > p"),
        Element("figcaption", f"{story} > figure > figcaption"),
        Element("p", f"{story} > p", links=0.75),
        Element("div", "body > div", hidden=True),
    )


def test_what_a_page_states_about_itself_is_kept_with_its_place(tmp_path: Path) -> None:
    title = "Harbour bridge reopens after repairs"
    assert loaded(tmp_path, PAGE).statements == (
        Statement("title", title, "heading", title, where="h1"),
        Statement("title", title, "linked-data", title, where="JSON-LD headline"),
        Statement("title", title, "meta-tag", title, where='meta property="og:title"'),
        Statement("title", title, "page-title", f"{title} | The Example Post", where="title"),
        Statement(
            "source",
            "The Example Post",
            "meta-tag",
            "The Example Post",
            where='meta property="og:site_name"',
        ),
        Statement(
            "date",
            "2021-07-19",
            "linked-data",
            "2021-07-19T08:00:00+01:00",
            where="JSON-LD datePublished",
        ),
        Statement("authors", "Ann Ode", "linked-data", "Ann Ode", where="JSON-LD author"),
        Statement("authors", "Bo Li", "linked-data", "Bo Li", where="JSON-LD author"),
        Statement("language", "en-GB", "html-lang", "en-GB", where="html lang"),
        Statement(
            "url",
            "https://post.example/2021/07/harbour-bridge",
            "canonical-link",
            "https://post.example/2021/07/harbour-bridge",
            where="link canonical",
        ),
    )


def test_a_title_loses_its_publisher_but_not_its_dashes(tmp_path: Path) -> None:
    page = "<title>Up - and down - Example</title><meta property=og:site_name content=Example><p>x"
    titles = [s.value for s in loaded(tmp_path, page).statements if s.field == "title"]
    assert titles == ["Up - and down"]


def test_a_date_that_two_places_state_goes_before_one_that_one_states(tmp_path: Path) -> None:
    page = """<meta name="date" content="2022-01-05"><meta name="pubdate" content="2020-02-02">
        <p>x <time datetime="2020-02-02">2 February</time>"""
    dates = [s.value for s in loaded(tmp_path, page).statements if s.field == "date"]
    assert dates == ["2020-02-02", "2020-02-02", "2022-01-05"]


def test_the_declared_charset_of_a_page_is_used(tmp_path: Path) -> None:
    page = '<meta http-equiv="content-type" content="text/html; charset=windows-1251"><p>Мост'
    document = loaded(tmp_path, page.encode("cp1251"))
    assert (document.encoding, document.text) == ("cp1251", "Мост")


def test_a_record_that_is_no_json_costs_only_itself(tmp_path: Path) -> None:
    page = f'<script type="application/ld+json">{"[" * 9999}</script><h1>Title</h1>'
    assert [s.value for s in loaded(tmp_path, page).statements] == ["Title"]


def test_lines_of_preformatted_text_stay_lines(tmp_path: Path) -> None:
    assert loaded(tmp_path, "<pre>one\ntwo  2\n\nthree</pre>").text == "one\ntwo 2\nthree"


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("<div>" * 50_000, "the page is not read: elements nest more than 3,000 deep"),
        ("<a " * 350_000, "the page is not read: a tag has more than 3,000 attributes"),
        ("<p><script>x</script>", "the page has no text"),
    ],
)
def test_a_page_that_cannot_be_read_is_a_problem(tmp_path: Path, page: str, what: str) -> None:
    (tmp_path / "page.html").write_text(page)
    (problem,) = load(tmp_path / "page.html", "page.html")
    assert isinstance(problem, Problem)
    assert problem.what == what


@pytest.mark.parametrize(
    "page",
    [
        "<" * 1_000_000 + "p>x",
        "<p>x" * 50_000,
        "x<!--" * 50_000,
        "<title>" + " | a" * 50_000,
        "a\x00b<p\x00>c",
        "<p>\u202ex\u2028y",
    ],
)
def test_hostile_pages_are_read_quickly_and_line_for_line(tmp_path: Path, page: str) -> None:
    (tmp_path / "page.html").write_text(page)
    for one in load(tmp_path / "page.html", "page.html"):
        assert isinstance(one, Problem) or len(one.elements) in (0, len(one.text.splitlines()))


def test_a_page_without_a_tag_is_the_text_that_it_is(tmp_path: Path) -> None:
    raw = "Council opens library\nBy Ada Moore\n\nIt has 40,000 books, 3 < 4 & twice as many."
    (tmp_path / "a.html").write_text(raw)
    (document,) = load(tmp_path / "a.html", "a.html")
    assert isinstance(document, Document)
    assert (document.text, document.elements) == (raw, ())


def test_a_page_of_many_dated_articles_is_doubted(tmp_path: Path) -> None:
    part = "<div class=item><b>No. {0}</b><p class=day>1 May 2021, page {0}</p><p>{1}</p></div>"
    many = "".join(part.format(number, "A text. " * 80) for number in range(1, 7))
    (tmp_path / "a.html").write_text(f"<body>{many}</body>", encoding="utf-8")
    doubt, document = load(tmp_path / "a.html", "a.html")
    assert isinstance(doubt, Problem)
    assert doubt.what == "it is read as one article, and looks like 6"
    assert isinstance(document, Document)
    few = many.replace("A text. " * 80, "A comment.")
    (tmp_path / "a.html").write_text(f"<body>{few}</body>", encoding="utf-8")
    assert len(list(load(tmp_path / "a.html", "a.html"))) == 1


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF='https://post.example/1'>One</A></DL>",
        "<h1>Unread</h1><a href='https://post.example/1' time_added='1626682800'>One</a>",
    ],
)
def test_a_list_of_pages_that_somebody_kept_is_told_for_what_it_is(
    tmp_path: Path, page: str
) -> None:
    (tmp_path / "a.html").write_text(page)
    (problem,) = load(tmp_path / "a.html", "a.html")
    assert isinstance(problem, Problem)
    assert problem.what == "it lists addresses of pages, and holds none"
