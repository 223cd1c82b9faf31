"""The publisher's name behind a title: `Bridge to close | The Port Courier`."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from newsarchive.model import Statement

TAILS = re.compile(r" (?:[|·•»:–—-]|::|<)(?= )|(?<=[\u3040-\u9fff])[_：|｜-](?=[\u3040-\u9fff])")
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
    if ended := _ending_with(title.value, known):
        return replace(title, value=ended[1])
    for mark in TAILS.finditer(title.value):
        if bare(title.value[mark.end() :]) in publishers:
            return replace(title, value=title.value[: mark.start()])
    return title


def _beginning_with(title: str, known: Collection[str]) -> tuple[str, str] | None:
    """Part a title behind one that is known, with the quotation mark at its end: « Oui » | Paper.

    >>> _beginning_with("« Oui » | The Courier", {"oui"})
    ('« Oui »', 'The Courier')
    >>> _beginning_with("橋の通行止め：港日報", {"橋の通行止め"})
    ('橋の通行止め', '港日報')
    """
    marks = TAILS.finditer(title)
    parted = ((title[: mark.start()], title[mark.end() :].strip()) for mark in marks)
    *_, last = (None, *(parts for parts in parted if bare(parts[0]) in known))
    return last


def _ending_with(title: str, known: Collection[str]) -> tuple[str, str] | None:
    """Part a title before one that is known, as pages of the nineties have it.

    >>> _ending_with("The Courier Online - Bridge to close", {"bridgetoclose"})
    ('The Courier Online', 'Bridge to close')
    """
    marks = TAILS.finditer(title)
    parted = ((title[: mark.start()], title[mark.end() :].strip()) for mark in marks)
    return next((parts for parts in parted if bare(parts[1]) in known), None)


def publisher_before(title: Statement, headings: Collection[str], named: str) -> Statement | None:
    """Take the publisher from the beginning of a page's title that ends with the headline.

    Args:
        title: the page's title as it is stated.
        headings: the headings of the page, as `bare` spells them.
        named: what its pictures and its line of copyright say, spelled so: sections are not named.
    """
    ended = _ending_with(title.value, headings)
    name = TAILS.split(ended[0])[0].strip() if ended else ""
    if not NAME.search(name) or bare(name) not in named:
        return None
    return replace(title, field="source", value=name, rule="title-head")


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
