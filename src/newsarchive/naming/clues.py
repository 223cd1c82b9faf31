"""What the words around a name, and its own, tell of its kind."""

from __future__ import annotations

import re

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

_LAST_WORD = re.compile(r"([\w-]+) $")
_MEMBER_OF = re.compile(r"(?:member|part|leader|branch|wing)s? of (?:the )?$")
_NEXT_WORD = re.compile(r"(?:['’]s)? ([a-z][\w-]*)")
_PROVINCE_OF = re.compile(r"(?:city|town|province|village|region|state|district|capital) of $")


def clues_of(part: Part, before: str, after: str) -> tuple[str, ...]:
    """Name the clues to a name's kind.

    Args:
        part: the name.
        before: some letters before it.
        after: some letters after it.
    """
    name, known = part.text, known_names()
    if name in known or (len(name) > 4 and name.isupper() and name.title() in known):
        return ("known-name",)
    found = (_own_clue(part.words), _clue_before(part, before), _clue_after(part, after))
    return tuple([clue for clue in found if clue])


def _own_clue(words: tuple[str, ...]) -> str:
    first, last = words[0], words[-1]
    if last in PLACES or first in PLACES:
        return "place-word"
    if last in ORGANISATIONS or first in ORGANISATIONS:
        return "organisation-word"
    return "given-name" if len(words) > 1 and first in given_names() else ""


def _clue_before(part: Part, before: str) -> str:
    if part.titled:
        return "title-before"
    last = _LAST_WORD.search(before, before.rfind(" ", 0, -1) + 1)
    word = last[1] if last else ""
    if word in OCCUPATIONS:
        return "occupation-before"
    if word in IN:
        return "in-before"
    if not before.endswith(("of ", "of the ")):
        return ""
    if _MEMBER_OF.search(before):
        return "member-of"
    return "place-word-after" if _PROVINCE_OF.search(before) else ""


def _clue_after(part: Part, after: str) -> str:
    follower = _NEXT_WORD.match(after)
    word = follower[1] if follower else ""
    if word in AFTER_PLACES:
        return "place-word-after"
    if word in AFTER_ORGANISATIONS:
        return "organisation-word-after"
    return "saying-after" if word in SAYING and len(part.words) > 1 else ""
