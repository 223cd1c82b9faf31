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
