from msgspec.structs import replace

from newsarchive.archive import archive_of
from newsarchive.archive.overviews import Tally, overview_of
from samples import entry

ARTICLES = [
    entry("a", date="2021-07-19", source="Courier", section=("News",)),
    entry("b", date="2021-07-19", source="Courier"),
    entry("c", source="Herald"),
]


def test_an_overview_counts_articles_by_their_dates() -> None:
    overview = overview_of(archive_of(ARTICLES))
    assert (overview.articles, overview.dated, overview.undated) == (3, 2, 1)
    assert overview.sources == (
        Tally("Courier", 2, {"2021-07-19": 2}),
        Tally("Herald", 1, {"": 1}),
    )
    assert [(year.name, year.count) for year in overview.years] == [("2021", 2)]


def test_other_words_in_an_article_leave_the_overview_and_another_date_does_not() -> None:
    first, *others = ARTICLES
    edited, moved = (
        replace(first, own_summary=entry(beginning="Other words").summary, digest=b"2"),
        replace(first, date="2021-07"),
    )
    before, same, other = (
        overview_of(archive_of([one, *others])).digest for one in (first, edited, moved)
    )
    assert before == same != other
