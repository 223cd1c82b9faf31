"""What a command costs: time, processor time and memory of all its processes together (Linux)."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

from msgspec import Struct

from memory import held

INTERVAL = 0.05
"""Seconds between two looks at the memory, each of which takes some ms of the processor."""


class Cost(Struct, frozen=True):
    """What one run took."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds, of all processes."""
    memory: float
    """The most that its processes held together at one time, in MB; what they share counts once."""


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder to its end and say what it took.

    Raises:
        SystemExit: it failed; what it said is shown.
    """
    os.sync()  # what was written before is not to be paid for now
    with TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        peak = _Peak(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        most = peak.stop()  # the system's own figure counts what this program holds
        if process.returncode:
            said.seek(0)
            text = said.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(command)} in {folder} failed:\n{text}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, most / 1e6)


class _Peak:
    """Watches the memory of a process and all that descend from it."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._done = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> int:
        """Give the greatest sum that was seen, in bytes."""
        self._done.set()
        self._thread.join()
        return self._most

    def _watch(self) -> None:
        while not self._done.wait(INTERVAL):
            self._most = max(self._most, held(self._pid))
