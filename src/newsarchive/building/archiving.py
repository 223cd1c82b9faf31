"""The stages that read, as `build` calls them: from an archive's files to the archive.

Each takes what the one before gave, and draws on the store for what need not be done again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive import (
    Archive,
    Entry,
    archive_of,
    ledger_of,
    places_to_publish,
    without_duplicates,
)
from newsarchive.archive.sketches import Sketches
from newsarchive.incremental.fingerprint import fingerprint
from newsarchive.incremental.sources import Snapshot
from newsarchive.incremental.store import Store
from newsarchive.model import Problem
from newsarchive.readings.again import Readings, read_inputs
from newsarchive.readings.inputs import Inputs, inputs_among
from newsarchive.readings.named import named_in
from newsarchive.readings.passes import Manner
from newsarchive.readings.records import FileResult, contents_of
from newsarchive.readings.shipped import profiles_of
from newsarchive.readings.texts import Texts
from newsarchive.running.progress import Progress
from newsarchive.running.workers import Map
from newsarchive.settings.site import Site


class Sources(Struct, frozen=True):
    """All that a build is made from, in short."""

    stats: bytes
    """Digest of the names and stats of all sources."""
    fingerprint: str
    """One value for the names and contents of all; empty in a preview, which nobody publishes."""
    settled: bool
    """Whether all could be read, and any change of one would show in its stat."""


def read(site: Site, snapshot: Snapshot, store: Store, map_: Map, progress: Progress) -> Texts:
    """Load, clean and describe the texts that are not in the store as they are now."""
    settings = site.settings
    texts = snapshot.folder(site.texts)
    manner = Manner(
        profiles_of(site, store),
        settings.rights.excerpt,
        names=bool(settings.names),
        folder=site.texts_name,
    )
    inputs = inputs_among(texts, site.texts, site.texts_name, settings.columns, settings.limits)
    readings = read_inputs(inputs, manner, store, at=texts.at, map_=map_, progress=progress)
    return _published(readings, inputs)


def sources_of(site: Site, snapshot: Snapshot, texts: Texts, *, whole: bool) -> Sources:
    """Say what a build is made from; by the contents only for a site that can be published."""
    contents = fingerprint(site, texts.contents, snapshot) if whole else ""
    settled = whole and snapshot.settled and texts.settled
    return Sources(snapshot.digest, contents, settled)


def _published(readings: Readings, inputs: Inputs) -> Texts:
    """Publish each original once, at an address of its own, and account for all others."""
    from newsarchive.pages.addresses import at_their_addresses  # noqa: PLC0415  once all is read

    every, titles, sketches = list[Entry](), list[str](), Sketches()
    unread, contents = list[Problem](), dict[str, bytes]()
    for key, result in readings.results:
        for article in result.articles:
            every.append(article.entry)
            titles.append(article.title)
            sketches.add(article.sketch)
        unread += _problems_of(result)
        contents.update(contents_of(key, result.content, inputs))
    once, duplicates = without_duplicates(every)
    entries, clashes = at_their_addresses(once)
    left = (*duplicates, *clashes)
    ledger = ledger_of(read=len(every), published=len(entries), unread=unread, left=left)
    if left:
        published = places_to_publish(every)
        places = [published[entry.sha256] for entry in entries]
        titles, sketches = [titles[place] for place in places], sketches.among(places)
    return Texts(entries, ledger, contents, readings.settled, titles, sketches)


def _problems_of(result: FileResult) -> Iterator[Problem]:
    """Give the problems of a file; its doubts are about its article, where it holds no other."""
    article = result.articles[0].entry.sha256 if len(result.articles) == 1 else ""
    for problem in result.problems:
        is_about_it = problem.fate == "doubtful" and not problem.article
        yield replace(problem, article=article) if is_about_it else problem


def arrange(texts: Texts, site: Site, store: Store) -> Archive:
    """Order the articles, group them, and find what they name together."""
    least, language = site.settings.names, site.settings.language
    name = partial(named_in, least=least, language=language, store=store)
    return archive_of(
        texts.entries, name, titles=texts.titles, sketches=texts.sketches, ledger=texts.ledger
    )
