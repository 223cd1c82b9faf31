"""Bulk: the parts that hold all articles, which a preview leaves as they were.

They are the downloads, the indexes of the search, and the list of the originals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive import Entry
from newsarchive.archive.overviews import dates_of
from newsarchive.artifacts import Artifact
from newsarchive.incremental.deferred import digest
from newsarchive.incremental.fingerprint import NO_FILE
from newsarchive.incremental.store import Store
from newsarchive.output import HASH
from newsarchive.pages import routes
from newsarchive.pages.downloads import OFFERED, period_of, periods_of
from newsarchive.pages.search import Engines
from newsarchive.planning.before import Before
from newsarchive.planning.downloads import Downloads, Spans
from newsarchive.planning.parts import Download, MadeFrom, Part
from newsarchive.preserving.fixity import manifest_of, root_of
from newsarchive.readings.records import article_of
from newsarchive.readings.texts import Texts
from newsarchive.searching import Indexing, indexes_of
from newsarchive.settings.site import Site


class Originals(Struct, frozen=True):
    """The files that articles were read from."""

    root: str
    """One value for all of them, `preserving.fixity.root_of`."""
    manifest: Part
    """The list of them, which is a file of the site."""


def originals_of(texts: Texts, site: Site, before: Before) -> Originals:
    """Give the originals that could be read, corrections among them."""
    if before.keeps_bulk and (made := before.as_made(routes.MANIFEST)):
        root = before.output.files[routes.MANIFEST][:HASH].hex()
        return Originals(root, Part(made.ingredients, iter(())))
    contents = texts.contents.items()
    read = {name: digest for name, digest in contents if digest != NO_FILE}
    manifest = manifest_of(read, f"{site.texts_name}/")
    files = iter((Artifact(routes.MANIFEST, manifest),))
    return Originals(root_of(manifest), Part(digest(manifest), files))


def downloads_of(
    every: Sequence[Entry], site: Site, before: Before, store: Store, made_from: MadeFrom
) -> Iterator[Downloads]:
    """Give the downloads of each period.

    Args:
        every: all entries, in the order of their paths.
        site: the archive's.
        before: the site as it stands, from whose files pieces are copied.
        store: where it is remembered which pieces these are.
        made_from: what all parts are made from.
    """
    for period, entries in _periods(every):
        yield Downloads(
            period=period,
            entries=entries,
            article_of=article_of,
            settings=site.settings,
            settings_digest=made_from.site,
            output=site.output,
            standing=before.output.files,
            known=store.table("spans", Spans),
        )


def download_parts(
    downloads: Iterable[Downloads], made_from: MadeFrom, before: Before
) -> Iterator[tuple[str, Part]]:
    """Give the downloads as parts, by their files."""
    labels = "the articles", "the settings"
    for files in downloads:
        own = b"" if before.keeps_bulk else made_from.digests.of(tuple(files.entries))
        for name in OFFERED:
            part = Part(own + files.settings_digest, Download(name, files), labels)
            yield from _as_wanted(files.path(name), part, before)


def search_parts(
    engines: Engines, indexing: Indexing, made_from: MadeFrom, before: Before
) -> Iterator[tuple[str, Part]]:
    """Give the indexes of the search as parts, by their folders."""
    language = digest(indexing.language.encode(), made_from.words)
    labels = "its articles", "their sources, topics and names", "the words"
    for index in indexes_of(engines):
        own = b""
        if not before.keeps_bulk:
            groups = indexing.digest_of_groups(index.entries)
            own = made_from.digests.of(index.entries) + groups
        yield from _as_wanted(index.name, Part(own + language, index, labels), before)


def _as_wanted(name: str, part: Part, before: Before) -> Iterator[tuple[str, Part]]:
    """Give a part; in a preview as it was made, so that it stays, or not if it was altered."""
    if not before.keeps_bulk:
        yield name, part
    elif made := before.as_made(name):
        yield name, replace(part, ingredients=made.ingredients)


def _periods(entries: Sequence[Entry]) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Give the articles of each period that has files of its own, in the order that they have."""
    periods = periods_of(dates_of(entries))
    if periods == ("",):
        yield "", entries
        return
    of_each: dict[str, list[Entry]] = {period: [] for period in periods}
    of_date = {date: of_each[period_of(date or "")] for date in {entry.date for entry in entries}}
    for entry in entries:
        of_date[entry.date].append(entry)
    yield from of_each.items()
