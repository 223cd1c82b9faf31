"""Measure the search indexes of an archive: `python benchmarks/search.py FOLDER`.

Prints for each engine the processor's seconds and the peak memory that indexing takes, the files it
writes, and what a reader loads for the first ten results of one word, compressed as by a server.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath
from statistics import median
from tempfile import TemporaryDirectory

from newsarchive.archive import archive_of, entry_of
from newsarchive.artifacts import Artifact
from newsarchive.export import read_archive
from newsarchive.pages.search import PAGEFIND_SHARD, SCRIPT_SHARD, Shard, shards_of
from newsarchive.searching.articles import Searchable, groups_of, searchables
from newsarchive.searching.pagefind import pagefind_index
from newsarchive.searching.scripts import script_index, words_in
from newsarchive.settings.site import load_site
from newsarchive.wording import Wording

MEGABYTE = 1e6
RESULTS = 10


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="an archive")
    site = load_site(parser.parse_args().folder)
    articles, _ = read_archive(site)
    archive = archive_of(map(entry_of, articles))
    by_hash = {article.sha256: article for article in articles}
    groups, say = groups_of(archive), Wording(site.settings.language).say
    print(f"{len(articles):,} articles")
    print("engine     CPU s  child MB   files      MB  first search kB")

    def known(shard: Shard) -> list[Searchable]:
        texts = (by_hash[entry.sha256] for entry in shard.entries)
        return searchables(groups, texts, say, shard.entries)

    def script(shard: Shard, _: Path) -> Iterable[Artifact]:
        found = known(shard)
        words = (words_in(article.title, article.passages) for article in found)
        return script_index(f"script/{shard.name}/", found, words)

    def pagefind(shard: Shard, output: Path) -> Iterable[Artifact]:
        return pagefind_index(f"pagefind/{shard.name}/", known(shard), output)

    _measure("script", script, list(shards_of(archive, SCRIPT_SHARD)))
    _measure("pagefind", pagefind, list(shards_of(archive, PAGEFIND_SHARD)))


def _measure(
    name: str, index: Callable[[Shard, Path], Iterable[Artifact]], shards: Sequence[Shard]
) -> None:
    parts = len(shards)
    with TemporaryDirectory() as folder:
        started = _processor()
        files = [file for shard in shards for file in index(shard, Path(folder))]
        seconds = _processor() - started
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(len(file.content) for file in files) / MEGABYTE
    first = _first_search(files, parts) / 1e3
    print(f"{name:9}{seconds:7.1f}{child:10,.0f}{len(files):8,}{size:8.1f}{first:17,.0f}")


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _first_search(files: Sequence[Artifact], parts: int) -> float:
    """Give the bytes that a reader loads: all that is needed to begin, a file of words, ten texts.

    Of each part there is a file of words; Pagefind's program is the same for all.
    """
    start: dict[str, int] = {}
    sizes: dict[str, list[int]] = {}
    for file in files:
        path = PurePosixPath(file.path)
        size = len(gzip.compress(file.content))
        if path.name in START or path.suffix == ".pf_meta":
            start[file.path if path.name == "articles.js" else path.name] = size
        else:
            kind = path.parent.name if path.suffix.startswith(".pf_") else path.stem
            sizes.setdefault(kind.rstrip("0123456789"), []).append(size)
    words = median(sizes.get("words-") or sizes["index"])
    texts = sizes.get("text-") or sizes["fragment"]
    return sum(start.values()) + parts * words + min(RESULTS, len(texts)) * median(texts)


START = (
    "articles.js",
    "pagefind.js",
    "pagefind-entry.json",
    "wasm.unknown.pagefind",
)
"""What is loaded before the first word can be searched for."""


if __name__ == "__main__":
    main()
