"""Tells what speaks for and against a day as the article's: its features, to be weighed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.days.mentions import Mention
from newsarchive.finding.days.places import (
    UPDATED,
    WEEKDAY,
    places_published,
    tells_of_events,
    word_before,
    zone_of,
)
from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import bucket, signed
from newsarchive.finding.vocabulary import any_of, one_of, words
from newsarchive.patterns import late

_COPYRIGHT = one_of("©", r"\(c\)", "copyright", "rights reserved", r"\bc\)")
_BYLINE = any_of("byline-word", after=r"\b")
_COMMENT = one_of(*words("comment-said"), *words("answered"))
_CLOCK = late(
    r"\d\d?[:.h]\d\d|\d\s?[ap]\.?m\b|\d\s?[時时点시]"
    rf"|{any_of('clock').pattern}|\b[ecmp][sd]t\b|\bh\b",
    re.IGNORECASE,
)
_PICTURE = one_of(*words("picture"), any_of("picture-agency", r"\b", r"\b").pattern, r"file\b")
_FILLED = (0, 4, 12, 25, 45, 80, 150)
_TOGETHER = (
    ("word", "title"),
    ("near", "after-end"),
    ("near", "title"),
    ("title", "rest"),
    ("word", "rest"),
    ("word", "age"),
    ("zone", "word"),
    ("zone", "rest"),
    ("zone", "near"),
    ("zone", "age"),
    ("zone", "alike"),
    ("zone", "order"),
    ("zone", "days"),
    ("zone", "heads"),
    ("zone", "timed"),
    ("word", "none-published"),
    ("weekday", "index"),
    ("zone", "after-told"),
    ("zone", "above"),
    ("zone", "rest", "word"),
    ("zone", "hint"),
    ("word", "hint"),
    ("zone", "shared"),
)
"""Which features are weighed together as well; of `heads` and `timed` see `_together`."""
_WITHOUT = {"weekday": "weekday", "after-told": "none-told"}
"""What the weights call those that a day does not have, where it is not `:none`."""


def features_of(
    layout: Layout, mention: Mention, title: int | None, company: Company, order: int
) -> list[str]:
    """Give the features of a day.

    Args:
        layout: the page.
        mention: the day.
        title: index of the title's line.
        company: the page's days.
        order: how many of them stand before it.
    """
    features = _features(layout, mention, title)
    features += _compared(company, mention, company.days[order], order)
    features.append(f"alike:{bucket(company.manners[_manner(layout, mention)], (1, 2, 4, 9))}")
    return features + _together(features)


class Company(Struct, frozen=True):
    """What is seen of a page's days only when they are looked at together."""

    days: tuple[date, ...]
    """The day of each mention."""
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


def accompany(
    layout: Layout, mentions: list[Mention], days: Sequence[date], title: int | None
) -> Company:
    """Give what is seen of a page's days together.

    Args:
        layout: the page.
        mentions: where they are written.
        days: which they are.
        title: index of the title's line.
    """
    told = [day for m, day in zip(mentions, days, strict=True) if tells_of_events(layout, m)]
    lines = sorted({m.line for m in mentions})
    top = layout.start if title is None else title
    return Company(
        days=tuple(days),
        seen=Counter(days),
        newest=max(days),
        oldest=min(days),
        told=max(told, default=None),
        lines=tuple(lines),
        heading=tuple(i for i in lines if top <= i < layout.start or i == top),
        manners=Counter(_manner(layout, m) for m in mentions),
        published=any(
            places_published(layout.texts[m.line][max(0, m.start - 28) : m.start])
            for m in mentions
            if not layout.inside[m.line]
        ),
    )


def _manner(layout: Layout, mention: Mention) -> tuple[str, int]:
    rest = len(layout.texts[mention.line]) - (mention.end - mention.start)
    return mention.form, bucket(rest, _FILLED)


def _compared(company: Company, mention: Mention, day: date, order: int) -> list[str]:
    """Tell how a day compares with the other days of the page."""
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
    """Tell which features of a day stand together."""
    found = {name.partition(":")[0]: name for name in features}
    heads = found.get("heading", found.get("others-head", "no-heading"))
    found |= {"heads": heads, "timed": f"{'weekday' in found}&{'clock' in found}"}
    return [
        "&".join([found.get(n) or _WITHOUT.get(n) or f"{n}:none" for n in names])
        for names in _TOGETHER
    ]


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
    """Tell what stands on the line beside the day."""
    above = layout.texts[i - 1] if i else ""
    below = layout.texts[i + 1][:40] if i + 1 < len(layout.texts) else ""
    rest = len(text) - (mention.end - mention.start)
    own = _line_signs(text)
    signs = {
        "updated-after": UPDATED.search(after),
        "copyright": "copyright" in own,
        "byline-line": "byline-line" in own,
        "byline-above": len(above) < 80 and _BYLINE.match(above),
        "comment": "comment" in own or _COMMENT.search(below),
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
    """Tell what the line says beside any of its days."""
    signs = {
        "copyright": _COPYRIGHT.search(text),
        "byline-line": _BYLINE.match(text),
        "comment": _COMMENT.search(text),
    }
    return frozenset([sign for sign, holds in signs.items() if holds])


def _kind_of_line(layout: Layout, i: int) -> str:
    """Tell of which kind a line beside a day is: what heads a teaser, for one."""
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
