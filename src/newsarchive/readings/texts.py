"""Texts: an archive's articles, which stay in the store, and what became of each input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from newsarchive.archive import Entry, Ledger
from newsarchive.model import Article
from newsarchive.readings.records import StoredArticle, Told


class Texts(Struct, frozen=True):
    """The archive's articles, which stay in the store, and what became of each input."""

    entries: Sequence[Entry]
    """In the order of their paths."""
    told: Mapping[str, Told]
    """SHA-256 → where the store has the article."""
    ledger: Ledger
    contents: Mapping[str, bytes]
    """Path of each source that was read → its SHA-256."""
    store: tuple[str, str]
    """Its path and its name."""
    settled: bool
    """Whether all could be read, so that none need be looked at again before it changes."""

    def article_of(self, entry: Entry) -> StoredArticle:
        """Give an entry's article, to be fetched."""
        told = self.told[entry.sha256]
        return StoredArticle(
            entry.digest, self.store, told.number, told.entry.digest, entry.aliases
        )

    def articles(self) -> Iterator[Article]:
        """Fetch all articles, one by one."""
        return (self.article_of(entry).fetch() for entry in self.entries)
