"""Sharing: what files teach about each other, and which are to be read again for it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.repetition import SharedLines, shared_by, steps_elsewhere
from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import FileReading, Lines

PRINT = 8
"""Bytes of a line's fingerprint."""
BEGINNINGS = 1 << 16
"""The first two bytes that it can have."""
AT_ONCE = 1 << 21
"""Lines that are counted at once, each of which takes some fourteen bytes."""

EachLines = Callable[[], Iterable[Mapping[str, Lines]]]


class Taught(Struct, frozen=True, array_like=True):
    """A file that is to be read, and what the others teach about it."""

    file: SeenInput
    content: bytes
    """SHA-256 of the file and of its correction, when its lines were counted."""
    fingerprints: bytes
    """Of its lines."""
    steps: bytes
    """In how many files each of them stands, as `repetition.STEPS` has it."""
    documents: int
    """That the archive has."""


def shared_among(shard: Sequence[Taught]) -> SharedLines:
    """Give what some files share with all others."""
    return shared_by(
        np.frombuffer(b"".join(taught.fingerprints for taught in shard), np.uint64),
        np.frombuffer(b"".join(taught.steps for taught in shard), np.uint8),
        shard[0].documents,
    )


class Asked(Struct, frozen=True):
    """Which lines are to be counted: with each all that begin alike."""

    beginnings: Any
    """Whether those with these first two bytes are, for all that there can be."""
    lines: int
    """How many, at most."""


def asked_of(prints: Iterable[bytes]) -> Asked:
    """Ask for the lines of some files, and all that begin like them."""
    beginnings, lines = np.zeros(BEGINNINGS, bool), 0
    for of_file in prints:
        beginnings[_beginnings(np.frombuffer(of_file, np.uint64))] = True
        lines += len(of_file) // PRINT
    return Asked(beginnings, lines)


class Sharing(Struct, frozen=True):
    """Which step the count of each line of each file is."""

    numbers: Mapping[str, int]
    """File → its place among all."""
    contents: Sequence[bytes]
    ends: Sequence[int]
    """Where the lines of each file end, a nought before them."""
    documents: int
    steps: bytes
    """Of the lines of all files."""
    moved: Collection[str]
    """The files whose steps may be others than they were."""

    def content_of(self, name: str) -> bytes:
        """Give the SHA-256 of a file and of its correction, when its lines were counted."""
        return self.contents[self.numbers[name]]

    def steps_of(self, name: str) -> bytes:
        """Give the steps of a file's lines; none where there is no other document."""
        return self._steps(name) if self.documents > 1 else b""

    def taught(self, file: SeenInput, fingerprints: bytes) -> Taught:
        """Give a file, whose lines have these fingerprints, with what it shares with all others."""
        name = file.key
        return Taught(file, self.content_of(name), fingerprints, self._steps(name), self.documents)

    def _steps(self, name: str) -> bytes:
        number = self.numbers[name]
        return self.steps[self.ends[number] : self.ends[number + 1]]


def sharing_of(lines: EachLines, before: Mapping[str, bytes], asked: Asked) -> Sharing:
    """Count in how many documents each line stands.

    Args:
        lines: gives each file's, by its name, some files at a time.
        before: the steps of those files that are as they were when all lines were counted last.
        asked: those of the other files, as they were then and as they are now.
    """
    numbers, contents, ends, documents = dict[str, int](), list[bytes](), array("Q", [0]), 0
    steps, moved = bytearray(), set[str]()
    for name, of_file in chain.from_iterable(some.items() for some in lines()):
        count, known = len(of_file.fingerprints) // PRINT, before.get(name, b"")
        if len(known) != count:
            known = bytes(count)
            moved.add(name)
        steps += known
        numbers[name] = len(contents)
        contents.append(of_file.content)
        ends.append(len(steps))
        documents += of_file.documents
    now = _counted(lines, np.frombuffer(steps, np.uint8), asked)
    others = np.searchsorted(ends, np.flatnonzero(now != np.frombuffer(steps, np.uint8)), "right")
    names = list(numbers)
    moved.update(names[number - 1] for number in set(others.tolist()))
    # A single document's lines have no steps, however many they are.
    every = documents < 2
    return Sharing(numbers, contents, ends, documents, now.tobytes(), names if every else moved)


def _counted(lines: EachLines, steps: Any, asked: Asked) -> Any:  # noqa: ANN401  NumPy's
    """Give the steps of all lines, of which those that are asked are counted again.

    Of many lines some are counted at a time: those whose fingerprints begin with some bytes.
    """
    now, parts = steps.copy(), 1 + asked.lines // AT_ONCE
    part_of = np.arange(BEGINNINGS) * parts // BEGINNINGS
    for part in range(parts):
        wanted = asked.beginnings & (part_of == part)
        places, prints, start = bytearray(), bytearray(), 0
        for some in lines():
            these = np.frombuffer(b"".join([f.fingerprints for f in some.values()]), np.uint64)
            at = np.flatnonzero(wanted[_beginnings(these)])
            prints += these[at].tobytes()
            places += (at + start).astype(np.uint32).tobytes()
            start += len(these)
        now[np.frombuffer(places, np.uint32)] = steps_elsewhere(np.frombuffer(prints, np.uint64))
    return now


def _beginnings(fingerprints: Any) -> Any:  # noqa: ANN401  NumPy's
    return fingerprints.view(np.uint16)[::4]


class Work(Struct, frozen=True):
    """Files to be read."""

    sharing: Sharing
    files: dict[str, SeenInput]
    how: bytes
    """Digest of the manner in which they are read."""


def stale(
    inputs: Iterable[SeenInput], readings: Mapping[str, FileReading], sharing: Sharing, how: bytes
) -> Work:
    """Find the files that would now be read in another way than they were.

    Raises:
        BrokenStore: the lines of a file are missing, or not those of its reading.
    """
    work, numbers, moved = Work(sharing, {}, how), sharing.numbers, sharing.moved
    for file in inputs:
        key = file.key
        if key not in numbers:
            raise BrokenStore(f"no lines of {key}")
        before = readings.get(key)
        if not before:
            work.files[key] = file
        elif before.content != sharing.contents[numbers[key]]:
            if before.stat == file.stat:
                raise BrokenStore(f"other lines of {key}")
            work.files[key] = file
        elif before.how != how or (key in moved and before.steps != sharing.steps_of(key)):
            work.files[key] = file
    return work
