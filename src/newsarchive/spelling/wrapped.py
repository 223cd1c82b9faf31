"""Lines that were broken at a fixed width, put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

_COMPOUND = re.compile(r"\w+-[^\W\d_]+")
_FIRST_HALF = re.compile(r"(\w+)[-=\u00ac\u2010\u2e17]$")
_SECOND_HALF = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\u00ad"
_FIRST_WORDS = frozenset(
    "well long short high low full half part self non ex mid old new far large small first second"
    " third two three four five six seven eight nine ten cross anti".split(" ")
)
"""English words that begin compounds with a hyphen."""
_SHORTEST_SECOND = 4
"""Letters of a compound's second word; shorter ones are mostly endings: "long-er"."""


def join_lines(lines: Sequence[str]) -> str:
    """Put the lines of a paragraph together, and the words that were broken at their ends.

    The hyphen at a line's end goes; but it stays before a capital amid small letters, after a
    figure and after words that begin compounds, and where the paragraph has the same word with it
    amid a line.

    >>> join_lines(["The north-", "ern pier of the well-", "known sea-", "wall: a sea-wall."])
    'The northern pier of the well-known sea-wall: a sea-wall.'
    >>> join_lines(["Der Hafen=", "ausſchuß hat beſchloſ⸗", "ſen, den Pier zu ſper¬", "ren."])
    'Der Hafenausſchuß hat beſchloſſen, den Pier zu ſperren.'
    >>> join_lines(["FLOODS CUT OFF TWO VIL-", "LAGES IN THE ANGLO-Danish dale"])
    'FLOODS CUT OFF TWO VILLAGES IN THE ANGLO-Danish dale'
    """
    if len(lines) == 1:
        return lines[0]
    compounds = {word for line in lines for word in _COMPOUND.findall(line)}
    joined = [_before(line, below, compounds) for line, below in pairwise(lines)]
    return "".join([*joined, lines[-1]])


def _before(line: str, below: str, compounds: AbstractSet[str]) -> str:
    """Give a line as it stands before the one below it: with a blank, or with half a word."""
    if line.endswith(_SOFT_HYPHEN):
        return line[:-1]
    first, second = _FIRST_HALF.search(line), _SECOND_HALF.match(below)
    if not first or not second:
        return line + " "
    whole = f"{first[1]}-{second[0]}"
    named = second[0][0].isupper() and not whole.isupper()
    stays = whole in compounds or named or first[1][-1].isdigit()
    begins = first[1].lower() in _FIRST_WORDS and len(second[0]) >= _SHORTEST_SECOND
    return line if stays or begins else line[:-1]
