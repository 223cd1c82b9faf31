"""Houses: a publisher is one source of an archive, under however many names its articles print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from newsarchive.archive.entries import Entry
from newsarchive.incremental.deferred import bytes_of, digest


def printed_names(entries: Iterable[Entry]) -> dict[str, list[str]]:
    """Give the names that the articles of each house print, the one to list them under first.

    That is the register's name for it where any of them prints it, else the one which most of them
    print, but rather a name than an address: `Daily Example` before `dailyexample.com`.
    """
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        if entry.house and entry.source:
            printed[entry.house][entry.source] += 1
    return {
        house: sorted(
            names, key=lambda name: (*_place(name, house), -names[name], name.isupper(), name)
        )
        for house, names in printed.items()
    }


def _place(name: str, house: str) -> tuple[bool, bool]:
    """Put the register's name first, which may say a place in brackets, and addresses last."""
    known = name == house or house.startswith(f"{name} (")
    return not known, " " not in name and not {".", "/"}.isdisjoint(name)


def under_one_name(entries: Iterable[Entry], printed: Mapping[str, Sequence[str]]) -> list[Entry]:
    """Give entries whose source has the name that its house is listed under."""
    return [_named(e, printed[e.house][0]) if e.house else e for e in entries]


def _named(entry: Entry, name: str) -> Entry:
    if name == entry.source:
        return entry
    changed = digest(entry.digest, bytes_of(name))
    return replace(entry, source=name, digest=changed)
