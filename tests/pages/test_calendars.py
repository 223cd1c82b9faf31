from newsarchive.archive import archive_of
from newsarchive.archive.overviews import overview_of
from newsarchive.pages.calendars import CELL, LEVELS, Collected, calendar_of, collected_of
from newsarchive.pages.chartviews import CalendarView, DayView
from samples import entry, said


def calendar(*dates: str, collected: Collected | None = None) -> CalendarView:
    archive = archive_of(entry(f"{n:03}", date=date) for n, date in enumerate(dates))
    overview = overview_of(archive)
    return calendar_of(overview.years[0], collected or collected_of(overview.dates))


def day(view: CalendarView, month: int, number: int) -> DayView:
    return view.months[month - 1].days[number - 1]


def test_a_year_has_a_square_for_each_day_in_weeks_that_begin_on_monday() -> None:
    view = calendar("2021-07-19")
    assert [len(month.days) for month in view.months][:2] == [31, 28]
    assert (day(view, 7, 19).x, day(view, 7, 19).y) == (0, 3 * CELL)
    assert (day(view, 8, 1).x, day(view, 8, 1).y) == (6 * CELL, 0)
    assert view.months[6].height == 5 * CELL


def test_a_day_leads_to_its_place_on_the_page_of_its_month() -> None:
    view = calendar("2021-07-19", "2021-07-19")
    assert (said(day(view, 7, 19).words), day(view, 7, 19).count) == ("19 July 2021", 2)
    assert day(view, 7, 19).href == "../../dates/2021/07/index.html#d2021-07-19"
    assert (day(view, 7, 20).href, view.months[7].href) == ("", "")


def test_days_without_an_article_are_told_from_days_that_were_not_collected() -> None:
    view = calendar("2021-03-02", "2021-03-05")
    assert [day(view, 3, number).collected for number in (1, 2, 3, 5, 6)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert view.uncollected
    assert not calendar("2021-03-02", collected=Collected("2020-12-31", "2022-01-01")).uncollected


def test_what_is_not_known_to_the_day_stands_on_none_and_is_counted_beside() -> None:
    view = calendar("2021-03-02", "2021-03", "2021-03~", "2021-03-04/2021-03-09", "2021", "2021?")
    assert (view.exact, view.to_the_year) == (1, 2)
    assert [(said(row.heading), row.counts) for row in view.by_month] == [("March 2021", (3,))]
    assert [d.number for month in view.months for d in month.days if d.count] == [2]


def test_shades_are_few_and_say_for_how_many_articles_they_stand() -> None:
    few = calendar("2021-03-02", *["2021-03-03"] * 3)
    assert [(level.least, level.most) for level in few.levels] == [(1, 1), (2, 2), (3, 3)]
    many = calendar("2021-03-02", *["2021-03-03"] * 9)
    assert [(level.least, level.most) for level in many.levels] == [(1, 3), (4, 6), (7, 9)]
    assert (day(many, 3, 2).level, day(many, 3, 3).level) == (1, 3)
    assert len(calendar(*["2021-03-03"] * 50).levels) <= LEVELS


def test_the_table_gives_the_same_numbers() -> None:
    view = calendar("2021-03-02", "2021-03-05", "2021-03-05")
    rows = [(said(row.heading), row.counts) for row in view.rows]
    assert rows == [("2 March 2021", (1,)), ("5 March 2021", (2,))]


def test_a_year_of_which_no_day_is_known_has_an_empty_calendar() -> None:
    view = calendar("2021")
    assert (view.exact, view.levels, view.to_the_year) == (0, (), 1)
    assert not any(day.collected for month in view.months for day in month.days)


def test_a_month_says_whether_it_was_collected_and_leads_to_its_page_where_it_has_one() -> None:
    view = calendar("2021-03-02", "2021-05-05", "2021-07")
    assert [bool(month.href) for month in view.months[1:7]] == [
        False, True, False, True, False, True,
    ]  # fmt: skip
    assert [month.collected for month in view.months[1:7]] == [
        False, True, True, True, False, False,
    ]  # fmt: skip
