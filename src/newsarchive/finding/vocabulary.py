"""The words of all languages that finders and rules know, kept as data: `vocabulary.json`.

Each list holds alternatives of a regular expression, all of them linear, or phrases. The module
that names a list says what it is for: to read another language, its words are put into the lists,
and no code is changed. Names tell where the words stand: `byline-by` before the name in a byline,
`published` and `updated` before a day, `credit-lead` at the beginning of a picture's credit,
`prompt` and `over-teasers` at that of a line that asks readers for something, and over other
articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from msgspec import json

from newsarchive.patterns import late


@cache
def _lists() -> dict[str, list[str]]:
    content = files(__package__).joinpath("vocabulary.json").read_bytes()
    return json.decode(content, type=dict[str, list[str]])


def words(name: str) -> tuple[str, ...]:
    """Give a list of the vocabulary."""
    return tuple(_lists()[name])


_LITERAL = re.compile(r"[^\\()\[\]{}|^$.?*+]+")
_OPTIONAL = ("?", "*", "{")


def heads(alternatives: Iterable[str]) -> frozenset[str]:
    """Give the letters with which alternatives begin whatever follows.

    >>> sorted(heads(["photos?", "by (?:the )?author", "tags"]))
    ['by ', 'photo', 'tags']
    """
    return frozenset(head for head in map(_head_of, alternatives) if head is not None)


def _head_of(alternative: str) -> str | None:
    literal = _LITERAL.match(alternative)
    if not literal:
        return None
    return literal[0][:-1] if alternative.startswith(_OPTIONAL, literal.end()) else literal[0]


def beginning_with(letters: str, alternatives: Iterable[str]) -> list[str]:
    r"""Give the alternatives that can match where a text goes on with some letters.

    Of a long list few can, and a pattern of these is compiled in a fraction of the time.

    >>> beginning_with("fo", ["follow", r"f\w+", "find", "fo+d", r"\d+"])
    ['follow', 'f\\w+', 'fo+d', '\\d+']
    """
    heads_ = ((each, (_head_of(each) or "")[: len(letters)]) for each in alternatives)
    return [each for each, head in heads_ if letters.startswith(head)]


def any_of(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """Give a pattern that matches any alternative of a list, between two pieces of pattern."""
    return one_of(*_lists()[name], before=before, after=after)


def one_of(*alternatives: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """Give a pattern that matches any of some patterns, whatever their case."""
    return late(f"{before}(?:{by_first_letter(alternatives)}){after}", re.IGNORECASE)


def any_phrase(phrases: Iterable[str]) -> str:
    r"""Give a pattern that matches any of some phrases as they are written, the longest first.

    >>> any_phrase(["by", "by (c)"])
    '(?-i:[bB])(?:y\\ \\(c\\)|y)'
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    return by_first_letter(re.escape(phrase) for phrase in longest_first)


_BEGINNING = re.compile(r"(\\b)?([^\W\d_A-Z])(?![?*+{])")
_ALIKE = {"i": "İı", "k": "\u212a", "s": "ſ", "å": "\u212b"}
"""What matches a letter beside its capital where case is ignored."""


def by_first_letter(alternatives: Iterable[str]) -> str:
    r"""Give a pattern of alternatives, those with one first letter behind a set of that letter.

    At most places none has the letter that stands there. Python sees that of a set at once, but
    begins to match each alternative that is to be matched without regard to case. At most places
    no word begins either: those that begin with one are asked for together.

    >>> by_first_letter(["ago", "hours?", "at", r"\bon", "©"])
    '\\b(?:(?-i:[oO])(?:n))|(?-i:[aA])(?:go|t)|(?-i:[hH])(?:ours?)|©'
    """
    groups: dict[str, list[str]] = {}
    edged: dict[str, list[str]] = {}
    for each in alternatives:
        first = _BEGINNING.match(each)
        if first:
            edge, letter = first.groups()
            (edged if edge else groups).setdefault(_set_of(letter), []).append(each[first.end() :])
        else:
            groups[each] = []
    words_ = [rf"\b(?:{_alternatives(edged)})"] if edged else []
    return "|".join([*words_, _alternatives(groups)] if groups else words_)


def _alternatives(groups: dict[str, list[str]]) -> str:
    """Give a pattern of alternatives by their beginnings, each with all that may follow."""
    return "|".join(
        [begin + (f"(?:{'|'.join(ends)})" if ends else "") for begin, ends in groups.items()]
    )


def _set_of(letter: str) -> str:
    capital = letter.upper() if letter.upper() != letter else ""
    return f"(?-i:[{letter}{capital}{_ALIKE.get(letter, '')}])"
