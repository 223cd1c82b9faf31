"""Trained decision trees, evaluated over all lines at once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from newsarchive.cleaning.arrays import Doubles

_PORTION = 256
"""Rows that are walked through the trees at once: their nodes stay in the processor's cache."""


class Forest(Struct, frozen=True, eq=False):
    """Gradient-boosted trees as flat arrays, one entry a node; a leaf is its own child."""

    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    """A row goes left where its feature is at most this."""
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    depth: int

    def probabilities(self, rows: Doubles) -> Doubles:
        """Give each row's probability: (rows,).

        A row's result is the same whatever rows stand beside it.
        """
        starts = range(0, max(len(rows), 1), _PORTION)
        logits = np.concatenate([self._logits(rows[start : start + _PORTION]) for start in starts])
        result: Doubles = 1.0 / (1.0 + np.exp(-logits))
        return result

    def _logits(self, rows: Doubles) -> Doubles:
        measured = rows.astype(np.float32).ravel()
        line = np.arange(len(rows), dtype=np.int32)[:, None] * rows.shape[1]
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            smaller = measured.take(self.feature.take(node) + line) <= self.threshold.take(node)
            node = np.where(smaller, self.left.take(node), self.right.take(node))
        logits: Doubles = self.value.take(node).astype(np.float64).cumsum(axis=1)[:, -1]
        return logits


def read_forest(arrays: Mapping[str, NDArray[np.generic]]) -> Forest:
    """Read a forest from the arrays of a weights file, named as the fields are.

    Children are kept as their distance from the node, which compresses well.
    """
    feature = arrays["feature"].astype(np.int32)
    nodes = np.arange(len(feature), dtype=np.int32)
    return Forest(
        roots=arrays["roots"].astype(np.int32),
        feature=feature,
        threshold=arrays["threshold"].astype(np.float32),
        left=nodes + arrays["left"].astype(np.int32),
        right=nodes + arrays["right"].astype(np.int32),
        value=arrays["value"].astype(np.float32),
        depth=int(arrays["depth"]),
    )
