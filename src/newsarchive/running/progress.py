"""Telling somebody how far a long piece of work is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before the first word: short work needs none."""
INTERVAL = 0.1
"""Seconds between two."""


class Progress(Protocol):
    """Passes items on and tells somebody how many have passed."""

    def __call__(self, what: str, items: Iterable[T], /) -> Iterator[T]:
        """Pass on `items`; `what` names the work: `Reading`."""


def silent(_what: str, items: Iterable[T]) -> Iterator[T]:
    """Pass items on and tell nobody."""
    return iter(items)


def on_terminal(what: str, items: Iterable[T]) -> Iterator[T]:
    """Pass items on and count them on the terminal's last line, which is cleared in the end."""
    told = time.monotonic() + PATIENCE - INTERVAL
    shown = False
    for count, item in enumerate(items, 1):
        yield item
        if (now := time.monotonic()) - told >= INTERVAL:
            sys.stderr.write(f"\r{what}: {count:,}")
            sys.stderr.flush()
            told, shown = now, True
    if shown:
        sys.stderr.write("\r\x1b[K")


class Stopwatch:
    """Measures stages, one after the other."""

    def __init__(self) -> None:
        """Begin the first."""
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def lap(self, stage: str) -> None:
        """End a stage."""
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now
