"""Dates as machines write them: metadata, mail headers, table columns → an EDTF day.

Only what has one reading is read. `07/08/2021` has two, and stays unread; dates in running text are
not for here.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

EARLIEST, LATEST = 1600, 2199  # the first newspapers; what lies outside is a placeholder
ISO = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d(?!\d{5}))")
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
NAMED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?([a-z]{3,9})\b\.?[ -]*(\d{1,2})?\b.*?(\d{4})"
)
EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?\Z")
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def day(text: str) -> str | None:
    """Read a date that metadata state; None where it is none or not plain.

    The day is the one that is written, in the writer's own time zone.

    >>> day("2021-07-19T23:30:00-05:00"), day("Mon, 19 Jul 2021 14:40:00 GMT")
    ('2021-07-19', '2021-07-19')
    >>> day("19.7.2021"), day("July 19, 2021 2:40 pm"), day("20210719144000")
    ('2021-07-19', '2021-07-19', '2021-07-19')
    >>> day("07/08/2021"), day("0001-01-01T00:00:00"), day("soon")
    (None, None, None)
    """
    text = " ".join(text[:80].split()).strip(" \"'").lower()
    for read in (_epoch, _iso, _dotted, _slashed, _mail, _named):
        if found := read(text):
            return found
    return None


def _valid(year: int, month: int, number: int) -> str | None:
    """Spell a date that exists; the first day of computers' time is none."""
    if not EARLIEST <= year <= LATEST or (year, month, number) == (1970, 1, 1):
        return None
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def _epoch(text: str) -> str | None:
    """Read seconds or milliseconds since 1970."""
    if not EPOCH.match(text):
        return None
    number = float(text)
    then = datetime.fromtimestamp(number / 1000 if number >= 1e11 else number, UTC)
    return _valid(then.year, then.month, then.day)


def _iso(text: str) -> str | None:
    """Read `2021-07-19`, `2021/07/19`, `20210719`, with or without a time."""
    match = ISO.match(text)
    return _valid(int(match[1]), int(match[3]), int(match[4])) if match else None


def _dotted(text: str) -> str | None:
    """Read `19.7.2021`: with dots the day comes first."""
    match = DOTTED.match(text)
    return _valid(int(match[3]), int(match[2]), int(match[1])) if match else None


def _slashed(text: str) -> str | None:
    """Read `07/19/2021` and `19/07/2021`, where only one order gives a date."""
    match = SLASHED.match(text)
    if not match:
        return None
    one, two, year = int(match[1]), int(match[2]), int(match[3])
    if one == two:
        return _valid(year, one, two)
    found = [
        spelled
        for month, number in ((one, two), (two, one))
        if (spelled := _valid(year, month, number))
    ]
    return found[0] if len(found) == 1 else None


def _mail(text: str) -> str | None:
    """Read a mail's date, RFC 5322."""
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _valid(then.year, then.month, then.day) if re.search(r"\d{4}", text) else None


def _named(text: str) -> str | None:
    """Read `July 19, 2021` and `19 July 2021` in English."""
    match = NAMED.search(text)
    if not match or match[2][:3] not in MONTHS:
        return None
    number = match[1] or match[3]
    return _valid(int(match[4]), MONTHS.index(match[2][:3]) + 1, int(number)) if number else None
