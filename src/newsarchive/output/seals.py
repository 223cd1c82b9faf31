"""Seals: the SHA-256 of a file of the site and its stamp, which is its size and time, in one value.

A stamp tells cheaply that a file was altered. In one value with the hash it takes hardly any
memory: in a table of their own the stamps of a site would take as much as its paths.
"""

from __future__ import annotations

import os
from typing import TypeAlias

from newsarchive.filesystem.stats import MOST

Seal: TypeAlias = bytes
"""The SHA-256 of a file and, where it is known, its stamp."""
Stamp: TypeAlias = int
"""A file's size and the time of its last change in nanoseconds, as one number: two numbers would
take three times the memory."""

HASH = 32
"""Bytes of the hash in a seal."""
SIZE_BITS = 48
"""How many of a stamp's lowest bits hold the size."""
UNKNOWN: Stamp = -1
"""The stamp in a seal that has none."""
_STAMP = 14
"""Bytes of a stamp in a seal."""


def stamp_of(seen: os.stat_result) -> Stamp:
    """Give the stamp of a file; a time that no clock will ever show is put in bounds."""
    return stamp_from(seen.st_size, max(-MOST, min(seen.st_mtime_ns, MOST)))


def stamp_from(size: int, time: int) -> Stamp:
    """Put a size and a time into one number."""
    return time << SIZE_BITS | size


def size_and_time(stamp: Stamp) -> tuple[int, int]:
    """Give the size and the time again."""
    return stamp & (1 << SIZE_BITS) - 1, stamp >> SIZE_BITS


def sealed(digest: bytes, stamp: Stamp) -> Seal:
    """Make a seal."""
    return digest + stamp.to_bytes(_STAMP, "little", signed=True)


def stamp_in(seal: Seal) -> Stamp:
    """Give the stamp of a seal, `UNKNOWN` where it has none."""
    return int.from_bytes(seal[HASH:], "little", signed=True) if len(seal) > HASH else UNKNOWN


def are_alike(one: Seal, other: Seal) -> bool:
    """Whether two seals are of files with the same bytes; an empty seal is like no other."""
    return one[:HASH] == other[:HASH] != b""
