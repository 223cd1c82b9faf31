"""Parts: what a site is made of, each with what it is made from and what makes it.

A part is a page, or files that belong together. Its ingredients are digests; `staleness` compares
them with those of the last build, and a part is made only where they differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from newsarchive.archive import Entry
from newsarchive.artifacts import Artifact
from newsarchive.incremental.deferred import Deferred, Digests, digest
from newsarchive.incremental.staleness import Ingredients
from newsarchive.incremental.tables import encoded
from newsarchive.pages import ArticlePages, Page, Planned, routes
from newsarchive.pages.articlepages import TEMPLATE
from newsarchive.planning.downloads import Downloads
from newsarchive.planning.templates import template_digests, texts_below
from newsarchive.searching import Index
from newsarchive.settings.site import Site
from newsarchive.settings.theme import template_folders

WORDS = {
    "article": "its text, or how it was read",
    "entry": "its title, date or first words",
    "newer": "the newer article",
    "older": "the older article",
    "names": "the names in it",
    "reprints": "the articles that share its text",
    "overview": "how many articles there are, of which dates and names",
    "latest": "the newest articles",
    "undated": "the articles without a date",
    "view": "the articles on it",
    "feed": "the newest articles",
    "explanations": "what the rules are said to see",
    "settings": "the settings",
    "root": "the originals",
}
"""What a page is made from, for people, by the name that the page's function gives it."""

Files = Iterator[Artifact]
"""Gives each file once, and holds none afterwards: the list of all originals is large."""


class Download(Struct, frozen=True):
    """All articles of a period in one file."""

    format: str
    files: Downloads
    """All files of the period, of which this is one."""


class Part(Struct, frozen=True):
    """A part of a site."""

    ingredients: Ingredients
    made: Deferred[Page] | Download | Index | Files
    """A page that is to be rendered, a file or index of all articles, or files."""
    labels: tuple[str, ...] = ()
    """What the ingredients are called for people; empty for a page, whose labels are
    `page_labels`."""


class MadeFrom(Struct, frozen=True):
    """What many parts of a site are made from, digested once."""

    templates: Mapping[str, bytes]
    """The digest of each template, with those that it draws on."""
    words: bytes
    """The digest of the archive's own catalogues."""
    site: bytes
    """The digest of what all pages are made from: the settings, the words."""
    digests: Digests
    """Digests of what single parts are given."""

    @property
    def theme(self) -> bytes:
        """Digest of all that pages are made from beside their articles."""
        return digest(self.site, *self.templates.values())

    def articles(self, pages: ArticlePages) -> Callable[[int], Ingredients]:
        """Give a function from the place of an article's page to its ingredients."""
        return pages.ingredients(self.digests, before=self._common(TEMPLATE))

    def pages(self, pages: Iterable[Planned]) -> Iterator[tuple[str, Part]]:
        """Give the parts that are pages, by their files."""
        for planned in pages:
            own = b"".join(self.digests.parts(planned.page))
            part = Part(self._common(planned.template) + own, planned.page)
            yield routes.file_of(planned.url), part

    def _common(self, template: str) -> bytes:
        return (self.templates.get(template) or digest()) + self.site


def made_from_of(site: Site) -> MadeFrom:
    """Digest an archive's templates, settings and words.

    Raises:
        TemplateError: it has a template that stands in for none.
    """
    words = folder_digest(site.locale)
    templates = template_digests(*template_folders(site))
    return MadeFrom(templates, words, digest(encoded(site.settings), words), Digests())


def labels_of(part: Part) -> tuple[str, ...]:
    """Name a part's ingredients for people."""
    return page_labels(part.made) if isinstance(part.made, Deferred) else part.labels


def page_labels(page: Deferred[Page]) -> tuple[str, ...]:
    """Name a page's ingredients for people."""
    own = (WORDS.get(name, f"its {name.replace('_', ' ')}") for name in page.labels())
    return (
        "its template, or one that this draws on",
        "the settings, or the words of the language",
        "how newsarchive makes it",
        *own,
    )


def entries_of(value: object) -> Iterator[Entry]:
    """Find the entries that something is made from, some of them more than once."""
    if isinstance(value, Entry):
        yield value
    elif isinstance(value, Deferred):
        yield from entries_of(value.arguments)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from entries_of(one)
    elif isinstance(value, Struct):
        yield from entries_of(msgspec.structs.astuple(value))


def folder_digest(folder: Path) -> bytes:
    """Digest the files of a folder; a missing one is an empty one."""
    texts = texts_below(folder)
    return digest(*(part for name in texts for part in (name.encode(), texts[name])))
