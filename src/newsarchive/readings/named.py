"""Names of all articles, put together anew only where an article's names changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from newsarchive.archive import Entry
from newsarchive.archive.names import Named, Stated, shared_names
from newsarchive.incremental.deferred import digest
from newsarchive.incremental.store import Store
from newsarchive.names import Alias, NameKind
from newsarchive.readings.records import known_in

KEY = "names"


class KeptStated(Struct, frozen=True, array_like=True):
    """Where an article says that two names are one."""

    name: str
    alias: Alias
    entry: int


class KeptName(Struct, frozen=True, array_like=True):
    """A name, its articles by their place in the archive's order."""

    name: str
    slug: str
    kind: NameKind
    spellings: tuple[str, ...]
    stated: tuple[KeptStated, ...]
    entries: tuple[int, ...]


class KeptNames(Struct, frozen=True, array_like=True):
    """The names that an archive's articles share."""

    made_from: bytes
    names: tuple[KeptName, ...]


def named_in(
    entries: Sequence[Entry], least: int, language: str, store: Store
) -> tuple[Named, ...]:
    """Give the names that articles share.

    Args:
        entries: of all articles, in the archive's order.
        least: articles that a name must stand in; 0 for no names at all.
        language: the site's.
        store: what is known; what is found out is kept in it.
    """
    if not least:
        return ()
    kept = store.table("shared_names", KeptNames)
    used = b"".join([entry.names for entry in entries])
    made_from = digest(b"%d" % least, language.encode(), used)
    known = kept.get(KEY)
    if known and known.made_from == made_from:
        return tuple(_named(name, entries) for name in known.names)
    table = known_in(store).names
    names = ((entry, table.get_verified(entry.number, entry.names)) for entry in entries)
    shared = shared_names(names, least, language)
    places = {entry.sha256: place for place, entry in enumerate(entries)}
    kept.put(KEY, KeptNames(made_from, tuple(_kept(name, places) for name in shared)))
    return shared


def _kept(named: Named, places: Mapping[str, int]) -> KeptName:
    stated = tuple(
        KeptStated(one.name, one.alias, places[one.entry.sha256]) for one in named.stated
    )
    at = tuple(places[entry.sha256] for entry in named.entries)
    return KeptName(named.name, named.slug, named.kind, named.spellings, stated, at)


def _named(kept: KeptName, entries: Sequence[Entry]) -> Named:
    return Named(
        name=kept.name,
        slug=kept.slug,
        kind=kept.kind,
        spellings=kept.spellings,
        stated=tuple(Stated(one.name, one.alias, entries[one.entry]) for one in kept.stated),
        entries=tuple(entries[place] for place in kept.entries),
    )
