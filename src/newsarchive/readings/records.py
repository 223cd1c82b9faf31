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
from newsarchive.model import Article, Problem
from newsarchive.names import Name
from newsarchive.readings.inputs import SeenInput, hashed


class Lines(Struct, frozen=True, array_like=True):
    """The lines of a file, as far as the readings of other files depend on them."""

    content: bytes
    """SHA-256 of the file and of its correction, one after the other; empty if not known."""
    documents: int
    """How many documents the file holds."""
    fingerprints: bytes
    """Eight bytes for each different line of each document."""


NO_LINES = Lines(b"", 0, b"")
"""Stands for the lines of a file that the store does not know."""


class ListedArticle(Struct, frozen=True, array_like=True, gc=False):
    """What the archive is put together from, of one article."""

    entry: Entry
    title: str
    sketch: bytes
    """The sketch of its text, by which reprints are found."""


class FileState(Struct, frozen=True, array_like=True, gc=False):
    """What a file was like when it was read: if any of it is another now, it is read again."""

    stat: Stat
    manner: bytes
    """Digest of the `Manner` in which it was read; empty where it is to be read again anyway."""
    steps: bytes
    """For each of its lines the step of `repetition.STEPS` that its count was on: a byte each."""


NOT_READ = FileState(UNKNOWN, b"", b"")
"""The state of a file whose lines were counted, and that was not read yet."""


class FileResult(Struct, frozen=True, array_like=True, gc=False):
    """What reading a file gave."""

    content: bytes
    """SHA-256 of the file and of its correction, one after the other, as they were read."""
    problems: tuple[Problem, ...] = ()
    articles: tuple[ListedArticle, ...] = ()


class Known(Struct, frozen=True):
    """What a store knows of files that were read, and of their articles."""

    store: Store
    states: Bundles[FileState]
    """Key of a file → its state. The next two have the same keys."""
    lines: Bundles[Lines]
    results: Bundles[FileResult]
    articles: Table[Article]
    """`Entry.number` → the article. The next two have the same keys."""
    summaries: Table[Summary]
    names: Table[tuple[Name, ...]]
    flags: Table[bool]
    """Whether something holds for all readings, by what it is called."""

    def commit(self, *, every: int = 1, number: int = 0) -> None:
        """Keep for good what was put so far, each time that `number` has gone up by `every`."""
        if number % every == 0:
            self.states.save()
            self.lines.save()
            self.results.save()
            self.store.commit()


def known_in(store: Store) -> Known:
    """Open the tables of a store that hold what is known of files and articles."""
    states = Bundles[FileState](store, "states", FileState)
    held = partial(_as_held, store=store.place)
    return Known(
        store=store,
        states=states,
        lines=Bundles(store, "lines", Lines, beside=states),
        results=Bundles(store, "results", FileResult, held, beside=states),
        articles=store.numbered("articles", Article),
        summaries=store.numbered(SUMMARIES, Summary),
        names=store.numbered("names", tuple[Name, ...]),
        flags=store.table("flags", bool),
    )


def _as_held(result: FileResult, store: tuple[str, str]) -> FileResult:
    """Give what reading a file gave as it is held in memory."""
    articles = [
        ListedArticle(as_held(each.entry, store), each.title, each.sketch)
        for each in result.articles
    ]
    return replace(result, articles=tuple(articles))


def digests_in(store: Store) -> set[bytes]:
    """Give the digests of the articles that a store has."""
    results = chain.from_iterable(some.values() for some in known_in(store).results.each())
    return {article.entry.digest for result in results for article in result.articles}


def contents_of(
    key: str, content: bytes, inputs: Mapping[str, SeenInput]
) -> Iterator[tuple[str, bytes]]:
    """Give the names of a file that was read, and of its corrections, each with its SHA-256.

    Args:
        key: the file's.
        content: those SHA-256, one after the other, as `FileResult.content` has them.
        inputs: all files, among which it is.
    """
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
    """Digest of all that its page shows of it: by this, `Deferred` tells it from others."""
    store: tuple[str, str]
    """The path and the name of the store."""
    number: int
    """Where in the store it is."""
    made: bytes
    """Digest of the article as the store has it."""
    aliases: tuple[str, ...]
    """Those of its aliases that no other page has."""
    own_content: bytes = b""
    """The article as the store has it, encoded, where that is at hand."""

    def fetch(self) -> Article:
        """Fetch it.

        Raises:
            BrokenStore: it is not there, or not as it was put there.
        """
        if self.own_content:
            article = _decoder().decode(self.own_content)
        else:
            article = _articles_in(*self.store, os.getpid()).get_verified(self.number, self.made)
        same = article.aliases == self.aliases
        return article if same else replace(article, aliases=self.aliases)

    def whole(self) -> StoredArticle:
        """Give it with its content, for a process that cannot open the store.

        Raises:
            BrokenStore: it is not there, or not as it was put there.
        """
        content = _articles_in(*self.store, os.getpid()).get_encoded(self.number, self.made)
        return replace(self, own_content=content)


def article_of(entry: Entry) -> StoredArticle:
    """Give an entry's article, to be fetched."""
    return StoredArticle(entry.digest, entry.store, entry.number, entry.made, entry.aliases)


@cache
def _articles_in(path: str, name: str, process: int) -> Table[Article]:  # noqa: ARG001
    """Open the articles of a store, once in each process: SQLite connections cannot be shared."""
    return read_only(Path(path), name).table_there("articles", Article)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Article]:
    return msgspec.msgpack.Decoder(Article)
