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
_WITHIN = re.compile(
    r"\b(?:on|in|since|until|from|by|of|am|vom|seit|le|du|el|del|il|em|dne|op|den)\s(?:\w+,?\s)?$|"
    r"\b\w+day,\s$",
    re.IGNORECASE,
)
_AMERICAN = re.compile(r"\d\s?[ap]\.?m\b|\b[ECMP][SD]?T\b", re.IGNORECASE)
_PICTURE = re.compile(
    r"photo|picture|image|getty|\b(?:ap|afp|reuters|epa|dpa)\b|foto|bild|file\b", re.IGNORECASE
)
_APART = re.compile(r"\s?[/|•·]")
"""What stands between a day and the other facts of a line about the article."""
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
    company = _accompany(layout, mentions, title, month_first)
    found = []
    for order, mention in enumerate(mentions):
        if _tells_of_events(layout, mention) or _is_of_another_text(layout, mention, title):
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
    told = [day for m, day in zip(mentions, days, strict=True) if _tells_of_events(layout, m)]
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
            _PUBLISHED.search(layout.texts[m.line][max(0, m.start - 28) : m.start])
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


def _tells_of_events(layout: Layout, mention: Mention) -> bool:
    """Tells whether a day stands amid prose and no word says that it is the page's.

    Prose is the body's, or a long caption's, with the day in its sentence: "on April 26, 2023".
    """
    text = layout.texts[mention.line]
    before = text[max(0, mention.start - 28) : mention.start]
    prose = len(text) >= (_PROSE if layout.inside[mention.line] else 2 * _PROSE)
    if not prose or _PUBLISHED.search(before) or _UPDATED.search(before):
        return False
    if mention.start < 3 and _APART.match(text, mention.end):
        return False
    return layout.inside[mention.line] or _WITHIN.search(before) is not None


def _is_of_another_text(layout: Layout, mention: Mention, title: int | None) -> bool:
    """Tells whether a day alone on its line is a teaser's, or the one on which the page was seen.

    A teaser's stands under its own heading, amid the body or above it; the day of the visit stands
    on one of the page's first lines, far above the title.
    """
    i, text = mention.line, layout.texts[mention.line]
    rest = len(text) - (mention.end - mention.start)
    before = text[max(0, mention.start - 28) : mention.start]
    above = layout.texts[i - 1] if i else ""
    if rest > _BARE or _word_before(before, above) != "word:none":
        return False
    zone = _zone(layout, i, title)
    if zone == "far-below-title":
        heading = i > 0 and not layout.inside[i - 1] and layout.blanks[i - 1] > _HEADING
        return rest == 0 and heading
    if zone == "far-over-title":
        return rest == 0 and i < _FIRST and title is not None and title - i > _FAR
    return zone == "body-999"


_BARE = 12
"""Characters beside a day, a clock's for one, up to which it is alone on its line."""
_HEADING = 5
"""Blanks of which a line has more if it is a heading."""
_FIRST, _FAR = 4, 12
"""A page's first lines, and how many lines stand at least between them and the title."""
_FILLED = (0, 4, 12, 25, 45, 80, 150)
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
        "picture": rest > 40 and _PICTURE.search(text),
    }
    return [
        _word_before(before, above),
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


def _word_before(before: str, above: str) -> str:
    """Tells what kind of word leads to the day, on its line or at the end of the line above."""
    inline = _LETTER.search(_WEEKDAY.sub("", before)) is not None
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
    features.append(f"zone:{_zone(layout, i, title)}")
    features.append(f"index:{bucket(i, (0, 1, 3, 8, 20))}")
    features.append(f"from-bottom:{bucket(len(layout.texts) - i, (2, 5, 12, 30))}")
    return features


def _zone(layout: Layout, i: int, title: int | None) -> str:
    """Tells in which part of the page a line stands."""
    top = layout.start if title is None else title
    if i > layout.end:
        return "below"
    above = layout.paragraphs[i]
    if i >= layout.start and above > layout.paragraphs[layout.start]:
        return f"body-{bucket(above - layout.paragraphs[layout.start], (1, 2, 4))}"
    if i >= top:
        return "head" if i - top <= 12 else "far-below-title"
    return "over-title" if top - i <= 6 else "far-over-title"


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
    return _nearer(figures, [m.day for m in mentions if _tells_of_events(layout, m)])


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
