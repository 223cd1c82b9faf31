"""Records: what the store keeps of files that were read."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import SUMMARIES, Entry, Summary, as_held
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

    entry: Entry
    title: str
    sketch: bytes
    """Of its text."""


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
    summaries: Table[Summary]
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
        Bundles(store, "readings", FileReading, partial(_as_held, store=store.place)),
        Bundles(store, "lines", Lines),
        store.numbered("articles", Article),
        store.numbered(SUMMARIES, Summary),
        store.numbered("names", tuple[Name, ...]),
        store.table("state", bool),
    )


def _as_held(reading: FileReading, store: tuple[str, str]) -> FileReading:
    held = [Told(as_held(told.entry, store), told.title, told.sketch) for told in reading.articles]
    return replace(reading, articles=tuple(held))


def digests_in(store: Store) -> set[bytes]:
    """Give the digests of the articles that a store has."""
    readings = known_in(store).readings.all().values()
    return {told.entry.digest for reading in readings for told in reading.articles}


def contents_of(file: SeenInput, content: bytes) -> dict[str, bytes]:
    """Give the SHA-256 of a file that was read, and of its corrections, by their names."""
    contents = {file.key: content[:32]} if content else {}
    others, folder = content[32:], file.path.removesuffix(file.key)
    if others != NO_FILE:
        for start, place in zip(range(0, len(others), 32), hashed(file)[1:], strict=False):
            contents[place.removeprefix(folder)] = others[start : start + 32]
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


def article_of(entry: Entry) -> StoredArticle:
    """Give an entry's article, to be fetched."""
    return StoredArticle(entry.digest, entry.store, entry.number, entry.made, entry.aliases)


@lru_cache(1)
def _articles_in(path: str, name: str) -> Table[Article]:
    return read_only(Path(path), name).table_there("articles", Article)
