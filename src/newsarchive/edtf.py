"""Dates as precise as they are known: EDTF, the Library of Congress profile of ISO 8601-2.

Levels 0 and 1 as far as an archive of news needs them: a day, a month or a year, each of which may
be uncertain (`?`), approximate (`~`) or both (`%`), and intervals whose ends may be open (`..`).
Times of day are not kept, and years have four digits.

Source: https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Literal

from msgspec import Struct

Precision = Literal["day", "month", "year"]

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_OPEN = ".."


class Point(Struct, frozen=True):
    """A day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None
    doubt: str = ""
    """`?` uncertain, `~` approximate, `%` both, or nothing."""

    @property
    def precision(self) -> Precision:
        """The finest unit that is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> date:
        """The first day that it covers."""
        return date(self.year, _one(self.month), _one(self.day))

    @property
    def last(self) -> date:
        """The last day that it covers."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


class Span(Struct, frozen=True):
    """A parsed EDTF value: from `start` to `end`, of which at most one may be open (None)."""

    start: Point | None
    end: Point | None
    interval: bool = True
    """False for a single date, whose start and end are the same point."""


@lru_cache(10_000)
def parse(text: str) -> Span:
    """Read an EDTF value.

    Raises:
        ValueError: the text is no EDTF of the kinds named above; the message says what is wrong.

    >>> parse("2021-07~").start
    Point(year=2021, month=7, day=None, doubt='~')
    >>> parse("2020-01-16/..").end is None
    True
    """
    if "/" not in text:
        point = _parse_point(text, text)
        return Span(point, point, interval=False)
    start_text, _, end_text = text.partition("/")
    if start_text == end_text == _OPEN:
        raise ValueError(f"{text!r}: an interval needs a date at one end at least")
    start = None if start_text == _OPEN else _parse_point(start_text, text)
    end = None if end_text == _OPEN else _parse_point(end_text, text)
    if start and end and start.first > end.last:
        raise ValueError(f"{text!r}: the interval ends before it starts")
    return Span(start, end)


def _parse_point(text: str, whole: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(
            f"{whole!r}: {text!r} is not a date; write 2021-07-19, 2021-07 or 2021, "
            "and ? or ~ after it where it is in doubt"
        )
    year, month, day, doubt = match.groups()
    point = Point(int(year), _figure(month), _figure(day), doubt)
    try:
        point.first.isoformat()
    except ValueError as error:
        raise ValueError(f"{whole!r}: there is no such day as {text!r} ({error})") from None
    return point


def _one(unit: int | None) -> int:
    return 1 if unit is None else unit


def _figure(text: str | None) -> int | None:
    return int(text) if text else None


def is_valid(text: str) -> bool:
    """Tell whether a text is EDTF as `parse` reads it.

    >>> is_valid("2021-07-19"), is_valid("2021-02-30"), is_valid("")
    (True, False, False)
    """
    try:
        parse(text)
    except ValueError:
        return False
    return True


def earliest(text: str) -> date | None:
    """Give the first day that the value allows, None where it is open.

    >>> earliest("2021-07")
    datetime.date(2021, 7, 1)
    """
    start = parse(text).start
    return start.first if start else None


def latest(text: str) -> date | None:
    """Give the last day that the value allows, None where it is open.

    >>> latest("2020-02~")
    datetime.date(2020, 2, 29)
    """
    end = parse(text).end
    return end.last if end else None
