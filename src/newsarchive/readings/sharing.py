"""Sharing: in how many files of the archive each line stands, and what that tells of a file.

A line that many files have is their publisher's and not the article's. A line is known by its
fingerprint, eight bytes (`cleaning.characters`), and how many documents have it by the step of
`repetition.STEPS` that the count is on, one byte.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.repetition import SharedLines, shared_by, steps_elsewhere
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import Lines

PRINT = 8
"""Bytes of a line's fingerprint."""
BEGINNINGS = 1 << 16
"""The first two bytes that it can have."""
AT_ONCE = 1 << 21
"""Lines that are counted at once, each of which takes some fourteen bytes."""

EachLines = Callable[[], Iterable[Mapping[str, Lines]]]
StepsBefore = Callable[[str, bytes], bytes]


class Taught(Struct, frozen=True, array_like=True):
    """A file that is to be read, and what the other files teach about it."""

    file: SeenInput
    content: bytes
    """SHA-256 of the file and of its correction, when its lines were counted."""
    fingerprints: bytes
    """Those of its lines, eight bytes each."""
    steps: bytes
    """For each of its lines the step that its number of documents is on, a byte each."""
    documents: int
    """How many documents the archive has."""


def shared_among(shard: Sequence[Taught]) -> SharedLines:
    """Give what some files share with all others."""
    return shared_by(
        np.frombuffer(b"".join(taught.fingerprints for taught in shard), np.uint64),
        np.frombuffer(b"".join(taught.steps for taught in shard), np.uint8),
        shard[0].documents,
    )


class Asked(Struct, frozen=True):
    """Which lines are to be counted, told by the first two bytes of their fingerprints.

    So more lines are counted than need be; but a line is among them or not by looking into a table.
    """

    beginnings: Any
    """For each value of two bytes, whether fingerprints that begin so are counted: (65536,)."""
    lines: int
    """How many lines were asked for."""


def asked_of(prints: Iterable[bytes]) -> Asked:
    """Ask for the lines with these fingerprints, some at a time, and all that begin like them."""
    beginnings, lines = np.zeros(BEGINNINGS, bool), 0
    for some in prints:
        beginnings[_beginnings(np.frombuffer(some, np.uint64))] = True
        lines += len(some) // PRINT
    return Asked(beginnings, lines)


class Sharing(Struct, frozen=True):
    """On which step the count of each line of some files is."""

    numbers: Mapping[str, int]
    """Key of a file → its place among these files."""
    ends: Sequence[int]
    """Where in `steps` those of each file end; the first file's begin at `ends[0]`, which is 0."""
    steps: bytes
    """The steps of the lines of all these files, one file after the other."""
    documents: int
    """How many documents the archive has."""
    files: int
    """How many files it has."""

    def steps_of(self, name: str) -> bytes:
        """Give the steps of a file's lines; none where the archive has no other document."""
        return self._steps(name) if self.documents > 1 else b""

    def taught(self, file: SeenInput, lines: Lines) -> Taught:
        """Give a file that has these lines with what it shares with all others."""
        steps = self._steps(file.key)
        return Taught(file, lines.content, lines.fingerprints, steps, self.documents)

    def _steps(self, name: str) -> bytes:
        number = self.numbers[name]
        return self.steps[self.ends[number] : self.ends[number + 1]]


NOTHING_SHARED = Sharing({}, [0], b"", 0, 0)


class _Found:
    """The files found so far that have lines to be counted, with the steps known before."""

    def __init__(self) -> None:
        self.numbers, self.ends = dict[str, int](), array("Q", [0])
        self.steps = bytearray()
        self.documents = self.files = 0

    def add(self, some: Mapping[str, Lines], names: Iterable[str], before: StepsBefore) -> None:
        """Count some files and their documents, and add the files of these names."""
        self.files += len(some)
        self.documents += sum([of_file.documents for of_file in some.values()])
        for name in names:
            self.numbers[name] = len(self.numbers)
            self.steps += before(name, some[name].fingerprints)
            self.ends.append(len(self.steps))


def sharing_of(
    lines: EachLines, before: StepsBefore, asked: Asked, wanted: Container[str]
) -> Sharing:
    """Count in how many documents lines stand.

    Of very many lines not all are counted at once, which would take too much memory: the files are
    gone through several times, and each time those lines are counted whose fingerprints lie in one
    part of their range.

    Args:
        lines: goes through the lines of all files, by their names, some files at a time.
        before: given a file's name and its fingerprints, gives the steps of its lines as they were
            counted last, with 0 for lines that were not.
        asked: the lines that may stand in more or fewer documents than they did then.
        wanted: the files that are in the result in any case; other files are where they have lines
            that are asked for.
    """
    found, now, parts = _Found(), np.zeros(0, np.uint8), 1 + asked.lines // AT_ONCE
    part_of = np.arange(BEGINNINGS) * parts // BEGINNINGS
    for part in range(parts):
        these = asked.beginnings & (part_of == part)
        places, prints, start = bytearray(), bytearray(), 0
        for some in lines():
            names = _touched(some, asked, wanted)
            if part == 0:
                found.add(some, names, before)
            every = _prints_of(some, names)
            at = np.flatnonzero(these[_beginnings(every)])
            prints += every[at].tobytes()
            places += (at + start).astype(np.uint32).tobytes()
            start += len(every)
        now = now if part else np.array(found.steps, np.uint8)
        now[np.frombuffer(places, np.uint32)] = steps_elsewhere(np.frombuffer(prints, np.uint64))
    return Sharing(found.numbers, found.ends, now.tobytes(), found.documents, found.files)


def _touched(some: Mapping[str, Lines], asked: Asked, wanted: Container[str]) -> list[str]:
    """Give those of some files that are wanted, or have lines that are asked for."""
    names = [name for name in some if name not in wanted]
    at = np.flatnonzero(asked.beginnings[_beginnings(_prints_of(some, names))])
    ends = np.cumsum([len(some[name].fingerprints) // PRINT for name in names]) if len(at) else at
    others = {names[place] for place in set(np.searchsorted(ends, at, "right").tolist())}
    return [name for name in some if name in others or name in wanted]


def _prints_of(some: Mapping[str, Lines], names: Iterable[str]) -> Any:  # noqa: ANN401  NumPy's
    return np.frombuffer(b"".join([some[name].fingerprints for name in names]), np.uint64)


def _beginnings(fingerprints: Any) -> Any:  # noqa: ANN401  NumPy's
    return fingerprints.view(np.uint16)[::4]
