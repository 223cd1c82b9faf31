"""Work: which files are to be read, once some came, went or changed."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping

from msgspec import Struct

from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import NO_LINES, Known, Lines
from newsarchive.readings.sharing import PRINT, Sharing, asked_of, sharing_of


class Work(Struct, frozen=True):
    """Files to be read."""

    sharing: Sharing
    """What they share with each other and with the other files."""
    files: list[str]
    """Their keys, in the order of the inputs."""
    manner: bytes
    """Digest of the `Manner` in which they are read."""


class LinesBefore(Struct, frozen=True):
    """What was known of a file before it changed."""

    lines: Lines = NO_LINES
    steps: bytes = b""
    """For each of its lines the step of `repetition.STEPS` that its count was on: a byte each."""

    def steps_for(self, fingerprints: bytes) -> bytes:
        """Give the steps of the lines that it has now; 0 for lines that it did not have before.

        >>> one, two = (number.to_bytes(8, "little") for number in (1, 2))
        >>> list(LinesBefore(Lines(b"", 1, one), bytes([7])).steps_for(one + two))
        [7, 0]
        """
        known = dict(zip(_numbers(self.lines.fingerprints), self.steps, strict=False))
        return bytes([known.get(line, 0) for line in _numbers(fingerprints)])


def lines_before(name: str, known: Known) -> LinesBefore:
    """Say what is known of a file, which may be new."""
    lines, state = known.lines.get(name), known.states.get(name)
    return LinesBefore(lines or NO_LINES, state.steps if state else b"")


def work_on_all(inputs: Mapping[str, SeenInput], manner: bytes, known: Known) -> Work:
    """Find the files to be read where not all are known to be read as they were.

    Args:
        inputs: all files.
        manner: digest of the manner in which they are to be read.
        known: what the store knows of them.

    Raises:
        BrokenStore: the lines of a file are missing, or not those of its reading.
    """
    every = (of_file.fingerprints for some in known.lines.each() for of_file in some.values())
    sharing = sharing_of(known.lines.each, _none, asked_of(every), inputs)
    return _work(inputs, inputs, sharing, manner, known)


def work_after(
    before: Mapping[str, LinesBefore],
    opened: Collection[str],
    inputs: Mapping[str, SeenInput],
    manner: bytes,
    known: Known,
) -> Work:
    """Find the files to be read where all were read as they were, and some changed since.

    Args:
        before: the files that changed, came or went, as they were.
        opened: those of them that are there now.
        inputs: all files.
        manner: digest of the manner in which they are to be read.
        known: what the store knows of them.

    Raises:
        BrokenStore: the lines of a file are missing, or not those of its reading.
    """
    now = {name: known.lines.get(name) or NO_LINES for name in before}

    def steps(name: str, fingerprints: bytes) -> bytes:
        was = before.get(name) or lines_before(name, known)
        if name not in before and len(was.steps) * PRINT != len(fingerprints):
            raise BrokenStore(f"other lines of {name}")
        return was.steps_for(fingerprints) if name in before else was.steps

    moved = (_moved(was.lines.fingerprints, now[name].fingerprints) for name, was in before.items())
    wanted = frozenset(opened)
    sharing = sharing_of(known.lines.each, steps, asked_of(moved), wanted)
    gained = sum(now[name].documents - was.lines.documents for name, was in before.items())
    if min(sharing.documents, sharing.documents - gained) < 2:  # a single one has no steps
        return work_on_all(inputs, manner, known)
    return _work(inputs, wanted, sharing, manner, known)


def _none(_name: str, fingerprints: bytes) -> bytes:
    return bytes(len(fingerprints) // PRINT)


def _moved(before: bytes, now: bytes) -> bytes:
    """Give the fingerprints of a file's lines that more or fewer of its documents have now."""
    counts = Counter(_numbers(now))
    counts.subtract(_numbers(before))
    return array("Q", [line for line, count in counts.items() if count]).tobytes()


def _numbers(fingerprints: bytes) -> Iterable[int]:
    return memoryview(fingerprints).cast("Q")


def _work(
    inputs: Mapping[str, SeenInput],
    wanted: Container[str],
    sharing: Sharing,
    manner: bytes,
    known: Known,
) -> Work:
    """Find those files of `sharing` whose reading would come out otherwise than it did."""
    if sharing.files != len(inputs):
        raise BrokenStore("the lines of some files are missing")
    work = Work(sharing, [], manner)
    for key in inputs:
        if key in sharing.numbers:
            if _is_stale(key, inputs, sharing, manner, known):
                work.files.append(key)
        elif key in wanted:
            raise BrokenStore(f"no lines of {key}")
    return work


def _is_stale(
    key: str, inputs: Mapping[str, SeenInput], sharing: Sharing, manner: bytes, known: Known
) -> bool:
    state, result = known.states.get(key), known.results.get(key)
    if not state or not result:
        return True
    if result.content != (known.lines.get(key) or NO_LINES).content:
        if state.stat == inputs[key].stat:
            raise BrokenStore(f"other lines of {key}")
        return True
    return state.manner != manner or state.steps != sharing.steps_of(key)
