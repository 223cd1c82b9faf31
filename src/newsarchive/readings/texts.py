"""Texts: an archive's articles, which stay in the store, and what became of each input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive import Entry, Ledger
from newsarchive.archive.sketches import Sketches
from newsarchive.model import Article
from newsarchive.readings.records import article_of


class Texts(Struct, frozen=True):
    """The archive's articles, which stay in the store, and what became of each input."""

    entries: Sequence[Entry]
    """In the order of their paths."""
    ledger: Ledger
    contents: Mapping[str, bytes]
    """Name of each file of the folder of texts that was read → its SHA-256."""
    settled: bool
    """Whether all could be read, so that none need be looked at again before it changes."""

    titles: Sequence[str]
    """The titles of the articles, in the order of the entries."""
    sketches: Sketches
    """The sketches of their texts, in the order of the entries."""

    def arranged(self) -> Texts:
        """Give them without what only the archive's order and reprints are found by."""
        return replace(self, titles=(), sketches=Sketches())

    def articles(self) -> Iterator[Article]:
        """Fetch all articles, one by one."""
        return (article_of(entry).fetch() for entry in self.entries)
