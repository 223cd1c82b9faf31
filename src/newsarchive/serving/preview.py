"""The site under preview: built again when it is asked for, whatever went wrong the last time."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from newsarchive.build import build
from newsarchive.errors import NewsarchiveError
from newsarchive.incremental.store import Memory
from newsarchive.running.progress import on_terminal, silent
from newsarchive.settings.site import Site, load_site
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
        self._memory: Memory = {}

    @property
    def is_partial(self) -> bool:
        """Whether the last build left what holds all articles as it was."""
        return not self.error and not self._is_small

    @property
    def _is_small(self) -> bool:
        return self._articles <= QUICK

    def build(self) -> None:
        """Build the site; on failure keep the last good pages and remember why."""
        started = time.perf_counter()
        try:
            self.site = load_site(self.folder)
            progress = on_terminal if sys.stderr.isatty() else silent
            report = build(self.site, progress, index=self._is_small, memory=self._memory)
        except (NewsarchiveError, OSError) as error:  # a file can go away while it is read
            self.error = str(error)
            print(f"newsarchive: {for_terminal(self.error)}", file=sys.stderr, flush=True)  # noqa: T201
            return
        self.error, self._articles = "", report.articles
        seconds = time.perf_counter() - started
        changed = report.written.changed + report.written.deleted
        print(  # noqa: T201
            f"{time.strftime('%H:%M:%S')}  built {report.articles:,} articles in {seconds:.2f} s, "
            f"{changed:,} files changed, {len(report.problems):,} problems",
            flush=True,
        )
