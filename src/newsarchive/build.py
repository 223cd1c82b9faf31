"""The whole story: raw texts in, a site out.

    load → clean → describe → archive → plan → render → write

Each stage is a pure function on frozen records; only `load` and `write` touch the disk. What a
stage gave in the last build is kept in the store, and is made again only where what it was made
from changed. Where nothing changed at all, no stage is even imported.
"""

# ruff: noqa: PLC0415  (see above)

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from newsarchive.archive.ledger import Ledger
from newsarchive.building.done import Done, done_before
from newsarchive.building.memory import Memory
from newsarchive.building.stores import store_of, twice_at_most
from newsarchive.incremental.store import FOLDER, Store
from newsarchive.model import Problem
from newsarchive.output import Workspace, Written, taken
from newsarchive.running.garbage import collecting_seldom
from newsarchive.running.progress import Progress, Stopwatch, silent
from newsarchive.settings.site import Site

if TYPE_CHECKING:
    from newsarchive.running.workers import Map


class Report(Struct, frozen=True):
    """What a build did."""

    pages: int
    written: Written
    ledger: Ledger
    """What became of every input."""
    why: tuple[str, ...] = ()
    """Why the page was made that was asked about, a line each."""
    seconds: dict[str, float] = {}
    """What each stage took."""
    moved: tuple[tuple[str, str], ...] = ()
    """The addresses of articles that changed: as each was, and as it is."""

    @property
    def articles(self) -> int:
        """How many articles the site has."""
        return self.ledger.published

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of single files, which stopped nothing."""
        return self.ledger.problems


class Wanted(Struct, frozen=True):
    """What a caller of `build` wants, apart from what is remembered of the last build."""

    site: Site
    progress: Progress
    jobs: int | None
    cluster: str
    whole: bool
    why: str | None


def build(
    site: Site,
    progress: Progress = silent,
    *,
    jobs: int | None = None,
    cluster: str = "",
    whole: bool = True,
    why: str | None = None,
    memory: Memory | None = None,
    changed: Collection[str] | None = None,
) -> Report:
    """Build an archive's site into its output folder.

    Args:
        site: the archive.
        progress: is told of the files read and the pages rendered.
        jobs: processes to read and render in; None for as many as the work is worth.
        cluster: the address of a Dask scheduler whose workers read and render instead.
        whole: index the articles for the search, and write the downloads; if not, these stay as
            they were, and the site is one to look at and not to publish.
        why: a page to say of why it was made, by its address or file; empty for the first one.
        memory: what a process that builds again and again remembers of its last build. To remember,
            it goes through all stages, also where nothing changed.
        changed: the paths of the sources that changed since that one; None where it is not known.
            A whole build looks at everything all the same.

    Returns:
        What was done, with the problems of single files, which stop nothing.

    Raises:
        BusyError: another build writes the same folder, and does not end.
        NewsarchiveError: the build cannot go on. The site is as it was.
    """
    wanted = Wanted(site, progress, jobs, cluster, whole, why)
    return twice_at_most(partial(_build_and_send, wanted, memory, changed), site)


def _build_and_send(
    wanted: Wanted, memory: Memory | None, changed: Collection[str] | None
) -> Report:
    """Build what changed, and send the site to where it is to stand."""
    site = wanted.site
    values = memory.values if memory else None
    may_skip_stages = memory is None and wanted.why is None
    memory = memory or Memory(lasting=False)
    if wanted.whole:
        memory.forget()
    with collecting_seldom(), taken(site.output) as workspace, store_of(site, values) as store:
        memory.take_snapshot(site, changed)
        if may_skip_stages and (done := done_before(site, memory.snapshot, workspace, store)):
            written = Written(done.files, 0, 0)
            report = Report(done.pages, written, done.ledger)
        else:
            with store.written():
                report = _run_stages(wanted, memory, workspace, store)
        _send(site)
        return report


def _run_stages(wanted: Wanted, memory: Memory, workspace: Workspace, store: Store) -> Report:
    """Go through all stages, and make what changed; `read` loads, cleans and describes."""
    from newsarchive.building import archiving
    from newsarchive.readings.records import digests_in

    site, watch = wanted.site, Stopwatch()
    known = digests_in(store) if wanted.why is not None else ()
    with _mapping(wanted) as map_:
        texts = archiving.read(site, memory.snapshot, store, map_, wanted.progress)
        sources = archiving.sources_of(site, memory.snapshot, texts, whole=wanted.whole)
        memory.drop_snapshot()
        watch.lap("read")

        from newsarchive.building import writing  # pages and templates, which no reading needs
        from newsarchive.planning.bulk import originals_of
        from newsarchive.planning.plan import plan_site

        archive = archiving.arrange(texts, site, store)
        texts = texts.arranged()
        before = writing.before_in(store, memory.output_at(workspace), keeps_bulk=not wanted.whole)
        watch.lap("archive")

        entries, originals = texts.entries, originals_of(texts, site, before)
        del texts  # it holds a hash of each file, which the plan does not need
        plan = plan_site(archive, entries, originals, site, before, store)
        watch.lap("plan")

        making = writing.decide(plan, before, site, store, map_)
        why = making.why(wanted.why, known) if wanted.why is not None else ()
        watch.lap("compare")

        written, output = writing.write(making, before, sources, wanted.progress)
        watch.lap("render and write")
    memory.output = output
    done = Done(sources.stats, output.stat, written.files, plan.pages, archive.ledger)
    writing.remember(making, output, done if sources.settled else None, store)
    watch.lap("remember")
    moved = writing.moved(before.output, output, written)
    return Report(plan.pages, written, archive.ledger, tuple(why), watch.seconds, moved)


def _mapping(wanted: Wanted) -> AbstractContextManager[Map]:
    """Give what runs the stages' shards: a cluster, or processes of this machine."""
    if not wanted.cluster:
        from newsarchive.running.workers import workers

        return workers(wanted.jobs)
    from newsarchive.running.cluster import cluster

    site = wanted.site
    return cluster(wanted.cluster, f"{site.mirror or site.root / FOLDER}.marks")


def _send(site: Site) -> None:
    """Send the site to the store where it is to stand."""
    if site.mirror:
        from newsarchive.output.mirroring import mirror

        mirror(site.output, site.mirror)
