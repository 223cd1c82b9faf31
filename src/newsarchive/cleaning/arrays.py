"""The types of arrays in which lines are measured and judged."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float32]
"""What the network reckons in."""
Doubles = NDArray[np.float64]
"""Chances, and what the forests are given."""
