import pytest
from selectolax.lexbor import LexborHTMLParser

from newsarchive.loading.webpages.linked import nodes
from newsarchive.loading.webpages.metadata import statements
from newsarchive.model import Statement


def stated(page: str, field: str) -> list[str]:
    return [one.value for one in all_of(page) if one.field == field]


def all_of(page: str) -> list[Statement]:
    parsed = LexborHTMLParser(page)
    return statements(parsed, nodes(parsed), page)


def record(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_the_heading_goes_first_if_another_place_confirms_it() -> None:
    page = "<title>The bridge</title><h1>Menu</h1><h1>The bridge</h1>"
    assert stated(page, "title") == ["The bridge", "Menu", "The bridge"]


def test_a_heading_that_is_the_publishers_name_is_no_title() -> None:
    page = '<meta property="og:site_name" content="Example"><h1>Example</h1><h1>The bridge</h1>'
    assert stated(page, "title") == ["The bridge"]


def test_the_articles_record_is_told_from_the_others() -> None:
    page = record(
        '[{"@type": "Organization", "name": "Example"},'
        ' {"@type": ["NewsArticle"], "headline": "The &amp; bridge",'
        ' "publisher": {"@type": "Organization", "name": "The Example Post"},'
        ' "articleSection": ["News", "Harbour"], "inLanguage": "de-AT"}]'
    )
    assert stated(page, "title") == ["The & bridge"]
    assert stated(page, "source") == ["The Example Post"]
    assert stated(page, "section") == ["News", "Harbour"]
    assert stated(page, "language") == ["de-AT"]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("news/local/crime-courts", ["news", "local", "crime courts"]),
        ("opinion|star-columnists", ["opinion", "star-columnists"]),
        ("A.S., Featured, News, Ann Ode", ["A.S."]),
        ("Politics, Region", ["Politics, Region"]),
        ("Articles", []),
    ],
)
def test_sections_are_read_as_programs_list_them(said: str, read: list[str]) -> None:
    assert stated(f'<meta property="article:section" content="{said}">', "section") == read


def test_of_several_articles_records_the_pages_own_is_read() -> None:
    page = record(
        '[{"@type": "Article", "headline": "A teaser", "datePublished": "2020-01-01"},'
        ' {"@type": "Article", "headline": "The bridge", "datePublished": "2021-07-19"}]'
    )
    assert stated(f"{page}<h1>The bridge</h1>", "date") == ["2021-07-19"]


def test_a_record_wrapped_as_old_browsers_needed_it_is_read() -> None:
    assert stated(record('//<![CDATA[\n{"@type":"Article","headline":"x"}\n//]]>'), "title") == [
        "x"
    ]


def test_the_publisher_is_nobodys_name() -> None:
    page = (
        '<meta property="og:site_name" content="The Example Post">'
        '<meta name="author" content="The Example Post"><a rel="author">Ann Ode</a>'
    )
    assert stated(page, "authors") == ["Ann Ode"]


def test_a_byline_is_read_only_if_it_holds_names_and_no_more() -> None:
    assert stated('<div class="byline">By Ann Ode and Bo Li</div>', "authors") == [
        "Ann Ode",
        "Bo Li",
    ]
    assert stated('<div class="author-box">more stories from the desk</div>', "authors") == []


def test_a_day_in_the_address_confirms_a_date_and_unmasks_a_clock() -> None:
    address = '<link rel="canonical" href="https://post.example/2021/07/19/bridge">'
    meta = '<meta name="date" content="2021-07-21"><meta name="pubdate" content="2021-07-19">'
    assert stated(address + meta, "date")[0] == "2021-07-19"
    assert stated(address + '<time datetime="2024-01-01">', "date") == []


def test_a_date_without_one_meaning_is_not_read() -> None:
    assert stated('<meta name="date" content="07/08/2021">', "date") == []


def test_a_saved_page_keeps_the_address_that_the_browser_noted() -> None:
    page = "<!-- saved from url=(0029)https://post.example/1 -->\n<p>x"
    assert stated(page, "url") == ["https://post.example/1"]


def test_reader_view_keeps_the_address_of_the_page_that_it_shows() -> None:
    page = '<a class="domain reader-domain" href="https://post.example/1">post.example</a><p>x'
    assert stated(page, "url") == ["https://post.example/1"]


def test_a_heading_that_nothing_closes_ends_where_the_text_begins() -> None:
    assert stated("<h1>Mill <i>fire</i>: two held<div><p>Two men.<p>Police", "title") == [
        "Mill fire: two held"
    ]
    assert stated("<h1><div>Mill fire</div></h1><p>Two men.", "title") == ["Mill fire"]


def test_relative_addresses_are_no_addresses() -> None:
    assert stated('<link rel="canonical" href="/bridge">', "url") == []


def test_values_too_long_to_be_what_they_say_are_left_out() -> None:
    assert all_of(f'<meta property="og:title" content="{"x" * 5_000}">') == []


def test_a_page_of_metadata_without_end_keeps_some_of_it() -> None:
    page = '<meta name="section" content="News">' * 20_000
    assert len(stated(page, "section")) == 40


@pytest.mark.parametrize(
    ("title", "sources"),
    [
        ("Bridge to close - The Port Courier", ["The Port Courier"]),
        ("Bridge to close | Harbour | The Port Courier", ["The Port Courier"]),
        ("Bridge to close - 13.06.2023", []),
        ("« Bridge to close » | The Port Courier", ["The Port Courier"]),
        ("The bridge - The Port Courier", []),
        ("Bridge to close", []),
    ],
)
def test_what_stands_behind_the_headline_in_the_pages_title_is_the_publisher(
    title: str, sources: list[str]
) -> None:
    page = f"<head><title>{title}</title></head><h1>Bridge to close</h1>"
    assert stated(page, "source") == sources


def test_a_publisher_that_the_page_names_goes_before_its_title() -> None:
    page = (
        "<head><title>Bridge to close - Home</title>"
        '<meta property="og:site_name" content="The Port Courier"></head><h1>Bridge to close</h1>'
    )
    assert stated(page, "source") == ["The Port Courier"]


@pytest.mark.parametrize(
    ("title", "titles", "sources"),
    [
        ("The Port Courier - Print", [], ["The Port Courier"]),
        ("Print article", [], []),
        ("Druckversion - Der Kurier", [], ["Der Kurier"]),
        ("The Port Courier", [], ["The Port Courier"]),
        ("Print - Bridge to close - Port Life", ["Bridge to close"], ["Port Life"]),
        ("Print: Bridge to close", ["Bridge to close"], []),
        ("Bridge to close | Printer-friendly version", ["Bridge to close"], []),
        ("Print is dead, says the mayor", ["Print is dead, says the mayor"], []),
    ],
)
def test_the_title_of_a_page_to_be_printed_is_that_of_its_article(
    title: str, titles: list[str], sources: list[str]
) -> None:
    page = f"<title>{title}</title><h2>Bridge to close</h2><p>It is old.</p>"
    assert (stated(page, "title"), stated(page, "source")) == (titles, sources)
