"""What every page has around its content: the head, the masthead, the navigation."""

from __future__ import annotations

from functools import lru_cache

from newsarchive import __version__
from newsarchive.pages import Page, routes
from newsarchive.pages.entries import direction_of
from newsarchive.pages.entryviews import Link
from newsarchive.pages.policy import policy
from newsarchive.pages.views import Frame
from newsarchive.settings.schema import Settings
from newsarchive.spelling.plain import plain
from newsarchive.wording.said import Said, message

NAVIGATION = (
    (message("Dates"), routes.DATES),
    (message("Sources"), routes.SOURCES),
    (message("Topics"), routes.TOPICS),
    (message("Names"), routes.NAMES),
    (message("About"), routes.ABOUT),
)
NAVIGATED = frozenset(url for _, url in NAVIGATION)
SEARCH, DATA = message("Search"), message("Data")


def frame_of(page: Page, settings: Settings, language: str) -> Frame:
    """Give a page's frame; `language` is the one that the site's words are in."""
    root = routes.root(page.url)
    if page.url == routes.NOT_FOUND:  # served under any address, so that links start at the top
        root = routes.top(settings.url)
    searched = settings.search != "off" and page.url != routes.SEARCH
    return Frame(
        site_title=plain(settings.title),
        site_description=settings.description,
        curator=settings.curator,
        language=language,
        direction=direction_of(language),
        title=plain(page.title) if isinstance(page.title, str) else page.title,
        description=page.description,
        canonical=routes.absolute(page.url, settings.url) if settings.url else "",
        root=root,
        home=_link(settings.title, routes.HOME, page.url, root),
        navigation=_navigation(page.url if page.url in NAVIGATED else "other", root),
        search=_link(SEARCH, routes.SEARCH, page.url, root) if searched else None,
        static=root + routes.STATIC,
        policy=policy(wasm=page.wasm),
        version=__version__,
        metadata=page.metadata,
        noindex=settings.noindex,
        data=_link(DATA, routes.DATA, page.url, root),
    )


@lru_cache(100)
def _navigation(page: str, root: str) -> tuple[Link, ...]:
    """Link to the pages that lead to all others; articles' pages have the same links."""
    return tuple(_link(text, url, page, root) for text, url in NAVIGATION)


def _link(text: Said, url: str, page: str, root: str) -> Link:
    return Link(text, root + routes.file_of(url), url == page)
