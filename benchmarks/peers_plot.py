"""A small SVG of panels with logarithmic axes; it follows the reader's light or dark page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 240, 200
LEFT, TOP, GAP, BOTTOM = 44, 58, 52, 44
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9")  # Okabe and Ito's
STYLE = (
    "text{font:12px sans-serif;fill:#333}.axis{stroke:#999;fill:none}.grid{stroke:#ddd}"
    "@media(prefers-color-scheme:dark){text{fill:#ccc}.grid{stroke:#444}}"
)


class Line(NamedTuple):
    """What one program took, by the number of articles."""

    name: str
    points: Sequence[tuple[float, float]]


class Panel(NamedTuple):
    """One chart."""

    title: str
    lines: Sequence[Line]


class _Scale(NamedTuple):
    """Powers of ten onto pixels."""

    low: int
    high: int
    start: float
    end: float

    def at(self, value: float) -> float:
        """Place a value."""
        share = (math.log10(value) - self.low) / max(self.high - self.low, 1)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        """Give the powers of ten."""
        return [10.0**power for power in range(self.low, self.high + 1)]


def plot(panels: Sequence[Panel]) -> str:
    """Draw panels side by side, below one legend."""
    width = LEFT + len(panels) * (WIDTH + GAP)
    height = TOP + HEIGHT + BOTTOM
    names = [line.name for line in panels[0].lines]
    drawn = "\n".join(
        [*_legend(names), *(shape for i, panel in enumerate(panels) for shape in _panel(panel, i))]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="Seconds and memory by the number of articles">\n'
        f"<style>{STYLE}</style>\n{drawn}\n</svg>\n"
    )


def _legend(names: Sequence[str]) -> Iterator[str]:
    x = float(LEFT)
    for name, colour in zip(names, COLOURS, strict=False):
        yield f'<circle cx="{x + 4:.0f}" cy="12" r="4" fill="{colour}"/>'
        yield f'<text x="{x + 13:.0f}" y="16">{name}</text>'
        x += 30 + 6.5 * len(name)


def _panel(panel: Panel, number: int) -> Iterator[str]:
    left = LEFT + number * (WIDTH + GAP)
    points = [point for line in panel.lines for point in line.points]
    across = _scale([x for x, _ in points], left, left + WIDTH)
    upward = _scale([y for _, y in points], TOP + HEIGHT, TOP)
    yield f'<text x="{left}" y="{TOP - 14}">{panel.title}</text>'
    for tick in upward.ticks():
        y = upward.at(tick)
        yield f'<line class="grid" x1="{left}" x2="{left + WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{left - 5}" y="{y + 4:.1f}" text-anchor="end">{_tick(tick)}</text>'
    for tick in across.ticks():
        x = across.at(tick)
        yield f'<text x="{x:.1f}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{_tick(tick)}</text>'
    middle, below = left + WIDTH / 2, TOP + HEIGHT + 36
    yield f'<text x="{middle:.0f}" y="{below}" text-anchor="middle">articles</text>'
    yield f'<path class="axis" d="M{left} {TOP}V{TOP + HEIGHT}H{left + WIDTH}"/>'
    for line, colour in zip(panel.lines, COLOURS, strict=False):
        yield from _drawn(line, colour, across, upward)


def _drawn(line: Line, colour: str, across: _Scale, upward: _Scale) -> Iterator[str]:
    places = [(across.at(x), upward.at(y)) for x, y in line.points]
    if len(places) > 1:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    for x, y in places:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'


def _scale(values: Sequence[float], start: float, end: float) -> _Scale:
    low, high = min(values), max(values)
    return _Scale(math.floor(math.log10(low)), math.ceil(math.log10(high)), start, end)


def _tick(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"
