"""Finds where readers' comments begin: each stands below a name and the hour it was posted at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsarchive.finding.date_patterns import find_days

COMMENTS, NAMES = 3, 2
"""Comments, and people who wrote them, at least, that make a thread."""
_NAME_WORDS, _NAME_CHARACTERS = 4, 50
"""Words and characters above such an hour at most: a headline has more."""
_STAMP_CHARACTERS = 60
_HOUR = re.compile(r"\b\d{1,2}(?:[:.h]|\sh\s)\d\d\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_STAMP_WORDS = 5
"""Words beside the day and the hour at most: "am", "Posted on", "at … pm"."""


def thread_from(texts: Sequence[str], start: int = 0) -> int | None:
    """Returns the index of the line with which a thread of comments begins; None without one.

    Args:
        texts: The page's lines.
        start: Index of the line from which on to look.
    """
    stamps = [i for i in range(start + 1, len(texts)) if _is_stamp(i, texts)]
    names = {texts[i - 1] for i in stamps}
    return stamps[0] - 1 if len(stamps) >= COMMENTS and len(names) >= NAMES else None


def _is_stamp(i: int, texts: Sequence[str]) -> bool:
    """Tells whether a line is a day with its hour and little else, below a name."""
    text, above = texts[i], texts[i - 1]
    if len(text) > _STAMP_CHARACTERS or not _HOUR.search(text) or not _may_be_name(above):
        return False
    days = find_days(i, text)
    rest = text[: days[0].start] + text[days[0].end :] if len(days) == 1 else ""
    return len(days) == 1 and len(_LETTERS.findall(rest)) <= _STAMP_WORDS


def _may_be_name(text: str) -> bool:
    named = len(text) <= _NAME_CHARACTERS and text.count(" ") < _NAME_WORDS
    return named and text[0].isalnum() and _HOUR.search(text) is None
