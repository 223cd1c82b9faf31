"""Sitemaps: the addresses that search engines should know.

`lastmod` is the article's date, where a day, a month or a year is known without doubt: its text has
not changed since. Pages that list articles have none; when they last changed, nothing says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, islice

import msgspec
from msgspec import Struct

from newsarchive.incremental.deferred import digest
from newsarchive.pages import routes

MOST = 50_000
"""Addresses in a sitemap, as sitemaps.org allows."""


class Address(Struct, frozen=True):
    """A page, or a sitemap in the index of sitemaps."""

    address: str
    modified: str = ""
    """A year, a month or a day; empty where it is not known."""


class SitemapView(Struct, frozen=True):
    """A sitemap, or the index of several."""

    addresses: tuple[Address, ...]

    @property
    def digest(self) -> bytes:
        """Digest the addresses, which are as many as pages, in one go."""
        return digest(msgspec.msgpack.encode(self.addresses))


def sitemaps(addresses: Sequence[Address], site_url: str) -> Iterator[tuple[str, str, SitemapView]]:
    """Give the URL, the template and the view of each sitemap, and of their index.

    Args:
        addresses: of all pages, whole.
        site_url: the site's.
    """
    if len(addresses) <= MOST:
        yield routes.SITEMAP, "sitemap.xml", SitemapView(tuple(addresses))
        return
    remaining, parts = iter(addresses), []
    for number in count(1):
        part = tuple(islice(remaining, MOST))
        if not part:
            break
        url = routes.sitemap(number)
        parts.append(Address(routes.absolute(url, site_url)))
        yield url, "sitemap.xml", SitemapView(part)
    yield routes.SITEMAP, "sitemap-index.xml", SitemapView(tuple(parts))
