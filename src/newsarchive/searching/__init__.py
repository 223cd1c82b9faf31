"""Search: an archive and its articles become the files that the search page's engines read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.search import Engines
from newsarchive.render import Artifact
from newsarchive.searching.articles import Say, searchables
from newsarchive.searching.pagefind import pagefind_index
from newsarchive.searching.scripts import script_index


def search_files(
    engines: Engines, archive: Archive, articles: Iterable[Article], output: Path, say: Say
) -> Iterator[Artifact]:
    """Give the files of a site's search engines, each made when it is asked for.

    Args:
        engines: what answers on the search page.
        archive: all entries.
        articles: all articles.
        output: the output folder; indexes in it that are still right are taken from there.
        say: puts dates into words.

    Raises:
        SearchError: Pagefind is needed and cannot be run.
    """
    if not engines:
        return
    known = searchables(archive, articles, say)
    if engines.script:
        yield from script_index(known)
    yield from pagefind_index(engines.shards, known, output)


def search_files_of(paths: Iterable[str]) -> list[str]:
    """Give those of a site's files that are its search engines'."""
    return [path for path in paths if path.startswith((routes.SEARCH_SCRIPT, routes.PAGEFIND))]
