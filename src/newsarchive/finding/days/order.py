"""Tells whether figures such as 03/04/2021 put the month first, by what else the page shows."""

from __future__ import annotations

import re
from datetime import date

from newsarchive.finding.days.mentions import Mention
from newsarchive.finding.days.places import tells_of_events
from newsarchive.finding.page import Layout

_AMERICAN = re.compile(r"\d\s?[ap]\.?m\b|\b[ECMP][SD]?T\b", re.IGNORECASE)
_AFTERNOON = re.compile(r"\b(?:1[3-9]|2[0-3])[:.h][0-5]\d|\b(?:GMT|BST|CES?T|IST)\b")
_FIGURES = ("figures", "short-year")
_HEAD = re.compile(r"\d\d?")
_MONTHS = 12
_EITHER = ("en", "tl", "und")
"""The languages whose readers write either figure first."""


def month_comes_first(mentions: list[Mention], layout: Layout, language: str) -> bool | None:
    """Tell whether figures put the month first; None where nothing tells.

    Days that can be read in one way only tell first; then whether a day in words agrees with one
    of the readings; then the language, save those written both ways; then the clock
    beside it, the dots, and which reading stands nearer to the days that the body speaks of.
    """
    figures = [m for m in mentions if m.form in _FIGURES]
    first = _by_other_days(mentions, figures, layout)
    if first is not None:
        return first
    if language not in _EITHER:
        return False
    behind = [layout.texts[m.line][m.end : m.end + 24] for m in figures]
    if any(map(_AMERICAN.search, behind)):
        return True
    dots = any("." in layout.texts[m.line][m.start : m.end] for m in figures)
    if dots or any(map(_AFTERNOON.search, behind)):
        return False
    return _nearer(figures, [m.day for m in mentions if tells_of_events(layout, m)])


def _by_other_days(mentions: list[Mention], figures: list[Mention], layout: Layout) -> bool | None:
    """Tell what the days say that are in words, or whose figures can be read in one way only."""
    words = {m.day for m in mentions if m.form not in _FIGURES}
    for m in figures:
        if m.other and (m.other in words) != (m.day in words):
            return m.other in words
    for m in figures:
        if m.other is None and m.day.day > _MONTHS:
            return int(_HEAD.findall(layout.texts[m.line][m.start :])[0]) <= _MONTHS
    return None


def _nearer(figures: list[Mention], told: list[date]) -> bool | None:
    """Tell which reading follows the days that the body speaks of closely, where one does."""
    if not told:
        return None
    last = max(told)
    for m in figures:
        if m.other:
            day_first, month_first = (0 <= (d - last).days <= 10 for d in (m.day, m.other))
            if day_first != month_first and abs((m.other - m.day).days) > 40:
                return month_first
    return None
