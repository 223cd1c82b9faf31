"""The whole story: raw texts in, a site out.

    load → clean → describe → archive → plan → render → write

Each stage is a pure function on frozen records; only `load` and `write` touch the disk. What a
stage gave the last time is in the store, and is made again only where what it was made from is
another. Where nothing changed at all, no stage is even imported.
"""

# ruff: noqa: PLC0415  (see above)

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, suppress
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from newsarchive.archive.ledger import Ledger
from newsarchive.errors import StoreError
from newsarchive.filesystem.stats import Stat, stat_of
from newsarchive.incremental.sources import Looked, code_digest, look_at_site
from newsarchive.incremental.store import FOLDER, Store, at_best, open_store
from newsarchive.incremental.tables import BrokenStore
from newsarchive.memory import Memory
from newsarchive.model import Article, Problem
from newsarchive.output import (
    RECORD,
    Output,
    Place,
    Written,
    seen,
    taken,
    untouched,
    write,
)
from newsarchive.running.garbage import seldom_looked_for
from newsarchive.running.progress import Progress, Stopwatch, silent
from newsarchive.settings.site import Site

if TYPE_CHECKING:
    from newsarchive.running.workers import Map

T = TypeVar("T")


class Report(Struct, frozen=True):
    """What a build did."""

    articles: int
    pages: int
    written: Written
    ledger: Ledger
    why: tuple[str, ...] = ()
    """Why the page was made that was asked about, a line each."""
    seconds: dict[str, float] = {}
    """What each stage took."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of single files, which stopped nothing."""
        return self.ledger.problems


class Wanted(Struct, frozen=True):
    """What somebody wants built."""

    site: Site
    progress: Progress
    jobs: int | None
    cluster: str
    index: bool
    why: str | None


class Done(Struct, frozen=True, array_like=True):
    """A build after which there is nothing to do until a source changes."""

    sources: bytes
    """Digest of the names and stats of all that it was made from."""
    record: Stat
    """Of the output folder's record."""
    files: int
    articles: int
    pages: int
    ledger: Ledger


def build(
    site: Site,
    progress: Progress = silent,
    *,
    jobs: int | None = None,
    cluster: str = "",
    index: bool = True,
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
        index: index the articles for the search, and write the downloads; if not, these stay as
            they were, and the site is one to look at and not to publish.
        why: a page to say of why it was made, by its address or file; empty for the first one.
        memory: what a process that builds again and again remembers of its last build. To remember,
            it goes through all stages, also where nothing changed.
        changed: the paths of the sources that changed since that one; None where it is not known.
            A build that indexes looks at everything all the same.

    Returns:
        What was done, with the problems of single files, which stop nothing.

    Raises:
        BusyError: another build writes the same folder, and does not end.
        NewsarchiveError: the build cannot go on. The site is as it was.
    """
    wanted = Wanted(site, progress, jobs, cluster, index, why)
    return _twice_at_most(partial(_built, wanted, memory, changed), site)


def _twice_at_most(work: Callable[[], T], site: Site) -> T:
    """Do work that draws on the store, and do it anew where that was broken: it is deleted then.

    Raises:
        StoreError: it is broken again.
    """
    for _ in range(2):
        with suppress(BrokenStore):
            return work()
    raise StoreError("it breaks each time that it is made", where=str(site.root))


def _maker(site: Site) -> str:
    """Say what the store's values depend on beside the sources: the code, and how they are read."""
    return f"{code_digest()} {site.settings.limits} {site.settings.columns.named}"


def _built(wanted: Wanted, memory: Memory | None, changed: Collection[str] | None) -> Report:
    """Build what changed, and send the site to where it is to stand."""
    site = wanted.site
    values = memory.values if memory else None
    shortest = memory is None and wanted.why is None
    memory = memory or Memory(lasting=False)
    if wanted.index:
        memory.doubt()
    with (
        seldom_looked_for(),
        taken(site.output) as place,
        open_store(site.root, _maker(site), values) as store,
    ):
        memory.look(site, changed)
        report = _done_before(site, memory.looked, place, store) if shortest else None
        if report is None:
            with store.written():
                report, memory.output = _build(wanted, memory, place, store)
        _send(site)
        return report


def _done_before(site: Site, looked: Looked, place: Place, store: Store) -> Report | None:
    """Give the report of the last build where nothing changed since."""
    done: Done | None = store.table("done", Done).get("")
    found = looked.digest, stat_of(site.output / RECORD)
    if done is None or (done.sources, done.record) != found:
        return None
    if untouched(place) != done.files and len(seen(place).files) != done.files:
        return None
    return Report(done.articles, done.pages, Written(done.files, 0, 0), done.ledger)


def _build(wanted: Wanted, memory: Memory, place: Place, store: Store) -> tuple[Report, Output]:
    """Build what changed; say what was done, and what stands in the output folder now."""
    from newsarchive import stages
    from newsarchive.incremental.bundles import Bundles
    from newsarchive.incremental.fingerprint import fingerprint
    from newsarchive.incremental.staleness import Made, as_made, stale
    from newsarchive.readings.records import digests_in

    site, progress, looked = wanted.site, wanted.progress, memory.looked
    watch = Stopwatch()
    before = digests_in(store) if wanted.why is not None else ()
    made_from, settled = looked.digest, wanted.index and looked.settled
    with _mapping(wanted) as map_:
        texts = stages.read(site, looked, store, map_, progress)
        sources = fingerprint(site, texts.contents, looked) if wanted.index else ""
        settled = settled and texts.settled
        del looked  # of each file a name and a stat, for which nobody asks any more
        memory.let_go()
        watch.lap("read")
        from newsarchive.planning.making import Making  # what reads is copied without it
        from newsarchive.planning.plan import originals_of, plan_site

        archive = stages.arrange(texts, site, store)
        texts = texts.arranged()
        output = memory.seen(place)  # where the titles were, and no sooner
        watch.lap("archive")
        parts = Bundles[Made](store, "parts", Made)
        left = None if wanted.index else partial(as_made, known=parts, standing=output.files)
        entries, originals = texts.entries, originals_of(texts, site, output, left)
        del texts  # of each file the hash, which is listed now
        plan = plan_site(archive, entries, originals, site, output, store, left)
        watch.lap("plan")
        known = chain.from_iterable(some.items() for some in parts.each())
        decision = stale(known, plan.every, plan.ingredients(), output.files, plan.labels)
        if not wanted.index and not decision.render and not decision.delete:
            sources = output.sources  # it is the site that was made from those
        store.commit()
        watch.lap("compare")
        making = Making(plan, decision, site, map_)
        written, output = write(
            making.artifacts(progress),
            output,
            sources=sources,
            keep=making.kept(),
            durable=wanted.index,
        )
        watch.lap("render and write")
    record = stat_of(site.output / RECORD)
    done = Done(made_from, record, written.files, len(archive.entries), plan.pages, archive.ledger)
    with at_best():
        making.remember(output.record, parts)
        if settled:
            store.table("done", Done).put("", done)
        store.commit()
    watch.lap("remember")
    why = making.why(wanted.why, parts, before) if wanted.why is not None else ()
    report = Report(done.articles, done.pages, written, done.ledger, tuple(why), watch.seconds)
    return report, output


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
        from newsarchive.running.remote import mirror

        mirror(site.output, site.mirror)


def read_archive(site: Site) -> tuple[list[Article], Ledger]:
    """Read an archive's articles as they are published, and say what became of every input.

    Raises:
        NewsarchiveError: it cannot be read.
    """
    from newsarchive import stages
    from newsarchive.running.workers import workers

    def work() -> tuple[list[Article], Ledger]:
        with (
            seldom_looked_for(),
            open_store(site.root, _maker(site)) as store,
            store.written(),
            workers(None) as map_,
        ):
            texts = stages.read(site, look_at_site(site), store, map_, silent)
            return list(texts.articles()), texts.ledger

    return _twice_at_most(work, site)
