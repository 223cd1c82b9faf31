"""Texts: an archive's articles, which stay in the store, and what became of each input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from newsarchive.archive import Entry, Ledger
from newsarchive.filesystem.stats import UNKNOWN
from newsarchive.model import Article
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import FileReading, StoredArticle, Told, contents_of


class Texts(Struct, frozen=True, dict=True):
    """The archive's articles, which stay in the store, and what became of each input."""

    entries: Sequence[Entry]
    """In the order of their paths."""
    told: Mapping[str, Told]
    """SHA-256 → where the store has the article."""
    ledger: Ledger
    inputs: Sequence[SeenInput]
    readings: Sequence[FileReading]
    """Of each input."""
    store: tuple[str, str]
    """Its path and its name."""

    @cached_property
    def contents(self) -> Mapping[str, bytes]:
        """Give the path of each source that was read → its SHA-256."""
        return contents_of(zip(self.inputs, self.readings, strict=True))

    @property
    def settled(self) -> bool:
        """Whether all could be read, so that none need be looked at again before it changes."""
        return UNKNOWN not in [reading.stat for reading in self.readings]

    def article_of(self, entry: Entry) -> StoredArticle:
        """Give an entry's article, to be fetched."""
        told = self.told[entry.sha256]
        return StoredArticle(
            entry.digest, self.store, told.number, told.entry.digest, entry.aliases
        )

    def articles(self) -> Iterator[Article]:
        """Fetch all articles, one by one."""
        return (self.article_of(entry).fetch() for entry in self.entries)
