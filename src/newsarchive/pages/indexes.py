"""All sources, all topics, all dates."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.archive.overviews import Overview, Tally
from newsarchive.pages import routes
from newsarchive.pages.entries import group_links, link, period_link, span_of
from newsarchive.pages.entryviews import Link
from newsarchive.pages.listviews import IndexRow, IndexView
from newsarchive.pages.periods import month_links, months_of
from newsarchive.pages.timelines import archive_timeline
from newsarchive.wording.said import message


def sources_view(overview: Overview) -> IndexView:
    """Show all sources."""
    links = group_links(overview.sources, routes.SOURCES, routes.source)
    return IndexView("sources", _rows(overview.sources, links), None)


def topics_view(overview: Overview) -> IndexView:
    """Show all topics."""
    links = group_links(overview.topics, routes.TOPICS, routes.topic)
    return IndexView("topics", _rows(overview.topics, links), None)


def dates_view(overview: Overview) -> IndexView:
    """Show the whole time by source, all years with their months, and the way to the undated."""
    page = routes.DATES
    rows = tuple(
        IndexRow(
            period_link(year, page),
            span_of(year.dates),
            month_links(months_of(year, overview.months), page),
        )
        for year in overview.years
    )
    undated = overview.undated
    to_undated = link(message("Undated"), routes.UNDATED, page, undated) if undated else None
    return IndexView("dates", rows, to_undated, archive_timeline(overview, page))


def _rows(groups: Sequence[Tally], links: Sequence[Link]) -> tuple[IndexRow, ...]:
    return tuple(
        IndexRow(to, span_of(group.dates), ()) for group, to in zip(groups, links, strict=True)
    )
