"""Pages, and pages that are planned: what makes them, and of what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from newsarchive.archive import Entry
from newsarchive.incremental.deferred import Deferred
from newsarchive.pages.metadata import Metadata
from newsarchive.pages.views import View
from newsarchive.wording.said import Said

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


class Planned(Struct, frozen=True, kw_only=True):
    """A page that the site is to have."""

    url: str
    template: str
    page: Deferred[Page]
    modified: str = ""
    """A year, a month or a day; empty where it is not known."""
    listed: bool = True
    """It belongs into the sitemap."""


ArticleOf = Callable[[Entry], Any]
"""Gives an entry's article: as it is, or as something with a digest that can `fetch` it."""


def simple_page(
    url: str, template: str, title: Said, view: Deferred[Any] | View, *, listed: bool = True
) -> Planned:
    """Plan a page of which nothing is said but its title and its view.

    Args:
        url: its URL.
        template: its template.
        title: for the browser's tab.
        view: what the template gets, or what makes that.
        listed: whether it belongs into the sitemap.
    """
    page = Deferred(_page_of_view, (url, template, title, view))
    return Planned(url=url, template=template, page=page, listed=listed)


def _page_of_view(url: str, template: str, title: Said, view: View) -> Page:
    return Page(url=url, template=template, title=title, view=view)
