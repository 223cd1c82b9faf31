"""Figures into tables and a plot, so that none is typed by hand."""

from __future__ import annotations

import math
import os
import platform
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct

from peers_plot import Line, Panel, plot
from peers_run import Cost
from peers_sites import ALIKE, ALL_OURS, REFERENCE

LIMIT = "limit"
SCENARIOS = ("cold", "unchanged", "edited", "added", "deleted", "template")
BEGIN, END = "<!-- written by benchmarks/peers.py: begin -->", "<!-- end -->"
GOALS = {  # of Hugo in the same run, at GOAL_SIZE articles: alike, all
    "cold": (0.9, 1.6),
    "unchanged": (0.01, 0.02),
    "edited": (0.03, 0.05),
    "memory": (0.15, 0.25),
}
GOAL_SIZE = 10_000
LIMIT_GOAL = 4.0
VERSIONS = (("hugo", "version"), ("pelican", "--version"), ("eleventy", "--version"))


class Figure(Struct, frozen=True):
    """What one run of one program took."""

    articles: int
    program: str
    scenario: str
    run: int
    cost: Cost


class Figures:
    """All that was measured, to be asked for medians and ratios."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._costs: dict[tuple[int, str, str], dict[int, Cost]] = {}
        for figure in figures:
            place = figure.articles, figure.program, figure.scenario
            self._costs.setdefault(place, {})[figure.run] = figure.cost
        self.sizes = sorted({articles for articles, _, _ in self._costs})
        self.programs = list(dict.fromkeys(program for _, program, _ in self._costs))

    def runs(self, articles: int) -> int:
        """Say how often a size was measured."""
        return max(len(runs) for (size, *_), runs in self._costs.items() if size == articles)

    def median(self, articles: int, program: str, scenario: str, of: str) -> float | None:
        """Give the median of a program's runs; None where there is none."""
        runs = self._costs.get((articles, program, scenario))
        return median(getattr(cost, of) for cost in runs.values()) if runs else None

    def ratio(
        self, articles: int, program: str, scenario: str, of: str, to: tuple[str, str] | None = None
    ) -> float | None:
        """Give the median of the ratios to another program, or scenario, in the same run."""
        other, its = to or (REFERENCE, scenario)
        ours = self._costs.get((articles, program, scenario), {})
        theirs = self._costs.get((articles, other, its), {})
        ratios = [
            getattr(ours[run], of) / getattr(theirs[run], of) for run in ours if run in theirs
        ]
        return median(ratios) if ratios else None

    def exponent(self, program: str, scenario: str) -> float | None:
        """Say with which power of the articles the time grows, from the least to the most."""
        walls = [
            (size, wall)
            for size in self.sizes
            if (wall := self.median(size, program, scenario, "wall"))
        ]
        if len(walls) < 2:
            return None
        (few, short), *_, (many, long) = walls
        return math.log(long / short) / math.log(many / few)


def write_report(figures: Sequence[Figure], docs: Path) -> None:
    """Write tables between the marks of performance.md, and the plot beside it."""
    if not figures:
        return
    known = Figures(figures)
    path = docs / "performance.md"
    text = path.read_text(encoding="utf-8") if path.exists() else f"{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    tables = "\n".join(_report(known))
    path.write_text(f"{before}{BEGIN}\n\n{tables}\n{END}{after}", encoding="utf-8")
    (docs / "performance.svg").write_text(plot(_panels(known)), encoding="utf-8")


def _report(known: Figures) -> Iterator[str]:
    yield f"{_machine()}\n"
    yield "![Seconds and memory by the number of articles](performance.svg)\n"
    if GOAL_SIZE in known.sizes:
        yield from _goals(known)
    for articles in known.sizes:
        yield f"### {articles:,} articles, {_times(known.runs(articles))}\n"
        yield "Seconds, and in brackets the ratio to Hugo in the same run:\n"
        yield from _table(known, articles, SCENARIOS, _cell("wall", ",.2f"))
        yield "Seconds of the processors, which a busy machine disturbs less, and the ratio:\n"
        yield from _table(known, articles, SCENARIOS, _cell("processor", ",.2f"))
        yield "The most memory held, in MB, and the ratio:\n"
        yield from _table(known, articles, SCENARIOS, _cell("memory", ",.0f"))
        yield from _limits(known, articles)
    if len(known.sizes) > 1:
        few, many = known.sizes[0], known.sizes[-1]
        yield f"### Growth from {few:,} to {many:,} articles\n"
        yield "The power of the number of articles with which the time grows:\n"
        yield from _rows(known, SCENARIOS, lambda p, s: _number(known.exponent(p, s)))


def _goals(known: Figures) -> Iterator[str]:
    yield f"### Goals, at {GOAL_SIZE:,} articles, as ratios to Hugo\n"
    yield "| | alike: goal | measured | all: goal | measured |\n| --- | ---: | ---: | ---: | ---: |"
    for name, goals in GOALS.items():
        scenario, of = ("cold", "memory") if name == "memory" else (name, "wall")
        cells = [
            cell
            for program, goal in zip((ALIKE, ALL_OURS), goals, strict=True)
            for cell in (f"≤ {goal}", _met(known.ratio(GOAL_SIZE, program, scenario, of), goal))
        ]
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""


def _met(ratio: float | None, goal: float) -> str:
    if ratio is None:
        return "–"
    return f"{_number(ratio)}, {'met' if ratio <= goal else '**not met**'}"


def _table(
    known: Figures,
    articles: int,
    scenarios: Sequence[str],
    cell: Callable[[Figures, int, str, str], str],
) -> Iterator[str]:
    yield from _rows(known, scenarios, lambda p, s: cell(known, articles, p, s))


def _rows(
    known: Figures, scenarios: Sequence[str], cell: Callable[[str, str], str]
) -> Iterator[str]:
    yield f"| | {' | '.join(scenarios)} |"
    yield f"| --- |{' ---: |' * len(scenarios)}"
    for program in known.programs:
        cells = [cell(program, scenario) for scenario in scenarios]
        if any(filled != "–" for filled in cells):
            yield f"| {program} | {' | '.join(cells)} |"
    yield ""


def _cell(of: str, form: str) -> Callable[[Figures, int, str, str], str]:
    """Give what writes a median with its ratio."""

    def cell(known: Figures, articles: int, program: str, scenario: str) -> str:
        value = known.median(articles, program, scenario, of)
        ratio = known.ratio(articles, program, scenario, of)
        return "–" if value is None else f"{value:{form}} ({_number(ratio)})"

    return cell


def _limits(known: Figures, articles: int) -> Iterator[str]:
    """Compare with a program that only writes."""
    for program in (ALIKE, ALL_OURS):
        wall = known.median(articles, program, LIMIT, "wall")
        ratio = known.ratio(articles, program, "cold", "wall", to=(program, LIMIT))
        if wall is None or ratio is None:
            continue
        size = known.median(articles, program, LIMIT, "memory")
        goal = "met" if ratio <= LIMIT_GOAL else "**not met**"
        yield (
            f"Only writing the files of *{program}* from memory ({size:,.0f} MB) took {wall:.2f} s;"
            f" a cold build took {ratio:.1f} times that (goal: ≤ {LIMIT_GOAL:.0f}, {goal}).\n"
        )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2g}" if value < 10 else f"{value:,.0f}"


def _times(runs: int) -> str:
    return "one run" if runs == 1 else f"medians of {runs} runs"


def _machine() -> str:
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    programs = [f"Python {platform.python_version()}", *map(_version, VERSIONS)]
    return (
        f"Measured on {os.cpu_count()} cores with {pages * size / 2**30:.0f} GiB of memory, "
        f"{platform.system()}, {', '.join(filter(None, programs))}."
    )


def _version(command: tuple[str, ...]) -> str:
    """Ask a program for its version; nothing where it is not here."""
    try:
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
    words = said.split()
    number = next((word for word in words if word.lstrip("v")[:1].isdigit()), "")
    return f"{command[0].capitalize()} {number.lstrip('v').partition('-')[0]}"


def _panels(known: Figures) -> list[Panel]:
    shown = (
        ("Cold, seconds", "cold", "wall"),
        ("After one edit, seconds", "edited", "wall"),
        ("Memory, cold, MB", "cold", "memory"),
    )
    panels = [
        Panel(title, [_line(known, program, scenario, of) for program in known.programs])
        for title, scenario, of in shown
    ]
    return [panel for panel in panels if any(line.points for line in panel.lines)]


def _line(known: Figures, program: str, scenario: str, of: str) -> Line:
    points = [
        (size, value)
        for size in known.sizes
        if (value := known.median(size, program, scenario, of)) is not None
    ]
    return Line(program, points)
