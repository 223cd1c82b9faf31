"""Archive: all articles in order, and grouped by source, topic, date and name.

    [Entry] → Archive

Of each article only an `Entry` of some hundred bytes is held in memory, so that a million of them
fit. The articles themselves stay in the store until their pages are made.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarchive.archive.entries import Entry, Summary, entry_of, start_of
from newsarchive.archive.houses import printed_names, under_one_name
from newsarchive.archive.ledger import Ledger, ledger_of
from newsarchive.archive.reprints import Reprints, reprints_in
from newsarchive.archive.sketches import Sketches
from newsarchive.model import Problem
from newsarchive.spelling.slugs import slug_of

if TYPE_CHECKING:
    from newsarchive.archive.names import Named

__all__ = [
    "Archive",
    "Entry",
    "Group",
    "Ledger",
    "Summary",
    "archive_of",
    "entry_of",
    "ledger_of",
    "places_to_publish",
    "start_of",
    "without_duplicates",
]


class Group(Struct, frozen=True):
    """Articles that belong together: of a source, a topic, a year, a month."""

    name: str
    entries: tuple[Entry, ...]
    """In the archive's order."""
    spellings: tuple[str, ...] = ()
    """Where the group is a source: how else its articles print its name."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.entries)


class Archive(Struct, frozen=True, kw_only=True):
    """All entries in order, and grouped."""

    entries: tuple[Entry, ...]
    """Newest first, then those without a date, by title."""
    sources: tuple[Group, ...]
    """In the order of their names. One without a name holds the articles of unknown source."""
    topics: tuple[Group, ...]
    years: tuple[Group, ...]
    """Newest first, named as `2021`."""
    months: tuple[Group, ...]
    """Newest first, named as `2021-07`."""
    undated: tuple[Entry, ...]
    names: tuple[Named, ...] = ()
    """People, places and organisations, by slug."""
    reprints: Reprints = {}
    """Articles that share much of their text."""
    ledger: Ledger = Ledger()
    """What became of every input."""

    @property
    def dated(self) -> tuple[Entry, ...]:
        """The entries whose date is known."""
        return self.entries[: len(self.entries) - len(self.undated)]

    @property
    def oldest_first(self) -> tuple[Entry, ...]:
        """All entries, the oldest first and those without a date last.

        In this order an article that is newer than the others changes nothing before it.
        """
        return (*reversed(self.dated), *self.undated)


_NOTHING, _NO_SKETCHES = Ledger(), Sketches()


def without_duplicates(entries: Sequence[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Keep one of the articles whose originals are the same byte for byte: see `places_to_publish`.

    Args:
        entries: in the order of their paths.
    """
    places = places_to_publish(entries)
    kept = [entries[place] for place in sorted(places.values())]
    problems = [
        _duplicate(entry, entries[places[entry.sha256]])
        for place, entry in enumerate(entries)
        if places[entry.sha256] != place
    ]
    return kept, problems


def places_to_publish(entries: Iterable[Entry]) -> dict[str, int]:
    """Give for each original's SHA-256 the place of the article that is published of it.

    It is the first one that the curator corrected, or else the first of all: what a curator knows
    of a text is not to be lost with a copy of it.
    """
    places: dict[str, int] = {}
    corrected = set[str]()
    for place, entry in enumerate(entries):
        if entry.corrected and entry.sha256 not in corrected:
            corrected.add(entry.sha256)
            places[entry.sha256] = place
        places.setdefault(entry.sha256, place)
    return places


def _duplicate(entry: Entry, published: Entry) -> Problem:
    own = entry.summary
    what = f"holds the same bytes as {published.summary.path}, which is published"
    remedy = "Remove one of the two"
    if entry.corrected:
        what += " with a correction of its own"
        remedy = "Put what the correction of this one says into the other's, and remove one of them"
    path = f"{own.path} ({own.record})" if own.record else own.path
    return Problem(path, what, remedy, fate="duplicate", article=entry.sha256)


def _no_names(_entries: Sequence[Entry]) -> tuple[Named, ...]:
    """Find no names."""
    return ()


def archive_of(
    entries: Iterable[Entry],
    name: Callable[[Sequence[Entry]], tuple[Named, ...]] = _no_names,
    *,
    titles: Sequence[str] = (),
    sketches: Sketches = _NO_SKETCHES,
    ledger: Ledger = _NOTHING,
) -> Archive:
    """Order and group the entries.

    Args:
        entries: of all articles.
        name: given the entries in the archive's order, finds the names that they share.
        titles: the titles of the articles, in the order of the entries; if empty, they are fetched.
        sketches: the sketches of their texts, in the same order; if empty, no reprints are found.
        ledger: what became of every input.
    """
    found = list(entries)
    printed = printed_names(found)
    found = under_one_name(found, printed)
    places = _by_start(found, titles or [entry.title for entry in found])
    order = array("I", chain.from_iterable(places.values()))
    by_start = {start: [found[place] for place in of_it] for start, of_it in places.items()}
    undated = tuple(by_start.pop("", ()))
    ordered = (*chain.from_iterable(by_start.values()), *undated)
    years, months = _periods(by_start)
    return Archive(
        entries=ordered,
        sources=_sources(ordered, printed.values()),
        topics=_groups((topic, entry) for entry in ordered for topic in entry.section),
        years=years,
        months=months,
        undated=undated,
        names=name(ordered),
        reprints=reprints_in(ordered, sketches, order),
        ledger=ledger,
    )


def _by_start(entries: Sequence[Entry], titles: Sequence[str]) -> dict[str, list[int]]:
    """Give the places of the entries by the beginnings of their dates, newest first, then by title.

    Those without a date stand under the empty text, which comes last.
    """
    dates: defaultdict[str | None, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        dates[entry.date].append(place)
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for date, of_date in dates.items():
        starts[start_of(date or "")] += of_date

    def by_title(place: int) -> tuple[str, str]:
        return titles[place].casefold(), entries[place].sha256

    return {start: sorted(starts[start], key=by_title) for start in sorted(starts, reverse=True)}


def _sources(ordered: Sequence[Entry], printed: Iterable[Sequence[str]]) -> tuple[Group, ...]:
    """Group by source, each with the other names that its articles print."""
    others = {slug_of(name): tuple(spellings) for name, *spellings in printed if spellings}
    return tuple(
        Group(group.name, group.entries, others.get(slug_of(group.name), ()))
        for group in _groups((entry.source or "", entry) for entry in ordered)
    )


def _groups(named: Iterable[tuple[str, Entry]]) -> tuple[Group, ...]:
    """Group by name; names that are spelled alike in a URL are one."""
    groups: dict[str, tuple[str, list[Entry]]] = {}
    by_name: dict[str, list[Entry]] = {}
    for name, entry in named:
        members = by_name.get(name)
        if members is None:
            members = by_name[name] = groups.setdefault(slug_of(name), (name, []))[1]
        if not members or members[-1] is not entry:
            members.append(entry)
    return tuple(Group(name, tuple(members)) for _, (name, members) in sorted(groups.items()))


def _periods(
    by_start: Mapping[str, Sequence[Entry]],
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Group by year, and by month what has one."""
    years: dict[str, list[Entry]] = {}
    months: dict[str, list[Entry]] = {}
    for start, of_date in by_start.items():
        if len(start) >= 4:
            years.setdefault(start[:4], []).extend(of_date)
        if len(start) >= 7:
            months.setdefault(start[:7], []).extend(of_date)
    return _named(years), _named(months)


def _named(groups: Mapping[str, Sequence[Entry]]) -> tuple[Group, ...]:
    return tuple(Group(name, tuple(members)) for name, members in groups.items())
