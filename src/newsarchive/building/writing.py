"""The stages that write, as `build` calls them: from the plan to the site."""

from __future__ import annotations

from itertools import chain

from newsarchive.building.archiving import Sources
from newsarchive.building.done import Done, remember_done
from newsarchive.incremental.bundles import Bundles
from newsarchive.incremental.staleness import Made, stale
from newsarchive.incremental.store import Store, at_best
from newsarchive.output import Output, Written
from newsarchive.output import write as write_output
from newsarchive.pages.moves import moves
from newsarchive.planning.before import Before
from newsarchive.planning.making import Making
from newsarchive.planning.plan import Plan
from newsarchive.running.progress import Progress
from newsarchive.running.workers import Map
from newsarchive.settings.site import Site


def before_in(store: Store, output: Output, *, keeps_bulk: bool) -> Before:
    """Give what a store knows of the site that stands in the output folder."""
    return Before(output, Bundles(store, "parts", Made), keeps_bulk)


def decide(plan: Plan, before: Before, site: Site, store: Store, map_: Map) -> Making:
    """Decide which parts of the site are to be made, by how they were made the last time."""
    known = chain.from_iterable(some.items() for some in before.parts.each())
    standing = before.output.files
    decision = stale(known, plan.every, plan.ingredients(), standing, plan.labels)
    store.commit()  # from which other processes fetch the articles
    return Making(plan, decision, before.parts, site, map_)


def write(
    making: Making, before: Before, sources: Sources, progress: Progress
) -> tuple[Written, Output]:
    """Render and write what changed; give what was done, and what stands now."""
    output, made_from = before.output, sources.fingerprint
    if before.keeps_bulk and making.changes_nothing:
        made_from = output.sources  # for they give this very site
    return write_output(
        making.artifacts(progress),
        output,
        sources=made_from,
        keep=making.kept(),
        durable=not before.keeps_bulk,
    )


def moved(before: Output, output: Output, written: Written) -> tuple[tuple[str, str], ...]:
    """Say which articles stand at another address than in the site that stood before."""
    stood = before.record
    return moves(stood.files, output.files) if stood and written.deleted else ()


def remember(making: Making, output: Output, done: Done | None, store: Store) -> None:
    """Keep for the next build how all was made, now that the site stands."""
    with at_best():
        making.remember(output.record)
        if done:
            remember_done(done, store)
        store.commit()
