"""Pages that list articles, and the pages that list those."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from newsarchive.archive import Archive, Entry, Group, start_of
from newsarchive.pages import routes
from newsarchive.pages.links import (
    date_view,
    entry_view,
    group_links,
    link,
    span_of,
    topic_links,
    words_of,
)
from newsarchive.pages.views import (
    EntryView,
    GroupView,
    HomeView,
    IndexRow,
    IndexView,
    Link,
    ListingView,
)

ON_HOME = 40
"""Articles on the first page; the others stand behind the dates."""


def home_view(archive: Archive) -> HomeView:
    """Show the first page: what the archive holds, newest first, then what has no date."""
    page = routes.HOME
    latest, undated = archive.dated[:ON_HOME], archive.undated[:ON_HOME]
    return HomeView(
        articles=len(archive.entries),
        known_sources=sum(1 for group in archive.sources if group.name),
        sources=_source_links(archive, page),
        topics=group_links(archive.topics, page, routes.topic),
        years=group_links(archive.years, page, routes.period),
        span=span_of(archive.dated),
        dated=len(archive.dated),
        undated=len(archive.undated),
        latest=_entries(latest, page),
        more=_more(archive.dated, latest, "All by date", routes.DATES),
        without_date=_entries(undated, page),
        more_undated=_more(archive.undated, undated, "All without a date", routes.UNDATED),
    )


def _more(everything: Sequence[Entry], shown: Sequence[Entry], text: str, url: str) -> Link | None:
    return link(text, url, routes.HOME, len(everything)) if len(everything) > len(shown) else None


def source_view(group: Group) -> ListingView:
    """Show the articles of a source, by year."""
    page = routes.source(group.name)
    topics = dict.fromkeys(topic for entry in group.entries for topic in entry.section)
    return ListingView(
        kind="source",
        heading=group.name,
        count=len(group.entries),
        span=span_of(group.entries),
        up=link("Sources", routes.SOURCES, page),
        groups=_by_year(group.entries, page),
        sections=topic_links(topics, page),
        periods=(),
        newer=None,
        older=None,
    )


def topic_view(group: Group) -> ListingView:
    """Show the articles of a topic, by year."""
    page = routes.topic(group.name)
    return ListingView(
        kind="topic",
        heading=group.name,
        count=len(group.entries),
        span=span_of(group.entries),
        up=link("Topics", routes.TOPICS, page),
        groups=_by_year(group.entries, page),
        sections=(),
        periods=(),
        newer=None,
        older=None,
    )


def year_view(archive: Archive, number: int) -> ListingView:
    """Show a year: its months, and its articles by month."""
    return _period_view("year", archive.years, number, _months_of(archive.years[number], archive))


def month_view(archive: Archive, number: int) -> ListingView:
    """Show a month: its articles by day."""
    return _period_view("month", archive.months, number, ())


def undated_view(archive: Archive) -> ListingView:
    """Show the articles whose date is not known."""
    page = routes.UNDATED
    return ListingView(
        kind="undated",
        heading="Undated",
        count=len(archive.undated),
        span="",
        up=link("Dates", routes.DATES, page),
        groups=(GroupView("", _entries(archive.undated, page)),),
        sections=(),
        periods=(),
        newer=None,
        older=None,
    )


def sources_view(archive: Archive) -> IndexView:
    """Show all sources."""
    links = _source_links(archive, routes.SOURCES)
    return IndexView("sources", _rows(archive.sources, links), None)


def topics_view(archive: Archive) -> IndexView:
    """Show all topics."""
    links = group_links(archive.topics, routes.TOPICS, routes.topic)
    return IndexView("topics", _rows(archive.topics, links), None)


def dates_view(archive: Archive) -> IndexView:
    """Show all years with their months, and the way to the undated."""
    page = routes.DATES
    rows = tuple(
        IndexRow(
            link(year.name, routes.period(year.name), page, len(year.entries)),
            span_of(year.entries),
            _month_links(year, _months_of(year, archive), page),
        )
        for year in archive.years
    )
    undated = len(archive.undated)
    return IndexView(
        "dates", rows, link("Undated", routes.UNDATED, page, undated) if undated else None
    )


def _rows(groups: Sequence[Group], links: Sequence[Link]) -> tuple[IndexRow, ...]:
    return tuple(
        IndexRow(to, span_of(group.entries), ()) for group, to in zip(groups, links, strict=True)
    )


def _source_links(archive: Archive, page: str) -> tuple[Link, ...]:
    """Link to all sources; the link to those that are not known has no text."""
    return group_links(archive.sources, page, routes.source)


def _period_view(
    kind: str, periods: Sequence[Group], number: int, months: Sequence[Group]
) -> ListingView:
    group = periods[number]
    page = routes.period(group.name)
    around = (*(None,) * (number == 0), *periods[max(number - 1, 0) : number + 2], None)
    newer, older = around[0], around[2]
    return ListingView(
        kind=kind,
        heading=words_of(group.name),
        count=len(group.entries),
        span="",
        up=_up(kind, group, page),
        groups=_by_day(group.entries, page) if kind == "month" else _by_month(group.entries, page),
        sections=(),
        periods=_month_links(group, months, page),
        newer=_period_link(newer, page),
        older=_period_link(older, page),
    )


def _up(kind: str, group: Group, page: str) -> Link:
    """Link a month to its year, and a year to all dates."""
    year = group.name[:4]
    if kind == "month":
        return link(year, routes.period(year), page)
    return link("Dates", routes.DATES, page)


def _month_links(year: Group, months: Sequence[Group], page: str) -> tuple[Link, ...]:
    """Link to the months of a year by their names alone: the year stands above them.

    Months are named `2021-07`, so that what is known of one ends in its year when it is spelled.
    """
    return tuple(
        link(
            words_of(month.name).removesuffix(f" {year.name}"),
            routes.period(month.name),
            page,
            len(month.entries),
        )
        for month in months
    )


def _period_link(group: Group | None, page: str) -> Link | None:
    if group is None:
        return None
    return link(words_of(group.name), routes.period(group.name), page, len(group.entries))


def _months_of(year: Group, archive: Archive) -> tuple[Group, ...]:
    return tuple(month for month in archive.months if month.name.startswith(year.name))


def _by_year(entries: Sequence[Entry], page: str) -> tuple[GroupView, ...]:
    return _grouped(entries, page, 4)


def _by_month(entries: Sequence[Entry], page: str) -> tuple[GroupView, ...]:
    return _grouped(entries, page, 7)


def _by_day(entries: Sequence[Entry], page: str) -> tuple[GroupView, ...]:
    return _grouped(entries, page, 10)


def _grouped(entries: Sequence[Entry], page: str, characters: int) -> tuple[GroupView, ...]:
    """Group entries, which are in the archive's order, by the first characters of their date."""
    return tuple(
        GroupView(_heading(start), _entries(tuple(members), page))
        for start, members in groupby(entries, lambda e: start_of(e.date or "")[:characters])
    )


def _heading(start: str) -> str:
    words = date_view(start, None).words
    return words[:1].upper() + words[1:]


def _entries(entries: Sequence[Entry], page: str) -> tuple[EntryView, ...]:
    return tuple(entry_view(entry, page) for entry in entries)
