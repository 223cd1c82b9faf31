"""Export: all articles of an archive into one file, or to the standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from newsarchive.archive import Ledger
from newsarchive.building.archiving import read
from newsarchive.building.stores import store_of, twice_at_most
from newsarchive.errors import ExportError
from newsarchive.exporting import FORMATS, Record, chunks, save
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.filesystem.unfinished import unfinished
from newsarchive.incremental.sources import snapshot_of
from newsarchive.model import Article
from newsarchive.pages.records import records_of
from newsarchive.running.garbage import collecting_seldom
from newsarchive.running.progress import silent
from newsarchive.running.workers import workers
from newsarchive.settings.site import Site


def export(site: Site, name: str, to: Path | None = None) -> Ledger:
    """Export an archive's articles.

    Args:
        site: the archive.
        name: the format's, as in `exporting.FORMATS`.
        to: the file to write; it takes the place of one that is there. None to write to the
            standard output.

    Returns:
        What became of every input; the problems of single files stop nothing.

    Raises:
        ExportError: the format wants a file or a package, or the file system refuses.
        NewsarchiveError: the archive cannot be read.
    """
    _make_sure_of(to, name, site)
    articles, ledger = read_archive(site)
    records = records_of(articles, site.settings)
    if to is None:
        sys.stdout.buffer.writelines(chunks(name, records))
    else:
        _replace(name, records, to)
    return ledger


def _make_sure_of(to: Path | None, name: str, site: Site) -> None:
    """Make sure, before all is read, that a file can be written there."""
    file = FORMATS[name].file
    if to is None:
        if not FORMATS[name].stream:
            raise ExportError(f"{name} is written to a file only", remedy=f"Name one: --to {file}")
        return
    if to.resolve().is_relative_to(site.articles.resolve()):
        what = "it would be read as one of the archive's texts"
        raise ExportError(what, where=str(to), remedy="Name a file outside of its articles")
    if to.is_dir():
        remedy = f"Name a file in it, such as {to / file}"
        raise ExportError("it is a folder", where=str(to), remedy=remedy)
    if not to.parent.is_dir():
        remedy = "Make that folder, or name a file in another"
        raise ExportError(f"there is no folder {to.parent}", where=str(to), remedy=remedy)


def read_archive(site: Site) -> tuple[list[Article], Ledger]:
    """Read an archive's articles as they are published, and say what became of every input.

    Raises:
        NewsarchiveError: it cannot be read.
    """

    def work() -> tuple[list[Article], Ledger]:
        with collecting_seldom(), store_of(site) as store, store.written(), workers(None) as map_:
            texts = read(site, snapshot_of(site), store, map_, silent)
            return list(texts.articles()), texts.ledger

    return twice_at_most(work, site)


def _replace(name: str, records: Iterable[Record], to: Path) -> None:
    """Write a file beside its place and put it there in one step."""
    part = unfinished(to)
    try:
        part.unlink(missing_ok=True)
        save(name, records, part)
        part.replace(to)
    except OSError as error:
        what = f"the file system refused ({words_of(error)})"
        raise ExportError(what, where=str(to), remedy=remedy_of(error)) from error
    finally:
        part.unlink(missing_ok=True)
