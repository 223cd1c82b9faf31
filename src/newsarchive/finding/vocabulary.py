"""The words that the finders know, kept as data: `vocabulary.json`.

Each list holds alternatives of a regular expression, all of them linear.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from msgspec import json


@cache
def _lists() -> dict[str, list[str]]:
    content = files(__package__).joinpath("vocabulary.json").read_bytes()
    return json.decode(content, type=dict[str, list[str]])


def words(name: str) -> tuple[str, ...]:
    """Returns a list of the vocabulary."""
    return tuple(_lists()[name])


def any_of(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """Returns a pattern that matches any alternative of a list, between two pieces of pattern."""
    alternatives = "|".join(_lists()[name])
    return re.compile(f"{before}(?:{alternatives}){after}", re.IGNORECASE)
