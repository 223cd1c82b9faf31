from newsarchive.archive import Archive, archive_of
from newsarchive.archive.overviews import overview_of
from newsarchive.pages.entryviews import Link
from newsarchive.pages.indexes import dates_view, sources_view, topics_view
from samples import entry, said


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


def texts(links: tuple[Link, ...]) -> list[tuple[str, int]]:
    return [(said(link.text), link.count) for link in links]


def test_sources_and_topics_are_listed_with_their_counts() -> None:
    sources = texts(tuple(row.link for row in sources_view(overview_of(archive())).rows))
    assert sources == [("", 1), ("Courier", 3), ("Herald", 1)]
    topics = texts(tuple(row.link for row in topics_view(overview_of(archive())).rows))
    assert topics == [("News", 2), ("Sport", 1)]


def test_dates_are_listed_by_year_and_month_and_lead_to_the_undated() -> None:
    dates = dates_view(overview_of(archive()))
    assert texts(tuple(row.link for row in dates.rows)) == [("2021", 3), ("2020", 1)]
    assert [texts(row.parts) for row in dates.rows] == [[("July", 2), ("May", 1)], []]
    assert dates.undated is not None
    assert (dates.undated.href, dates.undated.count) == ("../dates/undated/index.html", 1)


def test_dates_draw_all_articles_and_each_source_in_a_row() -> None:
    timeline = dates_view(overview_of(archive())).timeline
    assert timeline is not None
    assert [(row.label, row.count) for row in timeline.rows] == [
        ("", 3),
        ("Courier", 2),
        ("Herald", 1),
    ]


def test_an_index_of_dates_without_undated_articles_has_no_link_to_them() -> None:
    assert dates_view(overview_of(archive_of([entry(date="2021")]))).undated is None
