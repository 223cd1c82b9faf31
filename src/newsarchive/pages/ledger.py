"""The ledger's page: what became of every input."""

from __future__ import annotations

from newsarchive.archive import Ledger
from newsarchive.model import Fate, Problem
from newsarchive.pages import routes
from newsarchive.pages.entryviews import Link
from newsarchive.pages.views import LedgerPartView, LedgerRow, LedgerView
from newsarchive.wording.said import message

MOST_ROWS = 2_000
"""Of one kind on the page: a crawl can have a hundred thousand, and the build's report has all."""
FATES: tuple[Fate, ...] = ("set aside", "duplicate", "doubtful")


def ledger_view(ledger: Ledger, undated: int, unsourced: int) -> LedgerView:
    """Show the ledger.

    Args:
        ledger: what became of every input.
        undated: articles whose date is not known.
        unsourced: those whose source is not.
    """
    unknown = (
        Link(message("Undated"), routes.relative(routes.UNDATED, routes.LEDGER), count=undated),
        Link(
            message("Source unknown"),
            routes.relative(routes.source(""), routes.LEDGER),
            count=unsourced,
        ),
    )
    return LedgerView(
        inputs=ledger.inputs,
        published=ledger.published,
        duplicates=ledger.count("duplicate"),
        set_aside=ledger.count("set aside"),
        unknown=tuple(link for link in unknown if link.count),
        parts=tuple(_part(ledger, fate) for fate in FATES if ledger.of(fate)),
    )


def _part(ledger: Ledger, fate: Fate) -> LedgerPartView:
    problems = ledger.of(fate)
    rows = tuple(map(_row, problems[:MOST_ROWS]))
    return LedgerPartView(fate.replace(" ", "-"), rows, len(problems) - len(rows))


def _row(problem: Problem) -> LedgerRow:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return LedgerRow(place, problem.what)
