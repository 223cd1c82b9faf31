"""Reads who signs behind a day: "Posted on 2 May 2021, 10:30 by jane", "02.05.2021 // Autor: jane".

Blogs print so, and there a name can be a single word in small letters, which is none of a person's
anywhere else.
"""

from __future__ import annotations

import re

from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.people.splitting import split_names
from newsarchive.finding.vocabulary import any_of, any_phrase, words
from newsarchive.patterns import late

_SIGNS = r"[\s,;|•·@/–—-]{0,4}"
_CLOCK = (
    rf"(?:(?:(?:{any_of('clock-before').pattern})\s)?\d\d?[:.h]\d\d(?::\d\d)?"
    rf"(?:\s?(?:{any_of('clock').pattern}|hrs?|h|[ap]\.?m\.?|ces?t)\b\.?)?)?"
)
_BY = any_phrase((*words("byline-by"), *words("posted-by")))
_AUTHOR = any_phrase(words("byline-lead"))
_POSTED = late(
    rf"{_SIGNS}{_CLOCK}{_SIGNS}(?:\b(?:{_BY})\s|\b(?:{_AUTHOR})\s?:\s?)(?=\w)", re.IGNORECASE
)
_COMMENTS = any_of("comment-link", r"(?:^|(?<=\W))", r"(?!\w)")
_FIGURES = re.compile(r"\d.*\d")
"""What most lines lack, and every day has."""
_MOST_WORDS = 3
_LONGEST = 80
"""Characters behind a day in which a name and the link to comment stand."""


def posters(text: str) -> list[str]:
    """Give the names behind "by" and a day on one line, none where no such name stands there.

    >>> posters("Posted on 2 May 2021 by jane"), posters("2. Mai 2021, 10:30 · von Jane Doe")
    (['jane'], ['Jane Doe'])
    >>> posters("2 May 2021 | jane | 3 comments"), posters("2. Mai 2021 Jane Doe Keine Kommentare")
    (['jane'], ['Jane Doe'])
    >>> posters("On 2 May 2021 by a vote of ten to three the council closed the bridge")
    []
    """
    days = find_days(0, text) if _FIGURES.search(text) else []
    for day in [day for day in days if day.end < len(text)]:
        signed = _POSTED.match(text, day.end)
        if signed:
            names = split_names(text[signed.end() :].split(" // ", maxsplit=1)[0])
            return names if all(map(_may_post, names)) else []
        if linked := _linked(text[day.end : day.end + _LONGEST]):
            return linked
    return []


def _linked(text: str) -> list[str]:
    """Give the name between a day and the link to comment: "2 May 2021 jane Leave a comment"."""
    link = _COMMENTS.search(text)
    name = text[: link.start()].strip(" ,;|•·@/–—-") if link else ""
    return [name] if name and _may_post(name) else []


def _may_post(name: str) -> bool:
    """Tell whether a name is one word, or few that begin with capitals."""
    spoken = name.split()
    if name[:1].isdigit():
        return False
    return len(spoken) == 1 or (
        len(spoken) <= _MOST_WORDS and all(word[0].isupper() for word in (spoken[0], spoken[-1]))
    )
