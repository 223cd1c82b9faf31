"""Plan: which pages exist, their URL, their template and what the template gets.

    Archive, [Article] → [Page]

Pages come one by one, so that no more than one article is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from newsarchive.archive import Archive, entry_of, neighbours
from newsarchive.archive.names import names_by_entry
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.addresses import each_its_own
from newsarchive.pages.aliases import alias_view, aliases_of, aliases_of_names
from newsarchive.pages.articles import article_view, head_of
from newsarchive.pages.downloads import data_metadata, data_view
from newsarchive.pages.feeds import FeedView, feed_links, feed_view
from newsarchive.pages.home import home_view
from newsarchive.pages.indexes import dates_view, sources_view, topics_view
from newsarchive.pages.ledger import ledger_view
from newsarchive.pages.links import link
from newsarchive.pages.listings import (
    NAMED,
    Listing,
    named_pages,
    source_pages,
    topic_pages,
    undated_pages,
)
from newsarchive.pages.metadata import Metadata, plain_date
from newsarchive.pages.names import names_of_kind_view, names_view
from newsarchive.pages.periods import period_pages
from newsarchive.pages.search import Engines, engines_of, search_view
from newsarchive.pages.sitemaps import Address, sitemaps
from newsarchive.pages.views import AboutView, NotFoundView, View
from newsarchive.plain import plain
from newsarchive.site import Settings
from newsarchive.wording.said import Said, message

NO_METADATA = Metadata()


class Page(Struct, frozen=True, kw_only=True):
    """A page that is to be rendered."""

    url: str
    template: str
    title: Said
    """For the browser's tab; empty on the first page."""
    description: str = ""
    language: str = ""
    """Of the content, where it is not the site's."""
    wasm: bool = False
    """It runs WebAssembly, which its policy must allow."""
    view: View
    metadata: Metadata = NO_METADATA
    """What its head says to programs."""
    modified: str = ""
    """A year, a month or a day; empty where it is not known."""
    listed: bool = True
    """It belongs into the sitemap."""


def plan(
    archive: Archive,
    articles: Iterable[Article],
    settings: Settings,
    *,
    about: str = "",
    explanations: Mapping[str, str] | None = None,
) -> Iterator[Page]:
    """Say which pages the site has, and make sure that each has an address of its own.

    Args:
        archive: all entries.
        articles: the articles whose pages are wanted, in any order.
        settings: the site's.
        about: the About page's HTML, sanitised.
        explanations: rule's name → what the rule sees, as a sentence.

    Yields:
        The articles' pages first, then those that lead to them, the first page last, and the
        sitemaps of them all.

    Raises:
        SettingsError: an alias cannot be an address, or two pages want the same one.
    """
    articles = list(articles)
    pages = each_its_own(_pages(archive, articles, settings, about, explanations or {}))
    addresses: list[Address] = []
    for page in pages:
        if page.listed:
            addresses.append(Address(routes.absolute(page.url, settings.url), page.modified))
        yield page
    if settings.url and not settings.noindex:
        yield from _sitemap_pages(addresses, settings)


def _pages(
    archive: Archive,
    articles: Sequence[Article],
    settings: Settings,
    about: str,
    explanations: Mapping[str, str],
) -> Iterator[Page]:
    yield from _article_pages(archive, articles, settings, explanations)
    yield from _alias_pages(archive, articles, settings)
    yield from _source_pages(archive, settings)
    yield from _listing_pages(archive, explanations)
    yield from _index_pages(archive, settings)
    if engines := engines_of(archive, settings.search):
        yield _search_page(archive, engines)
    yield _data_page(archive, settings)
    yield _ledger_page(archive)
    yield _about_page(archive, about)
    yield _not_found_page()
    feed = feed_view(routes.HOME, plain(settings.title), archive.entries, settings)
    yield from _feed_pages(routes.HOME, feed, settings)
    yield Page(
        url=routes.HOME,
        template="home.html",
        title="",
        description=settings.description,
        view=home_view(archive),
        metadata=_feed_metadata(routes.HOME, feed, settings),
    )


def _article_pages(
    archive: Archive,
    articles: Iterable[Article],
    settings: Settings,
    explanations: Mapping[str, str],
) -> Iterator[Page]:
    around = neighbours(archive.entries)
    names = names_by_entry(archive.names)
    for article in articles:
        entry = entry_of(article)
        yield Page(
            url=routes.article(entry),
            template="article.html",
            title=entry.title,
            description=entry.dek,
            view=article_view(
                article,
                entry,
                around[entry.sha256],
                explanations,
                settings,
                names=names.get(entry.sha256, ()),
            ),
            metadata=head_of(article, entry, settings),
            modified=plain_date(entry.date or ""),
        )


def _alias_pages(
    archive: Archive, articles: Iterable[Article], settings: Settings
) -> Iterator[Page]:
    written = {alias.url: alias for alias in aliases_of(articles)}
    found = {alias.url: alias for alias in aliases_of_names(archive.names)}
    for alias in (found | written).values():
        yield Page(
            url=alias.url,
            template="alias.html",
            title=alias.title,
            view=alias_view(alias, settings.url),
            listed=False,
        )


def _feed_pages(url: str, feed: FeedView, settings: Settings) -> Iterator[Page]:
    if not settings.url:
        return
    files = {routes.json_feed(url): "feed.json"}
    if feed.updated:
        files[routes.atom(url)] = "feed.xml"
    for file, template in files.items():
        yield Page(url=file, template=template, title=feed.title, view=feed, listed=False)


def _feed_metadata(url: str, feed: FeedView, settings: Settings) -> Metadata:
    return Metadata(links=feed_links(feed, url)) if settings.url else NO_METADATA


def _sitemap_pages(addresses: Sequence[Address], settings: Settings) -> Iterator[Page]:
    for url, template, view in sitemaps(addresses, settings.url):
        yield Page(url=url, template=template, title="", view=view, listed=False)


def _source_pages(archive: Archive, settings: Settings) -> Iterator[Page]:
    for group in archive.sources:
        url = routes.source(group.name)
        name = plain(group.name) or message("Source unknown")
        title = message("%(name)s – %(site)s", name=name, site=plain(settings.title))
        feed = feed_view(url, title, group.entries, settings)
        yield from _feed_pages(url, feed, settings)
        whole, *parts = source_pages(group)
        yield _listing_page(whole, _feed_metadata(url, feed, settings))
        yield from map(_listing_page, parts)


def _listing_pages(archive: Archive, explanations: Mapping[str, str]) -> Iterator[Page]:
    listings = chain(
        chain.from_iterable(map(topic_pages, archive.topics)),
        chain.from_iterable(map(named_pages, archive.names)),
        period_pages(archive),
        undated_pages(archive, explanations),
    )
    yield from map(_listing_page, listings)


def _listing_page(listing: Listing, metadata: Metadata = NO_METADATA) -> Page:
    return Page(
        url=listing.url,
        template="listing.html",
        title=listing.title,
        view=listing.view,
        metadata=metadata,
    )


def _index_pages(archive: Archive, settings: Settings) -> Iterator[Page]:
    indexes = (
        (routes.SOURCES, message("Sources"), sources_view(archive)),
        (routes.TOPICS, message("Topics"), topics_view(archive)),
        (routes.DATES, message("Dates"), dates_view(archive)),
    )
    for url, title, view in indexes:
        yield Page(url=url, template="index.html", title=title, view=view)
    names = names_view(archive, settings.names)
    for group in names.kinds:
        yield Page(
            url=routes.kind(group.kind),
            template="names-of-kind.html",
            title=NAMED[group.kind],
            view=names_of_kind_view(archive, group.kind),
        )
    yield Page(url=routes.NAMES, template="names.html", title=message("Names"), view=names)


def _search_page(archive: Archive, engines: Engines) -> Page:
    return Page(
        url=routes.SEARCH,
        template="search.html",
        title=message("Search"),
        wasm=bool(engines.shards),
        view=search_view(archive, engines),
    )


def _data_page(archive: Archive, settings: Settings) -> Page:
    return Page(
        url=routes.DATA,
        template="data.html",
        title=message("Data"),
        view=data_view(archive, settings),
        metadata=data_metadata(archive, settings),
    )


def _ledger_page(archive: Archive) -> Page:
    return Page(
        url=routes.LEDGER,
        template="ledger.html",
        title=message("Ledger"),
        view=ledger_view(archive.ledger),
    )


def _about_page(archive: Archive, html: str) -> Page:
    view = AboutView(
        html=html,
        articles=len(archive.entries),
        sources=sum(1 for group in archive.sources if group.name),
        dated=len(archive.dated),
    )
    return Page(url=routes.ABOUT, template="about.html", title=message("About"), view=view)


def _not_found_page() -> Page:
    return Page(
        url=routes.NOT_FOUND,
        template="404.html",
        title=message("Page not found"),
        view=NotFoundView(link(message("Home"), routes.HOME, routes.NOT_FOUND)),
        listed=False,
    )
