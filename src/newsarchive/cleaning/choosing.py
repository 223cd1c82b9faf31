"""Which lines give an article best as a whole, by the chance of each that it is of the article.

Those do whose expected F1 with the article is the highest. It is reached with the likeliest lines,
down to half of that F1 itself (Lipton et al., "Optimal Thresholding of Classifiers to Maximize F1
Measure", 2014): where the article is plain to see, down to a chance of a half; on a hard page also
lines less likely.
"""

from __future__ import annotations

import numpy as np

from newsarchive.cleaning.arrays import Bools, Doubles, Ints

LEAST = 0.2
"""What no line of the article may be less likely than, on a page of doubtful lines only."""
LEVELS = 101
"""Chances in hundredths, from none to certain."""


def choose(chances: Doubles, size: Doubles) -> Bools:
    """Choose from the lines of one page.

    Args:
        chances: the chance of each line: (lines,).
        size: how much of the article each line would be: (lines,).
    """
    order = np.argsort(-chances, kind="stable")
    right = (chances * size)[order].cumsum()
    taken = size[order].cumsum()
    best = int(np.argmax(2 * right / (taken + right[-1] + 1e-9)))
    chosen = np.zeros(len(size), dtype=np.bool_)
    chosen[order[: best + 1]] = right[-1] > 0
    return chosen


def choose_by_page(chances: Doubles, size: Ints, page: Ints) -> Bools:
    """Choose from the lines of many pages, page by page, none less likely than `LEAST`.

    Chances count in hundredths, so that all is reckoned in whole numbers and a page's lines are
    the same whatever pages stand beside it.

    Args:
        chances: the chance of each line: (lines,).
        size: how much of the article each line would be: (lines,).
        page: which page each line is of, from 0: (lines,).
    """
    pages = int(page.max(initial=-1)) + 1
    hundredths = np.floor(chances * 100 + 0.05).astype(np.int64)
    places = page * LEVELS + (LEVELS - 1 - hundredths)  # the likeliest first

    def so_far(values: Ints) -> Doubles:
        counts = np.bincount(places, values, pages * LEVELS)
        sums: Doubles = counts.reshape(pages, LEVELS).cumsum(axis=1)
        return sums

    taken, right = so_far(size), so_far(size * hundredths)
    expected = right / (100 * taken + right[:, -1:] + 1)
    least = LEVELS - 1 - expected.argmax(axis=1)
    chosen: Bools = hundredths >= np.maximum(least, round(100 * LEAST))[page]
    return chosen
