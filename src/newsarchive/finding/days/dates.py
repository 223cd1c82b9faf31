"""Finds the day the article appeared: stated days only, and the words that say what each one is.

Every day written on the page is a mention. What it is, is told by the words before it (published,
updated, copyright), by its place (beside the title, in the body, in a list of other articles), and
by whether it fills its line. A weighed choice follows; where no mention convinces, there is none.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from newsarchive.finding.days.features import accompany, features_of
from newsarchive.finding.days.mentions import Mention
from newsarchive.finding.days.places import (
    heads_page,
    is_of_another_text,
    is_of_something_to_come,
    tells_of_events,
)
from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import load_weights, score, shares
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_TAB = late(r"(.{12,}?)\s[|–—·-]\s(?:.*\s[|–—·-]\s)?$")
"""A title and what a tab adds to it, before the day."""
_LONGEST_TAB = 300
_WORTH_A_LOOK = 0.25
"""The share from which on a day that is not sure enough is shown to the curator."""
_SHORT = 60
"""Characters of a line that says when the article came: captions that tell of a day are longer."""


class Candidate(Struct, frozen=True):
    """A day, where it is written, and what speaks for its being the article's."""

    line: int
    day: date
    rule: str
    features: tuple[str, ...]


def find_date(
    lines: tuple[Line, ...],
    layout: Layout,
    mentions: list[Mention],
    title: int | None,
    month_first: bool | None,
) -> tuple[Statement, ...]:
    """Give the statements of the day of publication, the best first; none is usual.

    A day that comes near and is not sure enough is stated as `unsure_date`.

    Args:
        lines: the page's lines.
        layout: its layout.
        mentions: all days written on it, in their order.
        title: index of the title's line.
        month_first: whether figures on this page put the month first; None where nothing tells.
    """
    candidates = list_candidates(layout, mentions, title, month_first)
    if not candidates:
        return ()
    weights = load_weights("date")
    portions = shares([score(weights, each.features) for each in candidates])
    sums: dict[date, float] = {}
    for each, portion in zip(candidates, portions, strict=True):
        sums[each.day] = sums.get(each.day, 0.0) + portion
    best = max(sums, key=lambda day: sums[day])
    if sums[best] < _WORTH_A_LOOK:
        return ()
    field = "date" if sums[best] >= weights.keep else "unsure_date"
    chosen = sorted(
        (-portion, each.line, each.rule)
        for each, portion in zip(candidates, portions, strict=True)
        if each.day == best and portion >= 0.01
    )
    return tuple(_stated(field, best, rule, lines[i]) for _, i, rule in chosen)


def _stated(field: str, day: date, rule: str, line: Line) -> Statement:
    where = "URL" if rule == "url-date" else None
    return Statement(field, day.isoformat(), rule, line.text, line.number, where)


def list_candidates(
    layout: Layout,
    mentions: list[Mention],
    title: int | None,
    month_first: bool | None,
) -> list[Candidate]:
    """Give a candidate for each day mentioned, in the order of the page."""
    if month_first is None:
        # Nothing on the page tells which figure is the month: no reading of it is evidence.
        mentions = [mention for mention in mentions if mention.other is None]
    if not mentions:
        return []
    days = [_settled(mention, month_first) for mention in mentions]
    company = accompany(layout, mentions, days, title)
    found = [
        _candidate(mention, day, features_of(layout, mention, title, company, order))
        for order, (mention, day) in enumerate(zip(mentions, days, strict=True))
        if not _is_of_another(layout, mention, title)
    ]
    told = [day for m, day in zip(mentions, days, strict=True) if _ends_tab(layout, m)]
    return [
        each
        for each in found
        if (not told or each.day in told)
        and not _is_change(each, found)
        and not _is_visit(layout, each, found, title)
    ]


def _candidate(mention: Mention, day: date, features: list[str]) -> Candidate:
    kind = next((name for name in features if name.startswith("word:")), "word:none")
    return Candidate(mention.line, day, rule_of(mention, kind), tuple(features))


def _is_of_another(layout: Layout, mention: Mention, title: int | None) -> bool:
    """Tell whether a day is plainly none of the article's own: an event's, or another text's."""
    return (
        tells_of_events(layout, mention)
        or is_of_something_to_come(layout, mention)
        or is_of_another_text(layout, mention, title)
    )


def _ends_tab(layout: Layout, mention: Mention) -> bool:
    """Tell whether a browser's tab ends with a day, on the first line: "Title | Paper | 2 May"."""
    text = layout.texts[mention.line]
    last = mention.line == 0 and mention.end == len(text) <= _LONGEST_TAB
    head = _TAB.match(text, 0, mention.start) if last else None
    return head is not None and layout.counts[head[1].lower()] > 0


def _is_visit(
    layout: Layout, candidate: Candidate, found: list[Candidate], title: int | None
) -> bool:
    """Tell whether a day is the one on which the page was seen: over the title, in a calendar.

    Its weekday stands beside it and nothing else, and an earlier day stands below the title.
    """
    if title is None or candidate.line >= title:
        return False
    text = layout.texts[candidate.line]
    return (
        len(text) <= _SHORT
        and heads_page(text)
        and any(
            title < other.line <= layout.start + 2
            and not layout.inside[other.line]
            and len(layout.texts[other.line]) <= _SHORT
            and other.day < candidate.day
            for other in found
        )
    )


def _is_change(candidate: Candidate, found: list[Candidate]) -> bool:
    """Tell whether a day is that of a change beside the day of publication, no later, itself."""
    return candidate.rule == "updated-line" and any(
        abs(other.line - candidate.line) <= 1
        and other.rule in ("date-line", "published-line")
        and other.day <= candidate.day
        for other in found
    )


def _settled(mention: Mention, month_first: bool | None) -> date:
    return mention.other if month_first and mention.other else mention.day


def rule_of(mention: Mention, kind: str = "") -> str:
    """Give the name of the rule that reads a mention."""
    if mention.form == "url":
        return "url-date"
    if mention.glued:
        return "glued-clock-and-date"
    return {"word:published": "published-line", "word:updated": "updated-line"}.get(
        kind, "date-line"
    )
