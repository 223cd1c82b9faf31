"""The site under preview: built again when it is asked for, whatever went wrong the last time."""

from __future__ import annotations

import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import Lock

from newsarchive.build import Report, build
from newsarchive.building.memory import Memory
from newsarchive.errors import NewsarchiveError
from newsarchive.filesystem.refused import told
from newsarchive.model import Problem
from newsarchive.running.progress import on_terminal, silent
from newsarchive.running.terminal import print_alike, print_where_texts_belong
from newsarchive.settings.site import Site, load_site
from newsarchive.spelling.counting import counted
from newsarchive.spelling.plain import for_terminal

QUICK = 200
"""Articles up to which the search index and the downloads are made anew at each change; of more,
they follow in a process of their own."""


class Preview:
    """The site under preview: its last build, and what went wrong in it."""

    def __init__(self, folder: Path) -> None:
        """Prepare to preview the archive in `folder`; `build` makes it ready."""
        self.folder = folder.absolute()
        self.site = Site(self.folder)
        self.error = ""
        self._articles = 0
        self._told: frozenset[Problem] = frozenset()
        self._memory = Memory()
        self._one_at_a_time = Lock()

    @property
    def is_partial(self) -> bool:
        """Whether the last build left what holds all articles as it was."""
        return not self.error and not self._is_small

    @property
    def _is_small(self) -> bool:
        return self._articles <= QUICK

    def build(self, changed: Collection[str] | None = None) -> None:
        """Build the site, and say so; on failure keep the last good pages and remember why.

        Args:
            changed: the paths of the sources that changed since the last build; None where that is
                not known.
        """
        started = time.perf_counter()
        report = self._built(changed)
        if report:
            seconds = time.perf_counter() - started
            print(  # noqa: T201
                f"{time.strftime('%H:%M:%S')}  built {counted(report.articles, 'article')} in "
                f"{seconds:.2f} s, {counted(_changes(report), 'file')} changed, "
                f"{counted(len(report.problems), 'problem')}",
                flush=True,
            )
            if not report.ledger.inputs:
                print_where_texts_belong(self.site.texts_name)

    def look_again(self) -> bool:
        """Look at everything while nobody waits, build what changed unseen, and tell whether.

        So all that the next build needs is remembered, and imported, before it begins.
        """
        report = self._built(None)
        return bool(report and _changes(report))

    def _built(self, changed: Collection[str] | None) -> Report | None:
        with self._one_at_a_time:
            known = changed if not self.error else None
            try:
                self.site = load_site(self.folder)
                progress = on_terminal if sys.stderr.isatty() else silent
                whole = self._is_small
                memory = self._memory if self._articles else None  # the first is to be there soon
                report = build(self.site, progress, whole=whole, memory=memory, changed=known)
            except (NewsarchiveError, OSError) as error:  # a file can go away while it is read
                said = told(error) if isinstance(error, OSError) else str(error)
                if said != self.error:
                    print(f"newsarchive: {for_terminal(said)}", file=sys.stderr, flush=True)  # noqa: T201
                self.error = said
                return None
            self._tell(report.problems)
            self.error, self._articles = "", report.articles
            return report

    def _tell(self, problems: Sequence[Problem]) -> None:
        """Print the problems that the build before did not have."""
        print_alike((one for one in problems if one not in self._told), "ledger/")
        self._told = frozenset(problems)


def _changes(report: Report) -> int:
    return report.written.changed + report.written.deleted
