"""Two calls of the system that Python has no name for."""

from __future__ import annotations

import os
import sys
from errno import ENOSYS
from functools import lru_cache
from pathlib import Path
from typing import Any

RENAME_EXCHANGE = 2
"""Linux's <linux/fs.h>."""
AT_FDCWD = -100


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step that nobody sees half of: `renameat2`.

    Raises:
        OSError: there is no such call here, or the file system refuses.
    """
    sys.audit("os.rename", one, other, -1, -1)
    renameat2 = _function("renameat2")
    if renameat2 is None:
        raise OSError(ENOSYS, os.strerror(ENOSYS), str(one), None, str(other))
    names = os.fsencode(one), os.fsencode(other)
    if renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE):
        number = _errno()
        raise OSError(number, os.strerror(number), str(one), None, str(other))


def sync(folder: Path) -> None:
    """Bring all that was written to a folder's file system to its disk.

    Raises:
        OSError: the disk refuses.
    """
    syncfs = _function("syncfs")
    if syncfs is None:
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(opened):
            number = _errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(opened)


def _errno() -> int:
    import ctypes  # noqa: PLC0415  only who writes needs it

    return ctypes.get_errno()


@lru_cache
def _function(name: str) -> Any:  # noqa: ANN401  C has no types to give
    """Give a function of the C library; None where it has none of that name."""
    import ctypes  # noqa: PLC0415  only who writes needs it

    return getattr(ctypes.CDLL(None, use_errno=True), name, None)
