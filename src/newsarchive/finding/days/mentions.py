"""Reads days as they are written, in the order and the words of many languages.

Nothing here guesses: a day is read only where day, month and year all stand, and where figures
alone leave open which is the day and which the month, both readings are given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct, json
from msgspec.structs import replace

from newsarchive.finding.days.eras import find_era_days
from newsarchive.patterns import late


class Mention(Struct, frozen=True):
    """A day written on a page."""

    line: int
    """Index of its line."""
    start: int
    """Where in the line it begins."""
    end: int
    day: date
    other: date | None = None
    """The day it is when the first figure is the month instead; None where that is not open."""
    form: str = "words"
    """How it is written: `words`, `figures`, `iso`, `cjk`, `short-year`, `url`."""
    glued: bool = False
    """It touches a figure or a letter of something else."""


_SCRIPTS = (0x660, 0x6F0, *range(0x966, 0xDE7, 0x80), 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10)
"""Where the figures of scripts begin: Arabic, those of India, Thai, Lao, Burmese, Khmer, wide."""
_DIGITS = {first + i: str(i) for first in _SCRIPTS for i in range(10)}
_FIRST = r"[0-9'’\u0660-\u1c59\ua620-\uabf9\uff10-\uff19\U000104a0-\U0001fbf9]"
"""All figures of all scripts, and other signs: a set of ranges is searched for quickly."""
_FIGURE = late(
    # A year, 1.2, 7月, '21.
    _FIRST + r"(?:(?<![03-9'’])\d{3}|(?<=\d)(?:[./-]\s?\d|\s?月)|(?<=['’])\d\d)"
)
_FOREIGN = late(r"[^\x00-\x7f\D]")
_YEAR = late(
    _FIRST + r"(?:(?<=1)[6-9]\d\d|(?<=2)0\d\d|(?<=\d)[./]\s?\d\d?[./]\s?\d\d(?!\d)"
    r"|(?<=\d)-\d\d?-\d\d(?!\d)|(?<=['’])\d\d\b)"
)
_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f]){1,24}"
_MONTH = rf"(?:(?:كانون|تشرين)\sال[^\W\d_]{{3,5}}|{_WORD})"
_ARABIC = r"(?:(?:كانون|تشرين)\s)?[\u0620-\u064a]{2,8}\s"
"""The other name of a month, where both are given."""
_ENDS = r"(?!\d(?!\d?:\d\d|\d?[.º°]?\s(?:de\s)?[^\W\d_]{3}|\d?[./-]\d\d?[./-](?:19|20)\d\d))"
"""Behind a year stands no figure, save of a clock or of another day: "20215. Juli 2021"."""
_Y = rf"((?:1[6-9]|20)\d\d){_ENDS}"
"""The oldest papers are of 1605."""
_WORDS_DMY = late(
    # 19 July 2021, 19. Juli 2021, 19th of July, 2021, 19 de julio de 2021, 19-Jul-2021,
    # 19 يوليو/تموز 2021
    r"(?<!\d)(?<!\d[.,])(\d\d?)\s?(?:(?:st|nd|rd|th|er)(?-i:(?![a-zß-ÿ]))|[.ºª°])?[\s,/-]{0,3}(?:(?:de|of|di|ng|tháng)\s|d[’'])?"
    rf"({_MONTH})[.,]{{0,2}}\s?(?:/\s?{_ARABIC})?(?:[-/]\s?)?(?:(?:de|del|of)\s)?(?:{_Y}|['’]?(?<=[\s'’./-])(\d\d)(?![\d:]))",
    re.IGNORECASE,
)
_GLUED_DMY = late(rf":\d\d(\d\d?)\s({_WORD})\s{_Y}()")
_WORDS_MDY = late(
    # July 19, 2021; Jul. 19th 2021; July 19 2021
    rf"(?<![^\W\d_])({_WORD})[.,]{{0,2}}\s?-?(\d\d?)(?:st|nd|rd|th)?(?:[\s,.-]{{1,3}}{_Y}|\s?,?\s?['’](\d\d)(?!\d))",
    re.IGNORECASE,
)
_WORDS_YMD = late(
    # 2021. július 19., 2021 m. liepos 19, 2021eko uztailaren 19a
    rf"(?<!\d){_Y}(?:-?e?ko)?[\s.,-]{{1,2}}(?:m\.\s)?({_WORD})[\s.,-]{{1,2}}(\d\d?)(?!\d)"
)
_WORDS_YDM = late(rf"(?<!\d){_Y}\.?\s(?:gada|жыл\w*|йил\w*)\s(\d\d?)[.\s-]{{1,2}}({_WORD})")
_NUMBERED = late(rf"(?<!\d)(\d\d?)\stháng\s(\d\d?)(?:,|\snăm)?\s{_Y}", re.IGNORECASE)
_ISO = late(r"(?<!\d)((?:19|20)\d\d)\s?[-/.]\s?(\d\d?)\s?[-/.]\s?(\d\d?)(?!\d(?!\d?:\d\d))")
_FIGURES = late(
    rf"(?<![\d./])(?<!\d,)(\d\d?)\s?([./-])\s?(\d\d?)\s?\2\s?"
    rf"(?:{_Y}(?!:\d\d)|(\d\d)(?!\d|:\d\d))(?!\.\d)"
)
_LAST_CAPITAL = late(r"\w([A-ZÀ-ÞА-Я][a-zß-ÿа-я]+)$")
_CJK = late(
    r"((?:19|20)\d\d)\s?(?:[(（][^()（）]{2,5}[)）])?\s?[年년]\s?(\d\d?)\s?[月월]\s?(\d\d?)\s?[日일号]?"
)
_RUN, _RUNS = late(r"\d+"), 2
"""Figures in a row, of which every day has two: a year alone, as most stand, is none."""
_LONGEST = 20_000
"""Characters of a line that are read: what begins later is no line about the article."""
_WINDOW = 34
"""Characters before a year, and some after it, in which the rest of its day stands."""


@cache
def month_names() -> dict[str, int]:
    """Give the number of each month's name, folded, full and short, in many languages."""
    table = json.decode(
        files(__package__).joinpath("months.json").read_bytes(), type=dict[str, list[str]]
    )
    return {
        name: number
        for names in table.values()
        for number, forms in enumerate(names, 1)
        for name in forms.split()
    }


def places_with_figures(text: str) -> list[int]:
    """Give where a text has figures enough for a day.

    >>> places_with_figures("Chapter 7, 19 July 2021")
    [19]
    """
    return [match.start() for match in _FIGURE.finditer(text)]


def find_days(index: int, text: str) -> list[Mention]:
    """Give the days written on one line, in their order.

    >>> [str(m.day) for m in find_days(0, "14:40 GMT19 July 2021")]
    ['2021-07-19']
    >>> [(str(m.day), str(m.other)) for m in find_days(0, "Am 03.04.2021")]
    [('2021-04-03', '2021-03-04')]
    """
    days = _days_in(text[:_LONGEST])
    return [replace(day, line=index) for day in days] if index else list(days)


@lru_cache(maxsize=256)  # several finders ask of one line
def _days_in(written: str) -> tuple[Mention, ...]:
    """Give the days written on a line as if it were the first one."""
    text = written
    if not text.isascii() and _FOREIGN.search(text):
        text = text.translate(_DIGITS)
    mentions = [
        Mention(0, each.start, each.end, each.day, form=each.form)
        for each in find_era_days(written, text)
    ]
    done = 0
    for hit in _YEAR.finditer(text):
        if hit.start() < done:
            continue
        low = max(done, hit.start() - _WINDOW)
        window = text[low : hit.end() + 24]
        if len(_RUN.findall(window)) < _RUNS:
            continue
        found = _read(window, low, hit.end() - low)
        if found is not None:
            mentions.append(found)
            done = found.end
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _read(window: str, low: int, year_end: int) -> Mention | None:
    """Read the day in a window whose year ends at `year_end`, whichever way it is written."""
    for pattern, reader in _READERS:
        for match in _all_matches(pattern, window):
            if match.start() < year_end <= match.end() + 1:
                read = reader(match)
                if read is not None:
                    day, other, form = read
                    return Mention(
                        0,
                        low + _start_of(match),
                        low + match.end(),
                        day,
                        other if other != day else None,
                        form,
                        _touches(window, match.start(), match.end()),
                    )
    return None


def _all_matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give the matches from each place on, within others too: "9:03am, 22 Jul 2018"."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _start_of(match: re.Match[str]) -> int:
    """Give where the day begins, within a word where a month's name is glued to another."""
    word = match[1]
    glued = (
        None if word[0].isdigit() or word.lower() in month_names() else _LAST_CAPITAL.search(word)
    )
    return match.start(1) + (glued.start(1) if glued else 0)


def _touches(window: str, start: int, end: int) -> bool:
    before, after = window[start - 1 : start], window[end : end + 1]
    return (start > 0 and before.isalnum()) or after.isalnum()


_Reading = tuple[date, date | None, str] | None


def _year(full: str | None, short: str | None) -> int:
    if full:
        return int(full)
    figures = int(short or 0)
    return figures + (2000 if figures < 70 else 1900)


def whole_day(year: int, month: int | None, day: int) -> date | None:
    """Give a day by its figures, None where the calendar has none such."""
    if month is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    names = month_names()
    number = names.get(word.lower().replace(" ", "_"))
    if number is None:
        # "Jane DoeNovember 20, 2007": a new capital inside a word begins what is glued to it.
        glued = _LAST_CAPITAL.search(word)
        number = names.get(glued[1].lower()) if glued else None
    return number


def _worded(year: int, month: str, day: str) -> _Reading:
    read = whole_day(year, _month(month), int(day))
    return (read, None, "words") if read else None


def _dmy(match: re.Match[str]) -> _Reading:
    day, month, full, short = match.groups()
    return _worded(_year(full, short), month, day)


def _mdy(match: re.Match[str]) -> _Reading:
    month, day, full, short = match.groups()
    return _worded(_year(full, short), month, day)


def _ymd(match: re.Match[str]) -> _Reading:
    year, month, day = match.groups()
    return _worded(int(year), month, day)


def _ydm(match: re.Match[str]) -> _Reading:
    year, day, month = match.groups()
    return _worded(int(year), month, day)


def _numbered(match: re.Match[str]) -> _Reading:
    day, month, year = map(int, match.groups())
    read = whole_day(year, month, day)
    return (read, None, "words") if read else None


def _iso(match: re.Match[str]) -> _Reading:
    read = whole_day(*(int(part) for part in match.groups()))
    return (read, None, "iso") if read else None


def _cjk(match: re.Match[str]) -> _Reading:
    read = whole_day(*(int(part) for part in match.groups()))
    return (read, None, "cjk") if read else None


def _figures(match: re.Match[str]) -> _Reading:
    first, _, second, full, short = match.groups()
    year = _year(full, short)
    form = "figures" if full else "short-year"
    day_first = whole_day(year, int(second), int(first))
    month_first = whole_day(year, int(first), int(second))
    if day_first and month_first:
        return day_first, month_first, form
    read = day_first or month_first
    return (read, None, form) if read else None


_READERS = (
    (_CJK, _cjk),
    (_ISO, _iso),
    (_FIGURES, _figures),
    (_GLUED_DMY, _dmy),
    (_WORDS_DMY, _dmy),
    (_WORDS_MDY, _mdy),
    (_WORDS_YMD, _ymd),
    (_WORDS_YDM, _ydm),
    (_NUMBERED, _numbered),
)
