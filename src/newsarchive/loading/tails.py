"""The publisher's name behind a title: `Bridge to close | The Port Courier`."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from newsarchive.model import Statement

TAILS = re.compile(r" (?:[|·•»:–—-]|::|<) ")
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
    for mark in TAILS.finditer(title.value):
        head, tail = title.value[: mark.start()], title.value[mark.end() :]
        if bare(head) in known or bare(tail) in publishers:
            return replace(title, value=head)
    return title


def publisher_behind(title: Statement, headings: Collection[str]) -> Statement | None:
    """Take the publisher from the end of a page's title that begins with the article's headline.

    Args:
        title: the page's title as it is stated.
        headings: the headings of the page, as `bare` spells them.
    """
    for mark in TAILS.finditer(title.value):
        name = TAILS.split(title.value[mark.end() :])[-1].strip()
        if bare(title.value[: mark.start()]) in headings and NAME.search(name):
            return replace(title, field="source", value=name, rule="title-tail")
    return None
