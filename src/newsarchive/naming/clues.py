"""What the words around a name, and its own, tell of its kind."""

from __future__ import annotations

from functools import lru_cache

from newsarchive.finding.people.names import first_is_given
from newsarchive.names import NameKind
from newsarchive.naming.bare import BareName
from newsarchive.naming.gazetteer import given_names, known_names
from newsarchive.naming.spelling import is_acronym
from newsarchive.naming.words import (
    AFTER_ORGANISATIONS,
    AFTER_PLACES,
    BEFORE_ORGANISATIONS,
    BEFORE_PLACES,
    IN,
    NO_KIND,
    OCCUPATIONS,
    ORGANISATIONS,
    PLACES,
    SAYING,
    SURNAMES,
    TITLES,
)
from newsarchive.patterns import late

WEIGHTS: dict[str, tuple[NameKind | None, int]] = {
    "known-name": (None, 20),
    "title-before": ("person", 4),
    "occupation-before": ("person", 4),
    "given-name": ("person", 3),
    "perhaps-given-name": ("person", 2),
    "saying-after": ("person", 1),
    "place-word": ("place", 4),
    "place-word-after": ("place", 3),
    "in-before": ("place", 1),
    "organisation-word": ("organisation", 4),
    "organisation-word-after": ("organisation", 2),
    "member-of": ("organisation", 2),
}
"""Clue → what it speaks for, and how firmly. A known name's kind stands in the gazetteer."""

GIVEN = frozenset(["given-name", "perhaps-given-name"])
"""The clues of a name that begins as people's do."""

_LAST_WORD = late(r"([\w-]+) $")
_MEMBER_OF = late(r"(?:member|part|leader|branch|wing)s? of (?:the )?$")
_NEXT_WORD = late(r"(?:['’]s)? ([a-z][\w-]*)")
_PROVINCE_OF = late(r"(?:city|town|province|village|region|state|district|capital) of $")


def clues_of(name: BareName, before: str, after: str) -> tuple[str, ...]:
    """Name the clues to a name's kind.

    Args:
        name: as it stands in its span.
        before: some letters before it.
        after: some letters after it.
    """
    text, known = name.text, known_names()
    if text in known or (len(text) > 4 and text.isupper() and text.title() in known):
        return ("known-name",)
    if name.words[-1] in NO_KIND:
        return ()
    found = (_own_clue(name.words), _clue_before(name, before), _clue_after(name, after))
    return tuple([clue for clue in found if clue])


@lru_cache(maxsize=1 << 14)  # names come again and again
def _own_clue(words: tuple[str, ...]) -> str:
    if _is_headed(words, PLACES, BEFORE_PLACES):
        return "place-word"
    if _is_headed(words, ORGANISATIONS, BEFORE_ORGANISATIONS):
        return "organisation-word"
    if len(words) == 1 or not is_surname(words[-1]):
        return ""
    if words[0] in given_names():
        return "given-name"
    return "perhaps-given-name" if first_is_given(words[0]) and not words[0].isupper() else ""


def _is_headed(words: tuple[str, ...], heads: frozenset[str], leading: frozenset[str]) -> bool:
    """Tell whether words end in a word for their kind, or begin with one: `Gulf of`, `Lake`."""
    first, *rest = words
    return words[-1] in heads or (
        bool(rest) and (first in leading or (first in heads and rest[0] in ("of", "for")))
    )


def is_surname(word: str) -> bool:
    """Tell whether a person's name can end so: not in `F.`, `IV`, `Editor` or `Britain`."""
    is_role = word not in SURNAMES and (word in TITLES or word.lower() in OCCUPATIONS)
    return not word.isupper() and not is_role and word not in known_names()


def _clue_before(name: BareName, before: str) -> str:
    if name.titled and is_surname(name.words[-1]):
        return "title-before"
    last = _LAST_WORD.search(before, before.rfind(" ", 0, -1) + 1)
    word = last[1] if last else ""
    if word in OCCUPATIONS and is_surname(name.words[-1]):
        return "occupation-before"
    if word in IN and not is_acronym(name.text):
        return "in-before"
    if not before.endswith(("of ", "of the ")):
        return ""
    if _MEMBER_OF.search(before):
        return "member-of"
    return "place-word-after" if _PROVINCE_OF.search(before) else ""


def _clue_after(name: BareName, after: str) -> str:
    follower = _NEXT_WORD.match(after)
    word = follower[1] if follower else ""
    if word in AFTER_PLACES:
        return "place-word-after"
    if word in AFTER_ORGANISATIONS:
        return "organisation-word-after"
    return "saying-after" if word in SAYING and len(name.words) > 1 else ""
