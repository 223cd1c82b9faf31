from newsarchive.archive import Archive, archive_of
from newsarchive.archive.overviews import overview_of
from newsarchive.pages.entryviews import Link
from newsarchive.pages.home import IN_A_COLUMN, ON_HOME, home_view
from newsarchive.pages.views import HomeView
from samples import entry, said


def home(archive: Archive) -> HomeView:
    shown = archive.dated[:ON_HOME], archive.undated[:ON_HOME]
    return home_view(overview_of(archive), *shown)


def texts(links: tuple[Link, ...]) -> list[tuple[str, int]]:
    return [(said(link.text), link.count) for link in links]


def test_the_first_page_says_what_the_archive_holds_from_whom_and_over_which_time() -> None:
    view = home(
        archive_of(
            [
                entry("a", date="2021-07-19", source="Courier", section=("News",)),
                entry("b", date="2021-07-02", source="Courier", section=("News", "Sport")),
                entry("c", date="2021-05", source="Herald"),
                entry("d", date="2020", source="Courier"),
                entry("e"),
            ]
        )
    )
    assert (view.articles, view.dated, view.undated, view.known_sources) == (5, 4, 1, 2)
    assert texts(view.sources) == [("", 1), ("Courier", 3), ("Herald", 1)]
    assert texts(view.topics) == [("News", 2), ("Sport", 1)]
    assert texts(view.years) == [("2021", 3), ("2020", 1)]
    assert said(view.span) == "2020 – 19 July 2021"
    assert [e.title.text for e in view.latest] == ["a", "b", "c", "d"]
    assert [e.title.text for e in view.without_date] == ["e"]
    assert (view.more, view.more_undated) == (None, None)
    assert (view.more_sources, view.more_topics, view.more_years) == (None, None, None)


def test_the_first_page_draws_all_articles_in_one_row_and_leaves_the_table_to_the_dates() -> None:
    view = home(archive_of([entry("a", date="2021-07-19"), entry("b", date="2021-05")]))
    assert view.timeline is not None
    assert (len(view.timeline.rows), view.timeline.table) == (1, ())


def test_a_first_page_that_cannot_show_all_says_where_the_others_are() -> None:
    many = [entry(f"{n:03}", date=f"2021-01-{n % 28 + 1:02}") for n in range(ON_HOME + 1)]
    many += [entry(f"undated {n}") for n in range(ON_HOME + 2)]
    view = home(archive_of(many))
    assert len(view.latest) == len(view.without_date) == ON_HOME
    assert view.more is not None
    assert (view.more.href, view.more.count) == ("dates/index.html", ON_HOME + 1)
    assert view.more_undated is not None
    assert view.more_undated.href == "dates/undated/index.html"


def test_a_first_page_names_the_sources_topics_and_years_with_the_most_and_leads_to_all() -> None:
    years = [entry(f"y{n}", date=f"{1990 + n}") for n in range(IN_A_COLUMN + 1)]
    rare = [entry(f"s{n}", source=f"S{n:02}", section=(f"T{n:02}",)) for n in range(IN_A_COLUMN)]
    often = [entry(f"o{n}", source="Courier", section=("News",)) for n in range(2)]
    view = home(archive_of([*years, *rare, *often]))
    assert [said(link.text) for link in view.sources][:3] == ["", "Courier", "S00"]
    assert [said(link.text) for link in view.topics][:2] == ["News", "T00"]
    assert {len(view.sources), len(view.topics), len(view.years)} == {IN_A_COLUMN}
    more = (view.more_sources, view.more_topics, view.more_years)
    assert [(link.href, link.count) for link in more if link] == [
        ("sources/index.html", IN_A_COLUMN + 1),
        ("topics/index.html", IN_A_COLUMN + 1),
        ("dates/index.html", IN_A_COLUMN + 1),
    ]


def test_the_first_page_of_an_empty_archive_is_empty() -> None:
    view = home(archive_of([]))
    assert (view.articles, view.span, view.latest, view.without_date) == (0, "", (), ())
    assert (view.timeline, view.names) == (None, ())


def test_the_first_page_counts_as_a_source_no_article_whose_source_is_not_known() -> None:
    known = [entry(f"s{n}", source=f"S{n:02}") for n in range(IN_A_COLUMN + 1)]
    view = home(archive_of([*known, entry("unknown")]))
    assert view.more_sources is not None
    assert view.known_sources == view.more_sources.count == IN_A_COLUMN + 1
