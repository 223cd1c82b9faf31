"""Measure what a rebuild costs beside a first build: `python benchmarks/rebuilds.py 2000`.

Each build is a process of its own, as on the command line, with one job and without a search index.
What is compared is processor time, in ratios to the first build: they hold on any machine, busy or
not. The exit status is 1 where a ratio is beyond its bound, as the tests ask for a small archive.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from make_archive import make_archive

BOUNDS = {"unchanged": 0.15, "one edit": 0.7, "one added": 0.7, "one deleted": 0.7}
"""The most that a rebuild of a small archive may take, of the first build's time. Start-up alone is
most of it there; of a larger archive it is the smaller the larger that is."""


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, metavar="N", help="articles")
    with TemporaryDirectory() as folder:
        ratios = measured(parser.parse_args().number, Path(folder))
    return int(any(ratio > BOUNDS[name] for name, ratio in ratios.items()))


def measured(number: int, root: Path) -> dict[str, float]:
    """Build an archive, change it, build it again; give each build's part of the first's time."""
    make_archive(number, root)
    with (root / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("search: 'off'\n")
    article = root / "articles" / f"{number // 2:06}.txt"
    text = article.read_text(encoding="utf-8")
    added = article.with_name("added.txt")
    changes: dict[str, Callable[[], object]] = {
        "unchanged": lambda: None,
        "one edit": lambda: article.write_text(f"{text}\nA word more.\n", encoding="utf-8"),
        "one added": lambda: added.write_text(f"Added\n\n{text}", encoding="utf-8"),
        "one deleted": added.unlink,
    }
    first = built(root)
    print(f"{'cold':12}{first:8.2f} s")
    ratios = {}
    for name, change in changes.items():
        change()
        time.sleep(0.1)  # longer than a tick of the file system's clock
        seconds = built(root)
        ratios[name] = seconds / first
        print(f"{name:12}{seconds:8.2f} s{ratios[name]:8.3f}")
    return ratios


def built(root: Path) -> float:
    """Build an archive; give the processor's seconds that it took."""
    before = _processor()
    command = [sys.executable, "-m", "newsarchive", "build", "--quiet", "--jobs", "1"]
    subprocess.run([*command, "-C", str(root)], check=True)
    return _processor() - before


def _processor() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


if __name__ == "__main__":
    sys.exit(main())
