"""Measure what a second Dask worker brings: `python benchmarks/cluster_workers.py 600`.

Builds the same archive on a cluster of one worker, then of two, on loopback; its texts are on the
disk and only their reading and rendering is done by the workers. The search is off: its index is
put together by the command.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from loopback import running
from make_archive import make_archive
from newsarchive import load_site
from newsarchive.build import build


def main() -> None:
    """Print the seconds of each build, by stage, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, metavar="N", help="articles")
    number = parser.parse_args().number
    one, two = (_seconds(number, workers) for workers in (1, 2))
    print(f"{number:,} articles: {one:.1f} s, {two:.1f} s: {one / two:.2f} times")


def _seconds(number: int, workers: int) -> float:
    with TemporaryDirectory() as name, running(Path(name), workers) as cluster:
        root = Path(name, "archive")
        make_archive(number, root)
        with (root / "site.yaml").open("a", encoding="utf-8") as settings:
            settings.write("search: 'off'\n")
        while len(_threads(cluster.address)) < workers:
            time.sleep(0.1)
        started = time.perf_counter()
        report = build(load_site(root), cluster=cluster.address)
        seconds = time.perf_counter() - started
    for stage, its in report.seconds.items():
        print(f"{workers} workers {its:8.2f} s  {stage}")
    return seconds


def _threads(address: str) -> dict[str, int]:
    from distributed import Client  # noqa: PLC0415  an extra

    with Client(address, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        return dict(client.nthreads())


if __name__ == "__main__":
    main()
