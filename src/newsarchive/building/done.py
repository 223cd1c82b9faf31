"""Done: the last whole build, after which there is nothing to do until a source changes."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.archive.ledger import Ledger
from newsarchive.filesystem.stats import Stat, stat_of
from newsarchive.incremental.sources import Snapshot
from newsarchive.incremental.store import Store
from newsarchive.output import RECORD, Workspace, seen, untouched
from newsarchive.settings.site import Site


class Done(Struct, frozen=True, array_like=True):
    """What the last whole build was made from, what it wrote, and how many of each it came to."""

    sources: bytes
    """Digest of the names and stats of all that it was made from."""
    record: Stat
    """The stat of the output folder's record."""
    files: int
    pages: int
    ledger: Ledger


def done_before(site: Site, snapshot: Snapshot, workspace: Workspace, store: Store) -> Done | None:
    """Give the last build where nothing changed since, neither the sources nor what it wrote."""
    done: Done | None = store.table("done", Done).get("")
    found = snapshot.digest, stat_of(site.output / RECORD)
    if done is None or (done.sources, done.record) != found:
        return None
    if untouched(workspace) != done.files and len(seen(workspace).files) != done.files:
        return None
    return done


def remember_done(done: Done, store: Store) -> None:
    """Keep what the next build need not do again."""
    store.table("done", Done).put("", done)
