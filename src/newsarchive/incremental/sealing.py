"""Tells whether a loss of power left a file half written, though no write waited for the disk.

What a process wrote before it was killed is safe with the system. After a loss of power some parts
of a file may be older than others, and no checksum of a part shows it. So before the first write a
mark beside the file, which names the system's present boot, is brought to the disk; it is emptied
once the file itself is on the disk. A file whose mark names another boot than the present one is
not believed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from newsarchive.filesystem.disk import bring_to_disk

BOOT = Path("/proc/sys/kernel/random/boot_id")
MARK = "-open"
"""The ending of the mark's name, behind the name of its file."""


def is_torn(file: Path) -> bool:
    """Whether a loss of power may have left a file half written.

    Where the system does not tell its boots (macOS, Windows) that is not known: no file is torn.
    """
    with suppress(OSError):
        return _mark(file).read_bytes() not in (b"", _boot())
    return False


def begin(file: Path) -> None:
    """Say, before the first write, that a file is being written.

    Raises:
        OSError: the disk refuses.
    """
    mark = os.open(_mark(file), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        os.write(mark, _boot())
        os.fsync(mark)
    finally:
        os.close(mark)


def end(file: Path) -> None:
    """Bring a file to the disk, and say that it is whole.

    Raises:
        OSError: the disk refuses.
    """
    bring_to_disk(file)
    os.truncate(_mark(file), 0)


def _mark(file: Path) -> Path:
    return file.with_name(f"{file.name}{MARK}")


def _boot() -> bytes:
    try:
        return BOOT.read_bytes().strip()
    except OSError:
        return b"unknown"
