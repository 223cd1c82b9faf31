"""Sharing: what files teach about each other, and which are to be read again for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.repetition import SharedLines, shared_by, steps_elsewhere
from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import FileReading, Lines


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

    places: dict[str, tuple[int, int]]
    """File → its first line, and the line after its last one."""
    contents: dict[str, bytes]
    documents: int
    fingerprints: Any
    steps: bytes

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
    lines: Iterable[tuple[str, Lines]], before: Mapping[str, bytes], gone: bytes
) -> Sharing:
    """Count in how many documents each line stands.

    Args:
        lines: each file's, by its name.
        before: the steps of those files that are as they were when all lines were counted last.
        gone: the fingerprints that the other files had then. Only lines of theirs are counted.
    """
    places, contents, documents, end = {}, {}, 0, 0
    everything, steps, moved = bytearray(), bytearray(), bytearray(gone)
    for name, of_file in lines:
        prints, known = of_file.fingerprints, before.get(name, b"")
        everything += prints
        if len(known) * 8 == len(prints):
            steps += known
        else:
            steps += bytes(len(prints) // 8)
            moved += prints
        documents += of_file.documents
        start, end = end, len(steps)
        places[name], contents[name] = (start, end), of_file.content
    of_all = np.frombuffer(everything, np.uint64)
    now = steps_elsewhere(of_all, np.frombuffer(steps, np.uint8), np.frombuffer(moved, np.uint64))
    return Sharing(places, contents, documents, of_all, now.tobytes())


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
    work = Work(sharing, {}, how)
    for file in inputs:
        key = file.key
        if key not in sharing.places:
            raise BrokenStore(f"no lines of {key}")
        before, content = readings.get(key), sharing.contents[key]
        if before and before.stat == file.stat and before.content != content:
            raise BrokenStore(f"other lines of {key}")
        now = how, content, sharing.steps_of(key)
        if not before or (before.how, before.content, before.steps) != now:
            work.files[key] = file
    return work
