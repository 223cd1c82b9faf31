"""Records: what the store keeps of files that were read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import SUMMARIES, Entry, Summary, as_held
from newsarchive.filesystem.stats import UNKNOWN, Stat
from newsarchive.incremental.bundles import Bundles
from newsarchive.incremental.fingerprint import NO_FILE
from newsarchive.incremental.store import Store, read_only
from newsarchive.incremental.tables import Table
from newsarchive.model import Article, Name, Problem
from newsarchive.readings.inputs import SeenInput, hashed


class Lines(Struct, frozen=True, array_like=True):
    """The lines of a file, as far as other files' readings depend on them."""

    content: bytes
    """SHA-256 of the file and of its correction."""
    documents: int
    fingerprints: bytes
    """Eight bytes for each different line of each document."""


NO_LINES = Lines(b"", 0, b"")


class Told(Struct, frozen=True, array_like=True, gc=False):
    """An article that a file told."""

    entry: Entry
    title: str
    sketch: bytes
    """Of its text."""


class FileReading(Struct, frozen=True, array_like=True, gc=False):
    """How a file was read: what tells whether it is to be read again."""

    stat: Stat
    how: bytes
    """Digest of the manner in which it was read; nothing where it is to be read again."""
    steps: bytes
    """In how many other files each of its lines stood, as `repetition.STEPS` has it."""


LEARNED = FileReading(UNKNOWN, b"", b"")
"""Of a file whose lines are known, and no more."""


class FileTold(Struct, frozen=True, array_like=True, gc=False):
    """What a file told when it was read."""

    content: bytes
    """SHA-256 of the file and of its correction."""
    problems: tuple[Problem, ...] = ()
    articles: tuple[Told, ...] = ()


class Known(Struct, frozen=True):
    """What a store knows of readings."""

    store: Store
    readings: Bundles[FileReading]
    lines: Bundles[Lines]
    told: Bundles[FileTold]
    articles: Table[Article]
    summaries: Table[Summary]
    names: Table[tuple[Name, ...]]
    state: Table[bool]

    def commit(self, *, every: int = 1, number: int = 0) -> None:
        """Keep for good what was put so far, each time that `number` has gone up by `every`."""
        if number % every == 0:
            self.readings.save()
            self.lines.save()
            self.told.save()
            self.store.commit()


def known_in(store: Store) -> Known:
    """Give the tables of a store that hold readings."""
    readings = Bundles[FileReading](store, "readings", FileReading)
    held = partial(_as_held, store=store.place)
    return Known(
        store,
        readings,
        Bundles(store, "lines", Lines, beside=readings),
        Bundles(store, "told", FileTold, held, beside=readings),
        store.numbered("articles", Article),
        store.numbered(SUMMARIES, Summary),
        store.numbered("names", tuple[Name, ...]),
        store.table("state", bool),
    )


def _as_held(told: FileTold, store: tuple[str, str]) -> FileTold:
    held = [Told(as_held(one.entry, store), one.title, one.sketch) for one in told.articles]
    return replace(told, articles=tuple(held))


def digests_in(store: Store) -> set[bytes]:
    """Give the digests of the articles that a store has."""
    told = chain.from_iterable(some.values() for some in known_in(store).told.each())
    return {article.entry.digest for of_file in told for article in of_file.articles}


def contents_of(
    key: str, content: bytes, inputs: Mapping[str, SeenInput]
) -> Iterator[tuple[str, bytes]]:
    """Give the names of a file that was read, and of its corrections, with their SHA-256."""
    if content:
        yield key, content[:32]
    others = content[32:]
    if others and others != NO_FILE:
        file = inputs[key]
        folder = file.path.removesuffix(key)
        for start, place in zip(range(0, len(others), 32), hashed(file)[1:], strict=False):
            yield place.removeprefix(folder), others[start : start + 32]


class StoredArticle(Struct, frozen=True):
    """An article in the store, which is fetched when its page is made, in whatever process."""

    digest: bytes
    store: tuple[str, str]
    """The store's path and name."""
    number: int
    made: bytes
    """Digest of the article as the store has it."""
    aliases: tuple[str, ...]
    """Those that it can have."""
    own_content: bytes = b""
    """As the store has it, where that is at hand."""

    def fetch(self) -> Article:
        """Fetch it.

        Raises:
            BrokenStore: it is not there, or not as it was put there.
        """
        if self.own_content:
            article = _decoder().decode(self.own_content)
        else:
            article = _articles_in(*self.store, os.getpid()).known(self.number, self.made)
        same = article.aliases == self.aliases
        return article if same else replace(article, aliases=self.aliases)

    def whole(self) -> StoredArticle:
        """Give it with its content, for who does not reach the store.

        Raises:
            BrokenStore: it is not there, or not as it was put there.
        """
        content = _articles_in(*self.store, os.getpid()).content(self.number, self.made)
        return replace(self, own_content=content)


def article_of(entry: Entry) -> StoredArticle:
    """Give an entry's article, to be fetched."""
    return StoredArticle(entry.digest, entry.store, entry.number, entry.made, entry.aliases)


@cache
def _articles_in(path: str, name: str, process: int) -> Table[Article]:  # noqa: ARG001
    """Open them once in each process: SQLite lets none use, or close, what another opened."""
    return read_only(Path(path), name).table_there("articles", Article)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Article]:
    return msgspec.msgpack.Decoder(Article)
