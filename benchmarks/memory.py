"""Measure what builds hold and take: `python benchmarks/memory.py 4000 24000`.

Archives of `make_archive.py` are built, the search off, by two processes: a first build, one after
an edit, one without any change. A tenth of a second apart the memory of all processes is read (what
they share counted once: PSS), and the largest of each stage is kept. What it grows by from the
first archive to the last one, divided by the articles that this has more, is what a stage holds of
an article at its peak, whatever the programs themselves take.

A million articles take 90 GB, and hours: `memory.py 1000000 --in FOLDER`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from make_archive import make_archive, raw_name

EVERY = 0.1
"""Seconds between two looks at the memory, or more, so that looking takes a twentieth at most."""
JOBS = 2
CHILD = f"""
import sys
from newsarchive.build import build
from newsarchive.running.progress import Stopwatch
from newsarchive.settings.site import load_site

def now(stage):
    print(stage, flush=True)

def progress(what, items):
    now(what)
    return iter(items)

lap, after = Stopwatch.lap, {{"read": "archive", "archive": "plan", "plan": "compare"}}

def lapped(watch, stage):
    lap(watch, stage)
    now(after.get(stage, "files" if stage == "compare" else "remember"))

if __name__ == "__main__":
    Stopwatch.lap = lapped
    now("lines")
    build(load_site(sys.argv[1]), progress, jobs={JOBS})
"""


class Build(NamedTuple):
    """What one build took."""

    name: str
    seconds: float
    processor: float
    """Seconds, of all processes."""
    peaks: Mapping[str, int]
    """The most bytes that were held in each stage."""


def main() -> None:
    """Print what each build takes, and what each of its stages holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+", metavar="N", help="articles of an archive")
    parser.add_argument("--in", dest="folder", type=Path, help="where the archives are made")
    options = parser.parse_args()
    builds = [list(_told(number, options.folder)) for number in options.sizes]
    if len(builds) > 1:
        _print_growth(builds[0], builds[-1], options.sizes[-1] - options.sizes[0])


def _print_growth(smaller: Sequence[Build], larger: Sequence[Build], more: int) -> None:
    print("bytes an article:")
    for one, other in zip(smaller, larger, strict=True):
        for stage, least in one.peaks.items():
            each = (other.peaks.get(stage, 0) - least) / more
            print(f"  {one.name + ': ' + stage:28}{each:10,.0f}")


def _told(number: int, folder: Path | None) -> Iterator[Build]:
    """Print what builds of so many articles took, as they end."""
    for build in _builds(number, folder):
        seconds = f"{build.seconds:,.1f} s, {build.processor:,.1f} of the processor"
        print(f"{number:,} articles, {build.name}: {seconds}", flush=True)
        for stage, most in build.peaks.items():
            print(f"  {stage:28}{most / 1e6:10,.1f} MB", flush=True)
        yield build


def _builds(number: int, folder: Path | None) -> Iterator[Build]:
    """Make an archive of so many articles and build it three times."""
    with tempfile.TemporaryDirectory(dir=folder) as root:
        archive = Path(root)
        make_archive(number, archive)
        with (archive / "site.yaml").open("a") as settings:
            settings.write("search: 'off'\n")
        yield _build("first", archive)
        text = archive / "articles" / raw_name(number // 2)
        text.write_text(text.read_text().replace(" the ", " that same ", 1))
        yield _build("edit", archive)
        yield _build("unchanged", archive)


def _build(name: str, archive: Path) -> Build:
    """Build, and look at the memory meanwhile.

    Raises:
        SystemExit: it failed; it said why.
    """
    told, peaks, began = archive / "stages", dict[str, int](), time.perf_counter()
    with told.open("w") as stages:
        process = subprocess.Popen([sys.executable, "-c", CHILD, str(archive)], stdout=stages)
    ended = 0
    while not ended:
        looked = time.perf_counter()
        now = held(process.pid)
        if stage := (told.read_text().split() or [""])[-1]:
            peaks[stage] = max(peaks.get(stage, 0), now)
        time.sleep(max(EVERY, 19 * (time.perf_counter() - looked)))
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    told.unlink()
    if process.returncode:
        raise SystemExit(f"the build failed ({process.returncode})")
    seconds = time.perf_counter() - began
    return Build(name, seconds, usage.ru_utime + usage.ru_stime, peaks)


def held(process: int) -> int:
    """Give the bytes that a process and all that it started hold; what they share counts once."""
    return sum(map(_part, _family(process)))


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))
    except OSError:  # it has ended meanwhile
        return


def _part(process: int) -> int:
    """Give the bytes that a process holds, its part of what it shares; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
