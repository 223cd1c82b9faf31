"""Where the text itself says that two names are one.

"the Popular Mobilization Units (PMU) or Hashd al-Sha'abi" → all three are one
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.naming.spelling import abbreviates, is_acronym

_IN_BRACKETS = re.compile(r" \(([^()]{2,60})\)")
_OR = re.compile(r" or (?:the )?$")
_KNOWN_AS = re.compile(r",? (?:(?:also|better) (?:known as|called)|aka|a\.k\.a\.) (?:the )?$")
_JOINS_END = ("or ", "the ", "as ", "called ", "aka ", "a.k.a. ")
_LONGEST_JOIN = 120
"""Characters that no statement between two names exceeds."""
_ARTICLE = re.compile(r"^(?:the|or|also|formerly) ")


def bracketed(name: str, after: str) -> str:
    """Give the other name that brackets after a name state; empty where they hold none.

    >>> bracketed("Popular Mobilization Units", " (PMU) or Hashd"), bracketed("Omar", " (D-MN)")
    ('PMU', '')
    """
    match = _IN_BRACKETS.match(after)
    other = _ARTICLE.sub("", match[1]) if match else ""
    if is_acronym(other) and abbreviates(other, name):
        return other
    return other if is_acronym(name) and abbreviates(name, other) else ""


def joins(between: str, *, abbreviated: bool) -> bool:
    """Tell whether what stands between two names says that they are one.

    A mere `or` says so only where an abbreviation stands in brackets before it: "Russia or China"
    are two.

    >>> joins(" (PMU) or ", abbreviated=True), joins(" or ", abbreviated=False)
    (True, False)
    >>> joins(", also known as ", abbreviated=False)
    True
    """
    brackets = _IN_BRACKETS.match(between)
    rest = between[brackets.end() :] if brackets else between
    if _KNOWN_AS.fullmatch(rest):
        return True
    return abbreviated and bool(_OR.fullmatch(rest))


def equated(found: list[tuple[str, int, int]], text: str) -> Iterator[tuple[str, str, int]]:
    """Say which names of a text it equates.

    Args:
        found: the names, each with where it begins and ends, in the order of the text.
        text: the text.

    Yields:
        Two names, and the offset where the second begins.
    """
    for i, (name, _, end) in enumerate(found, 1):
        other = bracketed(name, text[end : end + 64]) if text.startswith(" (", end) else ""
        if other:
            yield name, other, text.index(other, end)
        for following, start, _ in found[i : i + 2]:
            near = start - end <= _LONGEST_JOIN and text.endswith(_JOINS_END, end, start)
            if near and joins(text[end:start], abbreviated=bool(other)):
                yield name, following, start
