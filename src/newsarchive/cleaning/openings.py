"""How lines of a kind begin, in any language: a list of the vocabulary, asked of few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from newsarchive.finding.vocabulary import any_of, heads, words

_AROUND = "[](){}:,.-*"
_UNSPACED = "\u0e00"
"""The first letter of the scripts of which some put no blanks between words."""


class Opening(Struct, frozen=True):
    """What lines of one kind begin with."""

    words: frozenset[str]
    """The first words of such lines, as `first_word` gives them."""
    pattern: re.Pattern[str]
    """What a folded line of the kind begins with."""


def opening(name: str, before: str = "", after: str = "", also: Iterable[str] = ()) -> Opening:
    """Give what lines begin with by a list of the vocabulary.

    Args:
        name: the list; each of its alternatives begins with a whole word, folded.
        before: a pattern of signs that may stand before it.
        after: a pattern of what follows it.
        also: other first words that the pattern before it may match.
    """
    first = map(first_word, (*heads(words(name)), *also))
    return Opening(frozenset(first), any_of(name, before, after))


def first_word(folded: str) -> str:
    """Give a line's first word without signs around it, or its first letter in unspaced scripts.

    >>> first_word("(read more)"), first_word("関連記事：…")
    ('read', '関')
    """
    word = folded.partition(" ")[0].strip(_AROUND)
    return word[:1] if word >= _UNSPACED else word
