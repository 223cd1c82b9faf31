"""The numbers of which features consist: multiples of 1/64 from 0 to 4, of whole numbers only.

So a page's features are the same bits on every machine and in whatever company the page is read.
"""

from __future__ import annotations

import numpy as np

from newsarchive.cleaning.arrays import Bools, Floats, Ints

Columns = dict[str, Floats]
"""Features by their names, a number a line."""

GRID = 64
TOP = 4
_LOGARITHMS = (np.round(np.log2(1.0 + np.arange(8192)) / 3 * GRID) / GRID).astype(np.float32)


def logarithm(counts: Ints) -> Floats:
    """Logarithms of 1 + count, to the base 8."""
    logarithms: Floats = _LOGARITHMS[np.minimum(counts, len(_LOGARITHMS) - 1)]
    return logarithms


def share(part: Ints, whole: Ints) -> Floats:
    """Part of whole, from 0 to 4; 0 of nothing is 0."""
    scaled = np.minimum(part * (GRID * TOP) // np.maximum(whole, 1), GRID * TOP)
    shares: Floats = scaled.astype(np.float32) / np.float32(GRID)
    return shares


def flag(truths: Bools) -> Floats:
    """1 for true, 0 for false."""
    return truths.astype(np.float32)
