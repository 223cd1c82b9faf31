"""How many pages a second does one core read, from raw text to record?

    python benchmarks/reading.py FOLDER... [--most 640] [--rounds 3] [--names]

Each FOLDER holds raw texts: an evaluation kit's `text/part` and `text/dump`, or the `articles/`
that `make_archive.py` made. Its files are read together in one process, as `newsarchive explain
--json` reads them, and what is printed there is made and thrown away. With `--names` people, places
and organisations are found too, as for a site.

Processor time is counted, not the clock, and the start of the program is left out: the first files
are read once before. Of several rounds the fastest counts, for others on the machine slow a round
down. To compare two versions, let them take turns.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from newsarchive.explain import explained
from newsarchive.loading.folder import Input, article_files
from newsarchive.model import Article
from newsarchive.naming import with_names
from newsarchive.readings.once import read_files
from newsarchive.running.workers import SHARD

Make = Callable[[Article, float], bytes]
"""What is made of an article, given the seconds that reading it took."""


def main() -> None:
    """Read the folders and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--most", type=int, default=640, help="files, evenly spread")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--names", action="store_true", help="find names too")
    options = parser.parse_args()
    make = _named if options.names else _plain
    for folder in options.folders:
        files = _spread(list(article_files(folder)), options.most)
        _seconds(files[:SHARD], make)
        best = min(_seconds(files, make) for _ in range(options.rounds)) / len(files)
        print(f"{folder}: {len(files)} pages, {1000 * best:.2f} ms each, {1 / best:.0f} a second")


def _spread(files: Sequence[Path], most: int) -> list[Path]:
    """Take at most so many of some files, evenly spread.

    >>> [path.name for path in _spread([Path("a"), Path("b"), Path("c"), Path("d")], 2)]
    ['a', 'c']
    """
    count = min(most, len(files))
    return [files[number * len(files) // count] for number in range(count)]


def _seconds(files: Sequence[Path], make: Make) -> float:
    """Read files as one archive; give the seconds of processor time."""
    inputs = [Input(str(file), file.name) for file in files]
    started = time.process_time()
    for _ in read_files(inputs, make=make):
        pass
    return time.process_time() - started


def _plain(article: Article, seconds: float) -> bytes:
    return msgspec.json.encode(explained(article, seconds))


def _named(article: Article, seconds: float) -> bytes:
    return msgspec.json.encode(explained(with_names(article), seconds))


if __name__ == "__main__":
    main()
