"""How lines of a kind begin, in any language: a list of the vocabulary, asked of few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from newsarchive.finding.vocabulary import beginning_with, heads, one_of, words

_AROUND = "[](){}:,.-*"
_UNSPACED = "\u0e00"
"""The first letter of the scripts of which some put no blanks between words."""


class Opening(Struct, frozen=True):
    """What lines of one kind begin with."""

    words: frozenset[str]
    """The first words of such lines, as `first_word` gives them."""
    name: str
    """The list of the vocabulary that has all that they begin with."""
    before: str
    after: str
    also: frozenset[str]

    def begins(self, folded: str) -> bool:
        """Tell whether a folded line is of the kind."""
        word = first_word(folded)
        return word in self.words and _pattern(self, word).match(folded) is not None


def opening(name: str, before: str = "", after: str = "", also: Iterable[str] = ()) -> Opening:
    """Give what lines begin with by a list of the vocabulary.

    Args:
        name: the list; each of its alternatives begins with a whole word, folded.
        before: a pattern of signs that may stand before it.
        after: a pattern of what follows it.
        also: other first words that the pattern before it may match.
    """
    others = frozenset(also)
    first = map(first_word, heads(words(name)))
    return Opening(others.union(first), name, before, after, others)


@cache
def _pattern(kind: Opening, word: str) -> re.Pattern[str]:
    """Give a pattern of all that a line of a kind can begin with if that is its first word."""
    alternatives = words(kind.name)
    can = alternatives if word in kind.also else beginning_with(word, alternatives)
    return one_of(*can, before=kind.before, after=kind.after)


def first_word(folded: str) -> str:
    """Give a line's first word without signs around it, or its first letter in unspaced scripts.

    >>> first_word("(read more)"), first_word("関連記事：…")
    ('read', '関')
    """
    word = folded.partition(" ")[0].strip(_AROUND)
    return word[:1] if word >= _UNSPACED else word
