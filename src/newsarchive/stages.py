"""The stages that read, as `build` calls them: from an archive's files to the archive.

Each takes what the one before gave. Between them and the store stands only what is kept there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsarchive.archive import Archive, archive_of, ledger_of, without_duplicates
from newsarchive.cleaning.profiles import read_profiles
from newsarchive.incremental.sources import Looked
from newsarchive.incremental.store import Store
from newsarchive.pages.addresses import at_their_addresses
from newsarchive.readings import read_inputs
from newsarchive.readings.inputs import SeenInput, inputs_among
from newsarchive.readings.named import named_in
from newsarchive.readings.passes import Manner
from newsarchive.readings.records import FileReading
from newsarchive.readings.texts import Texts
from newsarchive.running.progress import Progress
from newsarchive.running.workers import Map
from newsarchive.settings.site import Site


def read(site: Site, looked: Looked, store: Store, map_: Map, progress: Progress) -> Texts:
    """Load, clean and describe the texts that are not in the store as they are now."""
    settings = site.settings
    seen = looked.folder(site.texts)
    inputs = inputs_among(seen, site.texts, site.texts_name, settings.columns, settings.limits)
    manner = Manner(
        read_profiles(site.profiles),
        settings.rights.excerpt,
        names=bool(settings.names),
        folder=site.texts_name,
    )
    readings = read_inputs(inputs, manner, store, at=seen.at, map_=map_, progress=progress)
    return _published(inputs, readings, store)


def _published(inputs: Sequence[SeenInput], readings: Sequence[FileReading], store: Store) -> Texts:
    """Publish each original once, at an address of its own, and account for all others."""
    told = [one for reading in readings for one in reading.articles]
    once, duplicates = without_duplicates(one.entry for one in told)
    entries, clashes = at_their_addresses(once)
    by_hash = {one.entry.sha256: one for one in reversed(told)}
    ledger = ledger_of(
        read=len(told),
        published=len(entries),
        unread=[problem for reading in readings for problem in reading.problems],
        left=(*duplicates, *clashes),
    )
    place = str(store.path), store.name
    return Texts(entries, by_hash, ledger, inputs, readings, place)


def arrange(texts: Texts, site: Site, store: Store) -> Archive:
    """Order the articles, group them, and find what they name together."""
    least, language = site.settings.names, site.settings.language
    name = partial(named_in, told=texts.told, least=least, language=language, store=store)
    return archive_of(texts.entries, name, ledger=texts.ledger)
