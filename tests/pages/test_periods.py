from newsarchive.archive import archive_of
from newsarchive.archive.overviews import overview_of
from newsarchive.archive.shelves import PART_FITS
from newsarchive.pages.listings import Listing
from newsarchive.pages.listviews import ListingView
from newsarchive.pages.periods import period_pages
from samples import entry, said


def pages(*dates: str) -> dict[str, Listing]:
    archive = archive_of(entry(f"{number:03}", date=day) for number, day in enumerate(dates))
    return {listing.url: listing for listing in period_pages(archive, overview_of(archive))}


def shown(view: ListingView) -> list[tuple[str, list[str]]]:
    return [
        (said(group.heading), [said(e.title.text) for e in group.entries]) for group in view.groups
    ]


def test_a_year_lists_its_articles_by_month_and_leads_to_its_neighbours() -> None:
    view = pages("2021-07-19", "2021-07-02", "2021-05", "2020")["dates/2021/"].made()
    assert (view.kind, said(view.heading)) == ("year", "2021")
    assert shown(view) == [("July 2021", ["000", "001"]), ("May 2021", ["002"])]
    assert view.newer is None
    assert view.older is not None
    assert view.older.href == "../../dates/2020/index.html"
    assert [(said(part.link.text), part.link.count) for part in view.parts] == [
        ("July", 2),
        ("May", 1),
    ]
    assert view.up.href == "../../dates/index.html"
    assert view.calendar is not None


def test_an_article_of_a_year_without_a_month_stands_in_its_year() -> None:
    view = pages("2020")["dates/2020/"].made()
    assert (shown(view), view.parts) == ([("2020", ["000"])], ())


def test_a_month_lists_its_articles_by_day_and_leads_to_its_neighbours() -> None:
    view = pages("2021-07-19", "2021-07-02", "2021-05")["dates/2021/07/"].made()
    assert shown(view) == [("19 July 2021", ["000"]), ("2 July 2021", ["001"])]
    assert [group.anchor for group in view.groups] == ["d2021-07-19", "d2021-07-02"]
    assert view.newer is None
    assert view.older is not None
    assert view.up.href == "../../../dates/2021/index.html"
    assert (said(view.older.text), view.older.href) == (
        "May 2021",
        "../../../dates/2021/05/index.html",
    )


def test_a_month_that_is_too_long_for_a_page_has_a_page_for_each_day() -> None:
    days = ["2021-07-19"] * PART_FITS + ["2021-07-02", "2021-07"]
    made = pages(*days)
    month = made["dates/2021/07/"].made()
    assert (month.parts_kind, shown(month)) == ("days", [("July 2021", [f"{len(days) - 1:03}"])])
    assert [(said(part.link.text), part.anchor) for part in month.parts] == [
        ("19 July 2021", "d2021-07-19"),
        ("2 July 2021", "d2021-07-02"),
    ]
    day = made["dates/2021/07/02/"].made()
    assert (day.kind, said(day.heading), day.count) == ("day", "2 July 2021", 1)
    assert day.newer is not None
    assert (said(day.newer.text), said(day.up.text)) == ("19 July 2021", "July 2021")


def test_a_year_that_is_too_long_for_a_page_leaves_its_articles_to_its_months() -> None:
    made = pages(*["2021-07-19"] * PART_FITS, "2021")
    year = made["dates/2021/"].made()
    assert shown(year) == [("2021", [f"{PART_FITS:03}"])]
