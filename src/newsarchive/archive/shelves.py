"""Shelves: a list of articles split by time, so that a page stays put as others arrive.

    all of Press TV → 2021, 2020, undated → 2021-07, 2021-06, …

A list that fits on a page is one shelf. A longer one is split by year, a year's by month, a month's
by day, and the undated by the first letter of their title: by what an article itself says and never
by its position, so that a new article changes the shelves it stands on and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from newsarchive.archive.entries import Entry, start_of

FITS = 100
"""Articles of a subject that stand on one page."""
PART_FITS = 250
"""Articles of a period that do: more, for fewer files."""
UNDATED = "undated"
_LENGTHS = {0: 4, 4: 7, 7: 10}
"""Letters of a period's name → of the periods it is split into."""


class Period(Struct, frozen=True):
    """A period that a shelf is split into, and how many articles it has."""

    name: str
    count: int


class Front(Struct, frozen=True):
    """What the page of a shelf is made from: no article that stands on pages of its parts alone."""

    period: str
    count: int
    latest: tuple[Entry, ...]
    """The newest, where it is split."""
    own: tuple[Entry, ...]
    parts: tuple[Period, ...]


class Shelf(Struct, frozen=True):
    """Articles of one period."""

    period: str
    """`2021`, `2021-07`, `2021-07-19`, `undated`, `undated-k`; empty for all."""
    entries: tuple[Entry, ...]
    """In the archive's order."""
    own: tuple[Entry, ...]
    """The articles that stand on its own page: in no part, such as those of a month, no day."""
    parts: tuple[Shelf, ...] = ()
    """The periods it is split into; none where its articles stand on its own page."""


def front_of(shelf: Shelf, most: int) -> Front:
    """Give what the page of a shelf is made from, with `most` of the newest where it is split."""
    parts = tuple(Period(part.period, len(part.entries)) for part in shelf.parts)
    latest = shelf.entries[:most] if parts else ()
    return Front(shelf.period, len(shelf.entries), latest, shelf.own, parts)


def shelved(entries: Sequence[Entry], period: str = "") -> Shelf:
    """Put entries on shelves, split as often as it takes.

    Args:
        entries: in the archive's order.
        period: the one that they are all of.
    """
    every = tuple(entries)
    if len(entries) <= (PART_FITS if period else FITS):
        return Shelf(period, every, every)
    groups: dict[str, list[Entry]] = {}
    for entry, part in zip(entries, _parts_of(entries, period), strict=True):
        groups.setdefault(part, []).append(entry)
    own = tuple(groups.pop(period, ()))
    parts = tuple(shelved(members, name) for name, members in groups.items())
    return Shelf(period, every, own, parts)


def _parts_of(entries: Sequence[Entry], period: str) -> Iterable[str]:
    """Name the part that each entry stands in; the period itself where it stands in none."""
    if period == UNDATED:
        return map(_letter_of, entries)
    parts = {date: _part_of(date, period) for date in {entry.date for entry in entries}}
    return [parts[entry.date] for entry in entries]


def _letter_of(entry: Entry) -> str:
    letter = entry.slug[:1]
    return f"{UNDATED}-{letter if letter.isalpha() else '0'}"


def _part_of(date: str | None, period: str) -> str:
    if not date:
        return period or UNDATED
    start = start_of(date)
    length = _LENGTHS.get(len(period))
    return start[:length] if length and len(start) >= length else period
