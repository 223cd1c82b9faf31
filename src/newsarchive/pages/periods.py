"""Years, months, and the days of a month that is too long for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsarchive.archive import Archive, Entry, Group
from newsarchive.archive.overviews import Counted, Overview, Tally
from newsarchive.archive.shelves import Front, Period, front_of, shelved
from newsarchive.incremental.deferred import Deferred
from newsarchive.pages import routes
from newsarchive.pages.calendars import Collected, calendar_of, collected_of
from newsarchive.pages.entries import Grouped, entry_views, grouped, link, period_link
from newsarchive.pages.entryviews import GroupView, Link
from newsarchive.pages.listings import WORTH_SEARCHING, Listing
from newsarchive.pages.listviews import ListingView, PartView
from newsarchive.pages.search import query_of
from newsarchive.wording.said import When, message

Around = tuple[Link | None, Link | None]
"""To the newer and the older period."""


def period_pages(archive: Archive, overview: Overview) -> Iterator[Listing]:
    """Show all years, months and, where a month is split, days."""
    collected = collected_of(overview.dates)
    for number, (year, tally) in enumerate(zip(archive.years, overview.years, strict=True)):
        around = _around(archive.years, number, routes.period(year.name))
        own, months = shelved(year.entries, year.name).own, months_of(tally, overview.months)
        yield _listing(_year_view, tally, own, months, collected, *around)
    for number, month in enumerate(archive.months):
        around = _around(archive.months, number, routes.period(month.name))
        yield from _month_pages(month, around)


def months_of(year: Counted, months: Iterable[Grouped]) -> tuple[Grouped, ...]:
    """Give the months of a year that have articles, newest first."""
    return tuple(month for month in months if month.name.startswith(year.name))


def month_links(months: Iterable[Counted], page: str) -> tuple[Link, ...]:
    """Link to the months of a year by their names alone: the year stands above them."""
    return tuple(period_link(month, page, "month") for month in months)


def _listing(show: Callable[..., ListingView], group: Counted, *others: object) -> Listing:
    made = Deferred(show, (group, *others))
    return Listing(routes.period(group.name), When(group.name, "heading"), made)


def _year_view(
    year: Tally,
    own: Sequence[Entry],
    months: Sequence[Tally],
    collected: Collected,
    newer: Link | None,
    older: Link | None,
) -> ListingView:
    """Show a year: its calendar, its months, and its articles unless the months hold too many."""
    page = routes.period(year.name)
    return ListingView(
        kind="year",
        heading=When(year.name, "heading"),
        count=year.count,
        groups=grouped(own, page, 7),
        up=link(message("Dates"), routes.DATES, page),
        parts=tuple(PartView(to) for to in month_links(months, page)),
        parts_kind="months" if months else "",
        newer=newer,
        older=older,
        query=query_of(year=year.name) if year.count >= WORTH_SEARCHING else "",
        calendar=calendar_of(year, collected),
    )


def _month_pages(month: Group, around: Around) -> Iterator[Listing]:
    """Show a month: its articles by day, or its days where they are too many."""
    shelf = shelved(month.entries, month.name)
    yield _listing(_month_view, Period(month.name, month.count), front_of(shelf, 0), *around)
    groups = [Group(day.period, day.entries) for day in shelf.parts]
    for number, day in enumerate(groups):
        yield _listing(_day_view, day, *_around(groups, number, routes.period(day.name)))


def _month_view(month: Period, shelf: Front, newer: Link | None, older: Link | None) -> ListingView:
    page, year = routes.period(month.name), month.name[:4]
    return ListingView(
        kind="month",
        heading=When(month.name, "heading"),
        count=month.count,
        groups=grouped(shelf.own, page, 10),
        up=link(When(year), routes.period(year), page),
        parts=tuple(_day_part(day, page) for day in shelf.parts),
        parts_kind="days" if shelf.parts else "",
        newer=newer,
        older=older,
    )


def _day_part(day: Period, page: str) -> PartView:
    url, words = routes.period(day.name), When(day.name)
    return PartView(link(words, url, page, day.count), routes.day(day.name))


def _day_view(day: Group, newer: Link | None, older: Link | None) -> ListingView:
    page, month = routes.period(day.name), day.name[:7]
    return ListingView(
        kind="day",
        heading=When(day.name, "heading"),
        count=day.count,
        groups=(GroupView("", entry_views(day.entries, page)),),
        up=link(When(month), routes.period(month), page),
        newer=newer,
        older=older,
    )


def _around(periods: Sequence[Group], number: int, page: str) -> Around:
    """Link to the newer and the older neighbour of a period."""
    around = (None, *periods, None)[number : number + 3]
    newer, older = (
        period_link(group, page, "heading") if group else None for group in (around[0], around[2])
    )
    return newer, older
