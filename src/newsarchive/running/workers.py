"""Running a pure function over shards of work: in this process, or in several.

A stage takes a `map`; what stands behind it changes how long the work takes and nothing else.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from msgspec import Struct

from newsarchive.running.garbage import look_seldom

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

A = TypeVar("A")
B = TypeVar("B")

SHARD = 64
"""Files in a shard: enough for the reader to read many pages in one pass, few enough to spread."""
FEW = 5
"""Shards from which on processes are worth their start, which takes as long as reading one."""
AHEAD = 3
"""Shards for each process that wait or are worked on."""


class Map(Protocol):
    """What `map` is: a function and its inputs to the results, in their order."""

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A], /) -> Iterator[B]:
        """Give the function's results in the order of the inputs."""


def is_far(map_: Map) -> bool:
    """Whether a map's work is done on machines that do not reach this one's disk."""
    return getattr(map_, "far", False)


class ItemWise(Struct, Generic[A, B], frozen=True):
    """A function that gives a result for each item of a shard, whatever else is in the shard.

    So what is left of a shard can be worked on without the item that ended a process.
    """

    function: Callable[[Sequence[A]], list[B]]
    lost: Callable[[A, str], B]
    """What comes of an item that cannot be worked on, and why it cannot."""

    def __call__(self, shard: Sequence[A]) -> list[B]:
        """Work on a shard."""
        return self.function(shard)


@contextmanager
def workers(jobs: int | None) -> Iterator[Map]:
    """Give a map that runs in `jobs` processes, started when there is work enough for them.

    The function and its inputs must be picklable: module-level functions, `functools.partial`
    of such, and records. Few more inputs are taken than are being worked on.

    Args:
        jobs: how many, this one among them. None for the cores, and one for little work.
    """
    with ExitStack() as stack:
        yield _Pool(jobs or os.cpu_count() or 1, 1 if jobs else FEW, stack)


class _Pool:
    """This process, and others that are started when they are needed and end with the stack.

    Who hands out the work does a part of it: one process less is held in memory, and one in as many
    results need not be sent.
    """

    def __init__(self, jobs: int, few: int, stack: ExitStack) -> None:
        self._jobs, self._few, self._stack = jobs, few, stack
        self._executor: Executor | None = None

    def __call__(self, function: Callable[[A], B], inputs: Iterable[A]) -> Iterator[B]:
        remaining = iter(inputs)
        first = list(islice(remaining, self._few if self._jobs > 1 else 0))
        if self._jobs == 1 or (len(first) < self._few and not self._executor):
            yield from map(function, chain(first, remaining))
            return
        results: deque[Future[B]] = deque()
        waiting = deque(chain(first, islice(remaining, max(0, AHEAD - len(first)))))
        while waiting:
            # Near the end the others get no more than is left for this process: it would wait.
            enough = min(AHEAD, len(waiting)) * (self._jobs - 1)
            results.append(self._submitted(function, waiting.popleft(), results, enough))
            waiting.extend(islice(remaining, 1))
            while results and (results[0].done() or len(results) > AHEAD * self._jobs):
                yield results.popleft().result()
        while results:
            yield results.popleft().result()

    def _submitted(
        self, function: Callable[[A], B], given: A, others: Iterable[Future[B]], enough: int
    ) -> Future[B]:
        """Hand work to another process, or do it if those have enough."""
        if sum(not other.done() for other in others) < enough:
            return self._started().submit(function, given)
        from concurrent.futures import Future  # noqa: PLC0415  often not needed

        done = Future[B]()
        try:
            done.set_result(function(given))
        except Exception as error:
            done.set_exception(error)
        return done

    def _started(self) -> Executor:
        if self._executor is None:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  often not needed
            from multiprocessing import get_context  # noqa: PLC0415

            context = get_context("spawn")
            others = self._jobs - 1
            pool = ProcessPoolExecutor(others, mp_context=context, initializer=_begin)
            self._executor = self._stack.enter_context(pool)
        return self._executor


def _begin() -> None:
    """Set up another process: it looks for garbage seldom, and ends when this one is killed."""
    from multiprocessing import parent_process  # noqa: PLC0415  only in those processes

    look_seldom()
    parent = parent_process()

    def end_with_it() -> None:
        if parent:
            parent.join()
            os._exit(1)  # it waits for work that nobody can hand out any more

    threading.Thread(target=end_with_it, daemon=True).start()


def shards(items: Iterable[A], size: int = SHARD) -> Iterator[tuple[A, ...]]:
    """Cut items into tuples of at most `size`.

    >>> list(shards("abcde", 2))
    [('a', 'b'), ('c', 'd'), ('e',)]
    """
    iterator = iter(items)
    while shard := tuple(islice(iterator, size)):
        yield shard
