"""The names in an article's text: whom and what it names, on which lines, and what tells its kind.

`naming` finds them; what the articles of an archive name together stands in `archive.names`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

NameKind = Literal["person", "place", "organisation"]
"""What a name names."""


class Clue(Struct, frozen=True):
    """Something in the text that tells what kind of thing a name names."""

    rule: str
    """One of those in `naming.clues`: `title-before`."""
    line: int


class Alias(Struct, frozen=True):
    """Another name of the same person, place or organisation, as the text itself says."""

    text: str
    line: int
    """The line that says it."""


class Name(Struct, frozen=True):
    """A name in the spelling of one article, and where it stands in its text."""

    text: str
    lines: tuple[int, ...]
    """The line of each place at which it stands."""
    openings: int = 0
    """At how many of them it opens a sentence, where its capital says nothing."""
    clues: tuple[Clue, ...] = ()
    aliases: tuple[Alias, ...] = ()
    known: str = ""
    """What the gazetteer calls it: `Germany` for `Deutschland`; empty where it does not know it."""
