"""The register of well-known publishers: a name, and what else it goes by.

`register.json` holds for each display name its domains and other names. It was written from general
knowledge of the world's press; a publisher that is missing there is found by its own words too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from msgspec import json

_SUFFIX = re.compile(r"\.(?:com|org|net|info|news|tv|co|edu|gov|io|ai|eu|[a-z]{2})(?:\.[a-z]{2})?$")
_START = re.compile(r"^(?:https?://)?(?:www\d?\.)?(?:the\s+)?")
_SIGNS = re.compile(r"[\W_]+")


@cache
def publishers() -> dict[str, str]:
    """Returns the display name of each known publisher, by the key of each of its names."""
    table = json.decode(
        files(__package__).joinpath("register.json").read_bytes(), type=dict[str, list[str]]
    )
    names: dict[str, str] = {}
    for name, others in table.items():
        for other in (name, *others):
            names.setdefault(key_of(other), name)
    return names


@cache
def spelled() -> dict[str, str]:
    """Returns the display name of each known publisher, by each of its names in lower case."""
    table = json.decode(
        files(__package__).joinpath("register.json").read_bytes(), type=dict[str, list[str]]
    )
    return {
        form: name
        for name, others in table.items()
        for other in (name, *others)
        for form in (other.lower(), other.lower().removeprefix("the "))
    }


def key_of(name: str) -> str:
    """Returns what is alike in a publisher's name and in its address.

    >>> key_of("The Press TV"), key_of("www.presstv.com"), key_of("Süddeutsche Zeitung")
    ('presstv', 'presstv', 'suddeutschezeitung')
    """
    text = _SUFFIX.sub("", _START.sub("", name.lower().partition("/")[0].strip()))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join([sign for sign in text if not unicodedata.combining(sign)])
    return _SIGNS.sub("", text)
