"""Processes beside this one that do the work they are handed, one piece each at a time.

Where a process can be forked (on Linux, while no other thread runs), it and its copy share the
memory that neither changes. So the processes of a stage begin as one, a fork of this one, which
forks into all of them once it has done a first piece of work: modules, weights, patterns and
whatever else the work needs are then loaded once for all. A large process is not forked itself,
for what it holds would soon be held twice, but a seed, which began empty. Elsewhere each process
begins empty, and loads what it needs.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import islice
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from socket import recv_fds, send_fds, socket, socketpair
from subprocess import Popen
from traceback import format_exc
from typing import Any, TypeVar

from newsarchive.running.garbage import collect_seldom

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 3
"""How many inputs for each process are worked on, or have results that wait for earlier ones."""
LARGE = 128 * 2**20
"""Bytes above which a process is not copied: a seed and what it loads anew take some 30 MB."""
MOST = 200
"""Processes that a seed begins for a stage: no more descriptors can be sent at once."""
LONGEST_NAME = 4_096
"""Bytes of a module's name."""
SPROUT = (
    "import sys; sys.path[:] = {!r}; from newsarchive.running.processes import sprout; sprout({!r})"
)
"""What a seed is told to do."""
_THREADS = Path("/proc/self/task")
_MEMORY = Path("/proc/self/statm")


Said = tuple[Any, Exception | None]
"""What a function returned, or what it raised."""


class Answer:
    """The answer that is awaited of a process: what its work came to, or nothing yet."""

    said: Said | None = None

    def result(self) -> Any:  # noqa: ANN401  whatever the function gives
        """Give what the function returned, or raise what it raised."""
        result, error = self.said or (None, None)
        if error:
            raise error
        return result


class Process:
    """Another process, idle or at work, as this one sees it."""

    def __init__(self, line: Connection) -> None:
        """Reach it by a connection."""
        self.line = line
        self.answer: Answer | None = None
        """The answer that is awaited of it; None while it is idle."""

    def begin(self, function: Callable[[Any], Any], given: object) -> Answer:
        """Hand it work."""
        self.answer = Answer()
        with suppress(OSError):  # it has ended, which is seen when its answer is awaited
            self.line.send((function, given))
        return self.answer

    def hear(self) -> None:
        """Take its answer.

        Raises:
            RuntimeError: it ended before it gave one.
        """
        answer, self.answer = self.answer, None
        try:
            said = self.line.recv()
        except (EOFError, ConnectionError):
            raise RuntimeError("a process ended at its work") from None
        if answer:
            answer.said = said

    def dismiss(self) -> None:
        """Let it end when it has done what it does."""
        if self.answer:
            with suppress(RuntimeError):
                self.hear()
        with suppress(OSError):
            self.line.send(None)
        self.line.close()


def can_fork() -> bool:
    """Whether this process can be forked: it has no other thread, not even one of a library."""
    try:
        return len(list(_THREADS.iterdir())) == 1
    except OSError:
        return False


def is_large() -> bool:
    """Whether this process holds more than a copy of it should."""
    pages = int(_MEMORY.read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") > LARGE


@contextmanager
def processes(number: int) -> Iterator[list[Process]]:
    """Start processes that end with the block, once they have done what they are at."""
    forking = can_fork()
    context: Any = get_context("fork" if forking else "spawn")
    pipes = [context.Pipe() for _ in range(number)]
    ours, theirs = [own for own, _ in pipes], [other for _, other in pipes]
    arguments = [(theirs, ours)] if forking else [([line], []) for line in theirs]
    started = [context.Process(target=_work, args=given, daemon=True) for given in arguments]
    others = [Process(line) for line in ours]
    try:
        for process in started:
            process.start()
        for line in theirs:
            line.close()
        yield others
    finally:
        for other in others:
            other.dismiss()
        for process in started:
            process.join()


class Seed:
    """A process that forks into the first one of each stage, as this one sees it."""

    def __init__(self, line: socket) -> None:
        """Reach it by a socket."""
        self._line = line

    @contextmanager
    def processes(self, number: int, module: str) -> Iterator[list[Process]]:
        """Let it begin processes that end with the block, once they have done what they are at.

        Args:
            number: how many.
            module: what the seed imports before, and holds for all stages.
        """
        pipes = [Pipe() for _ in range(min(number, MOST))]
        others = [Process(own) for own, _ in pipes]
        send_fds(self._line, [module.encode()], [line.fileno() for _, line in pipes])
        for _, line in pipes:
            line.close()
        try:
            yield others
        finally:
            for other in others:
                other.dismiss()
            self._line.recv(1)  # it says that all have ended


@contextmanager
def seed() -> Iterator[Seed]:
    """Start a seed, which ends with the block."""
    ours, theirs = socketpair()
    with theirs:
        end = theirs.fileno()  # not by `multiprocessing`, which would run a user's script once more
        told = [sys.executable, "-c", SPROUT.format(sys.path, end)]
        process = Popen(told, pass_fds=[end])  # noqa: S603  nothing in it is anybody's
    with process, ours:
        yield Seed(ours)


def sprout(end: int) -> None:
    """Fork into a process for each set of lines that come, until no more do.

    Args:
        end: the descriptor of the socket on which they come.
    """
    line = socket(fileno=end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who hands out the work says when to end
    while True:
        module, lines, _, _ = recv_fds(line, LONGEST_NAME, MOST)
        if not lines:
            return
        import_module(module.decode())
        if not (child := os.fork()):
            try:
                line.close()
                _work([*map(Connection, lines)], [])
            finally:
                os._exit(0)
        for descriptor in lines:
            os.close(descriptor)
        os.waitpid(child, 0)
        with suppress(OSError):
            line.send(b".")


def handed_out(
    function: Callable[[A], B], inputs: Iterable[A], others: Sequence[Process]
) -> Iterator[B]:
    """Hand each idle process the next input, and give the results in the order of the inputs."""
    remaining, answers = iter(inputs), deque[Answer]()
    while True:
        for process in others:
            if not process.answer and len(answers) < AHEAD * len(others):
                answers.extend(process.begin(function, given) for given in islice(remaining, 1))
        if not answers:
            return
        if answers[0].said:
            yield answers.popleft().result()
        _hear_from(others, waiting=bool(answers) and not answers[0].said)


def _hear_from(others: Sequence[Process], *, waiting: bool) -> None:
    """Take the answers of those that are done; wait for one where none is."""
    at_work = [process for process in others if process.answer]
    heard = wait([process.line for process in at_work], None if waiting else 0)
    for process in at_work:
        if process.line in heard:
            process.hear()


def _work(lines: Sequence[Connection], foreign: Sequence[Connection]) -> None:
    """Do what comes down the lines, until nothing more does or nobody is there to hand it out.

    Args:
        lines: a line for each process that this one is to become.
        foreign: the other ends, which a copy holds as well.
    """
    for line in foreign:
        line.close()
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who hands out the work says when to end
    with suppress(EOFError, ConnectionError):
        _serve(lines)


def _serve(lines: Sequence[Connection]) -> None:
    if (call := lines[0].recv()) is None:
        return
    answer = _answer(*call)
    line = _forked(lines)  # now: who hands out work may wait for the others to take theirs
    if line is lines[0]:
        line.send(answer)
    while (call := line.recv()) is not None:
        line.send(_answer(*call))
    if line is lines[0]:
        for _ in lines[1:]:
            os.wait()


def _forked(lines: Sequence[Connection]) -> Connection:
    """Fork into one process for each line; give the line of the process that this one is now."""
    own = next((line for line in lines[1:] if not os.fork()), lines[0])
    for line in lines:
        if line is not own:
            line.close()
    return own


def _answer(function: Callable[[Any], Any], given: object) -> Said:
    try:
        return function(given), None
    except Exception as error:
        error.add_note(format_exc())
        return None, error
