"""Weighs candidates: each has a set of named features, each feature a trained weight.

A candidate's score is the sum of its features' weights. Over the candidates of a page and the
possibility that none of them is right, the scores become shares that add up to one (the
conditional logit of D. McFadden, "Conditional logit analysis of qualitative choice behavior",
1974). The weights stand in `weights/<field>.json`; `benchmarks/train_finders.py` makes them.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

from msgspec import Struct, json


class Weights(Struct, frozen=True):
    """What was learned for one field."""

    keep: float
    """The share from which on an answer is given."""
    features: dict[str, float]


_used: dict[str, Weights] = {}


def use(weights: dict[str, Weights]) -> None:
    """Take these weights instead of the package's own; for training and tests only."""
    _used.clear()
    _used.update(weights)


def load_weights(field: str) -> Weights:
    """Give the weights of a field."""
    return _used.get(field) or _own_weights(field)


@cache
def _own_weights(field: str) -> Weights:
    content = files(__package__).joinpath("weights", f"{field}.json").read_bytes()
    return json.decode(content, type=Weights)


def score(weights: Weights, features: Iterable[str]) -> float:
    """Give the sum of the weights of a candidate's features; an unknown feature counts nothing.

    >>> score(Weights(0.5, {"first": 2.0, "long": -0.5}), ["first", "long", "new"])
    1.5
    """
    return sum(map(weights.features.get, features, repeat(0.0)))


def shares(scores: Sequence[float]) -> list[float]:
    """Give each candidate's share; what is missing to one is the share of none of them.

    >>> [round(share, 2) for share in shares([2.0, 0.0])]
    [0.79, 0.11]
    """
    top = max(scores, default=0.0)
    top = max(top, 0.0)
    powers = [math.exp(value - top) for value in scores]
    total = sum(powers) + math.exp(-top)
    return [power / total for power in powers]


def chance(value: float) -> float:
    """Give the probability that a score stands for, each candidate judged on its own.

    >>> chance(0.0)
    0.5
    """
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, value))))


def bucket(value: int, limits: tuple[int, ...]) -> int:
    """Give the first limit that a value does not exceed, 999 where it exceeds all.

    >>> bucket(3, (1, 2, 4)), bucket(9, (1, 2, 4))
    (4, 999)
    """
    place = bisect_left(limits, value)
    return limits[place] if place < len(limits) else 999


def scale(name: str, limits: tuple[int, ...]) -> Callable[[int], str]:
    """Give what gives the feature of a count: its bucket, looked up.

    A feature that was made before is weighed faster, too: Python keeps the hash of a text with it.

    >>> scale("words", (1, 2, 4))(3), scale("gap", (-1, 0))(-5)
    ('words:4', 'gap:-1')
    """
    first, last = min(0, limits[0]), limits[-1] + 1
    features = [f"{name}:{bucket(count, limits)}" for count in range(first, last + 1)]
    lowest, highest = features[0], features[-1]
    return lambda count: (
        highest if count >= last else features[count - first] if count > first else lowest
    )


def signed(step: int) -> str:
    """Give a distance in lines, coarser the longer it is.

    >>> signed(-5), signed(1)
    ('-6', '1')
    """
    size = bucket(abs(step), (0, 1, 2, 3, 4, 6, 9, 14, 25, 50))
    return f"-{size}" if step < 0 else str(size)
