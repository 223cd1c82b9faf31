"""Measure how long an author waits: `python benchmarks/preview.py 10000 --rounds 20`.

`newsarchive serve` shows an archive of N made-up articles, with its search and downloads left to
follow in the background, as they do. Then one article is saved again and again, each time with
another word, and what passes until the browser is told to reload and has the page with that word is
timed by the clock. Printed are the least, the median and the longest of the rounds. What follows in
the background begins two seconds after a save: `--pause 4` saves while it goes on, or soon after.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

from make_archive import make_archive

WAITING = '{"command": "info", "url": "/"}'
"""What livereload's script says when its page waits to be told to reload."""
PAUSE = 1.0
"""Seconds between two saves."""


def main() -> None:
    """Print the seconds from saving an article to its page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, metavar="N", help="articles")
    parser.add_argument("--rounds", type=int, default=20, help="times that the article is saved")
    parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between two saves")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        make_archive(options.number, Path(name))
        number, rounds = options.number // 2, options.rounds
        seconds = sorted(waits(Path(name), number, rounds, options.pause))
    least, median, longest = seconds[0], statistics.median(seconds), seconds[-1]
    print(f"{options.number:,} articles: {least:.2f}, {median:.2f}, {longest:.2f} s")


def waits(root: Path, number: int, rounds: int, pause: float = PAUSE) -> list[float]:
    """Give the seconds that each round of saving an article took to show."""
    command = (sys.executable, "-m", "newsarchive", "serve", "-C", str(root), "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            told = next(line for line in server.stdout if line.startswith("Serving"))
            address = re.search(r"http://(\S+?)/", told)
            assert address
            return asyncio.run(_saved(root, number, address[1], rounds, pause))
        finally:
            server.send_signal(signal.SIGINT)


async def _saved(root: Path, number: int, host: str, rounds: int, pause: float) -> list[float]:
    text = root / "articles" / f"{number:06}.txt"
    page = _page_of(root, text)
    browser = await websocket_connect(f"ws://{host}/livereload")
    await browser.write_message(WAITING)
    seconds = []
    for round_ in range(rounds + 1):
        await asyncio.sleep(pause)
        seconds.append(await _shown(text, f"round{round_}x", browser, f"http://{host}/{page}"))
    return seconds[1:]  # the first finds nothing remembered


def _page_of(root: Path, text: Path) -> str:
    title = text.read_text(encoding="utf-8")
    for page in (root / "output" / "articles").rglob("index.html"):
        if f"{text.name}" in page.read_text(encoding="utf-8"):
            return page.parent.relative_to(root / "output").as_posix() + "/"
    raise LookupError(title)


async def _shown(text: Path, word: str, browser: WebSocketClientConnection, page: str) -> float:
    content = text.read_text(encoding="utf-8")
    middle = content.index(" ", len(content) // 2)
    started = time.perf_counter()
    text.write_text(f"{content[:middle]} {word}{content[middle:]}", encoding="utf-8")
    while '"reload"' not in str(await browser.read_message()):
        pass
    response = await AsyncHTTPClient().fetch(page)
    seconds = time.perf_counter() - started
    assert word.encode() in response.body
    return seconds


if __name__ == "__main__":
    main()
