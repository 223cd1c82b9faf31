"""Measure what a build holds of each article: `python benchmarks/memory.py 4000 24000`.

Archives of `make_archive.py` are built, the search off, by two processes. A tenth of a second apart
the memory of all of them is read (what they share counted once: PSS), and the largest of each stage
is kept. What it grows by from the smaller archive to the larger one, divided by the articles that
this has more, is what a stage holds of an article at its peak, whatever the programs themselves
take. The second build is that of an edit, the third that of no change.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from make_archive import make_archive, raw_name

EVERY = 0.1
"""Seconds between two looks."""
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


def main() -> None:
    """Print what each stage of three builds holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("few", type=int, metavar="N", help="articles of the smaller archive")
    parser.add_argument("many", type=int, metavar="N", help="articles of the larger one")
    parser.add_argument("--in", dest="folder", type=Path, help="where the archives are made")
    options = parser.parse_args()
    few, many = options.few, options.many
    smaller, larger = (_builds(number, options.folder) for number in (few, many))
    print(f"{'stage':28}{f'MB of {few:,}':>16}{f'MB of {many:,}':>16}{'bytes an article':>20}")
    for stage, least in smaller.items():
        most = larger.get(stage, 0)
        each = (most - least) / (many - few)
        print(f"{stage:28}{least / 1e6:16.1f}{most / 1e6:16.1f}{each:20,.0f}")


def _builds(number: int, folder: Path | None) -> dict[str, int]:
    """Give the most bytes of each stage of a first build, of one after an edit, of one without."""
    with tempfile.TemporaryDirectory(dir=folder) as root:
        archive = Path(root)
        make_archive(number, archive)
        with (archive / "site.yaml").open("a") as settings:
            settings.write("search: 'off'\n")
        found = dict(_peaks("first", archive))
        text = archive / "articles" / raw_name(number // 2)
        text.write_text(text.read_text().replace(" the ", " that same ", 1))
        found |= _peaks("edit", archive)
        return found | dict(_peaks("unchanged", archive))


def _peaks(build: str, archive: Path) -> Mapping[str, int]:
    """Build, and give the most bytes of each stage."""
    told = archive / "stages"
    with told.open("w") as stages:
        process = subprocess.Popen([sys.executable, "-c", CHILD, str(archive)], stdout=stages)
    peaks: dict[str, int] = {}
    while process.poll() is None:
        now = held(process.pid)
        stage = (told.read_text().split() or [""])[-1]
        if stage:
            name = f"{build}: {stage}"
            peaks[name] = max(peaks.get(name, 0), now)
        time.sleep(EVERY)
    told.unlink()
    if process.returncode:
        raise SystemExit(f"the build failed ({process.returncode})")
    return peaks


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
