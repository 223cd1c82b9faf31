"""Text that any format can carry: no control characters, no halves of characters, on one line."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What XML 1.0 forbids or advises against: its parsers refuse a whole file for one of them."""


def plain(text: str) -> str:
    r"""Take out control characters, and make every run of white space one blank.

    >>> plain("A\x00 title\nin two\u2028lines ")
    'A title in two lines'
    """
    return " ".join(_UNPRINTABLE.sub("", text).split())
