"""Finds the month of an issue where a page states no day: "July 2021" on a line about the article.

Magazines and monthlies date their articles so. Only a line that holds little else counts, and only
above the body: a month amid prose is what the article speaks of.
"""

from __future__ import annotations

import re
from datetime import date

from newsarchive.finding.days.mentions import month_names
from newsarchive.finding.page import Layout
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_WORD = r"[^\W\d_]{3,12}"
_ISSUE = (
    r"(?:vol(?:ume)?|no|nr|num(?:ber)?|issue|heft|ausgabe|número|numéro|n°|edición)"
    r"\.?\s?[\dIVXLC]{1,6}"
)
_BESIDE = r"[\s,;:|·•/()–—-]{1,4}"
_MONTH_LINE = late(
    rf"\(?(?P<lead>[^\W\d_]{{2,20}}(?:\s[^\W\d_]{{2,20}})?:?\s)?(?:{_ISSUE}{_BESIDE}){{0,2}}"
    rf"(?P<first>{_WORD})\.?(?:\s?[/–—-]\s?(?P<last>{_WORD}))?(?:\sde)?,?\s(?P<year>(?:1[6-9]|20)\d\d)"
    rf"(?:{_BESIDE}{_ISSUE}){{0,2}}(?:\s(?:issue|edition))?\)?",
    re.IGNORECASE,
)
_PUBLISHED = any_of("published")
_LONGEST = 60
"""Characters of a line that is about the article."""
_OVER_TITLE = 6
"""Lines above the title on which an issue's month stands."""


def find_month(lines: tuple[Line, ...], layout: Layout, title: int | None) -> tuple[Statement, ...]:
    """Give the statement of the month, or of the months from the first to the last; or none.

    Args:
        lines: the page's lines.
        layout: its layout.
        title: index of the title's line.
    """
    top = max(0, (layout.start if title is None else title) - _OVER_TITLE)
    found = [
        (value, line)
        for line, inside in zip(lines[top : layout.start], layout.inside[top:], strict=False)
        if not inside and (value := month_of_line(line.text))
    ]
    if len({value for value, _ in found}) != 1:
        return ()
    return tuple(
        Statement("date", value, "month-line", line.text, line.number) for value, line in found
    )


def month_of_line(text: str) -> str | None:
    """Give the month that a line gives and little else, as EDTF.

    >>> month_of_line("July 2021"), month_of_line("Vol. 12, No. 3 | July/August 2021")
    ('2021-07', '2021-07/2021-08')
    >>> month_of_line("Veröffentlicht im Juli 2021"), month_of_line("Updated July 2021")
    ('2021-07', None)
    >>> month_of_line("Photo: July 2021"), month_of_line("The storms of July 2021")
    (None, None)
    """
    match = _MONTH_LINE.fullmatch(text) if len(text) <= _LONGEST else None
    if not match or (match["lead"] and not _PUBLISHED.match(match["lead"])):
        return None
    names = month_names()
    first, last = (names.get((match[name] or "").lower()) for name in ("first", "last"))
    if first is None or (match["last"] and (last is None or last <= first)):
        return None
    spelled = [f"{date(int(match['year']), month, 1):%Y-%m}" for month in (first, last) if month]
    return "/".join(spelled)
