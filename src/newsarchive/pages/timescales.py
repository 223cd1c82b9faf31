"""Time scales: years in columns of a month or a year, for charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from newsarchive.archive.entries import start_of
from newsarchive.archive.overviews import Dates

MOST_YEARS_BY_MONTH = 12
"""A longer time is counted by year."""


class Scale(Struct, frozen=True):
    """Whole years, in columns of a month or a year each."""

    first: int
    last: int
    """Years, both included."""
    by_month: bool

    @property
    def columns(self) -> int:
        """How many there are."""
        return (self.last - self.first + 1) * (12 if self.by_month else 1)

    def period(self, column: int) -> str:
        """Name the period of a column: `2021-07` or `2021`."""
        if not self.by_month:
            return f"{self.first + column:04}"
        return f"{self.first + column // 12:04}-{column % 12 + 1:02}"

    def column(self, date: str) -> int | None:
        """Give the column of an EDTF date; None where it is not known so finely."""
        start = start_of(date)
        if not start:
            return None
        year = int(start[:4]) - self.first
        if not self.by_month:
            return year
        return year * 12 + int(start[5:7]) - 1 if len(start) >= 7 else None


def scale_of(dates: Iterable[str]) -> Scale | None:
    """Give the scale that takes all dates; None where there is none."""
    starts = map(start_of, dates)
    years = [int(start[:4]) for start in starts if start]
    if not years:
        return None
    first, last = min(years), max(years)
    return Scale(first, last, last - first < MOST_YEARS_BY_MONTH)


def counts_of(dates: Dates, scale: Scale) -> Counter[int]:
    """Count articles by column; those without one are not counted."""
    counts = Counter[int]()
    for date, count in dates.items():
        column = scale.column(date)
        if column is not None:
            counts[column] += count
    return counts
