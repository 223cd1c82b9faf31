"""Finds the day the article appeared: stated days only, and the words that say what each one is.

Every day written on the page is a mention. What it is, is told by the words before it (published,
updated, copyright), by its place (beside the title, in the body, in a list of other articles), and
by whether it fills its line. A weighed choice follows; where no mention convinces, there is none.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.date_patterns import Mention
from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import bucket, load_weights, score, shares, signed
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line, Statement

_PUBLISHED, _UPDATED, _EVENT = any_of("published"), any_of("updated"), any_of("event")
_COPYRIGHT = re.compile(r"©|\(c\)|copyright|rights reserved|\bc\)", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|door|от|автор|text|autor|author|written by)\b", re.IGNORECASE
)
_COMMENT = re.compile(
    r"\bat\s\d|says:|said:|reply|antworten|responder|répondre|permalink|likes?\b|\bcommented|kommentar",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"pic\.twitter|@\w+\)")
_CLOCK = re.compile(
    r"\d\d?[:.h]\d\d|\d\s?[ap]\.?m\b|uhr|gmt|utc|\b[ecmp][sd]t\b|\bh\b", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|seg|ter|qua|qui|sex|mo|di|mi|do|fr|sa|so)[a-zéáç-]{0,8}[.,]",
    re.IGNORECASE,
)
_AMERICAN = re.compile(r"\d\s?[ap]\.?m\b|\b[ECMP][SD]?T\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]{2,}")


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
    """Returns the statements of the day of publication, the best first; none is usual.

    Args:
        lines: The page's lines.
        layout: Its layout.
        mentions: All days written on it, in their order.
        title: Index of the title's line.
        month_first: Whether figures on this page put the month first; None where nothing tells.
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
    if sums[best] < weights.keep:
        return ()
    chosen = sorted(
        (-portion, each.line, each.rule)
        for each, portion in zip(candidates, portions, strict=True)
        if each.day == best and portion >= 0.01
    )
    return tuple(_stated(best, rule, lines[i]) for _, i, rule in chosen)


def _stated(day: date, rule: str, line: Line) -> Statement:
    where = "URL" if rule == "url-date" else None
    return Statement("date", day.isoformat(), rule, line.text, line.number, where)


def list_candidates(
    layout: Layout,
    mentions: list[Mention],
    title: int | None,
    month_first: bool | None,
) -> list[Candidate]:
    """Returns a candidate for each day mentioned, in the order of the page."""
    if month_first is None:
        # Nothing on the page tells which figure is the month: no reading of it is evidence.
        mentions = [mention for mention in mentions if mention.other is None]
    if not mentions:
        return []
    days = [_settled(each, month_first) for each in mentions]
    newest, oldest = max(days), min(days)
    seen: dict[date, int] = {}
    for day in days:
        seen[day] = seen.get(day, 0) + 1
    found = []
    own = {m.line for m in mentions}
    for order, (mention, day) in enumerate(zip(mentions, days, strict=True)):
        if _tells_of_events(layout, mention):
            continue
        features = _features(layout, mention, title, own)
        features.append(f"order:{min(order, 6)}")
        features.append(f"seen:{min(seen[day], 4)}")
        features.append(f"days:{bucket(len(seen), (1, 2, 3, 5, 8, 15))}")
        age = (newest - day).days
        features.append(f"age:{bucket(age, (0, 1, 2, 7, 30, 365))}")
        if day == oldest:
            features.append("oldest")
        kind = _named(features, "word:")
        place = _named(features, "title:")
        fill = _named(features, "rest:")
        near = _named(features, "near:")
        after_end = _named(features, "after-end:")
        features += [
            f"{kind}&{place}",
            f"{near}&{after_end}",
            f"{near}&{place}",
            f"{place}&{fill}",
            f"{kind}&{fill}",
            f"{kind}&age:{bucket(age, (0, 1, 2, 7, 30, 365))}",
        ]
        found.append(Candidate(mention.line, day, rule_of(mention, kind), tuple(features)))
    return found


def _tells_of_events(layout: Layout, mention: Mention) -> bool:
    """Tells whether a day stands amid the body's prose and no word says that it is the page's."""
    text = layout.texts[mention.line]
    if not layout.inside[mention.line] or len(text) < _PROSE:
        return False
    before = text[max(0, mention.start - 28) : mention.start]
    return not (_PUBLISHED.search(before) or _UPDATED.search(before))


_PROSE = 60
"""Characters from which on a line of the body is prose rather than a line about the article."""


def _named(features: list[str], start: str) -> str:
    return next((name for name in features if name.startswith(start)), f"{start}none")


def _settled(mention: Mention, month_first: bool | None) -> date:
    return mention.other if month_first and mention.other else mention.day


def rule_of(mention: Mention, kind: str = "") -> str:
    """Returns the name of the rule that reads a mention."""
    if mention.form == "url":
        return "url-date"
    if mention.glued:
        return "glued-clock-and-date"
    return {"word:published": "published-line", "word:updated": "updated-line"}.get(
        kind, "date-line"
    )


def _features(layout: Layout, mention: Mention, title: int | None, own: set[int]) -> list[str]:
    i = mention.line
    text = layout.texts[i]
    before = text[max(0, mention.start - 28) : mention.start]
    after = text[mention.end : mention.end + 24]
    features = [f"form:{mention.form}", *_wording(layout, i, text, before, after, mention)]
    features += _place(layout, i, title)
    features += _company(i, own)
    if mention.glued:
        features.append("glued")
    return features


def _wording(
    layout: Layout, i: int, text: str, before: str, after: str, mention: Mention
) -> list[str]:
    """Tells what stands on the line beside the day."""
    above = layout.texts[i - 1] if i else ""
    below = layout.texts[i + 1][:40] if i + 1 < len(layout.texts) else ""
    rest = len(text) - (mention.end - mention.start)
    own = _line_signs(text)
    signs = {
        "updated-after": _UPDATED.search(after),
        "copyright": "copyright" in own,
        "byline-line": "byline-line" in own,
        "byline-above": len(above) < 80 and _BYLINE.search(above),
        "comment": "comment" in own or _COMMENT.search(below),
        "quoted-post": "quoted-post" in own,
        "clock": _CLOCK.search(before) or _CLOCK.search(after),
        "weekday": _WEEKDAY.search(before),
        "inside-body": layout.inside[i],
        "at-start": mention.start < 3,
    }
    return [
        _word_before(before, above),
        *[sign for sign, holds in signs.items() if holds],
        f"rest:{bucket(rest, (0, 4, 12, 25, 45, 80, 150))}",
    ]


@lru_cache(1)  # a line can mention thousands of days, one after the other
def _line_signs(text: str) -> frozenset[str]:
    """Tells what the line says beside any of its days."""
    signs = {
        "copyright": _COPYRIGHT,
        "byline-line": _BYLINE,
        "comment": _COMMENT,
        "quoted-post": _QUOTED,
    }
    return frozenset(sign for sign, pattern in signs.items() if pattern.search(text))


def _word_before(before: str, above: str) -> str:
    """Tells what kind of word leads to the day, on its line or at the end of the line above."""
    inline = _LETTER.search(before) is not None
    lead_in = before if inline else above[-28:] if len(above) < 40 else ""
    mark = "" if inline else "-above"
    published = [match.start() for match in _PUBLISHED.finditer(lead_in)]
    updated = [match.start() for match in _UPDATED.finditer(lead_in)]
    if updated and (not published or updated[-1] >= published[-1]):
        return f"word:updated{mark}"
    if published:
        return f"word:published{mark}"
    if inline:
        return "word:event" if _EVENT.search(lead_in) else "word:other"
    return "word:none"


def _place(layout: Layout, i: int, title: int | None) -> list[str]:
    features = []
    if title is None:
        features.append("title:none")
    else:
        step = i - title
        features.append(f"title:{signed(step)}")
    if layout.start < len(layout.texts):
        features.append(f"start:{signed(i - layout.start)}")
        if i > layout.end:
            features.append(f"after-end:{bucket(i - layout.end, (1, 2, 4, 8, 20))}")
    features.append(f"index:{bucket(i, (0, 1, 3, 8, 20))}")
    features.append(f"from-bottom:{bucket(len(layout.texts) - i, (2, 5, 12, 30))}")
    return features


def _company(i: int, own: set[int]) -> list[str]:
    """Tells whether dates stand around it at short distances, as in a list of other articles."""
    near = sum(1 for k in range(i - 9, i + 10) if k != i and k in own)
    return [f"near:{min(near, 5)}"]


def month_comes_first(
    mentions: list[Mention], texts: tuple[str, ...], language: str
) -> bool | None:
    """Tells whether figures such as 03/04/2021 put the month first, by what else the page shows.

    Days that can be read in one way only tell first; then whether a day in words agrees with one
    of the readings; then the language, save English, which is written both ways.
    """
    figures = [m for m in mentions if m.form in _FIGURES]
    words = {m.day for m in mentions if m.form not in _FIGURES}
    for m in figures:
        if m.other and (m.other in words) != (m.day in words):
            return m.other in words
    for m in figures:
        if m.other is None:
            return int(_HEAD.findall(texts[m.line][m.start :])[0]) <= 12
    if any(_AMERICAN.search(texts[m.line][m.end : m.end + 24]) for m in figures):
        return True
    dotted = any("." in texts[m.line][m.start : m.end] for m in figures)
    return False if dotted or language not in ("en", "und") else None


_FIGURES = ("figures", "short-year")
_HEAD = re.compile(r"\d\d?")
