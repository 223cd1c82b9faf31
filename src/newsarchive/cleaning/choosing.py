"""Chooses the lines that give an article best as a whole, by the chance of each."""

from __future__ import annotations

import numpy as np

from newsarchive.cleaning.tree_paths import Bools, Floats


def choose(chances: Floats, size: Floats) -> Bools:
    """Take the lines whose expected F1 with the article, by characters, is the highest.

    Lines are taken in the order of their probability as long as the expected F1 rises, so that a
    page of which nothing is sure still gives its likeliest text (Lipton et al. 2014, "Optimal
    Thresholding of Classifiers to Maximize F1 Measure").
    """
    order = np.argsort(-chances, kind="stable")
    right = (chances * size)[order].cumsum()
    taken = size[order].cumsum()
    best = int(np.argmax(2 * right / (taken + right[-1] + 1e-9)))
    chosen = np.zeros(len(size), dtype=np.bool_)
    chosen[order[: best + 1]] = right[-1] > 0
    return chosen
