"""Limits of time that hold on a slow machine, and on one that does other things meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

USUAL = 0.025
"""Seconds of the processor that `_work` takes on the machine where limits were set."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where a block and its children take more of the processor than its speed allows."""
    began = _spent()
    yield
    spent = _spent() - began
    assert spent < seconds * _slowness(), f"{spent:.1f} s of the processor"


def _spent() -> float:
    return sum(os.times()[:4])


@cache
def _slowness() -> float:
    """Give by how much this machine is slower; 1 for one that is not."""
    began = _spent()
    for _ in range(10):
        _work()
    return max(1.0, (_spent() - began) / 10 / USUAL)


def _work() -> int:
    return sum(number * number % 7 for number in range(500_000))
