"""Which lists an article stands on, so that every program splits long lists as newsarchive does.

A source of more articles than fit on a page is split by year, a year by month, a month by day; of
periods there are always years and months. The others are told by each article's front matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from make_archive import Made
from newsarchive.archive.shelves import FITS, PART_FITS, UNDATED
from newsarchive.pages.listings import ON_OVERVIEW
from newsarchive.spelling.slugs import slug_of

ALL = 1_000_000
YEAR, MONTH, DAY = 4, 7, 10


class Fact(NamedTuple):
    """What of an article decides where it is listed."""

    number: int
    source: str
    day: str
    """Empty where it is not known."""
    slug: str


class Shelf(msgspec.Struct, frozen=True):
    """A page that lists articles."""

    parts: tuple[str, ...] = ()
    """The pages it is split into."""
    shown: int = ALL
    """The articles on it, from the newest."""


class Shelves(msgspec.Struct, frozen=True):
    """All lists: name → shelf; the one without a name leads to the widest."""

    sources: dict[str, Shelf] = {}
    dates: dict[str, Shelf] = {}


class Listed(NamedTuple):
    """The names of the lists that an article stands on."""

    sources: list[str]
    dates: list[str]


def fact_of(article: Made) -> Fact:
    """Keep of an article what decides where it is listed."""
    day = article.day.isoformat() if article.day else ""
    return Fact(article.number, slug_of(article.source.name), day, slug_of(article.title))


def shelve(facts: Sequence[Fact]) -> tuple[Shelves, list[Listed]]:
    """Put articles on shelves; give the shelves, and for each article those that it stands on."""
    shelves, listed = Shelves(), [Listed([], []) for _ in facts]
    by_source = _grouped((fact.source, fact) for fact in facts)
    for name, members in by_source.items():
        _shelve_source(name, members, shelves.sources, listed)
    by_year = _grouped((fact.day[:YEAR] or UNDATED, fact) for fact in facts)
    for name, members in by_year.items():
        _shelve_period(name, members, shelves.dates, listed)
    shelves.sources[""] = Shelf(tuple(sorted(by_source)))
    shelves.dates[""] = Shelf(tuple(sorted(by_year, reverse=True)))
    return shelves, listed


def _shelve_source(
    name: str, members: Sequence[Fact], shelves: dict[str, Shelf], listed: Sequence[Listed]
) -> None:
    for fact in members:
        listed[fact.number].sources.append(name)
    period = name.partition("--")[2]
    parts = {} if len(members) <= (PART_FITS if period else FITS) else _split(members, period)
    shelves[name] = _shelf([_part_of(name, part) for part in parts], ON_OVERVIEW)
    for part, some in parts.items():
        _shelve_source(_part_of(name, part), some, shelves, listed)


def _part_of(name: str, period: str) -> str:
    return f"{name.partition('--')[0]}--{period}"


def _shelve_period(
    period: str, members: Sequence[Fact], shelves: dict[str, Shelf], listed: Sequence[Listed]
) -> None:
    for fact in members:
        listed[fact.number].dates.append(period)
    many = len(members) > PART_FITS
    split = many or (period != UNDATED and len(period) == YEAR)
    parts = _split(members, period) if split else {}
    shelves[period] = _shelf(list(parts), 0 if many else ALL)
    for part, some in parts.items():
        _shelve_period(part, some, shelves, listed)


def _shelf(parts: Sequence[str], shown: int) -> Shelf:
    return Shelf(tuple(sorted(parts, reverse=True)), shown if parts else ALL)


def _split(members: Iterable[Fact], period: str) -> dict[str, list[Fact]]:
    """Split the articles of a period; a day and a letter are not split any more."""
    if len(period) == DAY or period.startswith(f"{UNDATED}-"):
        return {}
    if period == UNDATED:
        return _grouped((f"{UNDATED}-{fact.slug[:1]}", fact) for fact in members)
    length = {0: YEAR, YEAR: MONTH, MONTH: DAY}[len(period)]
    return _grouped((fact.day[:length] or UNDATED, fact) for fact in members)


def _grouped(pairs: Iterable[tuple[str, Fact]]) -> dict[str, list[Fact]]:
    groups: dict[str, list[Fact]] = {}
    for key, fact in pairs:
        groups.setdefault(key, []).append(fact)
    return groups
