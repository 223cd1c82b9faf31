"""Tells how bylines begin, in many languages: "By Jane Doe", "Text: …", "Une chronique de …"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from newsarchive.finding.people.names import CAPITALS
from newsarchive.finding.vocabulary import any_phrase, words
from newsarchive.patterns import late

_KINDS, _BY, _LEADS, _COLON_LEADS = (
    words(f"byline-{name}") for name in ("kind", "by", "lead", "colon")
)
_TELLING = [lead for lead in _LEADS if lead.startswith(tuple(f"{by} " for by in _BY))]
"""Leads that begin with a word for "by" and go on: "von unserem Redakteur"."""
_ALONE = frozenset(words("byline-alone"))
_ENDS, _OTHERS = words("byline-ends"), words("byline-others")
LONGEST_LEAD = 30
"""Characters of a line that leads to the names on the next one."""
_LONGEST_OF_MORE = 24
"""The same of one that says more."""


_COLON = r"\s?[:\-–]?\s+(?=\S)|:(?=\S)"
_UNCASED = r"[^\x00-\u058f\uffe0-\uffff\U00010000-\U0010ffff]"
"""Letters of scripts without capitals: what they are not is compiled faster than what they are."""
_AFTER_BY = (
    rf"(?:\s(?:the author|staff))?"
    rf"(?:{_COLON}|(?-i:(?:(?<=[bB]y)|(?<=[vV]on)|(?<=[pP][ao]r))(?=[{CAPITALS}])))"
)
_AFTER_LEAD = rf"(?:\s?[:\-–]\s*(?=\S)|\s+(?-i:(?=[{CAPITALS}]|{_UNCASED})))"
BEGINNINGS = {
    letters: tuple(phrases)
    for letters, phrases in groupby(
        sorted((*_KINDS, *_BY, *_LEADS, *_COLON_LEADS)), key=lambda phrase: phrase[:2]
    )
}
"""By their first two letters, which tell of most lines that they do not begin so."""
_LAST_LETTERS = frozenset(phrase[-2:] for phrase in _ENDS)
"""Two letters tell of most lines that they do not end so."""


def begins_as_byline(row: str) -> bool:
    """Tell whether a line in lower case begins with a word that bylines begin with."""
    return row.startswith(BEGINNINGS.get(row[:2], ()))


def lead_of(text: str) -> tuple[str, int] | None:
    """Give how a line leads to its names, "by" or "lead", and where these begin.

    >>> lead_of("By Jane Doe"), lead_of("Une chronique de Jeanne Dupont"), lead_of("Jane Doe")
    (('by', 3), ('lead', 17), None)
    """
    match = _leading(text[:2].lower()).match(text)
    by = match is not None and match.lastgroup == "by" and match.start("by") == 0
    return ("by" if by else "lead", match.end()) if match else None


@lru_cache(maxsize=256)
def _leading(letters: str) -> re.Pattern[str]:
    """Give a pattern of what leads to names and begins with two letters.

    To compile that of all beginnings takes as long as to read an article.
    """
    kinds, by, leads, colon_leads = (
        any_phrase([phrase for phrase in phrases if phrase[:2] == letters])
        for phrases in (_KINDS, _BY, _LEADS, _COLON_LEADS)
    )
    if kinds:
        kinds, by = rf"(?:(?:{kinds})\s)?", any_phrase(_BY)
    telling = any_phrase([lead for lead in _TELLING if lead[:2] == letters])
    branches = (
        rf"(?:{telling}){_AFTER_LEAD}" if telling else "",
        rf"{kinds}(?P<by>{by}){_AFTER_BY}" if by else "",
        rf"(?:{leads}){_AFTER_LEAD}" if leads else "",
        rf"(?:{colon_leads})\s?:\s?(?=\S)" if colon_leads else "",
    )
    return late("|".join(filter(None, branches)) or "(?!)", re.IGNORECASE)


def is_lead(row: str) -> bool:
    """Tell whether a line in lower case says nothing but that a name stands on the line below.

    >>> is_lead("author:"), is_lead("kommentar von")
    (True, False)
    """
    return row.rstrip(" :：") in _ALONE


def ends_as_lead(row: str) -> bool:
    """Tell whether a short line in lower case ends with a word that leads to a name.

    >>> ends_as_lead("kommentar von"), ends_as_lead("19.07.2021 von"), ends_as_lead("mehr von")
    (True, True, False)
    """
    bare = row.rstrip(" :：")
    ends = bare[-2:] in _LAST_LETTERS and bare.endswith(_ENDS)
    return ends and len(bare) <= _LONGEST_OF_MORE and not bare.startswith(_OTHERS)
