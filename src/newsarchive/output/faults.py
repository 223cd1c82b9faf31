"""What to do about a refusal of the file system, in words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsarchive.errors import OutputError

REMEDIES = {
    errno.ENOSPC: "Free some space on its disk",
    errno.EDQUOT: "Free some of your share of its disk",
    errno.EFBIG: "Name a folder on a file system that holds larger files",
    errno.EACCES: "Give yourself the permission to write there",
    errno.EPERM: "Give yourself the permission to write there",
    errno.EROFS: "Name a folder on a file system that can be written",
    errno.EIO: "Check the disk: it cannot be read or written there",
    errno.EMFILE: "Allow more open files (ulimit -n)",
    errno.ENFILE: "Close other programs: the system has too many files open",
    errno.ENOLCK: "Name a folder on a file system with locks, such as a disk of this machine",
}
"""By the number of the error; for all others: check its space and permissions."""


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Say what the file system refused, where, and what to do about it.

    Raises:
        OutputError: in place of an `OSError`.
    """
    try:
        yield
    except OSError as error:
        what = f"the file system refused ({error.strerror or error})"
        remedy = REMEDIES.get(error.errno or 0, "Check its space and permissions")
        where = str(error.filename2 or error.filename or folder)
        raise OutputError(what, where=where, remedy=remedy) from error
