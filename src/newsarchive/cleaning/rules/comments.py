"""Rules for readers' comments: below the words over them, or below names with the hour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.cleaning.rules.page import SHORT, Labels, Page
from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Label
from newsarchive.patterns import late

_REPLY = frozenset(words("answered"))
_THREAD = late(
    r"(?:(?:\d+ |all |view |show |leave a |post a |reader |user )*(?:comments?|replies|responses)"
    rf"|(?:\d+ )?{any_of('thread').pattern})"
    r" ?(?:\(?\d+\)?|:(?: \d+)?)?(?: (?:comment |by |from |on |to |von |zu ).*)?"
)
"""Words that stand alone over a thread, with who takes part in it and how many."""
REPLIES = 2
"""Lines of a thread, at least, on which one answers a comment."""


def comment_below(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of the readers' comments, below the words over them and beside those to answer."""
    answers = page.saying_any(_REPLY)
    body = page.paragraphs
    if len(answers) < REPLIES or not body:
        return {}
    above = range(body[len(body) // 3], answers[0])
    heads = [i for i in above if len(page.folded[i]) <= SHORT and _THREAD.fullmatch(page.folded[i])]
    return dict.fromkeys(range(heads[-1], len(page.lines)), "boilerplate") if heads else {}


COMMENTS, NAMES = 3, 2
"""Comments, and people who wrote them, at least, that make a thread."""
_NAME_WORDS, _NAME_CHARACTERS = 4, 50
"""Words and characters above such an hour at most: a headline has more."""
_HOUR_CHARACTERS = 60
_HOUR = re.compile(r"\d(?<=\b\d)\d?(?:[:.h]|\sh\s)\d\d\b")
_AGO = any_of("relative-time")
_LETTERS = re.compile(r"[^\W\d_]+")
_HOUR_WORDS = 5
"""Words beside the day and the hour at most: "am", "Posted on", "at … pm"."""


def comment_by_its_hour(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of the readers' comments, below the first of several names with day and hour."""
    body = page.paragraphs
    if not body:
        return {}
    hours = hours_of_thread([line.text for line in page.lines], body[len(body) // 3])
    return dict.fromkeys(range(hours[0] - 1, len(page.lines)), "boilerplate") if hours else {}


def hours_of_thread(texts: Sequence[str], start: int = 0) -> list[int]:
    """Give the indices of the lines that say when comments were posted; [] without a thread.

    Args:
        texts: the page's lines.
        start: the index of the line from which on to look.
    """
    below = [i for i in range(start + 1, len(texts)) if _may_be_name(texts[i - 1])]
    timed = [i for i in below if len(texts[i]) <= _HOUR_CHARACTERS and _has_hour(texts[i])]
    if len(timed) < COMMENTS:
        return []
    hours = [i for i in timed if not _has_hour(texts[i - 1]) and _is_hour(texts[i])]
    names = {texts[i - 1] for i in hours}
    return hours if len(hours) >= COMMENTS and len(names) >= NAMES else []


def _may_be_name(text: str) -> bool:
    short = len(text) <= _NAME_CHARACTERS and text.count(" ") < _NAME_WORDS
    return short and text[0].isalnum()


def _has_hour(text: str) -> bool:
    """Tell whether a line holds an hour, or is how long ago that is."""
    return (_HOUR.search(text) or _AGO.fullmatch(text)) is not None


def _is_hour(text: str) -> bool:
    """Tell whether a line that has an hour is nothing but that and its day."""
    if not _HOUR.search(text):
        return True
    days = find_days(0, text)
    rest = text[: days[0].start] + text[days[0].end :] if len(days) == 1 else ""
    return len(days) == 1 and len(_LETTERS.findall(rest)) <= _HOUR_WORDS
