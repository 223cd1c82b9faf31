"""The first page: what the archive holds, newest first, then what has no date, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from newsarchive.archive import Archive
from newsarchive.pages import routes
from newsarchive.pages.entryviews import Link
from newsarchive.pages.links import (
    entry_views,
    group_links,
    largest,
    link,
    period_link,
    span_of,
)
from newsarchive.pages.names import most_named
from newsarchive.pages.timelines import timeline_of
from newsarchive.pages.views import HomeView

ON_HOME = 40
"""Articles on the first page; the others stand behind the dates."""
NAMES_ON_HOME = 15
IN_A_COLUMN = 20
"""Sources, topics and years each on the first page: those with the most articles."""


def home_view(archive: Archive) -> HomeView:
    """Show the first page."""
    page = routes.HOME
    latest, undated = archive.dated[:ON_HOME], archive.undated[:ON_HOME]
    timeline = timeline_of(archive.entries)
    return HomeView(
        articles=len(archive.entries),
        known_sources=sum(1 for group in archive.sources if group.name),
        sources=group_links(largest(archive.sources, IN_A_COLUMN), page, routes.source),
        more_sources=_more(archive.sources, IN_A_COLUMN, routes.SOURCES),
        topics=group_links(largest(archive.topics, IN_A_COLUMN), page, routes.topic),
        more_topics=_more(archive.topics, IN_A_COLUMN, routes.TOPICS),
        years=tuple(period_link(year, page) for year in archive.years[:IN_A_COLUMN]),
        more_years=_more(archive.years, IN_A_COLUMN, routes.DATES),
        names=most_named(archive.names, page, NAMES_ON_HOME),
        timeline=replace(timeline, table=()) if timeline else None,
        span=span_of(archive.dated),
        dated=len(archive.dated),
        undated=len(archive.undated),
        latest=entry_views(latest, page),
        more=_more(archive.dated, len(latest), routes.DATES),
        without_date=entry_views(undated, page),
        more_undated=_more(archive.undated, len(undated), routes.UNDATED),
    )


def _more(everything: Sequence[object], shown: int, url: str) -> Link | None:
    """Link to all of something, unless all are shown; the template says so in words."""
    return link("", url, routes.HOME, len(everything)) if len(everything) > shown else None
