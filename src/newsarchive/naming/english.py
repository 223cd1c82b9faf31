"""Names in English: what is capitalised inside a sentence, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from newsarchive.naming.clues import clues_of
from newsarchive.naming.equations import equated
from newsarchive.naming.parts import parts_of
from newsarchive.naming.passages import Mention, Passage
from newsarchive.naming.spans import spans_of

_AROUND = 28
"""Letters before and after a name that may hold clues."""
_HEADLINE = 0.5
"""Share of words with a capital above which what is no sentence is set like a headline."""


def mentions_in(passages: Sequence[Passage]) -> Iterator[Mention]:
    """Find the names in an article in English."""
    words = set(chain.from_iterable([passage.text.split() for passage in passages]))
    found = chain.from_iterable(_mentions(passage, words) for passage in passages)
    return _without_openings(list(found), words)


def _mentions(passage: Passage, words: set[str]) -> Iterator[Mention]:
    """Find the names in a passage of English.

    Args:
        passage: the passage.
        words: the article's. What it writes without a capital too is no name where it opens a
            sentence.
    """
    text = passage.text
    if _is_headline(text):
        return
    found = [item for item in _found(text) if not (item[3] and item[0].lower() in words)]
    places = [(name, start, end) for name, start, end, _, _ in found]
    aliases = list(equated(places, text))
    for name, start, _, opens, clues in found:
        also = ((other, passage.line_at(at)) for one, other, at in aliases if one == name)
        yield Mention(name, passage.line_at(start), opens, clues, tuple(also))


def _without_openings(mentions: Sequence[Mention], words: set[str]) -> Iterator[Mention]:
    """Take off what merely opens a sentence: `Make` before a `Marlow` whom the article names alone.

    Such a word is one that the article also writes without a capital.
    """
    inside = {mention.name for mention in mentions if not mention.opens}
    for mention in mentions:
        first, _, rest = mention.name.partition(" ")
        if mention.opens and rest in inside and first.lower() in words:
            yield replace(mention, name=rest, opens=False, clues=(), aliases=())
        else:
            yield mention


def _found(text: str) -> Iterator[tuple[str, int, int, bool, tuple[str, ...]]]:
    """Find names: each with its beginning and end, whether it opens a sentence, and its clues."""
    for span in spans_of(text):
        for part in parts_of(span.words):
            before = " ".join([*span.words[: part.offset], ""])
            start = span.start + len(before)
            end = start + len(part.text)
            clues = clues_of(part, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
            opens = span.opens and part.offset == 0
            yield part.text, start, end, opens, clues


def _is_headline(text: str) -> bool:
    if text.rstrip("”\"’')").endswith((".", "!", "?", "…")):
        return False
    words = text.split()
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) > 3 and capitals > _HEADLINE * len(words)
