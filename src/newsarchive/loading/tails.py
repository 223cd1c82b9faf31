"""The publisher's name behind a title: `Bridge to close | The Port Courier`."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from newsarchive.model import Statement

TAILS = re.compile(r" (?:[|·•»:–—-]|::|<)(?= )")
SIGNS = re.compile(r"[\W_]+")
NAME = re.compile(r"\A(?=.{2,60}\Z).*[^\W\d_]{2}")
"""A name: days in figures are none."""


def bare(text: str) -> str:
    """Spell words so that their capitals and signs do not matter.

    >>> bare("The Port-Courier")
    'theportcourier'
    """
    return SIGNS.sub("", text).casefold()


def without_tail(
    title: Statement, publishers: Collection[str], known: Collection[str] = ()
) -> Statement:
    """Cut the publisher off a title; its evidence stays whole.

    Args:
        title: the title as it is stated.
        publishers: the publisher's names, as `bare` spells them.
        known: titles that are stated elsewhere, spelled so.
    """
    if begun := _beginning_with(title.value, known):
        return replace(title, value=begun[0])
    for mark in TAILS.finditer(title.value):
        if bare(title.value[mark.end() :]) in publishers:
            return replace(title, value=title.value[: mark.start()])
    return title


def _beginning_with(title: str, known: Collection[str]) -> tuple[str, str] | None:
    """Part a title behind one that is known, with the quotation mark at its end: « Oui » | Paper.

    >>> _beginning_with("« Oui » | The Courier", {"oui"})
    ('« Oui »', 'The Courier')
    """
    parted = ((title[: mark.start()], title[mark.end() + 1 :]) for mark in TAILS.finditer(title))
    *_, last = (None, *(parts for parts in parted if bare(parts[0]) in known))
    return last


def publisher_behind(title: Statement, headings: Collection[str]) -> Statement | None:
    """Take the publisher from the end of a page's title that begins with the article's headline.

    Args:
        title: the page's title as it is stated.
        headings: the headings of the page, as `bare` spells them.
    """
    begun = _beginning_with(title.value, headings)
    name = TAILS.split(begun[1])[-1].strip() if begun else ""
    if not NAME.search(name):
        return None
    return replace(title, field="source", value=name, rule="title-tail")
