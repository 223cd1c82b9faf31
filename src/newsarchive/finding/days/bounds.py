"""Tells between which days an undated page must have been written, by the days that it holds.

A day that the body or a caption tells of as past is a lower bound: `2020-01-19/..`. What is set,
planned or due is left aside, and so is every day in a sentence that looks ahead. A day on which the
article was changed is an upper bound: `../2020-02-03`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from newsarchive.finding.days.mentions import Mention, month_names
from newsarchive.finding.days.places import word_before
from newsarchive.finding.page import Layout
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line, Statement

_AHEAD = any_of("ahead", r"\b", r"\b")
REACH = 1_000
"""Letters before and after a day that may say how it is meant: few sentences have 300."""
_SHORT = 120
"""Characters up to which a line with a day in it may be a line about the article."""
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_MONTH = re.compile(
    r"\b(?:in|since|of|late|early|mid)[\s-]([A-Z][a-z]{2,8})(?: of)? ((?:19|20)\d\d)\b"
)
_AS_OF = re.compile(r"\bas of ([A-Z][a-z]{2,8}) (\d\d?)(?:st|nd|rd|th)?\b(?!,? (?:19|20)\d\d)")


def find_bounds(
    lines: tuple[Line, ...], layout: Layout, mentions: list[Mention]
) -> tuple[Statement, ...]:
    """Give the statements of the earliest day and of the latest one that the page allows."""
    changed = _changed_on(lines, layout, mentions)
    said = {statement.line for statement in changed}
    others = [mention for mention in mentions if lines[mention.line].number not in said]
    return _looked_back_on(lines, layout, others) + changed


def _changed_on(
    lines: tuple[Line, ...], layout: Layout, mentions: list[Mention]
) -> tuple[Statement, ...]:
    """Give the statement of the day of a change that stands nearest above the body."""
    for mention in reversed(mentions):
        text = layout.texts[mention.line]
        head = mention.line <= layout.start and len(text) <= _SHORT and mention.other is None
        if head and not layout.inside[mention.line]:
            above = layout.texts[mention.line - 1] if mention.line else ""
            before = text[max(0, mention.start - 28) : mention.start]
            if word_before(before, above).startswith("word:updated"):
                line = lines[mention.line]
                value = f"../{mention.day.isoformat()}"
                return (Statement("date_bounds", value, "updated-line", line.text, line.number),)
    return ()


def _looked_back_on(
    lines: tuple[Line, ...], layout: Layout, mentions: list[Mention]
) -> tuple[Statement, ...]:
    """Give the statement of the latest day, or month, that the text looks back on; or none."""
    low, high = min(layout.start, len(lines)), layout.end
    named: list[tuple[date, int, str]] = []
    for mention in mentions:
        near = low - 4 <= mention.line <= high
        if near and mention.other is None and len(lines[mention.line].text) > 40:
            sentence = _sentence(layout.texts[mention.line], mention.start)
            if not _AHEAD.search(sentence):
                named.append((mention.day, mention.line, mention.day.isoformat()))
    for i in layout.figures:
        for match in _MONTH.finditer(layout.texts[i]) if low <= i <= high else ():
            month = month_names().get(match[1].lower())
            if month and not _AHEAD.search(_sentence(layout.texts[i], match.start())):
                first = date(int(match[2]), month, 1)
                named.append((first, i, first.isoformat()[:7]))
    named.extend(_as_of(layout, low, high, max(named, default=None)))
    if not named:
        return ()
    _, i, value = max(named)
    text = lines[i].text
    return (Statement("date_bounds", f"{value}/..", "latest-day-named", text, lines[i].number),)


def _sentence(text: str, place: int) -> str:
    """Give the sentence around a place, as far as it reaches: a line can be a megabyte of days."""
    begin = max(0, place - REACH)
    text, place = text[begin : place + REACH], place - begin
    start = 0
    for match in _SENTENCE.finditer(text):
        if match.start() > place:
            return text[start : match.start()]
        start = match.end()
    return text[start:]


def _as_of(
    layout: Layout, low: int, high: int, latest: tuple[date, int, str] | None
) -> list[tuple[date, int, str]]:
    """Give what "as of January 16th" means after the latest day that is named with its year."""
    if latest is None or "as of " not in layout.text:
        return []
    return [
        (day, i, day.isoformat())
        for i in range(max(0, low), high + 1)
        for match in _AS_OF.finditer(layout.texts[i])
        if (day := _next_such(match[1], int(match[2]), latest[0]))
    ]


def _next_such(month: str, number: int, earliest: date) -> date | None:
    """Give the first such day that is no earlier: of the same year, or of the next."""
    known = month_names().get(month.lower())
    if known is None:
        return None
    for year in (earliest.year, earliest.year + 1):
        with suppress(ValueError):  # 29 February
            if (day := date(year, known, number)) >= earliest:
                return day
    return None
