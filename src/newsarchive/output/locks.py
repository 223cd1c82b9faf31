"""One builder at a time: a lock that the system takes back when its holder dies.

It is a POSIX record lock: it belongs to a process, not to its children, ends with it however it
ends, and holds across machines on network file systems that have a lock service (NFS has). The
file's content says who holds it, and is only for people to read.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import msgspec
from msgspec import Struct

from newsarchive.errors import BusyError
from newsarchive.output.faults import as_output_errors

PATIENCE = 5.0
"""Seconds to wait for another who builds: a build of some articles takes less."""
PAUSE = 0.05

_held: set[str] = set()
"""The locks of this process, which the system does not keep from its other threads."""
_threads = Lock()


class Holder(Struct, frozen=True):
    """Who holds a lock."""

    process: int
    host: str
    since: str


@contextmanager
def locked(path: Path, folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock at `path` for as long as the block runs.

    Args:
        path: the lock's file, made where it is missing.
        folder: what it is a lock of.
        patience: seconds to wait for another who holds it.

    Raises:
        BusyError: another holds it and does not let go.
        OutputError: the file system refuses.
    """
    until = time.monotonic() + patience
    while (file := _taken(path, folder)) is None:
        if time.monotonic() >= until:
            raise _busy(path, folder)
        time.sleep(PAUSE)
    try:
        yield
    finally:
        with _threads:
            _held.discard(str(path))
            os.close(file)


def _taken(path: Path, folder: Path) -> int | None:
    """Try to take a lock; give its open file, or None where another holds it."""
    with _threads, as_output_errors(folder):
        if str(path) in _held:
            return None
        file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            if not _lock(file) or not _is_at(file, path):
                os.close(file)
                return None
            _sign(file)
        except OSError as error:
            os.close(file)
            error.filename = error.filename or str(path)
            raise
        _held.add(str(path))
        return file


def _lock(file: int) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415  Windows has none

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # POSIX allows EAGAIN and EACCES
        return False
    return True


def _is_at(file: int, path: Path) -> bool:
    """Whether an open file still has its name: one who let go may have removed it."""
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


def _sign(file: int) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    content = msgspec.json.encode(Holder(os.getpid(), _host(), now))
    os.truncate(file, 0)
    os.pwrite(file, content, 0)


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _busy(path: Path, folder: Path) -> BusyError:
    try:
        holder = msgspec.json.decode(path.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        who = "another process"
    else:
        who = f"process {holder.process} on {holder.host}, since {holder.since}"
    what = f"newsarchive is writing this folder already ({who})"
    return BusyError(what, where=str(folder), remedy="Wait until it has ended, then run this again")
