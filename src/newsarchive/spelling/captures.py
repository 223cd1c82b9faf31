"""The address of a web archive's copy, which says what was copied and when.

Web archives spell it alike, https://www.rfc-editor.org/rfc/rfc7089 (Memento) has many examples:
the archive's own address, fourteen figures (some with dots and a dash between them), and the whole
address of the page.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

_COPY = re.compile(
    r"https?://[^\s/]{1,100}/(?:\S{1,60}/)?(\d{4})\.?(\d\d)\.?(\d\d)-?\d{6}(?:[a-z]{2}_)?/(https?://\S+)"
)


class Capture(Struct, frozen=True):
    """A copy of a page."""

    address: str
    """The address of the page that was copied."""
    day: str
    """On which it was copied, ISO 8601."""


def capture_in(text: str) -> Capture | None:
    """Find the address of a web archive's copy in a text.

    >>> capture_in("https://web.archive.org/web/20210720144012/https://post.example/1")
    Capture(address='https://post.example/1', day='2021-07-20')
    >>> capture_in("https://archive.ph/2021.07.20-144012/https://post.example/1").day
    '2021-07-20'
    >>> capture_in("https://post.example/20210720/https-for-all") is None
    True
    """
    found = _COPY.search(text) if "/http" in text else None
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return Capture(found[4], day.isoformat())
