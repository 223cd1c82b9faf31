"""Boosted trees of lightgbm as the arrays that newsarchive walks through."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

SAME_EVERYWHERE = {
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
}
"""Settings by which the same pages give the same trees."""


def flatten(*boosters: Any) -> dict[str, NDArray[Any]]:  # noqa: ANN401  lightgbm is untyped
    """Turn models into the arrays that `read_forest` reads: one forest, their mean."""
    nodes: list[list[float]] = []
    deepest = 0

    def add(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        deepest = max(deepest, depth)
        own = len(nodes)
        nodes.append([0, 0.0, 0, 0, node.get("leaf_value", 0.0) / len(boosters)])
        if "split_feature" in node:
            left = add(node["left_child"], depth + 1)
            right = add(node["right_child"], depth + 1)
            nodes[own] = [node["split_feature"], node["threshold"], left - own, right - own, 0.0]
        return own

    trees = [tree for booster in boosters for tree in booster.dump_model()["tree_info"]]
    roots = [add(tree["tree_structure"], 0) for tree in trees]
    feature, threshold, left, right, value = np.array(nodes).T
    return {
        "roots": np.array(roots, dtype=np.uint16),
        "feature": feature.astype(np.uint8),
        "threshold": threshold.astype(np.float32),
        "left": left.astype(np.uint8),
        "right": right.astype(np.uint8),
        "value": value.astype(np.float32),
        "depth": np.array(deepest, dtype=np.uint8),
    }
