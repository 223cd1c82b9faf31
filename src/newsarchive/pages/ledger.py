"""The ledger's page: what became of every input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from newsarchive.archive import Entry, Ledger
from newsarchive.model import Fate, Problem
from newsarchive.pages import routes
from newsarchive.pages.entryviews import Link
from newsarchive.pages.views import LedgerPartView, LedgerRow, LedgerView
from newsarchive.wording.said import message

MOST_ROWS = 2_000
"""Of one kind on the page: a crawl can have a hundred thousand, and the build's report has all."""
FATES: tuple[Fate, ...] = ("set aside", "duplicate", "doubtful")


def ledger_view(
    ledger: Ledger, articles: Iterable[Entry], undated: int, unsourced: int
) -> LedgerView:
    """Show the ledger.

    Args:
        ledger: what became of every input.
        articles: those that it names, as `articles_in` finds them.
        undated: articles whose date is not known.
        unsourced: those whose source is not.
    """
    hrefs = {
        entry.sha256: routes.relative(routes.article(entry), routes.LEDGER) for entry in articles
    }
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
        parts=tuple(_part(ledger, fate, hrefs) for fate in FATES if ledger.of(fate)),
    )


def articles_in(ledger: Ledger, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Give the articles that the ledger's page leads to: the doubtful, and those held twice."""
    shown = chain.from_iterable(ledger.of(fate)[:MOST_ROWS] for fate in FATES)
    named = {problem.article for problem in shown}
    return (entry for entry in entries if entry.sha256 in named)


def _part(ledger: Ledger, fate: Fate, hrefs: Mapping[str, str]) -> LedgerPartView:
    problems = ledger.of(fate)
    rows = tuple(_row(problem, hrefs) for problem in problems[:MOST_ROWS])
    return LedgerPartView(fate.replace(" ", "-"), rows, len(problems) - len(rows))


def _row(problem: Problem, hrefs: Mapping[str, str]) -> LedgerRow:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return LedgerRow(place, problem.what, hrefs.get(problem.article, ""))
