"""What the system refuses, in words: what to do about it, and whether the file is the cause.

A file that may not be read is a bad file, and costs only itself. A disk that fails, or a process
that may open no more files, says nothing of the file that happened to be asked for: to build
without it would take an article from the site, and so the build stops.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsarchive.errors import MachineError

REMEDIES = {
    errno.ENOSPC: "Free some space on its disk",
    errno.EDQUOT: "Free some of your share of its disk",
    errno.EFBIG: "Name a folder on a file system that holds larger files",
    errno.EACCES: "Give yourself the permission to read and write there",
    errno.EPERM: "Give yourself the permission to read and write there",
    errno.EROFS: "Name a folder on a file system that can be written",
    errno.EIO: "Check the disk: it cannot be read or written there",
    errno.EMFILE: "Allow more open files (ulimit -n)",
    errno.ENFILE: "Close other programs: the system has too many files open",
    errno.ENOLCK: "Name a folder on a file system with locks, such as a disk of this machine",
    errno.ENOMEM: "Close other programs: the system has no memory left",
    errno.ESTALE: "Mount the file system again",
    errno.ETIMEDOUT: "Check the network and the server that has the files",
}
"""Number of an error → what to do about it."""
FAILING = (errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ESTALE, errno.ETIMEDOUT)
"""Errors of which the file is not the cause, but the machine."""


def words_of(error: Exception) -> str:
    """Give what the system said, or what is wrong with the bytes."""
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


def is_of_system(error: BaseException | None) -> bool:
    """Whether the system refused, and not we: what is no regular file is none tomorrow either."""
    return isinstance(error, OSError) and error.errno is not None


def remedy_of(error: Exception) -> str:
    """Say what to do about a refusal."""
    if isinstance(error, UnicodeError):
        return "Save it as UTF-8"
    number = error.errno if isinstance(error, OSError) else None
    return REMEDIES.get(number or 0, "Check its space and permissions")


def told(error: OSError) -> str:
    """Tell a refusal that nobody named more closely: where, what, what to do.

    >>> told(PermissionError(13, "Permission denied", "a/b"))
    'a/b: Permission denied. Give yourself the permission to read and write there'
    """
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{words_of(error)}. {remedy_of(error)}"


@contextmanager
def machine_watched(where: Path | str) -> Iterator[None]:
    """Tell a machine that fails from a bad file: stop for the first, let the other pass.

    Raises:
        MachineError: in place of an `OSError` of which the file is not the cause.
    """
    try:
        yield
    except OSError as error:
        if error.errno in FAILING:
            raise failure(error, where) from error
        raise


def failure(error: OSError, where: Path | str) -> MachineError:
    """Give the error that stops the build."""
    what = f"the machine fails to read it ({words_of(error)})"
    return MachineError(what, where=str(where), remedy=remedy_of(error))
