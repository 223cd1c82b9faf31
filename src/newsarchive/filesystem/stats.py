"""Stats: a file with the same size, times and inode as before is taken for unchanged.

So do git and make. Times have a grain: a file that was written in the same moment in which it was
looked at may be written again in that moment. Such a file counts as never seen (`settled`), and is
compared by its content the next time.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from newsarchive.filesystem.refused import FAILING, failure

Stat = bytes
"""The size of a file, the times of its content and of its entry in ns, and its inode, as
`stat_from` packs them: a third as large as numbers. Behind them may stand those of the file that a
link leads to, or of files that belong to it. Empty for a file that is not there."""

UNKNOWN: Stat = b"unknown"
"""Equal to the stat of no file: a file that has it is looked at again the next time."""
_PACKED = struct.Struct("<qqqQ")
MOST = 2**63 - 1
SIZE_OF_STAT = _PACKED.size
"""Bytes in the stat of one file."""
GRAIN = 20_000_000
"""Nanoseconds that a file system's clock may lag behind: some tick in hundredths of a second."""
COARSE_GRAIN = 2_000_000_000
"""The same where times come in whole seconds, as FAT and some servers keep them."""


def stat_from(size: int, changed: int, entered: int, inode: int) -> Stat:
    """Pack a file's size, the times of its content and of its entry in ns, and its inode."""
    try:
        return _PACKED.pack(size, changed, entered, inode)
    except struct.error:  # some file systems keep times of which no clock will ever show one
        size, changed, entered = (max(-MOST, min(n, MOST)) for n in (size, changed, entered))
        return _PACKED.pack(size, changed, entered, inode % MOST)


def stat_of(path: str | Path) -> Stat:
    """Give the stat of a file; an empty one where it is not there.

    Raises:
        MachineError: the machine fails.
    """
    try:
        return packed(os.stat(path))  # noqa: PTH116  a folder of ten thousand files is gone through
    except OSError as error:
        if error.errno in FAILING:
            raise failure(error, path) from error
        return b""


def packed(seen: os.stat_result) -> Stat:
    """Pack what the system says of a file."""
    return stat_from(seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)


def settled(stat: Stat, at: int) -> Stat:
    """Give a stat to remember: `UNKNOWN` where a further change of the file might not show in it.

    Args:
        stat: the file's.
        at: when it was looked at, in ns.
    """
    return stat if is_settled(stat, at) else UNKNOWN


def is_settled(stat: Stat, at: int) -> bool:
    """Whether a change of a file, or of any of several, after `at` would show by their stats."""
    return all(
        max(changed, entered) + (GRAIN if changed % 1_000_000_000 else COARSE_GRAIN) < at
        for _, changed, entered, _ in _PACKED.iter_unpack(stat)
    )
