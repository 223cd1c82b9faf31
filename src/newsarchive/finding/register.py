"""The register of well-known publishers: a name, and what else it goes by.

`register.json` holds for each display name its domains and other names. It was written from general
knowledge of the world's press; a publisher that is missing there is found by its own words too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import json

_SUFFIX = re.compile(r"\.(?:com|org|net|info|news|tv|co|edu|gov|io|ai|eu|[a-z]{2})(?:\.[a-z]{2})?$")
_START = re.compile(r"^(?:https?://)?(?:www\d?\.)?(?:the\s+)?")
_SIGNS = re.compile(r"[\W_]+")


_FIRST = re.compile(r"\w+")
_COMMON = frozenset(
    "time people health science nature outside self parade focus fortune patch punch dawn reason "
    "metro campaign variety space observer today glamour the".split()
)
"""Names that are ordinary words as well: as words in a sentence they tell nothing."""


@cache
def _table() -> dict[str, list[str]]:
    return json.decode(
        files(__package__).joinpath("register.json").read_bytes(), type=dict[str, list[str]]
    )


def _all_names() -> list[str]:
    """Returns every name in the register that is no address, with and without its article."""
    names = [name for key, others in _table().items() for name in (key, *others)]
    return [*names, *(name[4:] for name in names if name.startswith("The "))]


@cache
def publishers() -> dict[str, str]:
    """Returns the display name of each known publisher, by the key of each of its names."""
    table = _table()
    names: dict[str, str] = {}
    for name in table:
        names.setdefault(key_of(name), name)
    for name, others in table.items():
        for other in others:
            names.setdefault(key_of(other), name)
    return names


@cache
def first_words() -> dict[str, tuple[str, ...]]:
    """Returns the names that begin with a word, the longest first; addresses are left out."""
    table: dict[str, list[str]] = {}
    for name in _all_names():
        if "." not in name and len(name) > 2 and name.lower() not in _COMMON:
            table.setdefault(_FIRST.findall(name)[0], []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in table.items()}


@cache
def spelled() -> dict[str, str]:
    """Returns the display name of each known publisher, by each of its names in lower case."""
    return {
        form: name
        for name, others in _table().items()
        for other in (name, *others)
        for form in (other.lower(), other.lower().removeprefix("the "))
    }


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """Returns what is alike in a publisher's name and in its address.

    >>> key_of("The Press TV"), key_of("www.presstv.com"), key_of("Süddeutsche Zeitung")
    ('presstv', 'presstv', 'suddeutschezeitung')
    """
    text = _SUFFIX.sub("", _START.sub("", name.lower().strip()).partition("/")[0])
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join([sign for sign in text if not unicodedata.combining(sign)])
    return _SIGNS.sub("", text)
