"""Names in English: what is capitalised inside a sentence, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.naming.bare import bare_names
from newsarchive.naming.clues import clues_of
from newsarchive.naming.equations import equated
from newsarchive.naming.passages import Mention, Passage
from newsarchive.naming.spans import spans_of

_AROUND = 28
"""Letters before and after a name that may hold clues."""
_HEADLINE = 0.5
"""Share of words with a capital above which what is no sentence is set like a headline."""


class _Found(Struct, frozen=True, gc=False):
    """A name where it stands in a passage."""

    name: str
    start: int
    end: int
    """Offsets in the passage's text."""
    opens: bool
    """It opens a sentence."""
    clues: tuple[str, ...]


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
    found = [each for each in _found_in(text) if not (each.opens and each.name.lower() in words)]
    aliases = list(equated([(each.name, each.start, each.end) for each in found], text))
    for each in found:
        also = ((other, passage.line_at(at)) for one, other, at in aliases if one == each.name)
        line = passage.line_at(each.start)
        yield Mention(each.name, line, each.opens, each.clues, tuple(also))


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


def _found_in(text: str) -> Iterator[_Found]:
    """Find what may be a name in a passage's text."""
    for span in spans_of(text):
        for name in bare_names(span.words):
            before = " ".join([*span.words[: name.offset], ""])
            start = span.start + len(before)
            end = start + len(name.text)
            clues = clues_of(name, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
            opens = span.opens and name.offset == 0
            yield _Found(name.text, start, end, opens, clues)


def _is_headline(text: str) -> bool:
    if text.rstrip("”\"’')").endswith((".", "!", "?", "…")):
        return False
    words = text.split()
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) > 3 and capitals > _HEADLINE * len(words)
