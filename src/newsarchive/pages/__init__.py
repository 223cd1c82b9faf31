"""Plan: which pages exist, their URL, their template and what the template gets.

    Archive, [Article] → [Page]

Pages come one by one, so that no more than one article is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from newsarchive.archive import Archive, entry_of, neighbours
from newsarchive.model import Article
from newsarchive.pages import listings, routes
from newsarchive.pages.articles import article_view
from newsarchive.pages.links import link
from newsarchive.pages.views import AboutView, NotFoundView, View
from newsarchive.site import Settings


class Page(Struct, frozen=True, kw_only=True):
    """A page that is to be rendered."""

    url: str
    template: str
    title: str
    """For the browser's tab; empty on the first page."""
    description: str = ""
    language: str = ""
    """Of the content, where it is not the site's."""
    view: View


def plan(
    archive: Archive,
    articles: Iterable[Article],
    settings: Settings,
    *,
    about: str = "",
    explanations: Mapping[str, str] | None = None,
) -> Iterator[Page]:
    """Say which pages the site has.

    Args:
        archive: all entries.
        articles: the articles whose pages are wanted, in any order.
        settings: the site's.
        about: the About page's HTML, sanitised.
        explanations: rule's name → what the rule sees, as a sentence.

    Yields:
        The articles' pages first, then those that lead to them, the first page last.
    """
    yield from _article_pages(archive, articles, settings, explanations or {})
    yield from _source_pages(archive)
    yield from _topic_pages(archive)
    yield from _date_pages(archive)
    yield _about_page(archive, about)
    yield _not_found_page()
    home = listings.home_view(archive)
    yield Page(
        url=routes.HOME, template="home.html", title="", description=settings.description, view=home
    )


def _article_pages(
    archive: Archive,
    articles: Iterable[Article],
    settings: Settings,
    explanations: Mapping[str, str],
) -> Iterator[Page]:
    around = neighbours(archive.entries)
    for article in articles:
        entry = entry_of(article)
        yield Page(
            url=routes.article(entry),
            template="article.html",
            title=entry.title,
            description=entry.dek,
            view=article_view(article, entry, around[entry.sha256], explanations, settings.url),
        )


def _source_pages(archive: Archive) -> Iterator[Page]:
    for group in archive.sources:
        yield Page(
            url=routes.source(group.name),
            template="listing.html",
            title=group.name or "Source unknown",
            view=listings.source_view(group),
        )
    index = listings.sources_view(archive)
    yield Page(url=routes.SOURCES, template="index.html", title="Sources", view=index)


def _topic_pages(archive: Archive) -> Iterator[Page]:
    for group in archive.topics:
        yield Page(
            url=routes.topic(group.name),
            template="listing.html",
            title=group.name,
            view=listings.topic_view(group),
        )
    index = listings.topics_view(archive)
    yield Page(url=routes.TOPICS, template="index.html", title="Topics", view=index)


def _date_pages(archive: Archive) -> Iterator[Page]:
    periods = [listings.month_view(archive, i) for i in range(len(archive.months))]
    periods += [listings.year_view(archive, i) for i in range(len(archive.years))]
    names = [group.name for group in (*archive.months, *archive.years)]
    for name, view in zip(names, periods, strict=True):
        url = routes.period(name)
        yield Page(url=url, template="listing.html", title=view.heading, view=view)
    undated = listings.undated_view(archive)
    yield Page(url=routes.UNDATED, template="listing.html", title="Undated", view=undated)
    index = listings.dates_view(archive)
    yield Page(url=routes.DATES, template="index.html", title="Dates", view=index)


def _about_page(archive: Archive, html: str) -> Page:
    view = AboutView(
        html=html,
        articles=len(archive.entries),
        sources=sum(1 for group in archive.sources if group.name),
        dated=len(archive.dated),
    )
    return Page(url=routes.ABOUT, template="about.html", title="About", view=view)


def _not_found_page() -> Page:
    view = NotFoundView(link("Home", routes.HOME, routes.NOT_FOUND))
    return Page(url=routes.NOT_FOUND, template="404.html", title="Page not found", view=view)
