"""Timelines: how many articles there are of each month or year, in a row for each source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newsarchive.archive.overviews import Dates, Overview
from newsarchive.pages import routes
from newsarchive.pages.chartviews import BarView, LabelView, RowView, TableRow, TimelineView
from newsarchive.pages.entries import span_of
from newsarchive.pages.timescales import Scale, counts_of, scale_of
from newsarchive.wording.said import When

COLUMN = 10
"""Width of a month's or a year's column."""
BAR = 8
"""Width of the bar in it."""
HEIGHT = 40
"""Height of the row's greatest bar."""
MOST_SOURCES = 12
"""Rows in the archive's timeline; the sources with the fewest articles share the last."""
MOST_LABELS = 8
"""Years named below."""
ROOM = 0.1
"""Share of the width that a year's name takes on a phone."""


def archive_timeline(overview: Overview, page: str) -> TimelineView | None:
    """Draw the whole archive, in a row for each source; None where it is of one month or year."""
    scale = scale_of(overview.dates)
    if not scale or len(counts_of(overview.dates, scale)) < 2:
        return None
    dated = [(group, counts_of(group.dates, scale)) for group in overview.sources]
    ranked = sorted(
        ((group, counts) for group, counts in dated if counts),
        key=lambda row: (-row[1].total(), row[0].name),
    )
    shown = ranked if len(ranked) <= MOST_SOURCES else ranked[: MOST_SOURCES - 1]
    others = [counts for _, counts in ranked[len(shown) :]]
    rows = [(group.name, routes.relative(routes.source(group.name), page), c) for group, c in shown]
    return _timeline(overview.dates, scale, rows, others)


def timeline_of(dates: Dates) -> TimelineView | None:
    """Draw some articles in one row; None where all that are dated are of one month or year."""
    scale = scale_of(dates)
    if not scale or len(counts_of(dates, scale)) < 2:
        return None
    return _timeline(dates, scale, [], [])


def _timeline(
    dates: Dates,
    scale: Scale,
    sources: Sequence[tuple[str, str, Counter[int]]],
    others: Sequence[Counter[int]],
) -> TimelineView:
    together = counts_of(dates, scale)
    undated = dates.get("", 0)
    rest = sum(others, Counter[int]())
    rows = [_row("", "", together, scale)]
    rows += [_row(name, href, counts, scale) for name, href, counts in sources]
    rows += [_row("", "", rest, scale, len(others))] if rest else []
    columns = [together, *(counts for _, _, counts in sources), *([rest] if rest else [])]
    return TimelineView(
        unit="month" if scale.by_month else "year",
        width=scale.columns * COLUMN,
        height=HEIGHT,
        bar=BAR,
        years=tuple(range(0, scale.columns * COLUMN, COLUMN * (12 if scale.by_month else 1))),
        labels=tuple(_labels(scale)),
        span=span_of(dates),
        rows=tuple(rows),
        undated=undated,
        coarse=sum(dates.values()) - undated - together.total(),
        table=tuple(
            TableRow(When(scale.period(column)), tuple(counts[column] for counts in columns))
            for column in sorted(together)
        ),
    )


def _row(label: str, href: str, counts: Counter[int], scale: Scale, others: int = 0) -> RowView:
    """Draw a row; its greatest bar has the row's whole height, so that small sources are seen."""
    columns = sorted(counts)
    most = max(counts.values(), default=1)
    return RowView(
        label=label,
        href=href,
        others=others,
        count=counts.total(),
        first=columns[0] * COLUMN if columns else 0,
        width=(columns[-1] - columns[0] + 1) * COLUMN if columns else 0,
        bars=tuple(_bar(column, counts[column], most, scale) for column in columns),
    )


def _bar(column: int, count: int, most: int, scale: Scale) -> BarView:
    height = max(1, count * HEIGHT // most)
    left = column * COLUMN + (COLUMN - BAR) // 2
    return BarView(left, HEIGHT - height, height, When(scale.period(column)), count)


def _labels(scale: Scale) -> Iterator[LabelView]:
    """Name the years, or every so many of them, where they begin, or at the end the last."""
    years = scale.last - scale.first + 1
    numbers = range(0, years, -(-years // MOST_LABELS))
    ends = numbers[-1] > (1 - ROOM) * years
    for number in numbers:
        if not ends or number <= (1 - 2 * ROOM) * years:
            year = When(f"{scale.first + number:04}")
            yield LabelView(f"{100 * number / years:.2f}%", "start", year)
    if ends:
        yield LabelView("100%", "end", When(f"{scale.last:04}"))
