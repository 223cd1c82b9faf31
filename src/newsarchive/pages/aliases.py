"""Aliases: other addresses of a page, such as an older site's, or a name's other spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from newsarchive.archive import Entry, Group
from newsarchive.archive.names import Named, other_slugs
from newsarchive.pages import routes
from newsarchive.pages.entryviews import Link
from newsarchive.pages.views import AliasView

MAX_CHARACTERS = 300
MAX_BYTES = 200
"""Of each part: no file system takes more than 255 for a name, and Chinese has three a letter."""
_SEGMENT = re.compile(r"[^\W_][\w.~-]{0,99}")
"""A part of an alias: it begins with a letter or a digit, and no host reads it in another way."""


class Alias(Struct, frozen=True):
    """A page that leads on to another."""

    url: str
    target: str
    title: str


def aliases_of(entries: Iterable[Entry]) -> Iterator[Alias]:
    """Give the aliases of articles, as far as they can be addresses of this site."""
    for entry in [entry for entry in entries if entry.aliases]:
        for url in dict.fromkeys(map(alias_url, entry.aliases)):
            if url:
                yield Alias(url, routes.article(entry), entry.title)


def aliases_of_names(names: Iterable[Named]) -> Iterator[Alias]:
    """Give the addresses that pages of names had when their names were spelled in another way."""
    for slug, named in other_slugs(names).items():
        yield Alias(routes.named(slug), routes.named(named.slug), named.name)


def aliases_of_sources(sources: Iterable[Group]) -> Iterator[Alias]:
    """Give the addresses that pages of sources had when most articles printed another name."""
    sources = tuple(sources)
    taken = {routes.source(group.name) for group in sources}
    for group in sources:
        for url in dict.fromkeys(map(routes.source, group.spellings)):
            if url not in taken:
                yield Alias(url, routes.source(group.name), group.name)


def alias_url(written: str) -> str | None:
    """Spell an alias as a URL of the site; None where that would not be safe.

    A name that ends in `.html` is a file; all others are folders, as the site's own pages are.

    >>> alias_url("/2021/07/report"), alias_url("old/a.html")
    ('2021/07/report/', 'old/a.html')
    >>> alias_url("../a"), alias_url("https://example.org/"), alias_url("_headers")
    (None, None, None)
    """
    parts = written.strip("/").split("/")
    if len(written) > MAX_CHARACTERS or not all(map(_SEGMENT.fullmatch, parts)):
        return None
    if routes.is_taken(parts[0]) or any(part.endswith(".") for part in parts):
        return None
    if max(len(part.encode()) for part in parts) > MAX_BYTES:
        return None
    path = "/".join(parts)
    return path if path.casefold().endswith((".html", ".htm")) else f"{path}/"


def alias_view(alias: Alias, site_url: str) -> AliasView:
    """Show an alias."""
    href = routes.relative(alias.target, alias.url)
    canonical = routes.absolute(alias.target, site_url) if site_url else ""
    return AliasView(Link(alias.title, href), canonical)
