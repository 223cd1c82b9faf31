"""The register of well-known publishers: a name, and what else it goes by.

`register.json` holds for each display name its addresses and other names, one house a line. It was
written from general knowledge of the world's press; a publisher that is missing there is found by
its own words too. Of houses with one name the best known by far has it for itself; the others, or
all of them, have their place behind it in brackets, and only their addresses tell which is meant.

It is read as `register_index` has laid it out, for that is many times faster.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct, json

_SUFFIX = re.compile(r"\.(?:com|org|net|info|news|tv|co|edu|gov|io|ai|eu|[a-z]{2})(?:\.[a-z]{2})?$")
_ENDS = (
    "com",
    "org",
    "net",
    "de",
    "co.uk",
    "fr",
    "es",
    "it",
    "nl",
    "ca",
    "com.au",
    "in",
    "tv",
    "ch",
)
"""What the addresses of most publishers end on."""
_START = re.compile(r"^(?:https?://)?(?:www\d?\.)?(?:the\s+)?")
_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"\w+")
_PLACE = re.compile(r" \([^()]+\)$")


class Index(Struct, frozen=True):
    """The register as it is looked up."""

    houses: list[str]
    """The display names."""
    keys: dict[str, int]
    """Which of them an address is of, or the key of a name."""
    heads: dict[str, str]
    """The names that tell something in a sentence, by their first two words, longest first.

    Each stands on a line: thousands of lists would take twice as long to read.
    """
    alone: list[str]
    """Those that tell something only where they stand alone, in lower case."""
    wary: dict[str, str]
    """Names that are ordinary words as well, by their first two words, as in `heads`."""
    shared: list[str]
    """The keys of names that several houses have, and none for itself."""


@cache
def _index() -> Index:
    return json.decode(files(__package__).joinpath("register_index.json").read_bytes(), type=Index)


def is_known(key: str) -> bool:
    """Tell whether a key or an address is one of a known publisher's."""
    return key in _index().keys


def has_namesakes(key: str) -> bool:
    """Tell whether several houses go by a key, so that it alone is nobody's.

    >>> has_namesakes("dailystar"), has_namesakes("newyorktimes")
    (True, False)
    """
    return key in _namesakes()


@cache
def _namesakes() -> frozenset[str]:
    return frozenset(_index().shared)


@lru_cache(maxsize=8192)
def publisher_of(name: str) -> str | None:
    """Give the display name of the publisher that is known by a name or an address, if any is.

    >>> publisher_of("abc.es"), publisher_of("https://www.nytimes.com/2021/"), publisher_of("NYT")
    ('ABC (España)', 'New York Times', 'New York Times')
    """
    keys, address = _index().keys, _START.sub("", name.lower()).partition("/")[0]
    house = keys.get(address, keys.get(key_of(name)))
    return None if house is None else _index().houses[house]


def house_of(name: str) -> str:
    """Give what is alike in all the ways to print a publisher's name.

    >>> house_of("DW.COM") == house_of("Deutsche Welle")
    True
    >>> house_of("Daily Example") == house_of("dailyexample.com")
    True
    """
    return publisher_of(name) or key_of(name)


def is_address_of(key: str, house: str) -> bool:
    """Tell whether a name written together is what an address of a house has before its end.

    >>> is_address_of("nytimes", "newyorktimes"), is_address_of("times", "newyorktimes")
    (True, False)
    """
    keys = _index().keys
    number = keys.get(house)
    return number is not None and any(keys.get(f"{key}.{end}") == number for end in _ENDS)


def brand_of(name: str) -> str:
    """Give a display name as the publisher itself writes it: without its place in brackets.

    >>> brand_of("The Courier (Dundee)")
    'The Courier'
    """
    return _PLACE.sub("", name) if name.endswith(")") else name


def names_by_head() -> dict[str, str]:
    """Give the names that begin with a word or with two, longest first, each on a line.

    >>> names_by_head()["Neue Zürcher"]
    'Neue Zürcher Zeitung'
    """
    return _index().heads


def common_names_by_head() -> dict[str, str]:
    """Give the names that are ordinary words as well, as `names_by_head` does.

    >>> common_names_by_head()["Fortune"]
    'Fortune'
    """
    return _index().wary


@cache
def first_words() -> frozenset[str]:
    """Give the first word of every name that is sought in sentences: most words are none."""
    return frozenset([_WORD.findall(head)[0] for head in name_heads()])


@cache
def name_heads() -> frozenset[str]:
    """Give the word, or the two, with which each of these names begins."""
    return frozenset((*_index().heads, *_index().wary))


@cache
def spelled() -> frozenset[str]:
    """Give every name in lower case that tells something where it stands alone."""
    names = "\n".join(map(str.lower, _index().heads.values()))
    return frozenset((*names.split("\n"), *_index().alone))


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """Give what is alike in a publisher's name and in its address.

    >>> key_of("The Press TV"), key_of("www.presstv.com"), key_of("Süddeutsche Zeitung")
    ('presstv', 'presstv', 'suddeutschezeitung')
    """
    text = _SUFFIX.sub("", _START.sub("", name.lower().strip()).partition("/")[0])
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join([sign for sign in text if not unicodedata.combining(sign)])
    return _SIGNS.sub("", text)
