"""Sections as programs that publish list them: `news|world`, `news/local`, keywords of a weblog."""

from __future__ import annotations

import re

_BREAKS = re.compile("[|>»]")
_PATH = re.compile(r"[a-z0-9-]+(?:[/_][a-z0-9-]+)+")
"""Names for machines, one within the other: small letters alone."""
_KEYWORDS = re.compile(r",(?! and | & )")
_NO_SECTION = frozenset("article articles artikel blog home homepage other page post posts".split())


def sections(text: str) -> list[str]:
    """Read what a page says of its sections, from the widest to the narrowest.

    Of three and more between commas the first counts: weblogs put all their keywords there, the
    author among them. What holds for every article is none.

    >>> sections("news|world"), sections("news/local/crime-courts"), sections("CBN | Articles")
    (['news', 'world'], ['news', 'local', 'crime courts'], ['CBN'])
    >>> sections("A & E, Featured, screenwriting, Ann Ode"), sections("Film, Bars and Theatre")
    (['A & E'], ['Film, Bars and Theatre'])
    """
    first, *others = _KEYWORDS.split(text)
    text = first if len(others) > 1 else text
    if _PATH.fullmatch(text):
        parts = [part.replace("-", " ") for part in re.split("[/_]", text)]
    else:
        parts = [part.strip() for part in _BREAKS.split(text)]
    return [part for part in dict.fromkeys(parts) if part and part.casefold() not in _NO_SECTION]
