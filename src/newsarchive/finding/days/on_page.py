"""The days that are written on a page, and the lines that may say one of the article."""

from __future__ import annotations

from datetime import timedelta

from newsarchive.finding.days.dates import rule_of
from newsarchive.finding.days.mentions import Mention, find_days
from newsarchive.finding.page import Layout
from newsarchive.model import Line, Statement

SHORT = 120
"""Characters up to which a line with a day in it may be a line about the article."""
_MOST = 1_000
"""Lines with figures that are looked at from either end of a page: real ones have fewer."""
_LONGEST_STRETCH = 60
"""Characters of a line that says from which day to which, and no more."""
_DASHES = " –—-"
_SEVERAL_WEEKS = timedelta(days=40)


def list_mentions(layout: Layout) -> list[Mention]:
    """Give every day written on the page, in its order; of thousands, the first and the last."""
    lines = layout.figures
    if len(lines) > 2 * _MOST:
        lines = (*lines[:_MOST], *lines[-_MOST:])
    return [mention for i in lines for mention in _days_on(i, layout.texts[i])]


def _days_on(i: int, text: str) -> list[Mention]:
    """Give the days on a line; none where it is a stretch of time that is long, and no more.

    A web archive prints so between which days it has copies: "1 Jun 2013 - 3 Feb 2018".
    """
    found = find_days(i, text)
    if len(found) == 2 and len(text) <= _LONGEST_STRETCH:
        first, last = found
        between = text[: first.start], text[first.end : last.start], text[last.end :]
        if not "".join(between).strip(_DASHES) and last.day - first.day > _SEVERAL_WEEKS:
            return []
    return found


def dated_lines(layout: Layout, mentions: list[Mention]) -> frozenset[int]:
    """Give the indexes of the short lines that hold a day."""
    return frozenset(m.line for m in mentions if len(layout.texts[m.line]) <= SHORT)


def days_of_issue(
    lines: tuple[Line, ...], mentions: list[Mention], sources: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """Give the day that stands beside the paper's name, as clippings are marked."""
    cited = {said.line for said in sources if said.rule == "cited-paper"}
    return tuple(
        Statement("date", each.day.isoformat(), rule_of(each), line.text, line.number)
        for each in mentions
        if (line := lines[each.line]).number in cited and not each.other
    )[:1]
