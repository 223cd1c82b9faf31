from collections import Counter

from newsarchive.archive import archive_of
from newsarchive.archive.overviews import dates_of, overview_of
from newsarchive.pages.chartviews import TimelineView
from newsarchive.pages.timelines import (
    COLUMN,
    HEIGHT,
    MOST_LABELS,
    MOST_SOURCES,
    archive_timeline,
    timeline_of,
)
from samples import entry, said


def timeline(*articles: tuple[str | None, str]) -> TimelineView:
    entries = [entry(f"{n}", date=d, source=s) for n, (d, s) in enumerate(articles)]
    view = archive_timeline(overview_of(archive_of(entries)), "dates/")
    assert view is not None
    return view


def test_each_month_has_a_bar_as_high_as_its_share_of_the_greatest() -> None:
    view = timeline_of(Counter(("2021-01", "2021-03", "2021-03", "2021-03-09")))
    assert view is not None
    (row,) = view.rows
    assert [(said(bar.words), bar.count) for bar in row.bars] == [
        ("January 2021", 1),
        ("March 2021", 3),
    ]
    assert [(bar.x // COLUMN, bar.height) for bar in row.bars] == [(0, HEIGHT // 3), (2, HEIGHT)]
    assert all(bar.y + bar.height == HEIGHT for bar in row.bars)
    assert (row.first, row.width, view.width) == (0, 3 * COLUMN, 12 * COLUMN)


def test_the_archive_has_a_row_for_all_and_one_for_each_source() -> None:
    view = timeline(("2021-01", "Courier"), ("2021-03", "Courier"), ("2021-02", "Herald"))
    assert [(row.label, row.href, row.count) for row in view.rows] == [
        ("", "", 3),
        ("Courier", "../sources/courier/index.html", 2),
        ("Herald", "../sources/herald/index.html", 1),
    ]
    assert [(said(row.heading), row.counts) for row in view.table] == [
        ("January 2021", (1, 1, 0)),
        ("February 2021", (1, 0, 1)),
        ("March 2021", (1, 1, 0)),
    ]


def test_the_smallest_of_many_sources_share_a_row() -> None:
    many = [("2021-01", f"Paper {n:02}") for n in range(MOST_SOURCES + 3)]
    view = timeline(*many, ("2021-02", "Paper 00"))
    assert len(view.rows) == MOST_SOURCES + 1
    assert (view.rows[-1].others, view.rows[-1].count, view.rows[-1].label) == (4, 4, "")
    assert view.table[0].counts[-1] == 4


def test_the_row_that_small_sources_share_begins_with_its_first_month() -> None:
    months = [f"2021-{12 - n % 12:02}" for n in range(MOST_SOURCES + 3)]
    view = timeline(*[(month, f"Paper {n:02}") for n, month in enumerate(months)])
    row = view.rows[-1]
    assert [bar.x // COLUMN for bar in row.bars] == sorted(bar.x // COLUMN for bar in row.bars)
    assert (row.first, row.width) == (row.bars[0].x // COLUMN * COLUMN, view.width)


def test_articles_without_a_date_are_told_from_those_whose_month_is_not_known() -> None:
    view = timeline(("2021-01", "A"), ("2021-02", "A"), ("2021", "A"), (None, "A"), (None, "B"))
    assert (view.undated, view.coarse) == (2, 1)


def test_articles_of_a_single_month_are_not_drawn() -> None:
    entries = [entry("a", date="2021-01-05"), entry("b", date="2021-01-07"), entry("c")]
    assert timeline_of(dates_of(entries)) is None
    assert archive_timeline(overview_of(archive_of(entries)), "") is None


def test_a_long_time_is_drawn_by_year_with_few_names_below() -> None:
    view = timeline_of({"1900": 1, "1999": 1})
    assert view is not None
    assert (view.unit, len(view.years)) == ("year", 100)
    assert len(view.labels) <= MOST_LABELS
    assert (view.labels[0].x, said(view.labels[0].text)) == ("0.00%", "1900")


def test_a_year_that_begins_near_the_end_is_named_before_the_end() -> None:
    view = timeline_of({"1984": 1, "2026": 1})
    assert view is not None
    last = view.labels[-1]
    assert (last.x, last.anchor, said(last.text)) == ("100%", "end", "2026")
    assert {label.anchor for label in view.labels[:-1]} == {"start"}
    assert [said(label.text) for label in view.labels[-2:]] == ["2014", "2026"]  # none under it


def test_at_the_end_stands_the_last_year_and_no_other() -> None:
    view = timeline_of({"1931": 1, "2021": 1})
    assert view is not None
    assert [(label.x, said(label.text)) for label in view.labels[-2:]] == [
        ("79.12%", "2003"),
        ("100%", "2021"),
    ]
