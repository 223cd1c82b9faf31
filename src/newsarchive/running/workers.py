"""Running a pure function over shards of work: in this process, or in several.

A stage takes a `map`; what stands behind it changes how long the work takes and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from newsarchive.running.processes import Process, Seed

A = TypeVar("A")
B = TypeVar("B")
T = TypeVar("T")

SHARD = 32
"""Files in a shard: enough to read many pages in one pass, few enough to spread over processes."""
FEW = 10
"""From how many shards on it is worth while to start processes: a start takes as long as a
shard."""


class Map(Protocol):
    """What `map` is: a function and its inputs to the results, in their order."""

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]:
        """Give the function's results in the order of the inputs."""


def is_far(map_: Map) -> bool:
    """Whether a map works on machines that cannot read this one's disk."""
    return getattr(map_, "far", False)


class ItemWise(Struct, Generic[A, B], frozen=True):
    """A function that gives a result for each item of a shard, whatever else is in the shard.

    So where one item ends the process, the others can be worked on without it.
    """

    function: Callable[[Sequence[A]], list[B]]
    lost: Callable[[A, str], B]
    """Given an item that ended a process, and how, gives a result in place of the function's."""

    def __call__(self, shard: Sequence[A]) -> list[B]:
        """Work on a shard."""
        return self.function(shard)


@contextmanager
def workers(jobs: int | None) -> Iterator[Map]:
    """Give a map that runs in `jobs` processes beside this one, when there is work enough for them.

    The function and its inputs must be picklable: module-level functions, `functools.partial`
    of such, and records. Few more inputs are taken than are being worked on.

    Args:
        jobs: how many. None for the cores, and this one alone for little work.
    """
    with ExitStack() as stack:
        yield _Pool(jobs or os.cpu_count() or 1, 1 if jobs else FEW, stack)


class _Pool:
    """Processes that are started when they are needed.

    Who hands out the work does none of it: so this process never holds what only the work takes.
    """

    def __init__(self, jobs: int, few: int, stack: ExitStack) -> None:
        self._jobs, self._few, self._stack = jobs, few, stack
        self._lasting: list[Process] = []
        self._seed: Seed | None = None

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A]) -> Iterator[B]:
        remaining = iter(inputs)
        first = list(islice(remaining, self._few if self._jobs > 1 else 0))
        if len(first) < max(self._few, 1) or self._jobs == 1:
            yield from map(function, chain(first, remaining))
            return
        from newsarchive.running.processes import handed_out  # noqa: PLC0415  often not needed

        with self._others(_module_of(function)) as others:
            yield from handed_out(function, chain(first, remaining), others)

    @contextmanager
    def _others(self, module: str) -> Iterator[list[Process]]:
        """Give processes: forks, which end with the work, or else ones that last."""
        from newsarchive.running import processes  # noqa: PLC0415  often not needed

        if not processes.can_fork():
            self._lasting = self._lasting or self._begun(processes.processes(self._jobs))
            yield self._lasting
        elif processes.is_large():
            self._seed = self._seed or self._begun(processes.seed())
            with self._seed.processes(self._jobs, module) as others:
                yield others
        else:
            with processes.processes(self._jobs) as others:
                yield others

    def _begun(self, lasting: AbstractContextManager[T]) -> T:
        """Begin what ends with the pool."""
        return self._stack.enter_context(lasting)


def _module_of(function: object) -> str:
    """Name the module of a function, also of one that has some arguments already.

    >>> _module_of(shards), _module_of(ItemWise(shards, str))
    ('newsarchive.running.workers', 'newsarchive.running.workers')
    """
    while inner := getattr(function, "func", None) or getattr(function, "function", None):
        function = inner
    return getattr(function, "__module__", __name__)


def shards(items: Iterable[A], size: int = SHARD) -> Iterator[tuple[A, ...]]:
    """Cut items into tuples of at most `size`.

    >>> list(shards("abcde", 2))
    [('a', 'b'), ('c', 'd'), ('e',)]
    """
    iterator = iter(items)
    while shard := tuple(islice(iterator, size)):
        yield shard
