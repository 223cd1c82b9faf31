"""Plan: which pages exist, their URL, their template, and what makes what the template gets.

    Archive → Pages

A plan makes no page: it says of each which function would, and of what (`deferred`). So it can be
compared with the plan before, and what did not change need not be made. A page is made when its
plan is called, one at a time, and no more than one article is held for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from markupsafe import Markup
from msgspec import Struct

from newsarchive.archive import Archive
from newsarchive.archive.overviews import Overview, overview_of
from newsarchive.archive.reprints import printed_together
from newsarchive.incremental.deferred import Deferred
from newsarchive.pages import routes
from newsarchive.pages.addresses import each_its_own
from newsarchive.pages.aliases import Alias, alias_view, aliases_of_names, aliases_of_sources
from newsarchive.pages.articlepages import ArticlePages, article_pages
from newsarchive.pages.datasets import data_metadata
from newsarchive.pages.downloads import data_view
from newsarchive.pages.entryviews import Link
from newsarchive.pages.indexes import dates_view, sources_view, topics_view
from newsarchive.pages.ledger import articles_in, ledger_view
from newsarchive.pages.listings import NAMED
from newsarchive.pages.listpages import home_pages, list_pages
from newsarchive.pages.names import names_of_kind_view, names_view
from newsarchive.pages.planned import ArticleOf, Page, Planned, simple_page
from newsarchive.pages.reprints import MOST_GROUPS, reprints_view
from newsarchive.pages.search import engines_of, in_json, search_view
from newsarchive.pages.sitemaps import Address, sitemaps
from newsarchive.pages.views import AboutView, NotFoundView
from newsarchive.settings.schema import Settings
from newsarchive.spelling.plain import plain
from newsarchive.wording.said import message

__all__ = ["ArticleOf", "ArticlePages", "Page", "Pages", "Planned", "plan", "routes"]


class Pages(Struct, frozen=True):
    """The pages that a site has."""

    articles: ArticlePages
    others: tuple[Planned, ...]
    """Those that lead to articles, the first page last, and the sitemaps of them all."""

    def __iter__(self) -> Iterator[Planned]:
        """Go through all pages: what is led to before what leads there."""
        return chain(self.articles, self.others)


def plan(
    archive: Archive,
    article_of: ArticleOf,
    settings: Settings,
    *,
    about: Markup,
    aliases: Iterable[Alias] = (),
    explanations: Mapping[str, str] | None = None,
    root: str = "",
) -> Pages:
    """Say which pages the site has, and make sure that each has an address of its own.

    Args:
        archive: all entries.
        article_of: gives the article of each.
        settings: the site's.
        about: the About page's HTML, sanitised.
        aliases: other addresses that lead to articles.
        explanations: rule's name → what the rule sees, as a sentence.
        root: one value for all originals.

    Raises:
        SettingsError: two pages want the same address.
    """
    overview = overview_of(archive)
    articles = article_pages(archive, article_of, settings, explanations or {})
    pages = chain(
        _alias_pages(archive, aliases, settings),
        list_pages(archive, overview, settings, explanations or {}),
        _index_pages(overview, settings),
        _reprint_pages(archive),
        _other_pages(archive, overview, settings, about, root),
        home_pages(archive, overview, settings),
    )
    others = tuple(each_its_own(pages, archive.entries))
    if settings.url and not settings.noindex:
        listed = ((page.url, page.modified) for page in others if page.listed)
        addresses = [
            Address(routes.absolute(url, settings.url), modified)
            for url, modified in chain(articles.addresses(), listed)
        ]
        others += tuple(_sitemap_pages(addresses, settings))
    return Pages(articles, others)


def _alias_pages(
    archive: Archive, aliases: Iterable[Alias], settings: Settings
) -> Iterator[Planned]:
    written = {alias.url: alias for alias in aliases}
    cut_short = Alias(routes.ARTICLES, routes.HOME, plain(settings.title))
    of_groups = chain(aliases_of_sources(archive.sources), aliases_of_names(archive.names))
    found = {alias.url: alias for alias in (cut_short, *of_groups)}
    for alias in (found | written).values():
        view = Deferred(alias_view, (alias, settings.url))
        yield simple_page(alias.url, "alias.html", alias.title, view, listed=False)


def _sitemap_pages(addresses: Sequence[Address], settings: Settings) -> Iterator[Planned]:
    for url, template, view in sitemaps(addresses, settings.url):
        yield simple_page(url, template, "", view, listed=False)


def _index_pages(overview: Overview, settings: Settings) -> Iterator[Planned]:
    indexes = (
        (routes.SOURCES, message("Sources"), Deferred(sources_view, (overview,))),
        (routes.TOPICS, message("Topics"), Deferred(topics_view, (overview,))),
        (routes.DATES, message("Dates"), Deferred(dates_view, (overview,))),
    )
    for url, title, view in indexes:
        yield simple_page(url, "index.html", title, view)
    for kind in dict.fromkeys(named.kind for named in overview.names):
        view_of_kind = Deferred(names_of_kind_view, (overview, kind))
        yield simple_page(routes.kind(kind), "names-of-kind.html", NAMED[kind], view_of_kind)
    names = Deferred(names_view, (overview, settings.names))
    yield simple_page(routes.NAMES, "names.html", message("Names"), names)


def _reprint_pages(archive: Archive) -> Iterator[Planned]:
    """Plan the page of texts that stand here more than once, if any does."""
    if groups := printed_together(archive.entries, archive.reprints):
        view = Deferred(reprints_view, (tuple(groups[:MOST_GROUPS]), len(groups)))
        yield simple_page(routes.REPRINTS, "reprints.html", message("Reprints"), view)


def _other_pages(
    archive: Archive, overview: Overview, settings: Settings, about: Markup, root: str
) -> Iterator[Planned]:
    if engines := engines_of(archive, settings.search):
        given = (overview, in_json(engines), bool(engines.pagefind))
        page = Deferred(_search_page, given)
        yield Planned(url=routes.SEARCH, template="search.html", page=page)
    page = Deferred(_data_page, (overview, settings, root))
    yield Planned(url=routes.DATA, template="data.html", page=page)
    unsourced = sum(tally.count for tally in overview.sources if not tally.name)
    named = tuple(articles_in(archive.ledger, archive.entries))
    ledger = Deferred(ledger_view, (archive.ledger, named, overview.undated, unsourced))
    yield simple_page(routes.LEDGER, "ledger.html", message("Ledger"), ledger)
    view = Deferred(_about_view, (overview, about))
    yield simple_page(routes.ABOUT, "about.html", message("About"), view)
    lost, title = _not_found_view(settings), message("Page not found")
    yield simple_page(routes.NOT_FOUND, "404.html", title, lost, listed=False)


def _search_page(overview: Overview, engines: str, wasm: bool) -> Page:
    return Page(
        url=routes.SEARCH,
        template="search.html",
        title=message("Search"),
        wasm=wasm,
        view=search_view(overview, engines),
    )


def _data_page(overview: Overview, settings: Settings, root: str) -> Page:
    return Page(
        url=routes.DATA,
        template="data.html",
        title=message("Data"),
        view=data_view(overview, settings, root),
        metadata=data_metadata(overview, settings),
    )


def _about_view(overview: Overview, html: Markup) -> AboutView:
    return AboutView(
        html=html,
        articles=overview.articles,
        sources=sum(1 for group in overview.sources if group.name),
        dated=overview.dated,
    )


def _not_found_view(settings: Settings) -> NotFoundView:
    ways = (
        (message("Dates"), routes.DATES),
        (message("Sources"), routes.SOURCES),
        (message("Topics"), routes.TOPICS),
        (message("Home"), routes.HOME),
    )
    top = routes.top(settings.url)
    return NotFoundView(*(Link(words, top + routes.file_of(url)) for words, url in ways))
