"""Results of one pass over shards, kept for the next pass if it runs in the same process."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Results that are kept until they are taken, as long as there is room.

    They are not sent to other processes, which make them again.
    """

    def __init__(self, room: int) -> None:
        """Keep nothing yet.

        Args:
            room: the size of all that is kept, at most.
        """
        self._room = room
        self._results: dict[K, tuple[V, int]] = {}

    def __reduce__(self) -> tuple[type[Kept[K, V]], tuple[int]]:
        """Go to another process with no room and with nothing that is kept."""
        return Kept, (0,)

    def keep(self, key: K, result: V, size: int) -> None:
        """Keep a result if there is room for it."""
        if size <= self._room:
            self._room -= size
            self._results[key] = result, size

    def take(self, key: K) -> V | None:
        """Give a result that was kept, and keep it no more."""
        result, size = self._results.pop(key, (None, 0))
        self._room += size
        return result
