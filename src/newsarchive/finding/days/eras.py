"""Reads days whose year is counted in another era: Japan's, Taiwan's, Thailand's, Iran's.

Each reading gives where in a text the day stands, and which day of the Gregorian calendar it is.
Nothing is guessed: a day is read only where its era is named, or is the only one in which a year of
that size, beside a month of that calendar, can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from newsarchive.patterns import late


class EraDay(Struct, frozen=True):
    """A day as it is written in another era."""

    start: int
    end: int
    day: date
    form: str
    """How it is written, in the terms of `mentions.Mention`."""


_BEGAN = {
    "明治": 1868,
    "大正": 1912,
    "昭和": 1926,
    "平成": 1989,
    "令和": 2019,
    "民國": 1912,
    "民国": 1912,
}
"""The Gregorian year that is an era's first."""
_NAMED = late(rf"({'|'.join(_BEGAN)})\s?(元|\d{{1,3}})\s?年\s?[)）]?\s?(\d\d?)\s?月\s?(\d\d?)\s?日")
_THAI = (
    *("มกราคม|ม.ค.", "กุมภาพันธ์|ก.พ.", "มีนาคม|มี.ค.", "เมษายน|เม.ย.", "พฤษภาคม|พ.ค.", "มิถุนายน|มิ.ย."),
    *("กรกฎาคม|ก.ค.", "สิงหาคม|ส.ค.", "กันยายน|ก.ย.", "ตุลาคม|ต.ค.", "พฤศจิกายน|พ.ย.", "ธันวาคม|ธ.ค."),
)
_IRANIAN = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد|امرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_BUDDHIST, _SHORT_BUDDHIST = 543, 2500 - 543
"""What is taken from a year of the Buddhist era, and added to its last two figures."""


def _numbers(months: tuple[str, ...]) -> dict[str, int]:
    return {form: i for i, forms in enumerate(months, 1) for form in forms.split("|")}


_THAI_MONTH, _IRANIAN_MONTH = _numbers(_THAI), _numbers(_IRANIAN)
_OF_THAILAND = late(
    rf"(?<!\d)(\d\d?)\s?({'|'.join(map(re.escape, _THAI_MONTH))})\s?"
    r"(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s?(\d{4}|\d\d)(?!\d)"
)
_OF_IRAN = late(rf"(?<!\d)(\d\d?)\s({'|'.join(_IRANIAN_MONTH)})(?:\sماه)?،?\s(1[34]\d\d)(?!\d)")
_IRANIAN_FIGURES = late(r"(?<![\d/])(1(?:3[4-9]|4[01])\d)([/-])(\d\d?)\2(\d\d?)(?![\d/])")
"""A larger year is one of the lunar calendar, which is other months old."""
_SIGNS = late("年|[\u0e01-\u0e2e]|[\u0600-\u06ff]")
"""What a text has that holds such a day: a year's sign, a Thai or an Arabic letter or figure."""


def find_era_days(text: str, figures: str) -> list[EraDay]:
    """Give the days of a text that are counted in another era, in their order.

    Args:
        text: the text as it is written.
        figures: the same with its figures as 0 to 9.

    >>> [str(each.day) for each in find_era_days("令和3年7月19日", "令和3年7月19日")]
    ['2021-07-19']
    >>> [str(each.day) for each in find_era_days("۲۸ تیر ۱۴۰۰", "28 تیر 1400")]
    ['2021-07-19']
    """
    if text.isascii() or not _SIGNS.search(text):
        return []
    readers = (_named, _of_thailand, _of_iran, _iranian_figures)
    return sorted((each for read in readers for each in read(figures)), key=lambda each: each.start)


def _named(text: str) -> Iterator[EraDay]:
    for match in _NAMED.finditer(text):
        era, year, month, day = match.groups()
        full = _BEGAN[era] + (1 if year == "元" else int(year)) - 1
        yield from _read(match, "cjk", date, full, int(month), int(day))


def _of_thailand(text: str) -> Iterator[EraDay]:
    for match in _OF_THAILAND.finditer(text):
        day, month, year = int(match[1]), _THAI_MONTH[match[2]], int(match[3])
        if year < 100:
            year += _SHORT_BUDDHIST
        elif year > 2400:
            year -= _BUDDHIST
        yield from _read(match, "words", date, year, month, day)


def _of_iran(text: str) -> Iterator[EraDay]:
    for match in _OF_IRAN.finditer(text):
        day, month, year = int(match[1]), _IRANIAN_MONTH[match[2]], int(match[3])
        yield from _read(match, "words", solar_hijri, year, month, day)


def _iranian_figures(text: str) -> Iterator[EraDay]:
    for match in _IRANIAN_FIGURES.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        yield from _read(match, "iso", solar_hijri, year, month, day)


def _read(
    match: re.Match[str],
    form: str,
    calendar: Callable[[int, int, int], date],
    year: int,
    month: int,
    day: int,
) -> Iterator[EraDay]:
    try:
        yield EraDay(match.start(), match.end(), calendar(year, month, day), form)
    except ValueError:
        return


def solar_hijri(year: int, month: int, day: int) -> date:
    """Give the Gregorian day of one of Iran's calendar, for the years 1343 to 1472.

    Every fourth or fifth year is a leap year, eight in each 33 years: a rule that agrees with the
    observed equinox in these years (K. M. Borkowski, "The Persian calendar for 3000 years",
    Earth, Moon, and Planets 74, 1996).

    Raises:
        ValueError: it has no such day.

    >>> str(solar_hijri(1400, 1, 1)), str(solar_hijri(1399, 12, 30))
    ('2021-03-21', '2021-03-20')
    """
    longest = 31 if month <= 6 else 30 if month < 12 or _is_leap(year) else 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError(f"no day of the calendar: {year}/{month}/{day}")
    before = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    years = 365 * (year - 1400) + _leaps_before(year) - _leaps_before(1400)
    return date(2021, 3, 21) + timedelta(days=years + before + day - 1)


_LEAP = (1, 5, 9, 13, 17, 22, 26, 30)
"""What is left of a leap year's number when it is divided by 33."""


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP


def _leaps_before(year: int) -> int:
    return 8 * (year // 33) + len([rest for rest in _LEAP if rest < year % 33])
