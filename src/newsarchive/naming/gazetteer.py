"""What is known of names before any text is read: countries, cities, main organisations.

The list is short and from general knowledge. It settles what a text need not say (that Iraq is a
place, that "Daesh" and "ISIS" are one), and is all there is for languages whose capitals do not
mark names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from newsarchive.model import NameKind
from newsarchive.naming.spelling import CLOSE_SCRIPTS

_ARABIC_PREFIXES = "[وبلفک]?"
"""And, with, to, so: letters that Arabic writes onto the word."""


class Known(Struct, frozen=True):
    """A name of the gazetteer."""

    name: str
    """As it is usually spelled in English."""
    kind: NameKind


class _File(Struct, frozen=True):
    place: dict[str, list[str]]
    organisation: dict[str, list[str]]
    demonyms: list[str]
    given_names: list[str]


@cache
def _file() -> _File:
    content = files("newsarchive.naming").joinpath("gazetteer.json").read_bytes()
    return msgspec.json.decode(content, type=_File)


@cache
def known_names() -> dict[str, Known]:
    """Give all spellings with what they name; apostrophes are typewriter's, no `The` leads."""
    kinds: tuple[tuple[NameKind, dict[str, list[str]]], ...] = (
        ("place", _file().place),
        ("organisation", _file().organisation),
    )
    return {
        spelling.removeprefix("The ").replace("’", "'"): Known(name, kind)
        for kind, names in kinds
        for name, spellings in names.items()
        for spelling in (name, *spellings)
    }


@cache
def demonyms() -> frozenset[str]:
    """Give words that stand for a people or a faith: capitalised, and no names."""
    return frozenset(" ".join(_file().demonyms).split())


@cache
def given_names() -> frozenset[str]:
    """Give common first names."""
    return frozenset(" ".join(_file().given_names).split())


@cache
def known_pattern() -> re.Pattern[str]:
    """Match any spelling, the longest first: as a word, or anywhere in scripts without blanks.

    Spellings of fewer than four Latin letters are left out: `US` and `WHO` are other words in
    other languages.
    """
    spellings = sorted(known_names(), key=lambda spelling: (-len(spelling), spelling))
    close = [s for s in spellings if CLOSE_SCRIPTS.search(s)]
    words = [s for s in spellings if not CLOSE_SCRIPTS.search(s) and _is_clear(s)]
    firsts = {s[0] for s in (*close, *words)}
    begins = f"(?=[{_any_of(firsts, '')}{_ARABIC_PREFIXES[1:-2]}])"  # most letters begin none
    return re.compile(
        rf"{begins}(?:(?:{_any_of(close)})|\b{_ARABIC_PREFIXES}(?:{_any_of(words)})\b)"
    )


def _any_of(texts: Iterable[str], between: str = "|") -> str:
    return between.join(map(re.escape, texts))


def _is_clear(spelling: str) -> bool:
    return len(spelling) > 3 or not spelling.isascii()
