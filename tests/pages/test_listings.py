from newsarchive.archive import Archive, archive_of
from newsarchive.pages import listings
from newsarchive.pages.views import Link, ListingView
from samples import entry


def archive() -> Archive:
    return archive_of(
        [
            entry("a", date="2021-07-19", source="Courier", section=("News",)),
            entry("b", date="2021-07-02", source="Courier", section=("News", "Sport")),
            entry("c", date="2021-05", source="Herald"),
            entry("d", date="2020", source="Courier"),
            entry("e"),
        ]
    )


def shown(view: ListingView) -> list[tuple[str, list[str]]]:
    return [(group.heading, [e.title.text for e in group.entries]) for group in view.groups]


def texts(links: tuple[Link, ...]) -> list[tuple[str, int]]:
    return [(link.text, link.count) for link in links]


def test_the_first_page_says_what_the_archive_holds_from_whom_and_over_which_time() -> None:
    view = listings.home_view(archive())
    assert (view.articles, view.dated, view.undated, view.known_sources) == (5, 4, 1, 2)
    assert texts(view.sources) == [("", 1), ("Courier", 3), ("Herald", 1)]
    assert texts(view.topics) == [("News", 2), ("Sport", 1)]
    assert texts(view.years) == [("2021", 3), ("2020", 1)]
    assert view.span == "2020 – 19 July 2021"
    assert [e.title.text for e in view.latest] == ["a", "b", "c", "d"]
    assert [e.title.text for e in view.without_date] == ["e"]
    assert (view.more, view.more_undated) == (None, None)


def test_a_first_page_that_cannot_show_all_says_where_the_others_are() -> None:
    many = [entry(f"{n:03}", date=f"2021-01-{n % 28 + 1:02}") for n in range(listings.ON_HOME + 1)]
    many += [entry(f"undated {n}") for n in range(listings.ON_HOME + 2)]
    view = listings.home_view(archive_of(many))
    assert len(view.latest) == len(view.without_date) == listings.ON_HOME
    assert view.more is not None
    assert (view.more.href, view.more.count) == ("dates/index.html", listings.ON_HOME + 1)
    assert view.more_undated is not None
    assert view.more_undated.href == "dates/undated/index.html"


def test_the_first_page_of_an_empty_archive_is_empty() -> None:
    view = listings.home_view(archive_of([]))
    assert (view.articles, view.span, view.latest, view.without_date) == (0, "", (), ())


def test_a_source_lists_its_articles_by_year_with_its_topics() -> None:
    view = listings.source_view(archive().sources[1])
    assert (view.kind, view.heading, view.count) == ("source", "Courier", 3)
    assert shown(view) == [("2021", ["a", "b"]), ("2020", ["d"])]
    assert [link.text for link in view.sections] == ["News", "Sport"]
    assert view.up.href == "../../sources/index.html"


def test_the_articles_without_a_source_have_a_page_without_a_heading() -> None:
    view = listings.source_view(archive().sources[0])
    assert (view.heading, shown(view)) == ("", [("Undated", ["e"])])


def test_a_topic_lists_its_articles() -> None:
    view = listings.topic_view(archive().topics[1])
    assert (view.kind, view.heading, shown(view)) == ("topic", "Sport", [("2021", ["b"])])


def test_a_year_lists_its_articles_by_month_and_leads_to_its_neighbours() -> None:
    view = listings.year_view(archive(), 0)
    assert (view.kind, view.heading) == ("year", "2021")
    assert shown(view) == [("July 2021", ["a", "b"]), ("May 2021", ["c"])]
    assert view.newer is None
    assert view.older is not None
    assert view.older.href == "../../dates/2020/index.html"
    assert texts(view.periods) == [("July", 2), ("May", 1)]
    assert view.up.href == "../../dates/index.html"


def test_an_article_of_a_year_without_a_month_stands_in_its_year() -> None:
    assert shown(listings.year_view(archive(), 1)) == [("2020", ["d"])]


def test_a_month_lists_its_articles_by_day_and_leads_to_its_neighbours() -> None:
    view = listings.month_view(archive(), 0)
    assert shown(view) == [("19 July 2021", ["a"]), ("2 July 2021", ["b"])]
    assert view.newer is None
    assert view.older is not None
    assert view.up.href == "../../../dates/2021/index.html"
    assert (view.older.text, view.older.href) == ("May 2021", "../../../dates/2021/05/index.html")


def test_the_undated_have_a_page_of_their_own() -> None:
    view = listings.undated_view(archive())
    assert (view.heading, shown(view)) == ("Undated", [("", ["e"])])


def test_the_indexes_list_sources_topics_and_years_with_their_counts() -> None:
    sources = listings.sources_view(archive())
    assert texts(tuple(row.link for row in sources.rows)) == [
        ("", 1),
        ("Courier", 3),
        ("Herald", 1),
    ]
    topics = listings.topics_view(archive())
    assert texts(tuple(row.link for row in topics.rows)) == [("News", 2), ("Sport", 1)]
    dates = listings.dates_view(archive())
    assert texts(tuple(row.link for row in dates.rows)) == [("2021", 3), ("2020", 1)]
    assert [texts(row.parts) for row in dates.rows] == [[("July", 2), ("May", 1)], []]
    assert dates.undated is not None
    assert (dates.undated.href, dates.undated.count) == ("../dates/undated/index.html", 1)


def test_an_index_of_dates_without_undated_articles_has_no_link_to_them() -> None:
    assert listings.dates_view(archive_of([entry(date="2021")])).undated is None
