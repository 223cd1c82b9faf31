"""Records: what the store keeps of files that were read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import Entry
from newsarchive.filesystem.stats import Stat
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


class Told(Struct, frozen=True, array_like=True, gc=False):
    """An article that a file told."""

    number: int
    """Where the store has it, and its names."""
    entry: Entry
    names: bytes
    """Digest of what it names."""


class FileReading(Struct, frozen=True, array_like=True, gc=False):
    """A file that was read."""

    stat: Stat
    how: bytes
    """Digest of the manner in which it was read; nothing where it is to be read again."""
    content: bytes
    """SHA-256 of the file and of its correction."""
    steps: bytes
    """In how many other files each of its lines stood, as `repetition.STEPS` has it."""
    problems: tuple[Problem, ...] = ()
    articles: tuple[Told, ...] = ()


class Known(Struct, frozen=True):
    """What a store knows of readings."""

    store: Store
    readings: Bundles[FileReading]
    lines: Bundles[Lines]
    articles: Table[Article]
    names: Table[tuple[Name, ...]]
    state: Table[bool]

    def commit(self, *, every: int = 1, number: int = 0) -> None:
        """Keep for good what was put so far, each time that `number` has gone up by `every`."""
        if number % every == 0:
            self.readings.save()
            self.lines.save()
            self.store.commit()


def known_in(store: Store) -> Known:
    """Give the tables of a store that hold readings."""
    return Known(
        store,
        Bundles(store, "readings", FileReading),
        Bundles(store, "lines", Lines),
        store.numbered("articles", Article),
        store.numbered("names", tuple[Name, ...]),
        store.table("state", bool),
    )


def digests_in(store: Store) -> set[bytes]:
    """Give the digests of the articles that a store has."""
    readings = known_in(store).readings.all().values()
    return {told.entry.digest for reading in readings for told in reading.articles}


def contents_of(read: Iterable[tuple[SeenInput, FileReading]]) -> dict[str, bytes]:
    """Give the SHA-256 of each file that was read, and of each correction, by their places."""
    contents = {}
    for file, reading in read:
        content = reading.content
        if content:
            contents[file.path] = content[:32]
        others = content[32:]
        if others != NO_FILE:
            for start, place in zip(range(0, len(others), 32), hashed(file)[1:], strict=False):
                contents[place] = others[start : start + 32]
    return contents


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

    def fetch(self) -> Article:
        """Fetch it.

        Raises:
            BrokenStore: it is not there, or not as it was put there.
        """
        article = _articles_in(*self.store).known(self.number, self.made)
        same = article.aliases == self.aliases
        return article if same else replace(article, aliases=self.aliases)


@lru_cache(1)
def _articles_in(path: str, name: str) -> Table[Article]:
    return read_only(Path(path), name).table_there("articles", Article)
