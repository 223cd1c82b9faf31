"""Sharing: what files teach about each other, and which are to be read again for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.repetition import SharedLines, shared_by, steps_elsewhere
from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import FileReading, Lines

PRINT = 8
"""Bytes of a line's fingerprint."""


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


class Sharing(Struct, frozen=True):
    """The lines of all files, and which step each one's count is."""

    contents: Mapping[str, bytes]
    places: Mapping[str, tuple[int, int]]
    """File → its first line, and the line after its last one."""
    documents: int
    fingerprints: Any
    steps: bytes
    moved: Collection[str]
    """The files whose steps may be others than they were."""

    def steps_of(self, name: str) -> bytes:
        """Give the steps of a file's lines; none where there is no other document."""
        start, end = self.places[name]
        return self.steps[start:end] if self.documents > 1 else b""

    def taught(self, file: SeenInput) -> Taught:
        """Give a file with what it shares with all others."""
        lines = slice(*self.places[file.key])
        prints = self.fingerprints[lines].tobytes()
        return Taught(file, self.contents[file.key], prints, self.steps[lines], self.documents)


def sharing_of(
    lines: Iterable[Mapping[str, Lines]], before: Mapping[str, bytes], gone: bytes
) -> Sharing:
    """Count in how many documents each line stands.

    Args:
        lines: each file's, by its name, some files at a time.
        before: the steps of those files that are as they were when all lines were counted last.
        gone: the fingerprints that the other files had then. Only lines of theirs are counted.
    """
    contents, ends, documents = dict[str, bytes](), [0], 0
    everything, steps, asked, moved = bytearray(), bytearray(), bytearray(gone), set[str]()
    for name, of_file in chain.from_iterable(some.items() for some in lines):
        prints, known = of_file.fingerprints, before.get(name, b"")
        if len(known) * PRINT != len(prints):
            known = bytes(len(prints) // PRINT)
            asked += prints
            moved.add(name)
        everything += prints
        steps += known
        ends.append(len(steps))
        contents[name] = of_file.content
        documents += of_file.documents
    of_all, as_before = np.frombuffer(everything, np.uint64), np.frombuffer(steps, np.uint8)
    now = steps_elsewhere(of_all, as_before, np.frombuffer(asked, np.uint64))
    names, places = list(contents), dict(zip(contents, pairwise(ends), strict=True))
    others = np.searchsorted(ends, np.flatnonzero(now != as_before), side="right") - 1
    moved.update(names[number] for number in set(others.tolist()))
    # A single document's lines have no steps, however many they are.
    every = documents < 2
    return Sharing(contents, places, documents, of_all, now.tobytes(), names if every else moved)


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
    work, contents, moved = Work(sharing, {}, how), sharing.contents, sharing.moved
    for file in inputs:
        key = file.key
        if key not in contents:
            raise BrokenStore(f"no lines of {key}")
        before = readings.get(key)
        if not before:
            work.files[key] = file
        elif before.content != contents[key]:
            if before.stat == file.stat:
                raise BrokenStore(f"other lines of {key}")
            work.files[key] = file
        elif before.how != how or (key in moved and before.steps != sharing.steps_of(key)):
            work.files[key] = file
    return work
