"""What the files of an archive share: in how many of them each line stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from newsarchive.cleaning.characters import Hashes, Ints, fingerprints, read_characters
from newsarchive.model import Line


@dataclass(frozen=True, eq=False)
class SharedLines:
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
        """Returns the counts of the files of both."""
        both = np.concatenate([self.fingerprints, other.fingerprints])
        merged, inverse = np.unique(both, return_inverse=True)
        counts = np.zeros(len(merged), np.int64)
        np.add.at(counts, inverse, np.concatenate([self.counts, other.counts]))
        return SharedLines(self.files + other.files, merged, counts)

    def repeated(self) -> SharedLines:
        """Returns only what stands in two files or more: all that reading a page needs."""
        kept = self.counts > 1
        return SharedLines(self.files, self.fingerprints[kept], self.counts[kept])

    def elsewhere(self, fingerprints: Hashes) -> Ints:
        """Returns in how many files besides its own each line of a file stands."""
        if not len(self.fingerprints):
            return np.zeros(len(fingerprints), np.int64)
        at = np.searchsorted(self.fingerprints, fingerprints).clip(max=len(self.counts) - 1)
        found = np.where(self.fingerprints[at] == fingerprints, self.counts[at], 1)
        return found - 1


def count_lines(pages: Iterable[Sequence[Line]]) -> SharedLines:
    """Counts in how many of some files each line stands.

    Args:
        pages: The lines of every file.

    Returns:
        Counts that merge with those of other files.
    """
    seen = [np.unique(fingerprints(read_characters(page))) for page in pages]
    everything = np.concatenate([np.zeros(0, np.uint64), *seen])
    return SharedLines(len(seen), *np.unique(everything, return_counts=True))
