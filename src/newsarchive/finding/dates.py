"""Finds the day the article appeared: stated days only, and the words that say what each one is.

Every day written on the page is a mention. What it is, is told by the words before it (published,
updated, copyright), by its place (beside the title, in the body, in a list of other articles), and
by whether it fills its line. A weighed choice follows; where no mention convinces, there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from datetime import date
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.date_patterns import Mention
from newsarchive.finding.day_places import (
    PUBLISHED,
    UPDATED,
    WEEKDAY,
    is_of_another_text,
    tells_of_events,
    word_before,
    zone_of,
)
from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import bucket, load_weights, score, shares, signed
from newsarchive.model import Line, Statement

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
_AMERICAN = re.compile(r"\d\s?[ap]\.?m\b|\b[ECMP][SD]?T\b", re.IGNORECASE)
_PICTURE = re.compile(
    r"photo|picture|image|getty|\b(?:ap|afp|reuters|epa|dpa)\b|foto|bild|file\b", re.IGNORECASE
)


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
    company = _accompany(layout, mentions, title, month_first)
    found = []
    for order, mention in enumerate(mentions):
        if tells_of_events(layout, mention) or is_of_another_text(layout, mention, title):
            continue
        day = _settled(mention, month_first)
        features = _features(layout, mention, title)
        features += _compared(company, mention, day, order)
        features.append(f"alike:{bucket(company.manners[_manner(layout, mention)], (1, 2, 4, 9))}")
        features += _together(features)
        kind = _named(features, "word:")
        found.append(Candidate(mention.line, day, rule_of(mention, kind), tuple(features)))
    return found


class _Company(Struct, frozen=True):
    """What is seen of a page's days only when they are looked at together."""

    seen: Counter[date]
    newest: date
    oldest: date
    told: date | None
    """The latest day that the body's prose speaks of."""
    lines: tuple[int, ...]
    """The lines with days, in their order."""
    heading: tuple[int, ...]
    """The lines with days between the title and the body."""
    manners: Counter[tuple[str, int]]
    """How many days are written in each way, on lines filled alike."""
    published: bool
    """A word says of some day that it is the day of publication."""


def _accompany(
    layout: Layout, mentions: list[Mention], title: int | None, month_first: bool | None
) -> _Company:
    days = [_settled(each, month_first) for each in mentions]
    told = [day for m, day in zip(mentions, days, strict=True) if tells_of_events(layout, m)]
    lines = sorted({m.line for m in mentions})
    top = layout.start if title is None else title
    return _Company(
        seen=Counter(days),
        newest=max(days),
        oldest=min(days),
        told=max(told, default=None),
        lines=tuple(lines),
        heading=tuple(i for i in lines if top <= i < layout.start or i == top),
        manners=Counter(_manner(layout, m) for m in mentions),
        published=any(
            PUBLISHED.search(layout.texts[m.line][max(0, m.start - 28) : m.start])
            for m in mentions
            if not layout.inside[m.line]
        ),
    )


def _manner(layout: Layout, mention: Mention) -> tuple[str, int]:
    rest = len(layout.texts[mention.line]) - (mention.end - mention.start)
    return mention.form, bucket(rest, _FILLED)


def _compared(company: _Company, mention: Mention, day: date, order: int) -> list[str]:
    """Tells how a day compares with the other days of the page."""
    lines = company.lines
    near = bisect_right(lines, mention.line + 9) - bisect_left(lines, mention.line - 9) - 1
    features = [
        f"order:{min(order, 6)}",
        f"seen:{min(company.seen[day], 4)}",
        f"days:{bucket(len(company.seen), (1, 2, 3, 5, 8, 15))}",
        f"age:{bucket((company.newest - day).days, (0, 1, 2, 7, 30, 365))}",
        f"near:{min(near, 5)}",
    ]
    if day == company.oldest:
        features.append("oldest")
    if mention.line in company.heading:
        features.append(f"heading:{min(company.heading.index(mention.line), 3)}")
    elif company.heading:
        features.append("others-head")
    if company.told is not None:
        past = (day - company.told).days
        features.append(f"after-told:{bucket(past, (-366, -31, -8, -1, 0, 1, 3, 7, 31, 366))}")
    if not company.published:
        features.append("none-published")
    return features


def _together(features: list[str]) -> list[str]:
    """Tells which features of a day stand together."""
    names = {name.partition(":")[0]: name for name in features}
    kind, place, fill, near, age, zone, after, published = (
        names.get(name, f"{name}:none")
        for name in (
            *("word", "title", "rest", "near", "age", "zone", "after-end"),
            "none-published",
        )
    )
    alike, order, weekday = (names.get(n, n) for n in ("alike", "order", "weekday"))
    hint, shared = (names.get(n, f"{n}:none") for n in ("hint", "shared"))
    return [
        f"{kind}&{place}",
        f"{near}&{after}",
        f"{near}&{place}",
        f"{place}&{fill}",
        f"{kind}&{fill}",
        f"{kind}&{age}",
        f"{zone}&{kind}",
        f"{zone}&{fill}",
        f"{zone}&{near}",
        f"{zone}&{age}",
        f"{zone}&{alike}",
        f"{zone}&{order}",
        f"{zone}&{names.get('days')}",
        f"{zone}&{names.get('heading', names.get('others-head', 'no-heading'))}",
        f"{zone}&{'weekday' in names}&{'clock' in names}",
        f"{kind}&{published}",
        f"{weekday}&{names['index']}",
        f"{zone}&{names.get('after-told', 'none-told')}",
        f"{zone}&{names['above']}",
        f"{zone}&{fill}&{kind}",
        f"{zone}&{hint}",
        f"{kind}&{hint}",
        f"{zone}&{shared}",
    ]


_FILLED = (0, 4, 12, 25, 45, 80, 150)


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


def _features(layout: Layout, mention: Mention, title: int | None) -> list[str]:
    i = mention.line
    text = layout.texts[i]
    before = text[max(0, mention.start - 28) : mention.start]
    after = text[mention.end : mention.end + 24]
    features = [f"form:{mention.form}", *_wording(layout, i, text, before, after, mention)]
    features += _place(layout, i, title)
    features += layout.hinted("date", i)
    features += layout.shared(i)
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
        "updated-after": UPDATED.search(after),
        "copyright": "copyright" in own,
        "byline-line": "byline-line" in own,
        "byline-above": len(above) < 80 and _BYLINE.search(above),
        "comment": "comment" in own or _COMMENT.search(below),
        "quoted-post": "quoted-post" in own,
        "clock": _CLOCK.search(before) or _CLOCK.search(after),
        "weekday": WEEKDAY.search(before),
        "inside-body": layout.inside[i],
        "at-start": mention.start < 3,
        "picture": rest > 40 and _PICTURE.search(text),
    }
    return [
        word_before(before, above),
        *[sign for sign, holds in signs.items() if holds],
        f"rest:{bucket(rest, _FILLED)}",
        f"above:{_kind_of_line(layout, i - 1)}",
        f"below:{_kind_of_line(layout, i + 1)}",
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


def _kind_of_line(layout: Layout, i: int) -> str:
    """Tells of which kind a line beside a day is: what heads a teaser, for one."""
    if not 0 <= i < len(layout.texts):
        return "none"
    if layout.inside[i]:
        return "body"
    words = bucket(layout.blanks[i], (0, 1, 3, 5, 9, 20))
    return f"{words}{'.' if layout.texts[i].endswith('.') else ''}"


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
    features.append(f"zone:{zone_of(layout, i, title)}")
    features.append(f"index:{bucket(i, (0, 1, 3, 8, 20))}")
    features.append(f"from-bottom:{bucket(len(layout.texts) - i, (2, 5, 12, 30))}")
    return features


def month_comes_first(mentions: list[Mention], layout: Layout, language: str) -> bool | None:
    """Tells whether figures such as 03/04/2021 put the month first, by what else the page shows.

    Days that can be read in one way only tell first; then whether a day in words agrees with one
    of the readings; then the clock beside it, the dots, and which reading stands nearer to the days
    that the body speaks of; then the language, save English, which is written both ways.
    """
    texts = layout.texts
    figures = [m for m in mentions if m.form in _FIGURES]
    words = {m.day for m in mentions if m.form not in _FIGURES}
    for m in figures:
        if m.other and (m.other in words) != (m.day in words):
            return m.other in words
    for m in figures:
        if m.other is None:
            return int(_HEAD.findall(texts[m.line][m.start :])[0]) <= 12
    behind = [texts[m.line][m.end : m.end + 24] for m in figures]
    if any(map(_AMERICAN.search, behind)):
        return True
    if any("." in texts[m.line][m.start : m.end] for m in figures):
        return False
    if language not in ("en", "und") or any(map(_AFTERNOON.search, behind)):
        return False
    return _nearer(figures, [m.day for m in mentions if tells_of_events(layout, m)])


def _nearer(figures: list[Mention], told: list[date]) -> bool | None:
    """Tells which reading follows the days that the body speaks of closely, where one does."""
    if not told:
        return None
    last = max(told)
    for m in figures:
        if m.other:
            day_first, month_first = (0 <= (d - last).days <= 10 for d in (m.day, m.other))
            if day_first != month_first and abs((m.other - m.day).days) > 40:
                return month_first
    return None


_AFTERNOON = re.compile(r"\b(?:1[3-9]|2[0-3])[:.h][0-5]\d|\b(?:GMT|BST|CES?T|IST)\b")
_FIGURES = ("figures", "short-year")
_HEAD = re.compile(r"\d\d?")
