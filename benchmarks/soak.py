"""A long preview: does the server grow, or slow down?

    python benchmarks/soak.py [--minutes 60] [--articles 50] [--pause 2]

Serves an archive on loopback, changes a text again and again, asks for pages all the while, opens
and leaves live-reload sockets, and prints the server's memory and the number of its open files once
a minute. Exits with 1 if after the first quarter the memory grew by more than a tenth,
or the open files by more than ten.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from samples import HARBOUR, PROJECT, put


def state(process: int) -> tuple[float, int]:
    """Give a process's memory in megabytes and the number of its open files."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    files = len(list(Path(f"/proc/{process}/fd").iterdir()))
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20, files


def ask(port: int, path: str, *, socket_too: bool = False) -> None:
    """Ask for a page; an error is no matter, for builds go on."""
    with suppress(OSError, HTTPException):
        asking = HTTPConnection("127.0.0.1", port, timeout=10)
        headers = {"Upgrade": "websocket", "Connection": "Upgrade"} if socket_too else {}
        key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13"}
        asking.request("GET", path, headers=headers | (key if socket_too else {}))
        asking.getresponse().read(10 if socket_too else None)
        asking.close()


def port_in(log: Path) -> int:
    """Wait until a server says at which port it answers."""
    for _ in range(6_000):
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/ ", log.read_text()):
            return int(found[1])
        time.sleep(0.1)
    raise TimeoutError(log.read_text())


def soak(archive: Path, minutes: float, pause: float) -> list[tuple[float, int]]:
    """Serve an archive and trouble it; give the states, one a minute."""
    command = [sys.executable, "-m", "newsarchive", "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    log = archive / "log"
    with log.open("wb") as said:
        server = subprocess.Popen(command, cwd=archive, env=environment, stdout=said, stderr=said)
    states = []
    try:
        port = port_in(log)
        started, told, turn = time.monotonic(), 0.0, 0
        while time.monotonic() - started < 60 * minutes:
            turn += 1
            put(archive, {"articles/changing.txt": HARBOUR.replace("two", str(turn))})
            for path in ("/", "/nowhere/", "/dates/", "/livereload.js", "/%2e%2e/site.yaml"):
                ask(port, path)
            ask(port, "/livereload", socket_too=True)
            if time.monotonic() - told > 60 or not told:
                told = time.monotonic()
                states.append(state(server.pid))
                print(
                    f"{turn:6} changes  {states[-1][0]:7.1f} MB  {states[-1][1]:4} files",
                    flush=True,
                )
            time.sleep(pause)
        states.append(state(server.pid))
    finally:
        server.terminate()
        server.wait(timeout=20)
    _tell(turn, states[-1])
    return states


def _tell(changes: int, reached: tuple[float, int]) -> None:
    print(f"{changes:6} changes  {reached[0]:7.1f} MB  {reached[1]:4} files", flush=True)


def main() -> int:
    """Soak, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--pause", type=float, default=2, help="seconds between two changes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        texts = {
            f"articles/{i}.txt": HARBOUR.replace("two", str(i)) for i in range(options.articles)
        }
        put(Path(name), {"site.yaml": "title: Soak\n", **texts})
        states = soak(Path(name), options.minutes, options.pause)
    settled, last = states[len(states) // 4], states[-1]
    return last[0] > settled[0] * 1.1 or last[1] > settled[1] + 10


if __name__ == "__main__":
    sys.exit(main())
