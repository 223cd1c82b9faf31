"""Tells whose day one is, by its place and the words before it: an article's, an event's."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.finding.days.mentions import Mention, find_days
from newsarchive.finding.page import Layout
from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.finding.people.names import CAPITALS, first_is_given
from newsarchive.finding.scoring import bucket
from newsarchive.finding.sentences import is_in_sentence
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.patterns import late

_PUBLISHED, UPDATED, _EVENT = any_of("published"), any_of("updated"), any_of("event")
WEEKDAY = late(
    any_of("weekday-short", r"\b", r"[a-zéáç-]{0,8}[.,]").pattern
    + "|"
    + any_of("weekday", r"\b", r"\b[.,]?").pattern,
    re.IGNORECASE,
)
_WITHIN = late(
    any_of("day-before", r"\b", r"\s(?:\w+,?\s)?$").pattern + r"|\b\w+day,\s$|วันที่\s?$",
    re.IGNORECASE,
)
_TO_COME = any_of(
    "not-published", r"\b", rf"\b\W*(?:(?:{any_of('day-before').pattern}|the)\b\W*)?$"
)
_APART = late(r"\s?[/|•·;]")
"""What stands between a day and the other facts of a line about the article."""
_OPENING = late(
    rf"\s(?=[„“”\"«»‘]|(?-i:[{CAPITALS}]))|[)\]]|\.?\s[–—-]\s|\.\s|,?\s\d\d?[:.]\d\d\s?(?:{any_of('clock').pattern}|h\b)",
    re.IGNORECASE,
)
"""What stands between a day and the text that it opens: "19.07.2021 – The bridge"."""
_UNENDING = tuple('.!?…:;"”“»)。！？」।؟۔։')
"""How sentences end, and what somebody says."""
_LEAD = 60
"""Characters before a day in a sentence in which a word can say what day it is."""
_NEAREST = 28
"""Characters before a day in which a word says that something was changed on it."""
_PREPOSITION = "le "
"""It stands before a day on a line about the article, and in any French sentence."""
_SHORTHAND = late(r"[^\W\d_][\w. ]{0,30}\s[/|•·–—]\s")
"""Who signs before the day that opens a text: "Red. / 19.07.2021 The bridge"."""
_HOURS = late(r",?\s*\d\d?[:.]\d\d\s?(?:uhr\s?)?[-–—]\s?\d\d?[:.]\d\d", re.IGNORECASE)
"""From when to when something happens: "19.07.2021, 10:00-11:30"."""
_BORN = any_of("born-after", r"\s?")
_AIRED = words("over-broadcast")
"""What stands above the programme in which something was said, and when it was broadcast."""
_SET_OFF = late(r"(?:[|•·–—]|\s-)\s$")
"""What stands between a day and the other facts before it."""
_TIMED = any_of("clock-before", r",?\s(?:", r"\s)?\d\d?[:.h]\d\d\b")
_PRICED = late(r"(?:amazon|aff?ilia).{0,40}\bapi\b|\bapi\b.{0,40}(?:amazon|afilia)", re.IGNORECASE)
"""When shops were last asked for prices: "… / Affiliate links / Images from Amazon … API"."""
_FILED = any_of("filed", r".{0,24}?\b")
_LETTER = late(r"[^\W\d_]{2,}")
_PROSE = 60
"""Characters from which on a line of the body is prose rather than a line about the article."""
_BARE = 12
"""Characters beside a day, a clock's for one, up to which it is alone on its line."""
_HEADING = 5
"""Blanks of which a line has more if it is a heading."""
_LONGEST_PRICED = 400
_STAND_FIRSTS = 2
"""Lines of the body, at most, above the day that opens the text."""
_NEAR = 6
"""Lines below the title on which a day alone is the article's."""
_FIRST, _FAR = 4, 12
"""A page's first lines, and how many lines stand at least between them and the title."""


def tells_of_events(layout: Layout, mention: Mention) -> bool:
    """Tell whether a day stands amid prose and no word says that it is the page's.

    Prose is a sentence, the body's, or a long caption's with the day in it: "on April 26, 2023".
    """
    text, inside = layout.texts[mention.line], layout.inside[mention.line]
    sentence = is_in_sentence(text, mention.start, mention.end)
    if not sentence and len(text) < (_PROSE if inside else 2 * _PROSE):
        return False
    before = text[max(0, mention.start - _LEAD) : mention.start]
    changed = UPDATED.search(before[-_NEAREST:])
    if _says_published(before) or changed or _is_fact(layout, mention, before):
        return False
    return sentence or inside or _WITHIN.search(before) is not None


def _is_fact(layout: Layout, mention: Mention, before: str) -> bool:
    """Tell whether a day is a fact about the article that stands before or behind others."""
    text = layout.texts[mention.line]
    return (
        (mention.start < 3 and _APART.match(text, mention.end) is not None)
        or (_SET_OFF.search(before) is not None and _TIMED.match(text, mention.end) is not None)
        or _opens_text(layout, mention)
        or _FILED.match(text, mention.end) is not None
        or _heads_facts(text, mention)
        or _follows_byline(layout, mention)
    )


def _says_published(before: str) -> bool:
    """Tell whether a word before a day amid prose says that it is the day of publication."""
    folded = before.lower()
    return any(not folded.startswith(_PREPOSITION, at) for at in places_published(folded))


def _opens_text(layout: Layout, mention: Mention) -> bool:
    """Tell whether a day stands before all else of the text, or of its second paragraph."""
    first = layout.paragraphs[mention.line] - layout.paragraphs[layout.start] <= _STAND_FIRSTS
    text = layout.texts[mention.line]
    opens = mention.start < 3 or _SHORTHAND.fullmatch(text, 0, mention.start)
    return bool(first and opens and _OPENING.match(text, mention.end))


def _heads_facts(text: str, mention: Mention) -> bool:
    """Tell whether a day is the first of facts about the article: "2 May 2021 Jane News, Port"."""
    return mention.start < 3 and not text.endswith(_UNENDING)


def _follows_byline(layout: Layout, mention: Mention) -> bool:
    """Tell whether a day stands behind a person's name in a byline: "By Jane Doe on 2 May"."""
    text = layout.texts[mention.line]
    lead = lead_of(text) if begins_as_byline(layout.folded[mention.line]) else None
    return lead is not None and lead[1] < mention.start and first_is_given(text[lead[1] :])


def is_of_something_to_come(layout: Layout, mention: Mention) -> bool:
    """Tell whether the word right before a day says that something happens on it, or a visit.

    "Deadline: 1 August 2021", "Subscribe by …", "Accessed on …". Nor is the day the article's on
    which a shop's prices were asked for.
    """
    text = layout.texts[mention.line]
    before = text[max(0, mention.start - 40) : mention.start]
    return bool(
        _TO_COME.search(WEEKDAY.sub("", before))
        or _HOURS.match(text, mention.end)
        or _BORN.match(text, mention.end)
        or _PRICED.search(text[:_LONGEST_PRICED])
    )


def is_of_another_text(layout: Layout, mention: Mention, title: int | None) -> bool:
    """Tell whether a day alone on its line is a teaser's, or the one on which the page was seen.

    A teaser's stands under its own heading, amid the body or above it; the day of the visit stands
    on one of the page's first lines, far above the title.
    """
    i, text = mention.line, layout.texts[mention.line]
    rest = len(text) - (mention.end - mention.start)
    before = text[max(0, mention.start - 28) : mention.start]
    above = layout.texts[i - 1] if i else ""
    if i and layout.folded[i - 1].startswith(_AIRED):
        return True
    if rest > _BARE or word_before(before, above) != "word:none":
        return False
    zone = zone_of(layout, i, title)
    if zone == "far-below-title":
        heading = i > 0 and not layout.inside[i - 1] and layout.blanks[i - 1] > _HEADING
        return rest == 0 and heading
    if zone == "far-over-title":
        return rest == 0 and i < _FIRST and title is not None and title - i > _FAR
    return zone == "body-999" and not (title is not None and 0 < i - title <= _NEAR)


def heads_page(text: str) -> bool:
    """Tell whether a line is a day with its weekday and no more, as papers head their pages.

    >>> heads_page("Monday, 19 July 2021"), heads_page("19 July 2021"), heads_page("Monday")
    (True, False, False)
    """
    weekday = WEEKDAY.match(text)
    rest = text[weekday.end() :].strip(" ,.|") if weekday else ""
    return any((day.start, day.end) == (0, len(rest)) for day in find_days(0, rest))


@lru_cache(maxsize=64)  # a day is asked about by several tests, one after the other
def places_published(text: str) -> tuple[int, ...]:
    """Give where in what stands before a day a word says that it is the day of publication."""
    return tuple([match.start() for match in _PUBLISHED.finditer(text)])


@lru_cache(maxsize=64)
def word_before(before: str, above: str) -> str:
    """Tell what kind of word leads to the day, on its line or at the end of the line above."""
    inline = _LETTER.search(WEEKDAY.sub("", before)) is not None
    lead_in = before if inline else above[-28:] if len(above) < 40 else ""
    mark = "" if inline else "-above"
    published = places_published(lead_in)
    updated = [match.start() for match in UPDATED.finditer(lead_in)]
    if updated and (not published or updated[-1] >= published[-1]):
        return f"word:updated{mark}"
    if published:
        return f"word:published{mark}"
    if inline:
        return "word:event" if _EVENT.search(lead_in) else "word:other"
    return "word:none"


def zone_of(layout: Layout, i: int, title: int | None) -> str:
    """Tell in which part of the page a line stands."""
    top = layout.start if title is None else title
    if i > layout.end:
        return "below"
    above = layout.paragraphs[i]
    if i >= layout.start and above > layout.paragraphs[layout.start]:
        return f"body-{bucket(above - layout.paragraphs[layout.start], (1, 2, 4))}"
    if i >= top:
        return "head" if i - top <= 12 else "far-below-title"
    return "over-title" if top - i <= 6 else "far-over-title"
