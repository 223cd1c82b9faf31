"""The publisher's name behind a title: `Bridge to close | The Port Courier`."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from newsarchive.model import Statement

TAILS = re.compile(r" (?:[|·•»:–—-]|::|<) ")
SIGNS = re.compile(r"[\W_]+")


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
