"""What the files of an archive share: in how many of them each line stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from newsarchive.cleaning.arrays import Hashes, Ints
from newsarchive.cleaning.characters import fingerprints, read_codes
from newsarchive.model import Line

STEPS = np.array([0, 1, *(n << power for power in range(40) for n in (2, 3))], np.int64)
"""The counts that are told apart: 0, 1, 2, 3, 4, 6, 8, 12, 16, 24 and so on.

Whether a line stands in 500 other files or in 501 says nothing about it. With few steps, one more
file changes what is said of few lines, and few files have to be read again.
"""
_PARTS = 16
"""Lines are counted in so many parts, by a byte of their fingerprints, to save memory."""


class SharedLines(Struct, frozen=True, eq=False):
    """In how many files of an archive each line stands.

    Counted shard by shard and merged; the order makes no difference.
    """

    files: int
    """How many files were counted."""
    fingerprints: Hashes
    """One for each line that was seen, rising."""
    counts: Ints
    """The number of files that each stands in."""

    def merge(self, other: SharedLines) -> SharedLines:
        """Give the counts of the files of both."""
        both = np.concatenate([self.fingerprints, other.fingerprints])
        merged, inverse = np.unique(both, return_inverse=True)
        counts = np.zeros(len(merged), np.int64)
        np.add.at(counts, inverse, np.concatenate([self.counts, other.counts]))
        return SharedLines(self.files + other.files, merged, counts)

    def repeated(self) -> SharedLines:
        """Give only what stands in two files or more: all that reading a page needs."""
        kept = self.counts > 1
        return SharedLines(self.files, self.fingerprints[kept], self.counts[kept])

    def elsewhere(self, fingerprints: Hashes) -> Ints:
        """Give in how many files besides its own each line of a file stands, in `STEPS`."""
        if not len(self.fingerprints):
            return np.zeros(len(fingerprints), np.int64)
        at = np.searchsorted(self.fingerprints, fingerprints).clip(max=len(self.counts) - 1)
        found = np.where(self.fingerprints[at] == fingerprints, self.counts[at], 1)
        return STEPS[_steps(found - 1)]


def count_lines(pages: Iterable[Sequence[Line]]) -> SharedLines:
    """Count in how many of some files each line stands.

    Args:
        pages: the lines of every file.

    Returns:
        Counts that merge with those of other files.
    """
    seen = [fingerprints_of(page) for page in pages]
    everything = np.concatenate([np.zeros(0, np.uint64), *seen])
    return SharedLines(len(seen), *np.unique(everything, return_counts=True))


def fingerprints_of(page: Sequence[Line]) -> Hashes:
    """Give a fingerprint for each different line of a page, rising."""
    prints = fingerprints(read_codes(page))
    if len(prints) < 2:  # a table has tens of thousands of such texts
        return prints
    # Without the counts, NumPy would import its masked arrays first, which takes longer than this.
    return np.unique(prints, return_counts=True)[0]


def steps_elsewhere(fingerprints: Hashes) -> NDArray[np.uint8]:
    """Give for each line of many files which of the `STEPS` its count in the others is.

    Args:
        fingerprints: those of all files, one after the other; each file's have no doubles.
    """
    steps = np.zeros(len(fingerprints), np.uint8)
    parts = fingerprints.view(np.uint8)[::8] % _PARTS
    for part in range(_PARTS):
        at = np.flatnonzero(parts == part)
        at = at[np.argsort(fingerprints[at])]
        rising = fingerprints[at]
        is_first = np.ones(len(at), bool)
        is_first[1:] = rising[1:] != rising[:-1]
        counts = np.diff(np.flatnonzero(is_first), append=len(at))
        steps[at] = np.repeat(_steps(counts - 1), counts)
    return steps


def shared_by(fingerprints: Hashes, steps: NDArray[np.uint8], files: int) -> SharedLines:
    """Give what reading some of an archive's files needs to know of the others.

    Args:
        fingerprints: of the lines of the files that are to be read.
        steps: theirs, as `steps_elsewhere` returns them.
        files: how many files the archive has.
    """
    shared = steps > 0
    known, first = np.unique(fingerprints[shared], return_index=True)
    return SharedLines(files, known, STEPS[steps[shared][first]] + 1)


def _steps(counts: Ints) -> NDArray[np.intp]:
    return np.searchsorted(STEPS, counts, side="right") - 1
