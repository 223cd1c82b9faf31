"""What the words around a name, and its own, tell of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.model import NameKind
from newsarchive.naming.gazetteer import given_names, known_names
from newsarchive.naming.parts import Part
from newsarchive.naming.words import (
    AFTER_ORGANISATIONS,
    AFTER_PLACES,
    IN,
    OCCUPATIONS,
    ORGANISATIONS,
    PLACES,
    SAYING,
)

WEIGHTS: dict[str, tuple[NameKind | None, int]] = {
    "known-name": (None, 20),
    "title-before": ("person", 4),
    "occupation-before": ("person", 4),
    "given-name": ("person", 3),
    "saying-after": ("person", 1),
    "place-word": ("place", 4),
    "place-word-after": ("place", 3),
    "in-before": ("place", 1),
    "organisation-word": ("organisation", 4),
    "organisation-word-after": ("organisation", 3),
    "member-of": ("organisation", 2),
}
"""Clue → what it speaks for, and how firmly. A known name's kind stands in the gazetteer."""

_BEFORE = 24
_LAST_WORD = re.compile(r"([\w-]+) $")
_MEMBER_OF = re.compile(r"(?:member|part|leader|branch|wing)s? of (?:the )?$")
_NEXT_WORD = re.compile(r"(?:['’]s)? ([a-z][\w-]*)")
_PROVINCE_OF = re.compile(r"(?:city|town|province|village|region|state|district|capital) of $")


def clues_of(part: Part, before: str, after: str) -> Iterator[str]:
    """Name the clues to a name's kind.

    Args:
        part: the name.
        before: some letters before it.
        after: some letters after it.
    """
    name = part.text
    if name in known_names() or (
        len(name) > 4 and name.isupper() and name.title() in known_names()
    ):
        yield "known-name"
        return
    yield from _own_clues(part)
    yield from _clues_before(part, before)
    yield from _clues_after(part, after)


def _own_clues(part: Part) -> Iterator[str]:
    words = part.words
    if words[-1] in PLACES or words[0] in PLACES:
        yield "place-word"
    elif words[-1] in ORGANISATIONS or words[0] in ORGANISATIONS:
        yield "organisation-word"
    elif words[0] in given_names() and len(words) > 1:
        yield "given-name"


def _clues_before(part: Part, before: str) -> Iterator[str]:
    last = _LAST_WORD.search(before)
    word = last[1] if last else ""
    if part.titled:
        yield "title-before"
    elif word in OCCUPATIONS:
        yield "occupation-before"
    elif word in IN:
        yield "in-before"
    elif _MEMBER_OF.search(before):
        yield "member-of"
    elif _PROVINCE_OF.search(before):
        yield "place-word-after"


def _clues_after(part: Part, after: str) -> Iterator[str]:
    follower = _NEXT_WORD.match(after)
    word = follower[1] if follower else ""
    if word in AFTER_PLACES:
        yield "place-word-after"
    elif word in AFTER_ORGANISATIONS:
        yield "organisation-word-after"
    elif word in SAYING and len(part.words) > 1:
        yield "saying-after"
