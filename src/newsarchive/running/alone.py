"""Works on a shard's items in a separate process, which one of them may end.

A text that ends the process that reads it (by a fault in a library, or by its size) would end one
worker of a cluster after the other. So a shard that was begun and not finished is worked on in a
process beside the worker. When that ends early, the item that it was at gets the result of a lost
one, and another process goes on with the next item.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import BinaryIO, TypeVar

from newsarchive.errors import ClusterError
from newsarchive.running.workers import ItemWise

A = TypeVar("A")
B = TypeVar("B")


def one_by_one(work: ItemWise[A, B], shard: Sequence[A]) -> list[B]:
    """Work on each item of a shard by itself.

    Args:
        work: the function.
        shard: its items.

    Returns:
        The result of each item; of one that ended its process, what `ItemWise.lost` gives.

    Raises:
        ClusterError: no process can be started.
    """
    results: list[B] = []
    while len(results) < len(shard):
        code, some = _in_a_process(work, shard[len(results) :])
        results += some
        if len(results) < len(shard):
            results.append(work.lost(shard[len(results)], _ended(code)))
    return results


def _in_a_process(work: ItemWise[A, B], shard: Sequence[A]) -> tuple[int, list[B]]:
    """Give the exit code of a process, and the results that it came to."""
    command = [sys.executable, "-m", __name__]
    given = pickle.dumps(sys.path) + pickle.dumps((work, shard))
    done = subprocess.run(command, input=given, stdout=subprocess.PIPE, check=False)  # noqa: S603  this module
    started, *results = _unpickled(BytesIO(done.stdout)) or [None]
    if not started:
        what = f"a process for single texts does not start ({_ended(done.returncode)})"
        raise ClusterError(what, remedy="See that the machine has memory left, and build again")
    return done.returncode, results


def _unpickled(stream: BinaryIO) -> list[B]:
    """Read the objects that a process wrote before it ended, but for one that was cut short."""
    found: list[B] = []
    while True:
        try:
            found.append(pickle.load(stream))  # noqa: S301  our own process wrote it
        except (EOFError, pickle.UnpicklingError):
            return found


def _ended(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit status {code}"


def _main() -> None:
    """Work on the items that stand on the standard input, and write each result as it is there."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what libraries print is no result
    for result in _results(sys.stdin.buffer):
        pickle.dump(result, output)
        output.flush()


def _results(given: BinaryIO) -> Iterator[object]:
    sys.path[:] = pickle.load(given)  # noqa: S301  the worker that started us wrote it
    work, shard = pickle.load(given)  # noqa: S301
    yield True
    for item in shard:
        yield from work([item])


if __name__ == "__main__":
    _main()
