"""The store of an archive, as whoever reads the archive opens it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import TypeVar

from newsarchive.errors import StoreError
from newsarchive.incremental.sources import code_digest
from newsarchive.incremental.store import Store, Values, open_store, store_file
from newsarchive.incremental.tables import BrokenStore
from newsarchive.settings.site import Site

T = TypeVar("T")


def store_of(site: Site, values: Values | None = None) -> AbstractContextManager[Store]:
    """Open an archive's store: an empty one where other code made it, or it was read otherwise.

    Args:
        site: the archive.
        values: where a process that builds again and again remembers values.

    Raises:
        BrokenStore: it turned out to be no store; it is deleted.
        StoreError: it cannot be written.
    """
    settings = site.settings
    made_by = f"{code_digest()} {settings.limits} {settings.columns.named}"
    return open_store(site.root, made_by, values)


def twice_at_most(work: Callable[[], T], site: Site) -> T:
    """Do work that draws on the store, and do it anew where that was broken: it is deleted then.

    Raises:
        StoreError: it is broken again.
    """
    for _ in range(2):
        with suppress(BrokenStore):
            return work()
    what = "what was kept there a moment ago cannot be read"
    remedy = "Delete its folder and build again; if that does not help, look at the disk"
    raise StoreError(what, where=str(store_file(site.root)), remedy=remedy)
