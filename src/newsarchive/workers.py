"""Running a pure function over shards of work: in this process, or in several.

A stage takes a `map`; what stands behind it changes how long the work takes and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")

SHARD = 64
"""Files in a shard: enough for the reader to read many pages in one pass, few enough to spread."""


class Map(Protocol):
    """What `map` is: a function and its inputs to the results, in their order."""

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]:
        """Give the function's results in the order of the inputs."""


@contextmanager
def workers(jobs: int) -> Iterator[Map]:
    """Give a map that runs in `jobs` processes; with one, in this process.

    The function and its inputs must be picklable: module-level functions, `functools.partial`
    of such, and records.
    """
    if jobs <= 1:
        yield map
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  not needed for one job
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield pool.map


def jobs_for(files: int, asked: int | None) -> int:
    """Choose the number of processes: what was asked for, else the cores, else one for little work.

    Args:
        files: how many files are to be read.
        asked: the number that the user asked for; None or 0 to choose.
    """
    if asked:
        return asked
    return min(os.cpu_count() or 1, 1 + files // (4 * SHARD))


def shards(items: Iterable[A], size: int = SHARD) -> Iterator[tuple[A, ...]]:
    """Cut items into tuples of at most `size`.

    >>> list(shards("abcde", 2))
    [('a', 'b'), ('c', 'd'), ('e',)]
    """
    iterator = iter(items)
    while shard := tuple(islice(iterator, size)):
        yield shard
