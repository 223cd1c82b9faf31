"""A Dask cluster on this machine's loopback, for tests and measurements."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOOPBACK = "127.0.0.1"


def stated_address(file: Path, patience: float = 600) -> str:
    """Wait up to ``patience`` seconds for the address that a scheduler writes to its file.

    Raises TimeoutError. The scheduler writes in place, so that the file may be empty or
    half there when it is first seen.
    """
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            return str(json.loads(file.read_text())["address"])
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.05)
    raise TimeoutError(f"{file}: no scheduler stated its address in {patience:.0f} s")


class Running:
    """A scheduler with workers on loopback."""

    def __init__(self, folder: Path, workers: int) -> None:
        self._folder = folder
        file = folder / "scheduler.json"
        self._scheduler = self._start(
            "scheduler", "--port", "0", "--scheduler-file", str(file), "--protocol", "tcp"
        )
        self._file = file
        self.address = stated_address(file)
        self.workers = [self.start_worker() for _ in range(workers)]

    def start_worker(self) -> subprocess.Popen[bytes]:
        """Start another worker, of one thread."""
        return self._start(
            "worker", "--scheduler-file", str(self._file), "--nthreads", "1", "--no-nanny",
            "--local-directory", str(self._folder), "--death-timeout", "600",
        )  # fmt: skip

    def alive(self) -> int:
        """Count the workers that live."""
        return sum(worker.poll() is None for worker in self.workers)

    def stop(self) -> None:
        """End all processes."""
        for process in (*self.workers, self._scheduler):
            process.kill()
        for process in (*self.workers, self._scheduler):
            process.wait()

    def _start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = [
            sys.executable, "-m", f"distributed.cli.dask_{kind}",
            "--host", LOOPBACK, "--dashboard-address", f"{LOOPBACK}:0", *options,
        ]  # fmt: skip
        log = (self._folder / f"{kind}.log").open("ab")
        path = os.pathsep.join(sys.path)
        return subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": path}, stdout=log, stderr=log
        )


@contextmanager
def running(folder: Path, workers: int = 2) -> Iterator[Running]:
    """Run a cluster for a while."""
    cluster = Running(folder, workers)
    try:
        yield cluster
    finally:
        cluster.stop()
