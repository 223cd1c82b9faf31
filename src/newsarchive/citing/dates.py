"""Dates in citations: as precise as they are known, and in the words of each style."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from newsarchive.edtf import Point, parse

UNKNOWN = "n.d."
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
BIBTEX_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

Wording = Callable[[Point], str]
"""A day, a month or a year in the words of a style, without the signs of doubt."""


def point_of(date: str) -> Point | None:
    """Give the day, month or year that a date names; None for an interval and for nothing."""
    span = parse(date) if date else None
    return span.start if span and not span.interval else None


def american(point: Point) -> str:
    """Word a date as Chicago does: `July 19, 2021`."""
    day = f" {point.day}," if point.day else ""
    return f"{MONTHS[point.month - 1]}{day} {_year(point)}" if point.month else _year(point)


def european(point: Point) -> str:
    """Word a date as MLA does: `19 July 2021`, `5 Sept. 2020`."""
    day = f"{point.day} " if point.day else ""
    return f"{day}{SHORT_MONTHS[point.month - 1]} {_year(point)}" if point.month else _year(point)


def year_first(point: Point) -> str:
    """Word a date as APA does: `2021, July 19`."""
    day = f" {point.day}" if point.day else ""
    return f"{_year(point)}, {MONTHS[point.month - 1]}{day}" if point.month else _year(point)


def _year(point: Point) -> str:
    return f"{point.year:04d}"


@lru_cache(10_000)
def worded(date: str, bounds: str, wording: Wording, about: str = "c.") -> str:
    """Word a date in a style.

    An interval that was only inferred says between what bounds the day lies, and is no date.

    Args:
        date: EDTF; empty where it is not known.
        bounds: EDTF interval, inferred; empty where nothing is known.
        wording: the style's words for a day, a month or a year.
        about: the style's word for an approximate date.

    >>> worded("2021-07~", "", american), worded("", "", american)
    ('c. July 2021', 'n.d.')
    >>> worded("2021-07-19?", "", european), worded("", "2020-01-16/..", american)
    ('19 July 2021?', 'n.d., on or after January 16, 2020')
    >>> worded("", "2020-01-16/2020-01-16", american)
    'n.d., on January 16, 2020'
    """
    if date:
        return _interval_or_point(date, wording, about)
    return f"{UNKNOWN}, {_interval_or_point(bounds, wording, about)}" if bounds else UNKNOWN


def _interval_or_point(date: str, wording: Wording, about: str) -> str:
    span = parse(date)
    start, end = (_doubtful(point, wording, about) for point in (span.start, span.end))
    if not span.interval:
        return start
    if start == end:
        return f"on {start}"
    if start and end:
        return f"between {start} and {end}"
    return f"on or after {start}" if start else f"on or before {end}"


def _doubtful(point: Point | None, wording: Wording, about: str) -> str:
    if point is None:
        return ""
    circa = f"{about} " if point.doubt in ("~", "%") else ""
    uncertain = "?" if point.doubt in ("?", "%") else ""
    return f"{circa}{wording(point)}{uncertain}"
