"""Trained decision trees, evaluated over all lines at once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from newsarchive.cleaning.tree_paths import Floats


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

    def probabilities(self, rows: Floats) -> Floats:
        """Give each row's probability: (rows,).

        A row's result is the same whatever rows stand beside it.
        """
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        measured = rows.astype(np.float32)
        line = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            smaller = measured[line, self.feature[node]] <= self.threshold[node]
            node = np.where(smaller, self.left[node], self.right[node])
        logits = self.value[node].astype(np.float64).cumsum(axis=1)[:, -1]
        result: Floats = 1.0 / (1.0 + np.exp(-logits))
        return result


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
