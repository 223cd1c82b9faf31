"""Search: an archive and its articles become the files that the search page's engines read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from newsarchive.archive import Archive, Entry
from newsarchive.artifacts import Artifact
from newsarchive.deferred import Deferred
from newsarchive.pages import ArticleOf, routes
from newsarchive.pages.search import Engines, Shard
from newsarchive.searching.articles import searchables
from newsarchive.searching.scripts import Words, script_index, words_of_article
from newsarchive.wording import Wording


class Index(Struct, frozen=True):
    """An index, which is made as a whole."""

    name: str
    """The folder of its files."""
    entries: tuple[Entry, ...]
    """What it finds, the oldest first."""
    shard: Shard | None = None
    """Pagefind's; None for the script index."""


def indexes_of(engines: Engines, archive: Archive) -> Iterator[Index]:
    """Say which indexes a site's search engines have.

    Args:
        engines: what answers on the search page.
        archive: all entries.
    """
    if engines.script:
        yield Index(routes.SEARCH_SCRIPT, archive.oldest_first)
    for shard in engines.shards:
        yield Index(f"{routes.PAGEFIND}{shard.name}/", shard.entries, shard)


class Indexing(Struct, frozen=True):
    """What indexes are made from, beside an archive's articles."""

    archive: Archive
    article_of: ArticleOf
    output: Path
    """The output folder; Pagefind's index is taken from there if it is still right."""
    language: str
    locale: Path
    """The archive's own words, which dates are said in."""


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
        SearchError: Pagefind is needed and cannot be run.
    """
    say = Wording(indexing.language, [indexing.locale]).say
    if index.shard:
        from newsarchive.searching.pagefind import pagefind_index  # noqa: PLC0415  runs a program

        articles = (indexing.article_of(entry).fetch() for entry in index.entries)
        known = searchables(indexing.archive, articles, say, index.entries)
        yield from pagefind_index([index.shard], known, indexing.output)
    else:
        known = searchables(indexing.archive, (), say, index.entries)
        of_each = ((indexing.article_of(entry), entry.title) for entry in index.entries)
        calls = (Deferred(words_of_article, given) for given in of_each)
        yield from script_index(known, make(calls))
