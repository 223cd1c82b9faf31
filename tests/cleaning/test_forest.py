import numpy as np
import pytest

from newsarchive.cleaning.forest import read_forest

ARRAYS = {  # two trees: the first asks for feature 1, then for feature 0; the second is one leaf
    "roots": np.array([0, 5]),
    "feature": np.array([1, 0, 0, 0, 0, 0]),
    "threshold": np.array([0.5, 0, 2.0, 0, 0, 0]),
    "left": np.array([1, 0, 1, 0, 0, 0]),
    "right": np.array([2, 0, 2, 0, 0, 0]),
    "value": np.array([0, -1.0, 0, 1.0, 3.0, 0.5]),
    "depth": np.array(2),
}


def test_a_row_falls_through_each_tree_to_a_leaf() -> None:
    rows = np.array([[9.0, 0.5], [2.0, 0.6], [2.1, 0.6]])
    logits = np.array([-0.5, 1.5, 3.5])
    found = read_forest(ARRAYS).probabilities(rows)
    assert found == pytest.approx(1 / (1 + np.exp(-logits)))


def test_a_row_is_judged_alike_whatever_stands_beside_it() -> None:
    rows = np.random.default_rng(1).normal(size=(500, 2))
    together = read_forest(ARRAYS).probabilities(rows)
    alone = [read_forest(ARRAYS).probabilities(rows[i : i + 1])[0] for i in range(500)]
    assert together.tolist() == alone
