"""The register of well-known publishers: a name, and what else it goes by.

`register.json` holds for each display name its addresses and other names, one house a line. It was
written from general knowledge of the world's press; a publisher that is missing there is found by
its own words too. Of houses with one name the best known by far has it for itself; the others, or
all of them, have their place behind it in brackets, and only their addresses tell which is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import json

from newsarchive.finding.vocabulary import words

_SUFFIX = re.compile(
    r"\.(?:com|org|net|info|news|tv|co|edu|gov|io|ai|eu|[a-z]{2})(?:\.[a-z]{2})?$", re.MULTILINE
)
_START = re.compile(r"^(?:https?://)?(?:www\d?\.)?(?:the\s+)?")
_SIGNS = re.compile(r"[\W_]+")
_PATH = re.compile(r"/.*")
_PLACE = re.compile(r" \([^()]+\)$")
_HEAD = re.compile(r"\w+(?:\W\w+)?")
_SHORT = 3
"""Letters of an address that are too few to tell anything without what it ends on."""
_COMMON = frozenset(words("common-name"))
"""Names that are ordinary words as well: as words in a sentence they tell nothing."""


@cache
def _table() -> dict[str, list[str]]:
    return json.decode(
        files(__package__).joinpath("register.json").read_bytes(), type=dict[str, list[str]]
    )


@cache
def publishers() -> dict[str, str]:
    """Returns the display name of each known publisher, by its addresses and its names' keys.

    An address without what it ends on ("nytimes") stands for its publisher where it is no other's,
    no ordinary word, and no name that several publishers have.
    """
    table = _table()
    pairs = [(other, name) for name, others in table.items() for other in others]
    hosts = {other: name for other, name in pairs if is_address(other)}
    names = hosts | dict(zip(_keys_of(table), table, strict=True))
    stems: dict[str, set[str]] = {}
    for key, (other, name) in zip(_keys_of(other for other, _ in pairs), pairs, strict=True):
        if other in hosts:
            stems.setdefault(key, set()).add(name)
        else:
            names.setdefault(key, name)
    unclear = _COMMON.union(_keys_of(brand_of(name) for name in table if name[-1] == ")"))
    for stem, owners in stems.items():
        if stem not in names:
            bare = stem.removeprefix("the")
            if names.get(bare) in owners:
                names[stem] = names[bare]
            elif len(owners) == 1 and len(bare) > _SHORT and unclear.isdisjoint((stem, bare)):
                names[stem] = owners.pop()
    return names


def publisher_of(name: str) -> str | None:
    """Returns the display name of the publisher that is known by a name or an address, if any is.

    >>> publisher_of("abc.es"), publisher_of("https://www.nytimes.com/2021/"), publisher_of("nyt")
    ('ABC (España)', 'New York Times', 'New York Times')
    """
    known = publishers()
    return known.get(name) or known.get(key_of(name))


def is_address(name: str) -> bool:
    """Tells whether one of the register's names is a domain: "sz.de" is, "SZ.de" is spoken."""
    return "." in name and name.islower()


def brand_of(name: str) -> str:
    """Returns a display name as the publisher itself writes it: without its place in brackets.

    >>> brand_of("The Courier (Dundee)")
    'The Courier'
    """
    return _PLACE.sub("", name)


@cache
def _telling() -> list[str]:
    """Returns every name, with and without its article, that tells something where it stands."""
    names = [name for key, others in _table().items() for name in (key, *others)]
    names += [name[4:] for name in names if name.startswith("The ")]
    return [name for name in names if name[-1] != ")" and name.lower() not in _COMMON]


@cache
def first_words() -> dict[str, list[str]]:
    """Returns the names that begin with a word, or with two, longest first; no addresses."""
    names = {name for name in _telling() if "." not in name and len(name) > 2}
    table: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        head = _HEAD.match(name)
        if head:
            table.setdefault(head[0], []).append(name)
    return table


@cache
def spelled() -> frozenset[str]:
    """Returns every name in lower case that tells something where it stands alone."""
    return frozenset("\n".join(_telling()).lower().split("\n"))


def _keys_of(names: Iterable[str]) -> list[str]:
    """Returns the key of each name, made at once: many times faster than one by one."""
    text = "\n".join(names).lower()
    text = ("\n" + text).replace("\nthe ", "\n")[1:]
    text = unicodedata.normalize("NFKD", _SUFFIX.sub("", _PATH.sub("", text)))
    for sign in set(text):
        if sign != "\n" and not sign.isalnum():
            text = text.replace(sign, "")
    return text.split("\n")


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
