"""Reads the day that a web address states."""

from __future__ import annotations

import re
from datetime import date

from newsarchive.finding.days.mentions import month_names, whole_day
from newsarchive.patterns import late

_URL = late(
    r"(?:[/_-]|\b)((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2]|[1-9](?=[/_-]))\2(0[1-9]|[12]\d|3[01]|[1-9](?=\D|$))"
)
_URL_MONTH = late(r"/((?:19|20)\d\d)/([a-z]{3})/")
_ADDRESS = late(r"https?://\S+|www\.\S+")


def url_day(address: str) -> date | None:
    """Give the day that an address states, None where it states none.

    >>> url_day("https://example.org/world/202107191083414010-a-title/")
    datetime.date(2021, 7, 19)
    >>> url_day("https://example.org/2021/07/19/a-title.html")
    datetime.date(2021, 7, 19)
    >>> url_day("https://example.org/world/2021/jul/19/a-title")
    datetime.date(2021, 7, 19)
    """
    address = _URL_MONTH.sub(_figures_of, address)
    for match in _URL.finditer(address.partition("://")[2] or address):
        year, _, month, day = match.groups()
        read = whole_day(int(year), int(month), int(day))
        if read:
            return read
    return None


def _figures_of(match: re.Match[str]) -> str:
    return f"/{match[1]}/{month_names().get(match[2]) or match[2]}/"


def addresses(text: str) -> list[str]:
    """Give the web addresses on a line."""
    return _ADDRESS.findall(text)
