"""Memory: what a process that builds again and again knows of its last build.

A preview looks at what its watcher says has changed, and takes the pages that it wrote itself for
those that stand there. To look at ten thousand files twice takes longer than to make the pages of
an edit. The site that is published is never built so: a whole build looks at everything.
"""

from __future__ import annotations

from collections.abc import Collection

from newsarchive.incremental.sources import Looked, look_again, look_at_site
from newsarchive.incremental.store import Values
from newsarchive.output import Output, Place, seen
from newsarchive.settings.site import Site, is_remote


class Memory:
    """What is known of the last build, and of this one what it was made from."""

    def __init__(self, *, lasting: bool = True) -> None:
        """Know nothing; `lasting` where another build is to follow."""
        self._lasting = lasting
        self.values: Values = {}
        """What the store has."""
        self.output: Output | None = None
        """What was written."""
        self._looked: Looked | None = None

    @property
    def looked(self) -> Looked:
        """What the site is made from, as it was looked at."""
        assert self._looked  # noqa: S101  `look` comes first
        return self._looked

    def doubt(self) -> None:
        """Believe neither the watcher nor what was written, and look at everything."""
        self.output = self._looked = None

    def let_go(self) -> None:
        """Hold no longer what only another build would ask for."""
        if not self._lasting:
            self._looked = None

    def look(self, site: Site, changed: Collection[str] | None) -> None:
        """Look at what a site is made from.

        Args:
            site: the archive.
            changed: the paths of the sources that changed since this was called the last time; None
                where that is not known.
        """
        before = self._looked.folders.get(f"{site.texts}/") if self._looked else None
        texts, places = None, tuple(map(str, (*site.kept, *site.files)))
        told = changed is not None and all(path.startswith(places) for path in changed)
        if before and changed is not None and told and not is_remote(site.texts):
            texts = look_again(site.texts, before, changed)
        self._looked = look_at_site(site, texts)

    def seen(self, place: Place) -> Output:
        """See what stands in the output folder."""
        self.output = seen(place, self.output)
        return self.output
