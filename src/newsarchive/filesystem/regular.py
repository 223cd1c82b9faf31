"""Opens regular files and nothing else: what stands among an archive's sources may be anything.

Reading a pipe or a device would never end, and a symbolic link could publish what was never meant
to be an article. What a path is can change between looking and opening, so that what was opened is
looked at again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import NoReturn

from newsarchive.filesystem.refused import machine_watched

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # Windows has it, and lacks the other two
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # opening a pipe waits for a writer
)


DEEPEST = 200
"""Folders that may stand one in another, from the top of the file system."""
LONGEST = 3_500
"""Bytes of a folder's path: systems take 4,096, with the name of a file."""
OF_SYSTEMS = frozenset({"Thumbs.db", "ehthumbs.db", "desktop.ini"})
"""What Windows leaves in folders, hidden there."""
OPEN_IN_WORD = "~$"
"""How the file begins that says that Word has one open; it is hidden in Windows too."""


def is_too_deep(folder: str) -> bool:
    """Whether a folder is not looked into: at some depth no path names what is in it."""
    return folder.count("/") > DEEPEST or len(os.fsencode(folder)) > LONGEST


def open_regular(path: Path) -> BufferedReader:
    """Open a regular file for reading.

    Raises:
        OSError: it is not there, cannot be opened, or is a symbolic link, a folder, a pipe, a
            socket or a device.
        MachineError: the machine fails.
    """
    with machine_watched(path):
        _check(path.lstat().st_mode)  # opening some devices acts on them
        descriptor = os.open(path, _FLAGS)
    try:
        _check(os.fstat(descriptor).st_mode)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_regular(path: Path, most: int) -> bytes:
    """Read a regular file that should be small.

    Args:
        path: the file.
        most: bytes that it may have.

    Raises:
        OSError: as `open_regular`, or it is larger.
        MachineError: the machine fails.
    """
    with open_regular(path) as file, machine_watched(path):
        raw = file.read(most + 1)
    if len(raw) > most:
        raise OSError(f"it is larger than {most:,} bytes")
    return raw


def is_shown(name: str) -> bool:
    """Tell whether a file is somebody's, and not hidden or a system's own.

    >>> [name for name in ("a.txt", ".a.txt", "Thumbs.db", "~$a.docx") if is_shown(name)]
    ['a.txt']
    """
    return name[0] != "." and name not in OF_SYSTEMS and not name.startswith(OPEN_IN_WORD)


def visible_below(
    folder: str, *, without: str = "", name: str = ""
) -> Iterator[tuple[str, os.stat_result]]:
    """Give what stands below a folder and is no folder, in the order of the names, with its stat.

    Hidden files and folders are left out, and what systems leave in folders. A symbolic link is
    given as a file, whatever it leads to, with its own stat, and so is a folder that is too deep. A
    missing folder holds nothing.

    Args:
        folder: the folder.
        without: the name of folders that are left out too.
        name: what stands before the names that are given, with `/`.

    Raises:
        OSError: a folder cannot be listed.
    """
    try:
        found = sorted(filter(is_shown, os.listdir(folder)))  # noqa: PTH208  texts
    except (FileNotFoundError, NotADirectoryError):
        return
    for own in found:
        path = f"{folder}/{own}"
        try:
            seen = os.lstat(path)
        except FileNotFoundError:  # it went away since
            continue
        if not S_ISDIR(seen.st_mode) or is_too_deep(path):
            yield name + own, seen
        elif own != without:
            yield from visible_below(path, without=without, name=f"{name}{own}/")


def files_below(folder: Path) -> list[Path]:
    """List what stands below a folder and is no folder, in order; a missing folder holds nothing.

    Links are listed and not followed. Unlike `Path.rglob`, this passes over no folder in silence.

    Raises:
        OSError: a folder cannot be listed.
    """

    def refuse(error: OSError) -> NoReturn:
        raise error

    if not folder.is_dir():
        return []
    found = []
    for place, folders, files in os.walk(folder, onerror=refuse):
        paths = [Path(place, name) for name in (*folders, *files)]
        found += [path for path in paths if path.is_symlink() or not path.is_dir()]
    return sorted(found)


def _check(mode: int) -> None:
    if S_ISLNK(mode):
        raise OSError("is a symbolic link, which is not followed")
    if not S_ISREG(mode):
        raise OSError("is not a regular file")
