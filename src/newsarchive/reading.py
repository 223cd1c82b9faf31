"""From files to articles: load, clean and describe, shard by shard.

The files are gone through twice: once to count the lines that they share, once to read them with
that knowledge. Each pass is a pure function of a shard, so that a shard can be read in any process.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial, reduce
from typing import TypeVar

from msgspec.structs import replace

from newsarchive.cleaning import clean, learn
from newsarchive.cleaning.profiles import Profile
from newsarchive.cleaning.repetition import SharedLines
from newsarchive.describing import describe
from newsarchive.loading.folder import Input, load_file
from newsarchive.model import Article, Document, Problem
from newsarchive.naming import names_in
from newsarchive.running.garbage import seldom_looked_for
from newsarchive.running.workers import Map, shards
from newsarchive.settings.limits import OutOfTime, beyond, deadline

T = TypeVar("T")


def with_names(article: Article) -> Article:
    """Make an article that says whom and what it names, as the pages of an archive need it.

    To recognise names takes as long as all else: who only asks for the fields goes without.
    """
    names = names_in(article.blocks, article.lines, article.language.value)
    return replace(article, names=names)


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
    parts = list(shards(inputs))
    shared = None if alone else _merged(map_(_learn_shard, parts))
    read_part = partial(_read_shard, profiles=tuple(profiles), shared=shared, make=make)
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


def _learn_shard(shard: Iterable[Input]) -> SharedLines:
    return learn([item for item in _load(shard) if isinstance(item, Document)])


def _merged(parts: Iterable[SharedLines]) -> SharedLines | None:
    counted = list(parts)
    return reduce(SharedLines.merge, counted).repeated() if counted else None


def _read_shard(
    shard: Iterable[Input],
    profiles: Sequence[Profile],
    shared: SharedLines | None,
    make: Callable[[Article, float], T],
) -> list[T | Problem]:
    started = time.process_time()
    loaded = list(_load(shard))
    documents = [item for item in loaded if isinstance(item, Document)]
    seconds_each = max((file.limits.seconds for file in shard), default=1)
    with seldom_looked_for():
        articles = read_among(documents, profiles, shared, seconds_each)
    seconds = (time.process_time() - started) / max(len(documents), 1)
    described = (make(item, seconds) if isinstance(item, Article) else item for item in articles)
    return [next(described) if isinstance(item, Document) else item for item in loaded]


def read_among(
    documents: Sequence[Document],
    profiles: Sequence[Profile],
    shared: SharedLines | None,
    seconds: int,
) -> list[Article | Problem]:
    """Read documents in one pass; if that fails, one by one, so that it costs one alone."""
    try:
        with deadline(seconds):
            return [describe(reading) for reading in clean(documents, profiles, shared)]
    except (Exception, OutOfTime) as error:  # a mistake of ours must not cost the other files
        if len(documents) > 1:
            parts = (read_among([one], profiles, shared, seconds) for one in documents)
            return [item for part in parts for item in part]
        name = documents[0].path
        if isinstance(error, OutOfTime):
            return [beyond(name, f"reading it takes longer than {seconds} s", "seconds")]
        what = f"newsarchive failed to read it: {type(error).__name__}: {error}"
        return [Problem(name, what, "Tell newsarchive's makers, with the file")]


def _load(shard: Iterable[Input]) -> Iterator[Document | Problem]:
    for file in shard:
        yield from load_in_time(file)


def load_in_time(file: Input) -> list[Document | Problem]:
    """Load a file, or say that it takes too long."""
    seconds = file.limits.seconds
    try:
        with deadline(seconds):
            return list(load_file(file))
    except OutOfTime:
        what = f"it is not read: loading it takes longer than {seconds} s"
        return [beyond(file.name, what, "seconds")]
