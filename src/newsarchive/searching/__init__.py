"""Search: an archive and its articles become the files that the search page's engines read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct

from newsarchive.archive import Archive, Entry
from newsarchive.artifacts import Artifact
from newsarchive.incremental.deferred import Deferred, digest
from newsarchive.pages import ArticleOf, routes
from newsarchive.pages.search import Engines
from newsarchive.searching.articles import Groups, groups_of, searchables
from newsarchive.searching.scripts import Words, script_index, words_of_article
from newsarchive.wording import Wording


class Index(Struct, frozen=True):
    """A shard's index, which is made as a whole."""

    name: str
    """The folder of its files."""
    entries: tuple[Entry, ...]
    """What it finds, the oldest first."""
    by_pagefind: bool
    """It is Pagefind's, or else the script index."""


def indexes_of(engines: Engines) -> Iterator[Index]:
    """Say which indexes a site's search engines have.

    Args:
        engines: what answers on the search page.
    """
    for shard in engines.script:
        yield Index(f"{routes.SEARCH_SCRIPT}{shard.name}/", shard.entries, by_pagefind=False)
    for shard in engines.pagefind:
        yield Index(f"{routes.PAGEFIND}{shard.name}/", shard.entries, by_pagefind=True)


class Indexing(Struct, frozen=True, dict=True):
    """What indexes are made from, beside their own articles."""

    archive: Archive
    article_of: ArticleOf
    output: Path
    """The output folder; Pagefind's index is taken from there if it is still right."""
    language: str
    locale: Path
    """The archive's own words, which dates are said in."""

    @cached_property
    def groups(self) -> Groups:
        """The groups of all articles."""
        return groups_of(self.archive)

    def digest_of_groups(self, entries: Iterable[Entry]) -> bytes:
        """Digest the groups of some articles: what their index is made from, beside themselves."""
        return digest(msgspec.msgpack.encode([self.groups.of(entry) for entry in entries]))


Make = Callable[[Iterator[Deferred[Words]]], Iterator[Words]]
"""Makes calls, in whatever process."""


def words_made(calls: Sequence[Deferred[Words]]) -> list[Words]:
    """Find what the script index needs of some articles."""
    return [call() for call in calls]


def index_files(index: Index, indexing: Indexing, make: Make) -> Iterator[Artifact]:
    """Give the files of an index.

    Args:
        index: which.
        indexing: what it is made from.
        make: finds what the script index needs of each article.

    Raises:
        SearchError: pagefind is needed and cannot be run.
    """
    say = Wording(indexing.language, [indexing.locale]).say
    if index.by_pagefind:
        from newsarchive.searching.pagefind import pagefind_index  # noqa: PLC0415  runs a program

        articles = (indexing.article_of(entry).fetch() for entry in index.entries)
        known = searchables(indexing.groups, articles, say, index.entries)
        yield from pagefind_index(index.name, known, indexing.output)
    else:
        known = searchables(indexing.groups, (), say, index.entries)
        of_each = ((indexing.article_of(entry), entry.title) for entry in index.entries)
        calls = (Deferred(words_of_article, given) for given in of_each)
        yield from script_index(index.name, known, make(calls))
