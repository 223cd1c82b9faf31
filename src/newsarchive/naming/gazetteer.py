"""What is known of names before any text is read: countries, cities, main organisations.

The list is short and from general knowledge. It settles what a text need not say (that Iraq is a
place, that "Daesh" and "ISIS" are one), and is all there is for languages whose capitals do not
mark names. How languages spell countries is known from the CLDR, by Babel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from newsarchive.names import NameKind
from newsarchive.naming.spelling import CLOSE_SCRIPTS

_ARABIC_PREFIXES = "[وبلفک]?"
"""And, with, to, so: letters that Arabic writes onto the word."""
_END = r"s?\b"
"""An owner's `s`, as Germanic languages write it right behind a name: `Deutschlands`."""


class Known(Struct, frozen=True):
    """A name of the gazetteer."""

    name: str
    """In its usual English spelling."""
    kind: NameKind


class _File(Struct, frozen=True):
    place: dict[str, list[str]]
    organisation: dict[str, list[str]]
    demonyms: list[str]
    given_names: list[str]
    territories: dict[str, str]
    """ISO 3166 or UN M49 → the place's name, where CLDR has another."""


@cache
def _file() -> _File:
    content = files("newsarchive.naming").joinpath("gazetteer.json").read_bytes()
    return msgspec.json.decode(content, type=_File)


@cache
def known_names() -> dict[str, Known]:
    """Give all spellings with what they name; apostrophes are straight, no `The` leads."""
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


def known_name(text: str) -> Known | None:
    """Give what is known of a name, which may be set in capitals.

    >>> known_name("FRANCE"), known_name("Bonnburg")
    (Known(name='France', kind='place'), None)
    """
    names = known_names()
    return names.get(text) or (names.get(text.title()) if len(text) > 4 else None)


@cache
def kinds() -> dict[str, NameKind]:
    """Give the kind of each name."""
    return {known.name: known.kind for known in known_names().values()}


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

    Spellings of fewer than four Latin letters are left out, but for `USA`: `US` and `WHO` are
    other words in other languages. The name is the last group.
    """
    spellings = sorted(known_names(), key=lambda spelling: (-len(spelling), spelling))
    close = [s for s in spellings if CLOSE_SCRIPTS.search(s)]
    words = [s for s in spellings if not CLOSE_SCRIPTS.search(s) and _is_clear(s)]
    prefixes = _ARABIC_PREFIXES
    return re.compile(
        rf"(?={_one_of(close)})({_by_first_letter(close)})"
        rf"|(?={_one_of(words, prefixes[1:-2])})\b{prefixes}({_by_first_letter(words)}){_END}"
    )


@cache
def countries(language: str) -> dict[str, str]:
    """Give the countries and continents as a language spells them, each with its English name.

    Args:
        language: ISO 639; one that Babel does not know has none.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  English archives never need it

    try:
        spelled = Locale(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    names = {**Locale("en").territories, **_file().territories}
    return {
        text: names[code]
        for code, text in spelled.items()
        if names.get(code) in _file().place and len(text) > 2 and text not in known_names()
    }


@cache
def country_pattern(language: str) -> re.Pattern[str] | None:
    """Match a country as a language spells it; None where nothing is known of that language."""
    spellings = sorted(countries(language), key=lambda spelling: (-len(spelling), spelling))
    if not spellings:
        return None
    if CLOSE_SCRIPTS.search(spellings[0]):
        return re.compile(f"({_by_first_letter(spellings)})")
    prefixes = _ARABIC_PREFIXES if language in ("ar", "fa", "ur") else ""
    return re.compile(rf"\b{prefixes}({_by_first_letter(spellings)}){_END}")


def _one_of(spellings: Iterable[str], others: str = "") -> str:
    """Give a set of the letters that spellings begin with: most letters of a text begin none."""
    return f"[{_any_of({spelling[0] for spelling in spellings}, '')}{others}]"


def _by_first_letter(spellings: Iterable[str]) -> str:
    """Give the alternatives with those together that begin alike: the others are passed over."""
    rests: dict[str, list[str]] = {}
    for spelling in spellings:
        rests.setdefault(spelling[0], []).append(spelling[1:])
    return "|".join(f"{re.escape(first)}(?:{_any_of(rest)})" for first, rest in rests.items())


def _any_of(texts: Iterable[str], between: str = "|") -> str:
    return between.join(map(re.escape, texts))


def _is_clear(spelling: str) -> bool:
    return len(spelling) > 3 or not spelling.isascii() or spelling == "USA"
