"""The first page: what the archive holds, newest first, then what has no date, and the ways in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from newsarchive.archive import Entry
from newsarchive.archive.overviews import Counted, Overview
from newsarchive.pages import routes
from newsarchive.pages.entries import (
    entry_views,
    group_links,
    largest,
    link,
    period_link,
    span_of,
)
from newsarchive.pages.entryviews import Link
from newsarchive.pages.names import most_named
from newsarchive.pages.timelines import timeline_of
from newsarchive.pages.views import HomeView

ON_HOME = 40
"""Articles on the first page; the others stand behind the dates."""
NAMES_ON_HOME = 15
IN_A_COLUMN = 20
"""Sources, topics and years each on the first page: those with the most articles."""


def home_view(overview: Overview, latest: Sequence[Entry], undated: Sequence[Entry]) -> HomeView:
    """Show the first page.

    Args:
        overview: of the archive.
        latest: the newest of its articles, up to `ON_HOME`.
        undated: the first of those without a date, as many.
    """
    page = routes.HOME
    timeline = timeline_of(overview.dates)
    sources = largest(overview.sources, IN_A_COLUMN)
    return HomeView(
        articles=overview.articles,
        known_sources=_named(overview.sources),
        sources=group_links(sources, page, routes.source),
        more_sources=_more(_named(overview.sources), _named(sources), routes.SOURCES),
        topics=group_links(largest(overview.topics, IN_A_COLUMN), page, routes.topic),
        more_topics=_more(len(overview.topics), IN_A_COLUMN, routes.TOPICS),
        years=tuple(period_link(year, page) for year in overview.years[:IN_A_COLUMN]),
        more_years=_more(len(overview.years), IN_A_COLUMN, routes.DATES),
        names=most_named(overview.names, page, NAMES_ON_HOME),
        all_names=link("", routes.NAMES, page),
        timeline=replace(timeline, table=()) if timeline else None,
        span=span_of(overview.dates),
        dated=overview.dated,
        undated=overview.undated,
        latest=entry_views(latest, page),
        more=_more(overview.dated, len(latest), routes.DATES),
        without_date=entry_views(undated, page),
        more_undated=_more(overview.undated, len(undated), routes.UNDATED),
    )


def _named(sources: Iterable[Counted]) -> int:
    """Count sources without the place of those that are not known."""
    return sum(1 for source in sources if source.name)


def _more(everything: int, shown: int, url: str) -> Link | None:
    """Link to all of something, unless all are shown; the template says so in words."""
    return link("", url, routes.HOME, everything) if everything > shown else None
