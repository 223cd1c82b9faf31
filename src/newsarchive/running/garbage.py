"""Garbage collection: how often Python looks for objects that only refer to each other.

Ours never do: records are frozen, and refer only to what was there before them. Each collection
goes through all objects that are held, which are millions in a large archive.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 1_000_000
"""How many new objects start a collection: more than an edit among 10,000 articles makes. Python's
own number is 700."""


def collect_seldom() -> None:
    """Let this process collect garbage seldom from now on."""
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Collect garbage seldom for a while."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
