"""Search: an archive and its articles become the files that the search page's engines read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from newsarchive.archive import Archive, Entry
from newsarchive.artifacts import Artifact
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.search import Engines, Shard
from newsarchive.searching.articles import Say, searchables
from newsarchive.searching.pagefind import pagefind_index
from newsarchive.searching.scripts import script_index


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


def index_files(
    index: Index, archive: Archive, articles: Iterable[Article], output: Path, say: Say
) -> Iterator[Artifact]:
    """Give the files of an index.

    Args:
        index: which.
        archive: all entries.
        articles: those that it finds.
        output: the output folder; Pagefind's index is taken from there if it is still right.
        say: puts dates into words.

    Raises:
        SearchError: Pagefind is needed and cannot be run.
    """
    known = searchables(archive, articles, say, index.entries)
    if index.shard:
        yield from pagefind_index([index.shard], known, output)
    else:
        yield from script_index(known)
