"""Functions on shards that the processes of a test's cluster or pool import."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path


def doubled(shard: Sequence[int]) -> list[int]:
    time.sleep(0.05)
    return [2 * number for number in shard]


def who(_shard: Sequence[int]) -> int:
    time.sleep(0.05)
    return os.getpid()


def small(shard: Sequence[int]) -> Sequence[int]:
    if max(shard) > 20:
        raise ValueError("too much")
    return shard


def written_down(shard: Sequence[str]) -> list[str]:
    """Take the names of files; write into each that it was worked on."""
    for name in shard:
        with Path(name).open("a") as file:
            file.write("x")
    return list(shard)


def deadly(shard: Sequence[str]) -> list[str]:
    """End the process for a word that says so."""
    if "die" in shard:
        os.kill(os.getpid(), signal.SIGKILL)
    return [word.upper() for word in shard]


def lost(item: str, why: str) -> str:
    return f"{item}: {why}"


def lost_number(item: int, _why: str) -> int:
    return -item


class TwoArgumentsError(Exception):
    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def raising(_shard: Sequence[str]) -> list[str]:
    raise TwoArgumentsError("no", "way")


LOADED: list[float] = []


def loaded(_shard: Sequence[int]) -> tuple[int, float]:
    """Load something that stays; tell who and what."""
    time.sleep(0.05)
    LOADED[:] = LOADED or [time.monotonic()]
    return os.getpid(), LOADED[0]


def longer(text: bytes) -> bytes:
    """Give more than a line between processes holds."""
    return text * 2
