from collections.abc import Iterator
from itertools import permutations

from markupsafe import Markup

from newsarchive.archive import archive_of, entry_of
from newsarchive.model import Article, Evidence, Field
from newsarchive.pages import Page, plan, routes
from newsarchive.pages.entryviews import Link
from newsarchive.pages.frames import frame_of
from newsarchive.pages.views import AboutView, AliasView, NotFoundView
from newsarchive.settings.schema import Settings
from samples import article, said, stated

ALWAYS = [
    *("sources/", "topics/", "names/", "dates/undated/", "dates/"),
    *("search/", "data/", "ledger/", "about/", "articles/", "404.html", ""),
]


def harbour() -> Article:
    section = Field(("News",), "stated", (Evidence("breadcrumb", "News", 1),))
    date, source = stated("2021-07-19"), stated("The Courier")
    return article(sha256="0" * 64, date=date, source=source, section=section)


def pages(*articles: Article, settings: Settings | None = None) -> list[Page]:
    by_hash = {one.sha256: one for one in articles}
    archive = archive_of(map(entry_of, articles))
    planned = plan(
        archive,
        lambda entry: by_hash[entry.sha256],
        settings or Settings(),
        about=Markup("<p>About.</p>"),
    )
    return [one.page() for one in planned]


def urls(made: Iterator[Page] | list[Page]) -> list[str]:
    return [page.url for page in made]


def test_an_empty_archive_has_the_pages_that_every_one_has() -> None:
    assert sorted(urls(pages())) == sorted(ALWAYS)


def test_an_article_has_its_page_and_those_that_lead_to_it() -> None:
    assert sorted(set(urls(pages(harbour()))) - set(ALWAYS)) == [
        "articles/harbour-reopens-00000000/",
        "dates/2021/",
        "dates/2021/07/",
        "sources/the-courier/",
        "topics/news/",
    ]


def test_an_address_that_is_cut_short_is_a_page_at_every_level() -> None:
    many = [article(f"{day}", date=stated(f"2021-07-{day % 28 + 1:02}")) for day in range(300)]
    made = set(urls(pages(harbour(), *many)))
    folders = [url.rpartition("/")[0] for url in made]
    parents = {folder.rpartition("/")[0] for folder in folders} - {""}
    assert {f"{parent}/" for parent in parents} - made == set()


def test_the_folder_of_articles_leads_to_the_first_page() -> None:
    (front,) = (page for page in pages(settings=Settings(title="News")) if page.url == "articles/")
    assert front.view == AliasView(Link("News", "../index.html"), "")


def test_no_two_pages_have_one_url() -> None:
    made = pages(harbour(), article("Unknown", source=stated("Unknown")), article("…"))
    assert len(set(urls(made))) == len(made)


def test_the_pages_do_not_depend_on_the_order_of_the_articles() -> None:
    articles = [harbour(), article("B"), article("C", date=stated("2021-07-18"))]
    assert len({tuple(map(repr, pages(*order))) for order in permutations(articles)}) == 1


def test_a_page_comes_after_the_articles_that_it_leads_to_and_the_first_page_last() -> None:
    made = urls(pages(harbour(), article("Another")))
    assert all(url.startswith("articles/") for url in made[:2])
    assert made[-1] == routes.HOME


def test_an_article_keeps_its_url_when_others_come() -> None:
    alone = urls(pages(harbour()))[0]
    assert alone in urls(pages(article("Earlier"), harbour(), article("Later")))


def test_the_about_page_counts_what_the_archive_holds() -> None:
    (about,) = (p.view for p in pages(harbour(), article("B")) if isinstance(p.view, AboutView))
    assert about == AboutView(html=Markup("<p>About.</p>"), articles=2, sources=1, dated=1)


def test_every_links_target_is_a_page() -> None:
    made = pages(harbour(), article("B"))
    files = {routes.file_of(page.url) for page in made}
    for page in made:
        frame = frame_of(page, Settings(), "en")
        if page.url != routes.NOT_FOUND:
            links = (*frame.navigation, frame.home)
            assert {link.href.removeprefix(frame.root) for link in links} <= files


def test_the_navigation_marks_the_page_it_stands_on() -> None:
    (dates,) = (page for page in pages() if page.url == routes.DATES)
    frame = frame_of(dates, Settings(title="T"), "en")
    assert [said(link.text) for link in frame.navigation if link.current] == ["Dates"]
    assert (frame.root, frame.static, frame.home.href) == ("../", "../static/", "../index.html")


def test_the_page_for_wrong_addresses_links_from_the_sites_top() -> None:
    (lost,) = (page for page in pages() if page.url == routes.NOT_FOUND)
    frame = frame_of(lost, Settings(url="https://example.org/news/"), "en")
    assert (frame.root, frame.static) == ("/news/", "/news/static/")
    assert frame_of(lost, Settings(), "en").root == "/"
    assert isinstance(lost.view, NotFoundView)
    assert (lost.view.dates.href, lost.view.home.href) == ("/dates/index.html", "/index.html")


def test_a_page_names_its_whole_address_where_the_sites_is_known() -> None:
    page = pages(harbour())[0]
    assert frame_of(page, Settings(), "en").canonical == ""
    known = frame_of(page, Settings(url="https://example.org/n/"), "en")
    assert known.canonical == "https://example.org/n/articles/harbour-reopens-00000000/"
