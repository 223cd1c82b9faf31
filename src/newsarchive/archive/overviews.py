"""What pages about the whole archive know of it: how many articles there are, and of which dates.

They name no article. So an article that gets another word changes none of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct

from newsarchive.archive.entries import Entry, start_of
from newsarchive.incremental.deferred import digest
from newsarchive.names import NameKind

if TYPE_CHECKING:
    from newsarchive.archive import Archive, Group

Dates = Mapping[str, int]
"""EDTF date → how many articles have it; those without a date count under the empty text."""

_DATE = attrgetter("date")


class Counted(Protocol):
    """Anything with a name and a count: a `Group`, or its `Tally`."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def count(self) -> int:
        """How many articles it has."""


class Tally(Struct, frozen=True):
    """How many articles a source, a topic, a year or a month has, in all and of each date."""

    name: str
    count: int
    dates: dict[str, int]
    """As `Dates`."""


class NameTally(Struct, frozen=True):
    """How many articles name a person, a place or an organisation."""

    name: str
    slug: str
    kind: NameKind
    count: int


class Overview(Struct, frozen=True, kw_only=True):
    """How many articles an archive has, of which dates, in which groups."""

    dates: dict[str, int]
    """Of all articles, as `Dates`."""
    sources: tuple[Tally, ...]
    topics: tuple[Tally, ...]
    years: tuple[Tally, ...]
    months: tuple[Tally, ...]
    names: tuple[NameTally, ...]
    reprinted: int = 0
    """How many articles share much of their text with another."""
    digest: bytes = b""
    """Digest of all other fields."""

    @property
    def articles(self) -> int:
        """How many there are."""
        return sum(self.dates.values())

    @property
    def undated(self) -> int:
        """How many of them have no date."""
        return self.dates.get("", 0)

    @property
    def dated(self) -> int:
        """How many of them have one."""
        return self.articles - self.undated


def overview_of(archive: Archive) -> Overview:
    """Count an archive's articles."""
    dates = dates_of(archive.entries)
    counted = Overview(
        dates=dates,
        sources=_tallies(archive.sources),
        topics=_tallies(archive.topics),
        years=_period_tallies(archive.years, dates, len("2021")),
        months=_period_tallies(archive.months, dates, len("2021-07")),
        names=tuple(
            NameTally(named.name, named.slug, named.kind, named.count) for named in archive.names
        ),
        reprinted=len(archive.reprints),
    )
    whole = msgspec.msgpack.encode(counted, order="deterministic")
    return msgspec.structs.replace(counted, digest=digest(whole))


def dates_of(entries: Iterable[Entry]) -> dict[str, int]:
    """Count articles by their dates."""
    counts = Counter(map(_DATE, entries))
    undated = counts.pop(None, 0)
    return {**counts, "": counts[""] + undated} if undated else dict(counts)


def _tallies(groups: Iterable[Group]) -> tuple[Tally, ...]:
    return tuple(Tally(group.name, group.count, dates_of(group.entries)) for group in groups)


def _period_tallies(groups: Iterable[Group], dates: Dates, length: int) -> tuple[Tally, ...]:
    """Count years or months, whose names are the first `length` characters of their dates."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for date, count in dates.items():
        found[start_of(date)[:length]][date] = count
    return tuple(Tally(group.name, group.count, found[group.name]) for group in groups)
