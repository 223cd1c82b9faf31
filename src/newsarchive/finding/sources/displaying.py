"""Which of the names that a page prints for a publisher is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.grouping import COMPANY, nicknames
from newsarchive.finding.sources.own_addresses import ADDRESSES
from newsarchive.finding.sources.paper_names import names_paper, printed
from newsarchive.finding.sources.register import (
    brand_of,
    is_address_of,
    is_known,
    key_of,
    publisher_of,
)

_DOTTED = ("copyright", "alone", "credit", "signed", "phrase", "tail")
SHORT_NAME = 5
"""Letters up to which a name is an abbreviation: the register has it in full."""


def displayed(key: str, group: list[Sighting]) -> str:
    """Give the name as the page's own title has it, or its address; else the register's."""
    own = {key_of(s.name) for s in group if s.kind == "page"}
    hosts = own or {key_of(s.name) for s in group if s.kind in ADDRESSES}
    names = (
        [s.name for s in group if s.kind == "page-title"]
        or _agreeing(key, group, hosts)
        or _dotted(group, own)
        or _known_or_spoken(key, group)
        or [s.name for s in group]
    )
    best = names[0] if len(set(names)) == 1 else _likeliest(names)
    return _as_addressed(best, hosts) if hosts else best


def in_full(name: str, key: str, group: Iterable[Sighting], texts: Sequence[str]) -> str:
    """Give the paper's name that a line is, where the name is a part of it.

    Where a town, its council and a paper's company have one name, lines that repeat it say less
    than the one that is the paper's name and nothing else.

    Args:
        name: what most lines of the page have.
        key: the house's.
        group: where the name was seen.
        texts: the page's lines.
    """
    if names_paper(name) or (is_known(key) and any(s.kind != "part" for s in group)):
        return name
    words = f" {name.lower()} "
    lines = (texts[s.line] for s in group)
    whole = (line for line in lines if words in f" {line.lower()} " and names_paper(line))
    return next(map(printed, whole), name)


def _spoken(group: list[Sighting]) -> list[str]:
    """Give the names that are no addresses."""
    return [s.name for s in group if s.kind not in ADDRESSES and "." not in s.name[:-1]]


def _agreeing(key: str, group: list[Sighting], hosts: set[str]) -> list[str]:
    """Give the names that the house's own address says too."""
    return [
        name
        for name in _spoken(group)
        if len(name) > SHORT_NAME and (key_of(name) in hosts or is_address_of(key_of(name), key))
    ]


def _dotted(group: list[Sighting], own: set[str]) -> list[str]:
    """Give the addresses that the page calls itself by."""
    dotted = [s.name for s in group if s.kind in _DOTTED and "." in s.name[:-1]]
    return [name for name in dotted if not own or key_of(name) in own]


def _known_or_spoken(key: str, group: list[Sighting]) -> list[str]:
    known = brand_of(publisher_of(key) or "")
    return [known] if known else _spoken(group)


def _likeliest(names: list[str]) -> str:
    """Give the most frequent of a house's names: not its company's, and not a short form."""
    short = key_of(min(names, key=len))
    names = [name for name in names if not COMPANY.fullmatch(key_of(name), len(short))] or names
    nicks = {nick for name in set(names) for nick in nicknames(name)}
    names = [name for name in names if key_of(name) not in nicks] or names
    return max(dict.fromkeys(names), key=lambda n: (names.count(n), any(c.islower() for c in n)))


def _as_addressed(name: str, hosts: set[str]) -> str:
    """Give the last words of a name where the house's own address has only these.

    >>> _as_addressed("South Example Daily Post", {"dailypost"})
    'Daily Post'
    """
    parts = name.split()
    for start in range(1, len(parts) - 1):
        if key_of("".join(parts[start:])) in hosts:
            return " ".join(parts[start:])
    return name
