"""Dates as machines and curators write them: metadata, mail headers, columns, front matter → EDTF.

Only what has one reading is read. `07/08/2021` has two, and stays unread; dates in running text are
not for here.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from newsarchive import edtf
from newsarchive.errors import SettingsError
from newsarchive.patterns import late

EARLIEST, LATEST = 1600, 2199  # the first newspapers; what lies outside is a placeholder
ISO = late(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|([01]\d)(\d{2})(?!\d(?!\d{5})))")
DOTTED = late(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
SLASHED = late(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
NAMED = late(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may"
    r"|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"\b\.?[ -]*(?:(\d{1,2})(?:st|nd|rd|th)?\b)?.*?(\d{4})"
)
DAY = late(r"\d{4}-\d{2}-\d{2}")
EPOCH = late(r"\d{10}(?:\d{3})?(?:\.\d+)?\Z")
ABOUT = late(r"(?:c|ca|circa|about|around|approx)(?:\.|\b)\s*", re.IGNORECASE)
MONTH = late(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:-XX)?|(?P<second>\d{1,2})[/.](?P<last>\d{4})"
    r"|(?P<name>[a-z]{3,9})\.?,? (?P<named>\d{4})|(?P<alone>\d{4})-XX(?:-XX)?",
    re.IGNORECASE,
)
LETTER = late(r"[^\W\d_]")
IN_WORDS = ("words", "cjk")
"""How a day is written that can be read in one way only."""
BESIDE = 24
"""Characters beside a day that are none of it: a weekday, an hour."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

FULL_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "sept"),
    *("september", "october", "november", "december"),
)


def day(text: str) -> str | None:
    """Read a date that metadata state; None where it is none or not plain.

    The day is the one that is written, in the writer's own time zone.

    >>> day("2021-07-19T23:30:00-05:00"), day("Mon, 19 Jul 2021 14:40:00 GMT")
    ('2021-07-19', '2021-07-19')
    >>> day("19.7.2021"), day("July 19th, 2021 2:40 pm"), day("20210719144000")
    ('2021-07-19', '2021-07-19', '2021-07-19')
    >>> day("Monday, 19 July 2021"), day("Updated 2:40 PM ET, Mon July 19, 2021")
    ('2021-07-19', '2021-07-19')
    >>> day("mardi 14 juin 2023 à 09h30"), day("14. März 2023"), day("14 de marzo de 2023")
    ('2023-06-14', '2023-03-14', '2023-03-14')
    >>> day("07/08/2021"), day("0001-01-01T00:00:00"), day("soon")
    (None, None, None)
    """
    text = " ".join(text[:80].split()).strip(" \"'").lower()
    for read in (_epoch, _iso, _dotted, _slashed, _mail, _in_words, _named):
        if found := read(text):
            return found
    return None


def stated(text: str) -> str | None:
    """Read a day, a month, a year or an interval as somebody writes it; None where it is none.

    What is EDTF already stays as it is.

    >>> stated("2021-07~"), stated("2020-01-16/.."), stated("July 19, 2021"), stated("1987")
    ('2021-07~', '2020-01-16/..', '2021-07-19', '1987')
    >>> stated("July 2021"), stated("07/2021"), stated("c. July 2021"), stated("2021-07-XX")
    ('2021-07', '2021-07', '2021-07~', '2021-07')
    >>> stated("07/08/2021"), stated("Jully 2021"), stated("unknown")
    (None, None, None)
    """
    text = " ".join(text[:80].split()).strip(" \"'")
    if edtf.is_valid(text):
        return text
    if about := ABOUT.match(text):
        found = stated(text[about.end() :])
        return f"{found}~" if found and found[-1].isdigit() and "/" not in found else None
    return month(text) or day(text)


REMEDY = "Write 2021-07-19, 2021-07, 2021-07~, 2021 or 2021-07/2021-08; nothing if it is not known"


def one_date(text: str, where: str) -> str:
    """Read a date that a curator writes.

    Args:
        text: what is written.
        where: the file and the line.

    Raises:
        SettingsError: it is none, or could be two.
    """
    if found := stated(text):
        return found
    what = f"`date` is `{text}`, which is no date, or could be two"
    raise SettingsError(what, where=where, remedy=REMEDY)


def recorded(text: str) -> str | None:
    """Read what a program recorded: a day, a month or a year, but none that stands for no date.

    >>> recorded("2021-07-19T08:00:00"), recorded("July 2021"), recorded("1987")
    ('2021-07-19', '2021-07', '1987')
    >>> recorded("1970-01-01"), recorded("0001-01-01T00:00:00"), recorded("1234")
    (None, None, None)
    """
    if found := day(text):
        return found
    found = stated(text)
    if not found or DAY.match(found) or not found[:4].isdigit():
        return None
    return found if EARLIEST <= int(found[:4]) <= LATEST else None


def month(text: str) -> str | None:
    """Read a month that is stated without a day, or a year without a month in the manner of EDTF.

    >>> month("Jul. 2021"), month("2021/07"), month("2021-XX"), month("2021"), month("19 July 2021")
    ('2021-07', '2021-07', '2021', None, None)
    """
    match = MONTH.fullmatch(" ".join(text[:80].split()))
    if not match:
        return None
    if match["alone"]:
        return match["alone"]
    name = (match["name"] or "").lower()
    if name and not any(full.startswith(name) for full in FULL_MONTHS):
        return None
    number = MONTHS.index(name[:3]) + 1 if name else int(match["month"] or match["second"])
    found = f"{match['year'] or match['last'] or match['named']}-{number:02}"
    return found if edtf.is_valid(found) else None


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
    """Read `2021-07-19`, `2021/7/19`, `20210719`, with or without a time."""
    match = ISO.match(text)
    if not match:
        return None
    return _valid(int(match[1]), int(match[3] or match[5]), int(match[4] or match[6]))


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
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  a text seldom has such a date

    try:
        then = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _valid(then.year, then.month, then.day) if re.search(r"\d{4}", text) else None


def _in_words(text: str) -> str | None:
    """Read a day whose month is a word, or a sign, of any language, with little beside it."""
    if not any(map(str.isdigit, text)) or not LETTER.search(text):
        return None
    from newsarchive.finding.days.mentions import find_days  # noqa: PLC0415  few are in words

    found = find_days(0, text)
    if len(found) != 1 or found[0].form not in IN_WORDS or found[0].glued:
        return None
    (one,) = found
    beside = len(text) - (one.end - one.start)
    return _valid(one.day.year, one.day.month, one.day.day) if beside <= BESIDE else None


def _named(text: str) -> str | None:
    """Read `July 19, 2021` and `Monday, 19 July 2021` in English."""
    match = NAMED.search(text)
    number = match and (match[1] or match[3])
    if not match or not number:
        return None
    return _valid(int(match[4]), MONTHS.index(match[2][:3]) + 1, int(number))
