"""How long each nasty pattern takes in each stage, at one size and at its double.

    python benchmarks/bounded_work.py [--kilobytes 512] [--times 3] [--only PART_OF_A_NAME]

Prints a line for a pattern: its double size in KB, seconds of load, clean, describe and render at
that size, and by how much more than at the single size each took. A pattern of more lines than are
read is tried at half the size, and half again. At the end, the slowest and every pattern that takes
more than 2.5 times, or more than two seconds for a megabyte. Times are those of the processor, the
best of several.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from markupsafe import Markup

from nasty import NASTY, Nasty
from newsarchive.archive import archive_of, entry_of
from newsarchive.cleaning import clean, learn
from newsarchive.describing import describe
from newsarchive.loading import load
from newsarchive.model import Document
from newsarchive.naming import with_names
from newsarchive.pages import plan
from newsarchive.rendering.render import Renderer
from newsarchive.running.garbage import collecting_seldom
from newsarchive.settings.limits import DEFAULT
from newsarchive.settings.schema import Settings
from newsarchive.settings.theme import theme_folder

STAGES = ("load", "clean", "describe", "render")
LEAST = 0.02
"""Seconds that are added to both sizes, below which a ratio says nothing."""
MOST = 2.5

T = TypeVar("T")


def timed(function: Callable[[], T], times: int) -> tuple[float, T]:
    """Run a function; give the least seconds that it took, and what it gave.

    Garbage is looked for as seldom as in a build: else all that stands in the memory, of other
    tests too, is gone through again and again.
    """
    best = float("inf")
    for _ in range(times):
        with collecting_seldom():
            started = time.process_time()
            result = function()
            best = min(best, time.process_time() - started)
    return best, result


def stages(path: Path, times: int = 3) -> tuple[float, ...]:
    """Give the seconds that each stage takes over a file."""
    loading, loaded = timed(lambda: list(load(path, path.name)), times)
    documents = [item for item in loaded if isinstance(item, Document)]
    cleaning, readings = timed(lambda: clean(documents, (), learn(documents)), times)
    describing, articles = timed(
        lambda: [with_names(describe(reading)) for reading in readings], times
    )
    settings = Settings(search="off", url="https://a.example/")
    renderer = Renderer([theme_folder("templates")], settings)

    def render() -> list[int]:
        once = {article.sha256: article for article in articles}
        archive = archive_of(map(entry_of, once.values()))
        pages = plan(archive, lambda entry: once[entry.sha256], settings, about=Markup())
        return [len(renderer.render(planned.page()).content) for planned in pages]

    rendering, _ = timed(render, times)
    return loading, cleaning, describing, rendering


def measured(
    nasty: Nasty, size: int, folder: Path, times: int = 3, factor: int = 2
) -> list[tuple[float, ...]]:
    """Give the seconds of each stage at one size and at a multiple of it."""
    results = []
    for bytes_ in (size, factor * size):
        path = folder / f"nasty-{bytes_}{nasty.ending}"
        path.write_bytes(nasty.make(bytes_))
        results.append(stages(path, times))
    return results


def size_within(nasty: Nasty, size: int) -> int:
    """Halve a size until a file of its double has no more lines than are read."""
    while nasty.make(2 * size).count(b"\n") >= DEFAULT.lines and nasty.ending in (".txt", ".html"):
        size //= 2
    return size


def growth(once: Sequence[float], twice: Sequence[float]) -> tuple[float, ...]:
    """Give by how much more each stage took at the double size."""
    return tuple((b + LEAST) / (a + LEAST) for a, b in zip(once, twice, strict=True))


def main() -> int:
    """Print the table; fail where a pattern takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kilobytes", type=int, default=512, help="the single size (512)")
    parser.add_argument("--times", type=int, default=3, help="of which the best is taken (3)")
    parser.add_argument("--only", default="", help="patterns whose name holds this")
    options = parser.parse_args()
    bad, all_seconds = [], {}
    with tempfile.TemporaryDirectory() as name:
        print(f"{'pattern':24}{'KB':>6}" + "".join(f"{stage:>16}" for stage in STAGES))
        for pattern, nasty in NASTY.items():
            if options.only not in pattern:
                continue
            size = size_within(nasty, 1024 * options.kilobytes)
            once, twice = measured(nasty, size, Path(name), options.times)
            grown, all_seconds[pattern] = growth(once, twice), sum(twice)
            cells = (f"{s:9.2f} s ×{g:4.1f}" for s, g in zip(twice, grown, strict=True))
            print(f"{pattern:24}{size // 512:6,}" + "".join(cells), flush=True)
            if max(grown) > MOST or sum(twice) > 2:
                bad.append(f"{pattern}: {sum(twice):.2f} s, ×{max(grown):.1f}")
    slowest = max(all_seconds, key=lambda pattern: all_seconds[pattern])
    print(f"\n{len(all_seconds)} patterns; the slowest, {slowest}: {all_seconds[slowest]:.2f} s")
    print("\n".join([f"{len(bad)} take too long", *bad]))
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
