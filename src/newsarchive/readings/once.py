"""Files read once, as one archive, with nothing kept for another time: load, clean, describe.

They are gone through twice: once to count the lines that they share, once to read them with
that knowledge. Each pass is a pure function of a shard, so that a shard can be read in any process.
What one process loads in the first pass and reads in the second it need not load again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial, reduce
from typing import TypeVar

from msgspec import Struct

from newsarchive.cleaning import clean, learn
from newsarchive.cleaning.profiles import Profile
from newsarchive.cleaning.repetition import SharedLines, count_lines
from newsarchive.cleaning.wrapping import lines_of
from newsarchive.describing import describe
from newsarchive.loading.folder import Input
from newsarchive.model import Article, Document, Line, Problem
from newsarchive.readings.guarded import load_in_time, read_among
from newsarchive.running.garbage import collecting_seldom
from newsarchive.running.kept import Kept
from newsarchive.running.workers import Map, shards

T = TypeVar("T")
ROOM = 8_000_000
"""Characters of the texts that the first pass may leave for the second."""


class Loaded(Struct, frozen=True):
    """What the files of a shard hold."""

    items: list[Document | Problem]
    pages: list[tuple[Line, ...]]
    """The lines of each document."""
    seconds: float
    """How many seconds of processor time it took to load them."""

    @property
    def documents(self) -> list[Document]:
        """The texts among the items."""
        return [item for item in self.items if isinstance(item, Document)]


KeptShards = Kept[Sequence[Input], Loaded]


def read_files(
    inputs: Iterable[Input],
    profiles: Sequence[Profile] = (),
    *,
    make: Callable[[Article, float], T],
    alone: bool = False,
    map_: Map = map,
) -> Iterator[T | Problem]:
    """Read files as one archive: what they share tells their boilerplate.

    Args:
        inputs: the files.
        profiles: the publishers' profiles to recognise.
        make: what to make of an article, where it is read, given the seconds that reading took.
        alone: read each as if it were the only one.
        map_: runs the shards: `map`, or a pool's.

    Yields:
        What was made of the articles, and the problems, in the order of the files.

    Raises:
        SettingsError: a correction says something it cannot say.
    """
    parts, kept = list(shards(inputs)), KeptShards(ROOM)
    shared = None if alone else _merged(map_(partial(_learn_shard, kept=kept), parts))
    read_part = partial(_read_shard, profiles=tuple(profiles), shared=shared, make=make, kept=kept)
    for items in map_(read_part, parts):
        yield from items


def read(
    documents: Sequence[Document], profiles: Sequence[Profile] = (), *, alone: bool = False
) -> list[Article]:
    """Read documents as one archive: what they share tells their boilerplate.

    Args:
        documents: the raw texts.
        profiles: the publishers' profiles to recognise.
        alone: read each as if it were the only one.
    """
    shared = None if alone else learn(documents)
    return [describe(reading) for reading in clean(documents, profiles, shared)]


def _learn_shard(shard: Sequence[Input], kept: KeptShards) -> SharedLines:
    loaded = _load(shard)
    kept.keep(shard, loaded, sum(len(document.text) for document in loaded.documents))
    return count_lines(loaded.pages)


def _merged(parts: Iterable[SharedLines]) -> SharedLines | None:
    counted = list(parts)
    return reduce(SharedLines.merge, counted).repeated() if counted else None


def _read_shard(
    shard: Sequence[Input],
    profiles: Sequence[Profile],
    shared: SharedLines | None,
    make: Callable[[Article, float], T],
    kept: KeptShards,
) -> list[T | Problem]:
    loaded = kept.take(shard) or _load(shard)
    started = time.process_time() - loaded.seconds
    documents = loaded.documents
    seconds_each = max((file.limits.seconds for file in shard), default=1)
    with collecting_seldom():
        articles = read_among(documents, profiles, shared, seconds_each, loaded.pages)
    seconds = (time.process_time() - started) / max(len(documents), 1)
    described = (make(item, seconds) if isinstance(item, Article) else item for item in articles)
    return [next(described) if isinstance(item, Document) else item for item in loaded.items]


def _load(shard: Sequence[Input]) -> Loaded:
    started = time.process_time()
    items = [item for file in shard for item in load_in_time(file)]
    pages = [lines_of(item) for item in items if isinstance(item, Document)]
    return Loaded(items, pages, time.process_time() - started)
