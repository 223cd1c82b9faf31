"""The pages that list articles: of the sources, with their feeds, topics, names, dates; the first.

What is on each says `listings`, `periods` or `home`; here they are planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from newsarchive.archive import Archive, Entry, Group
from newsarchive.archive.overviews import Overview
from newsarchive.incremental.deferred import Deferred
from newsarchive.pages import routes
from newsarchive.pages.feeds import FeedView, feed_links, feed_view, in_feed
from newsarchive.pages.home import ON_HOME, home_view
from newsarchive.pages.listings import (
    Listing,
    named_pages,
    source_pages,
    topic_pages,
    undated_pages,
)
from newsarchive.pages.listviews import ListingView
from newsarchive.pages.metadata import Metadata
from newsarchive.pages.periods import period_pages
from newsarchive.pages.planned import NO_METADATA, Page, Planned, simple_page
from newsarchive.settings.schema import Settings
from newsarchive.spelling.plain import plain
from newsarchive.wording.said import Said, message


def list_pages(
    archive: Archive, overview: Overview, settings: Settings, explanations: Mapping[str, str]
) -> Iterator[Planned]:
    """Plan the pages of sources, topics, names and dates, and of the undated.

    Args:
        archive: all entries.
        overview: of it.
        settings: the site's.
        explanations: rule's name → what the rule sees, as a sentence.
    """
    for source in archive.sources:
        yield from _source_pages(source, settings)
    listings = chain(
        chain.from_iterable(map(topic_pages, archive.topics)),
        chain.from_iterable(map(named_pages, archive.names)),
        period_pages(archive, overview),
        undated_pages(archive, explanations),
    )
    yield from map(_listing_page, listings)


def home_pages(archive: Archive, overview: Overview, settings: Settings) -> Iterator[Planned]:
    """Plan the first page, after the feeds of the whole archive that it links to."""
    feed = _feed(routes.HOME, plain(settings.title), archive.entries, settings)
    yield from _feed_pages(routes.HOME, feed, archive.entries)
    shown = archive.dated[:ON_HOME], archive.undated[:ON_HOME]
    given = (overview, *shown, settings.description, feed)
    yield Planned(url=routes.HOME, template="home.html", page=Deferred(_home_page, given))


def _home_page(
    overview: Overview,
    latest: Sequence[Entry],
    undated: Sequence[Entry],
    description: str,
    feed: FeedView | None,
) -> Page:
    return Page(
        url=routes.HOME,
        template="home.html",
        title="",
        description=description,
        view=home_view(overview, latest, undated),
        metadata=_feed_metadata(routes.HOME, feed),
    )


def _source_pages(source: Group, settings: Settings) -> Iterator[Planned]:
    url = routes.source(source.name)
    name = plain(source.name) or message("Source unknown")
    title = message("%(name)s – %(site)s", name=name, site=plain(settings.title))
    feed = _feed(url, title, source.entries, settings)
    yield from _feed_pages(url, feed, source.entries)
    whole, *parts = source_pages(source)
    yield _listing_page(whole, feed)
    yield from map(_listing_page, parts)


def _listing_page(listing: Listing, feed: Deferred[FeedView] | None = None) -> Planned:
    page = Deferred(_page_of_listing, (listing.url, listing.title, listing.made, feed))
    return Planned(url=listing.url, template="listing.html", page=page)


def _page_of_listing(url: str, title: Said, view: ListingView, feed: FeedView | None) -> Page:
    metadata = _feed_metadata(url, feed)
    return Page(url=url, template="listing.html", title=title, view=view, metadata=metadata)


def _feed(
    url: str, title: Said, entries: Sequence[Entry], settings: Settings
) -> Deferred[FeedView] | None:
    """Say what makes the feed of a page; None without the site's address, which feeds need."""
    if not settings.url:
        return None
    return Deferred(feed_view, (url, title, tuple(in_feed(entries)), settings))


def _feed_pages(
    url: str, feed: Deferred[FeedView] | None, entries: Sequence[Entry]
) -> Iterator[Planned]:
    """Plan the files of a feed: JSON, and Atom where an article has the date that Atom wants."""
    if not feed:
        return
    yield simple_page(routes.json_feed(url), "feed.json", "", feed, listed=False)
    if any(entry.date for entry in entries):
        yield simple_page(routes.atom(url), "feed.xml", "", feed, listed=False)


def _feed_metadata(url: str, feed: FeedView | None) -> Metadata:
    return Metadata(links=feed_links(feed, url)) if feed else NO_METADATA
