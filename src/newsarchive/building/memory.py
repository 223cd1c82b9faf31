"""Memory: what a process that builds again and again knows of its last build.

A preview looks at what its watcher says has changed, and takes the pages that it wrote itself for
those that stand there. To look at ten thousand files twice takes longer than to make the pages of
an edit. The site that is published is never built so: a whole build looks at everything.
"""

from __future__ import annotations

from collections.abc import Collection

from newsarchive.incremental.sources import Snapshot, snapshot_after, snapshot_of
from newsarchive.incremental.store import Values
from newsarchive.output import Output, Workspace, seen
from newsarchive.settings.site import Site, is_remote


class Memory:
    """What a process knows of its last build, and the snapshot that this build is made from."""

    def __init__(self, *, lasting: bool = True) -> None:
        """Know nothing. Where another build is to follow in this process, it is `lasting`."""
        self._lasting = lasting
        self.values: Values = {}
        """Values of the store, so that they need not be read again."""
        self.output: Output | None = None
        """The output folder as the last build left it."""
        self._snapshot: Snapshot | None = None

    @property
    def snapshot(self) -> Snapshot:
        """The sources that this build is made from."""
        assert self._snapshot  # noqa: S101  `take_snapshot` comes first
        return self._snapshot

    def forget(self) -> None:
        """Forget what stood where, so that this build looks at all sources and all pages."""
        self.output = self._snapshot = None

    def drop_snapshot(self) -> None:
        """Drop the snapshot, which is large, unless another build is to follow."""
        if not self._lasting:
            self._snapshot = None

    def take_snapshot(self, site: Site, changed: Collection[str] | None) -> None:
        """Take a snapshot of what a site is made from.

        Args:
            site: the archive.
            changed: the paths of the sources that changed since this was called the last time; None
                where that is not known.
        """
        before = self._snapshot.folders.get(f"{site.texts}/") if self._snapshot else None
        texts, places = None, tuple(map(str, (*site.source_folders, *site.source_files)))
        known = changed is not None and all(path.startswith(places) for path in changed)
        if before and changed is not None and known and not is_remote(site.texts):
            texts = snapshot_after(site.texts, before, changed)
        self._snapshot = snapshot_of(site, texts)

    def output_at(self, workspace: Workspace) -> Output:
        """See what stands in the output folder; believe what the last build left, if it can be."""
        self.output = seen(workspace, self.output)
        return self.output
