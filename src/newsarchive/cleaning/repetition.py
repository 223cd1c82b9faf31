"""What the files of an archive share: in how many of them each line stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class SharedLines:
    """In how many files of an archive each line stands.

    Counted shard by shard and merged; the order makes no difference.
    """

    files: int
    """How many files were counted."""
    fingerprints: NDArray[np.uint64]
    """One for each line that was seen, rising."""
    counts: NDArray[np.int64]
    """The number of files that each stands in."""

    def merge(self, other: SharedLines) -> SharedLines:
        """Returns the counts of the files of both."""
        both = np.concatenate([self.fingerprints, other.fingerprints])
        fingerprints, inverse = np.unique(both, return_inverse=True)
        counts = np.zeros(len(fingerprints), np.int64)
        np.add.at(counts, inverse, np.concatenate([self.counts, other.counts]))
        return SharedLines(self.files + other.files, fingerprints, counts)

    def repeated(self) -> SharedLines:
        """Returns only what stands in two files or more: all that reading a page needs."""
        kept = self.counts > 1
        return SharedLines(self.files, self.fingerprints[kept], self.counts[kept])

    def lookup(self, fingerprints: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Returns the number of files in which each line stands; 0 for one not seen."""
        if not len(self.fingerprints):
            return np.zeros(len(fingerprints), np.int64)
        at = np.searchsorted(self.fingerprints, fingerprints).clip(max=len(self.counts) - 1)
        return np.where(self.fingerprints[at] == fingerprints, self.counts[at], 0)
