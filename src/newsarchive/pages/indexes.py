"""All sources, all topics, all dates."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.archive import Archive, Group
from newsarchive.pages import routes
from newsarchive.pages.entryviews import Link
from newsarchive.pages.links import group_links, link, period_link, span_of
from newsarchive.pages.listviews import IndexRow, IndexView
from newsarchive.pages.periods import month_links, months_of
from newsarchive.pages.timelines import archive_timeline
from newsarchive.wording.said import message


def sources_view(archive: Archive) -> IndexView:
    """Show all sources."""
    links = group_links(archive.sources, routes.SOURCES, routes.source)
    return IndexView("sources", _rows(archive.sources, links), None)


def topics_view(archive: Archive) -> IndexView:
    """Show all topics."""
    links = group_links(archive.topics, routes.TOPICS, routes.topic)
    return IndexView("topics", _rows(archive.topics, links), None)


def dates_view(archive: Archive) -> IndexView:
    """Show the whole time by source, all years with their months, and the way to the undated."""
    page = routes.DATES
    rows = tuple(
        IndexRow(
            period_link(year, page),
            span_of(year.entries),
            month_links(months_of(year, archive), page),
        )
        for year in archive.years
    )
    undated = len(archive.undated)
    to_undated = link(message("Undated"), routes.UNDATED, page, undated) if undated else None
    return IndexView("dates", rows, to_undated, archive_timeline(archive, page))


def _rows(groups: Sequence[Group], links: Sequence[Link]) -> tuple[IndexRow, ...]:
    return tuple(
        IndexRow(to, span_of(group.entries), ()) for group, to in zip(groups, links, strict=True)
    )
