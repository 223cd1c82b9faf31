"""The ledger's page: what became of every input."""

from __future__ import annotations

from newsarchive.archive import Ledger
from newsarchive.model import Fate, Problem
from newsarchive.pages.views import LedgerPartView, LedgerRow, LedgerView

MOST_ROWS = 2_000
"""Of one kind on the page: a crawl can have a hundred thousand, and the build's report has all."""
FATES: tuple[Fate, ...] = ("set aside", "duplicate", "doubtful")


def ledger_view(ledger: Ledger) -> LedgerView:
    """Show the ledger."""
    return LedgerView(
        inputs=ledger.inputs,
        published=ledger.published,
        duplicates=ledger.count("duplicate"),
        set_aside=ledger.count("set aside"),
        parts=tuple(_part(ledger, fate) for fate in FATES if ledger.of(fate)),
    )


def _part(ledger: Ledger, fate: Fate) -> LedgerPartView:
    problems = ledger.of(fate)
    rows = tuple(map(_row, problems[:MOST_ROWS]))
    return LedgerPartView(fate.replace(" ", "-"), rows, len(problems) - len(rows))


def _row(problem: Problem) -> LedgerRow:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return LedgerRow(place, problem.what)
