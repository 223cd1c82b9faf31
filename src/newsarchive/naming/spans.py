"""Capitalised spans of a text: where names may stand.

"told the New York Times on Sunday" → "New York Times"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct

from newsarchive.naming.words import ORGANISATIONS, PLACES, SUBJECTS
from newsarchive.patterns import late

MOST_WORDS, MOST_CHARACTERS = 12, 120
"""How long a span may be; what is longer is no name."""

_UPPER = "".join(chr(c) for c in range(0x41, 0x250) if chr(c).isupper())
_SHORTENED = r"(?:Mr|Mrs|Ms|Dr|Gen|Maj|Brig|Lt|Col|Sgt|Sen|Rep|Gov|Prof|Capt|Adm|Rev|St)\."
_DOTTED = rf"(?:[{_UPPER}]\.)+"
_PLAIN = rf"[{_UPPER}](?:[\w&]|['’](?!s\b)(?=\w))*(?:-\w(?:\w|['’](?!s\b)(?=\w))*)*"
_PARTICLE = rf"(?:(?:[ae]l|ul|a[dshnrtz]|ash)-|d['’])(?=[{_UPPER}])"
_WORD = rf"(?:{_SHORTENED}|{_DOTTED}|(?:{_PARTICLE})?{_PLAIN})"
PERSONAL = frozenset("de del della di da do dos das du van der den von bin bint ibn la le".split())
_JOINING = "|".join(sorted(PERSONAL | {"of", "the", "and", "for"}))
_SPAN = late(rf"{_WORD}(?: (?:(?:{_JOINING}) ){{0,2}}{_WORD}){{0,{MOST_WORDS - 1}}}")
# One set of characters comes first: it is searched for quickly.
_CAPITAL = late(rf"[{_UPPER}](?<![\w.@/#].)")
_START = late(rf"[{_UPPER}aeud](?<![\w.@/#].)(?:(?<=[{_UPPER}])|(?<=[aeu])[a-z]h?-|(?<=d)['’])")
"""Where a span may begin: a capital, or a particle, that nothing runs on to."""
_LED = late(rf"[-'’](?=[{_UPPER}])")
"""What stands in every text in which one begins with a particle."""
_OPENING = late(r"(?:^|[.!?…:;•–—]['’”\")\]*]*\s*|[“\"‘])[“\"‘]*$")
_HEADS = ORGANISATIONS | PLACES | {"Secretary", "Minister"}


class Span(Struct, frozen=True):
    """Words that may be a name, or several in a row."""

    words: tuple[str, ...]
    start: int
    """Offset in the text."""
    opens: bool
    """It opens a sentence, where a capital says nothing."""


def spans_of(text: str) -> Iterator[Span]:
    """Find the capitalised spans of a text, cut where a small word joins no name.

    >>> [span.words for span in spans_of("He flew from Iraq and Syria to the Bank of England.")]
    [('He',), ('Iraq',), ('Syria',), ('Bank', 'of', 'England')]
    """
    for match in _matches(text):
        if match.end() - match.start() > MOST_CHARACTERS:
            continue
        start = match.start()
        amid = text[start - 1 : start] == " " and text[start - 2 : start - 1].isalnum()
        opens = not amid and bool(_OPENING.search(text, max(0, start - 4), start))
        words = match[0].split(" ")
        if len(words) == 1:
            yield Span((words[0],), start, opens)
        else:
            yield from _cut(words, start, opens=opens)


def _matches(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for start in (_START if _LED.search(text) else _CAPITAL).finditer(text):
        match = _SPAN.match(text, start.start()) if start.start() >= end else None
        if match:
            yield match
            end = match.end()


def _cut(words: list[str], start: int, *, opens: bool) -> Iterator[Span]:
    offset, begun, first = start, 0, start
    for i, word in enumerate(words):
        small = word.isalpha() and word[0].islower()
        if small and not _joins(words[begun:i], word, words[i + 1 :]):
            if i > begun:
                yield Span(tuple(words[begun:i]), first, opens and begun == 0)
            begun, first = i + 1, offset + len(word) + 1
        offset += len(word) + 1
    yield Span(tuple(words[begun:]), first, opens and begun == 0)


def _joins(before: list[str], word: str, after: list[str]) -> bool:
    """Tell whether a small word joins a name: `de`, `of` after `Ministry`, `and` after that.

    And so does `and` in `Food and Drug Administration`.
    """
    if not before:
        return False
    if word in PERSONAL:
        return True
    if word in ("of", "for"):
        return before[-1] in _HEADS
    if word == "the":
        return before[-1] in ("of", "for")
    if "of" in before:
        return before[before.index("of") - 1] in _HEADS
    return len(before) == 1 and before[0] in SUBJECTS and _is_organisation(after)


def _is_organisation(words: list[str]) -> bool:
    """Tell whether the capitalised words that come first end as an organisation's name does."""
    last = list(takewhile(lambda word: not word[0].islower(), words))[-1:]
    return bool(last) and last[0] in ORGANISATIONS
