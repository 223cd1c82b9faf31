"""Reprints: articles that share much of their text.

An agency's report stands in several papers, a paper prints a text again with two words changed, a
page was collected twice. Which came first nobody can tell from the texts; that they share most of
their words can be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from newsarchive.archive.entries import Entry
from newsarchive.archive.sketches import Sketches, shared

LEAST = 8
"""How many hashes two sketches must share: with fewer, a long quotation would make a reprint."""
HALF = 2
"""One of two texts must share at least one part in so many with the other."""
NEAR = 20
"""Of all articles that have a run of words, each is compared with so many that come next in the
archive's order. What more have is a form that a paper fills in each day."""
LIKELY = 3
"""How many of the first `HASHES` hashes two sketches must share to be compared as a whole."""
HASHES = 16
"""The first hashes of a sketch, which are a smaller sample of its text."""
AT_ONCE = 2**17
"""About how many hashes are sorted at once, which bounds the memory. They are parted by their
lowest byte: of the smallest hashes, which sketches keep, the highest bytes are all 0."""
MOST = 24
"""How many reprints of one article are named at most."""


class Reprint(Struct, frozen=True):
    """Another article with much of an article's text."""

    entry: Entry
    share: float
    """The share of the article's text that the other has too, by their sketches: above 0, up to
    1."""


Reprints = Mapping[str, tuple[Reprint, ...]]
"""SHA-256 of an article → its reprints, those with most of its text first."""


def reprints_in(
    entries: Sequence[Entry], sketches: Sketches, order: Sequence[int]
) -> dict[str, tuple[Reprint, ...]]:
    """Find the articles that share much of their text.

    Args:
        entries: in the archive's order.
        sketches: of their texts, in any order.
        order: for each entry the place of its sketch in `sketches`.
    """
    found: dict[str, list[Reprint]] = {}
    for first, second in _likely(sketches, order):
        both, of_first, of_second = shared(sketches[order[first]], sketches[order[second]])
        one, other = entries[first], entries[second]
        if both >= LEAST and both * HALF >= min(of_first, of_second):
            found.setdefault(one.sha256, []).append(Reprint(other, both / of_first))
            found.setdefault(other.sha256, []).append(Reprint(one, both / of_second))
    return {sha256: tuple(sorted(one, key=_rank)[:MOST]) for sha256, one in found.items()}


def _rank(reprint: Reprint) -> float:
    return -reprint.share


def _likely(sketches: Sketches, order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the places of those pairs of sketches that share `LIKELY` of their first hashes."""
    if not any(sketches):
        return
    import numpy as np  # noqa: PLC0415  it takes as long as all else that a small edit needs

    pairs = _pairs(*sketches.firsts(order, HASHES))
    found, shared_ = np.unique(np.concatenate(pairs), return_counts=True)
    for pair in found[shared_ >= LIKELY].tolist():
        yield pair >> 32, pair & 2**32 - 1


def _pairs(hashes: Any, are_there: Any) -> list[Any]:  # noqa: ANN401  NumPy's, not imported yet
    """Give the pairs of sketches that have a hash in common, for each such hash.

    Args:
        hashes: `HASHES` places for each sketch, one after the other.
        are_there: which of these places hold a hash.

    Returns:
        Arrays of numbers, each of which holds two places of sketches in its two halves.
    """
    import numpy as np  # noqa: PLC0415

    pairs, parts = [np.empty(0, np.uint64)], min(1 + len(hashes) // AT_ONCE, 255)
    part_of = hashes.view(np.uint8)[::4] % parts
    part_of[~are_there] = parts
    for part in range(parts):
        at = np.flatnonzero(part_of == part).astype(np.uint64)
        held = np.sort(hashes[at].astype(np.uint64) << np.uint64(32) | at // np.uint64(HASHES))
        for step in range(1, NEAR + 1):
            lower, upper = held[:-step], held[step:]
            same = (lower ^ upper) >> np.uint64(32) == 0
            if not same.any():
                break
            pairs.append(lower[same] << np.uint64(32) | upper[same] & np.uint64(2**32 - 1))
    return pairs


def printed_together(entries: Sequence[Entry], reprints: Reprints) -> list[tuple[Entry, ...]]:
    """Group articles that are reprints of each other, or of a third.

    Args:
        entries: in the order in which articles and groups are to come.
        reprints: of each article.
    """
    group_of = _connected(reprints)
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.sha256 in group_of:
            groups.setdefault(group_of[entry.sha256], []).append(entry)
    return [tuple(members) for members in groups.values()]


def _connected(reprints: Reprints) -> dict[str, str]:
    """Give each article the name of its group: the SHA-256 of one of them."""
    group_of: dict[str, str] = {}
    for start in reprints:
        waiting = [start]
        while waiting:
            sha256 = waiting.pop()
            if sha256 not in group_of:
                group_of[sha256] = start
                waiting += [reprint.entry.sha256 for reprint in reprints.get(sha256, ())]
    return group_of
