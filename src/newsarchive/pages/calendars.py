"""A year's calendar: how many articles there are of each day.

A day without an article says one thing when it lies between days that were collected, and another
when it lies before the first or after the last; the calendar keeps them apart. An article of which
no more than the month or the year is known stands on no day; it is counted beside.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from newsarchive.archive import start_of
from newsarchive.archive.overviews import Tally
from newsarchive.pages import routes
from newsarchive.pages.chartviews import CalendarView, DayView, LevelView, MonthView, TableRow
from newsarchive.wording.said import When

LEVELS = 4
"""Shades of the days."""
CELL = 24
"""Side of a day's square: what a finger can meet."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Collected(Struct, frozen=True):
    """The time that the archive's articles cover."""

    first: str
    last: str
    """Days; empty where no article's is known."""


def collected_of(dates: Iterable[str]) -> Collected:
    """Give the first and the last day of which there is an article."""
    days = sorted(filter(_is_day, dates))
    return Collected(days[0], days[-1]) if days else Collected("", "")


def calendar_of(year: Tally, collected: Collected) -> CalendarView:
    """Draw a year, a square for each day."""
    days = Counter({date: count for date, count in year.dates.items() if _is_day(date)})
    filled = frozenset(start_of(date)[:7] for date in year.dates)
    drawing = _Drawing(year.name, days, filled, collected)
    beside = Counter[str]()
    for less, count in year.dates.items() - days.items():
        beside[start_of(less)[:7]] += count
    return CalendarView(
        year=When(year.name),
        months=tuple(drawing.months()),
        levels=tuple(drawing.levels()),
        exact=sum(days.values()),
        by_month=tuple(
            TableRow(When(month), (count,))
            for month, count in sorted(beside.items())
            if month != year.name
        ),
        to_the_year=beside[year.name],
        uncollected=collected.first > f"{year.name}-01-01" or collected.last < f"{year.name}-12-31",
        rows=tuple(TableRow(When(day), (count,)) for day, count in sorted(days.items())),
    )


def _is_day(date: str) -> bool:
    """Whether a date is a day and not less: a month, an interval, about a day."""
    return _DAY.fullmatch(date) is not None


class _Drawing(Struct, frozen=True):
    """What the squares of a year are drawn from."""

    year: str
    days: Counter[str]
    filled: frozenset[str]
    """Months with an article, be its day known or not."""
    collected: Collected

    @property
    def page(self) -> str:
        return routes.period(self.year)

    @property
    def step(self) -> int:
        """How many articles more make the next shade."""
        return max(1, -(-max(self.days.values(), default=0) // LEVELS))

    def levels(self) -> Iterator[LevelView]:
        most = max(self.days.values(), default=0)
        for number, least in enumerate(range(1, most + 1, self.step), 1):
            yield LevelView(number, least, min(least + self.step - 1, most))

    def months(self) -> Iterator[MonthView]:
        for number in range(1, 13):
            month = f"{self.year}-{number:02}"
            first = date(int(self.year), number, 1).weekday()
            length = monthrange(int(self.year), number)[1]
            days = tuple(self._day(month, day, first) for day in range(1, length + 1))
            yield MonthView(
                name=When(month, "month"),
                words=When(month),
                href=routes.relative(routes.period(month), self.page)
                if month in self.filled
                else "",
                collected=any(day.collected for day in days),
                width=7 * CELL,
                height=-(-(first + length) // 7) * CELL,
                days=days,
            )

    def _day(self, month: str, number: int, first: int) -> DayView:
        day = f"{month}-{number:02}"
        row, column = divmod(first + number - 1, 7)
        count = self.days[day]
        return DayView(
            x=column * CELL,
            y=row * CELL,
            number=number,
            words=When(day),
            count=count,
            level=-(-count // self.step),
            collected=self.collected.first <= day <= self.collected.last,
            href=f"{self._href(month)}#{routes.day(day)}" if count else "",
        )

    def _href(self, month: str) -> str:
        return routes.relative(routes.period(month), self.page)
