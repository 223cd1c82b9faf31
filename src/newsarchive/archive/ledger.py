"""The ledger: what became of every input, so that nothing is lost without a word.

An input is a file of the folder of articles, or a record in a file that holds many: a page or text
of a crawl, a line, a row, a record of an export, a file in a ZIP. Each is published, or a duplicate
of one that is, or set aside with the reason. Hidden files, and what crawlers and browsers store
beside pages, are no inputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import repeat

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.errors import NewsarchiveError
from newsarchive.incremental.deferred import digest
from newsarchive.model import Fate, Problem


class Ledger(Struct, frozen=True):
    """What became of an archive's inputs: `inputs = published + duplicates + set aside`."""

    inputs: int = 0
    published: int = 0
    problems: tuple[Problem, ...] = ()
    """The duplicates, what was set aside, and the doubts about what is published."""

    @property
    def digest(self) -> bytes:
        """Digest of the whole ledger, taken at once: each row of a table may have a problem."""
        return digest(repr(self).encode())

    def of(self, fate: Fate) -> tuple[Problem, ...]:
        """Give the problems of the inputs that met one fate."""
        return tuple(problem for problem in self.problems if problem.fate == fate)

    def count(self, fate: Fate) -> int:
        """Count the inputs that met one fate."""
        return sum(problem.inputs for problem in self.problems if problem.fate == fate)


def ledger_of(
    *, read: int, published: int, unread: Iterable[Problem], left: Iterable[Problem] = ()
) -> Ledger:
    """Make the ledger, and make sure that it adds up.

    Args:
        read: how many articles were read.
        published: how many of them are published.
        unread: the problems that files and records had while they were read.
        left: the problems of articles that were read and are not published.

    Raises:
        NewsarchiveError: it does not add up, which is a mistake of newsarchive's own.
    """
    early, late = tuple(_joined(unread)), tuple(left)
    inputs = read + sum(problem.inputs for problem in early if problem.fate == "set aside")
    ledger = Ledger(inputs, published, early + late)
    accounted = published + ledger.count("duplicate") + ledger.count("set aside")
    if inputs != accounted:
        what = f"the ledger does not add up: of {inputs:,} inputs {accounted:,} are accounted for"
        raise NewsarchiveError(what, remedy="Tell newsarchive's makers; nothing was written")
    return ledger


def _joined(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Join what is set aside for the same cause, as all texts below a wrong `_folder.yaml` are."""
    for problem, times in Counter(problems).items():
        if times == 1 or problem.fate != "set aside":
            yield from repeat(problem, times)
            continue
        inputs = times * problem.inputs
        yield replace(problem, what=f"{problem.what} ({inputs:,} inputs)", inputs=inputs)
