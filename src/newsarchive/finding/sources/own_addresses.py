"""The web addresses, e-mail addresses and handles that a page prints: some are its publisher's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.finding.page import Layout
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.own_names import PHRASE
from newsarchive.finding.sources.register import is_known
from newsarchive.patterns import late

_ADDRESS = late(
    r"(?<![\w@.-])(@)?(?:[\w.+-]{1,40}(@))?(?:https?://)?((?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}"
    r"(?:com|org|net|info|news|tv|co|edu|gov|io|eu|[a-z]{2})(?:\.[a-z]{2})?)(?![\w-])",
    re.IGNORECASE,
)
HOST = late(r"(?:www\.)?[^\W_]+(?:[.-]+[^\W_]+)*\.[a-z]{2,8}")
"""What is nothing but the name of a web site."""
_LOCATION = late(r"https?://[^\s/]+/\S*[^\W\d_]{3,}-\S*")
"""A line that is an address with words in it: most likely the page's own."""
_DOT = late(r"\.[a-zA-Z]{2,4}(?![a-zA-Z])")
_SECOND_LEVEL = ("co", "com", "org", "net", "gov", "ac", "or", "ne")
_MAILERS = frozenset(
    "aol gmx hotmail icloud laposte libero live mail msn naver outlook proton protonmail qq"
    " seznam wanadoo web yahoo yandex zoho".split()
)
"""Who lends anybody an address for mails: such an address is no house's own."""
ADDRESSES = ("page", "address", "mail", "handle")
"""The kinds of sightings that are addresses."""


def find_addresses(layout: Layout) -> Iterator[Sighting]:
    """Give where addresses stand, each by the part that somebody registered."""
    for i in dict.fromkeys(layout.line_at(m.start()) for m in _DOT.finditer(layout.text)):
        for match in _ADDRESS.finditer(layout.texts[i]):
            address = registered(match[3].lower())
            kind = "mail" if match[2] else "handle" if match[1] else "address"
            alone = match.start() == 0 and len(layout.texts[i]) <= PHRASE
            if alone and _LOCATION.fullmatch(layout.texts[i]):
                yield Sighting(i, address, "page")
            if kind != "mail" or address.partition(".")[0] not in _MAILERS:
                yield Sighting(i, address, kind)


def registered(host: str) -> str:
    """Give the part of a host's name that somebody registered, or that the register knows.

    >>> registered("news.example.co.uk"), registered("www.example.com")
    ('example.co.uk', 'example.com')
    >>> registered("m.finance.yahoo.com")
    'finance.yahoo.com'
    """
    labels = host.split(".")
    for first in range(len(labels) - 1):
        if is_known(part := ".".join(labels[first:])):
            return part
    national = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if national else -2 :])
