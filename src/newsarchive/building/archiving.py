"""The stages that read, as `build` calls them: from an archive's files to the archive.

Each takes what the one before gave. Between them and the store stands only what is kept there.
"""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from newsarchive.archive import (
    Archive,
    Entry,
    archive_of,
    ledger_of,
    places_among,
    without_duplicates,
)
from newsarchive.archive.sketches import Sketches
from newsarchive.incremental.fingerprint import fingerprint
from newsarchive.incremental.sources import Looked
from newsarchive.incremental.store import Store
from newsarchive.model import Problem
from newsarchive.readings.again import Readings, read_inputs
from newsarchive.readings.inputs import Inputs, inputs_among
from newsarchive.readings.named import named_in
from newsarchive.readings.passes import Manner
from newsarchive.readings.records import contents_of
from newsarchive.readings.shipped import profiles_of
from newsarchive.readings.texts import Texts
from newsarchive.running.progress import Progress
from newsarchive.running.workers import Map
from newsarchive.settings.site import Site


class Sources(Struct, frozen=True):
    """All that a build is made from, in short."""

    stats: bytes
    """Digest of their names and stats."""
    fingerprint: str
    """Of their names and contents; empty where nobody asks for it."""
    settled: bool
    """Whether all could be read, and each would show by its stat if it changed."""


def read(site: Site, looked: Looked, store: Store, map_: Map, progress: Progress) -> Texts:
    """Load, clean and describe the texts that are not in the store as they are now."""
    settings = site.settings
    seen = looked.folder(site.texts)
    manner = Manner(
        profiles_of(site, store),
        settings.rights.excerpt,
        names=bool(settings.names),
        folder=site.texts_name,
    )
    inputs = inputs_among(seen, site.texts, site.texts_name, settings.columns, settings.limits)
    readings = read_inputs(inputs, manner, store, at=seen.at, map_=map_, progress=progress)
    return _published(readings, inputs)


def sources_of(site: Site, looked: Looked, texts: Texts, *, whole: bool) -> Sources:
    """Say what a build is made from; by the contents only for a site that can be published."""
    contents = fingerprint(site, texts.contents, looked) if whole else ""
    settled = whole and looked.settled and texts.settled
    return Sources(looked.digest, contents, settled)


def _published(readings: Readings, inputs: Inputs) -> Texts:
    """Publish each original once, at an address of its own, and account for all others."""
    from newsarchive.pages.addresses import at_their_addresses  # noqa: PLC0415  once all is read

    every, titles, sketches = list[Entry](), list[str](), Sketches()
    unread, contents = list[Problem](), dict[str, bytes]()
    for key, of_file in readings.results:
        for told in of_file.articles:
            every.append(told.entry)
            titles.append(told.title)
            sketches.add(told.sketch)
        unread += of_file.problems
        contents.update(contents_of(key, of_file.content, inputs))
    once, duplicates = without_duplicates(every)
    entries, clashes = at_their_addresses(once)
    left = (*duplicates, *clashes)
    ledger = ledger_of(read=len(every), published=len(entries), unread=unread, left=left)
    if left:
        places = places_among(every, entries)
        titles, sketches = [titles[place] for place in places], sketches.among(places)
    return Texts(entries, ledger, contents, readings.settled, titles, sketches)


def arrange(texts: Texts, site: Site, store: Store) -> Archive:
    """Order the articles, group them, and find what they name together."""
    least, language = site.settings.names, site.settings.language
    name = partial(named_in, least=least, language=language, store=store)
    return archive_of(
        texts.entries, name, titles=texts.titles, sketches=texts.sketches, ledger=texts.ledger
    )
