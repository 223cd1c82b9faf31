r"""Signs that programs wrote in HTML's or JSON's way into texts: `&quot;`, `&#8217;`, `\n`."""

from __future__ import annotations

import re
from html import unescape

ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}\d?|#\d{2,6}|#[xX][\da-fA-F]{2,5});")
LINE_END = re.compile(r"(?:\\r)?\\n")
FEWEST = 3
"""Such signs in a text that is a file of its own, at least: one may be what the text is about."""


def as_meant(text: str, fewest: int = 1) -> str:
    r"""Give a text with the signs themselves, its lines as they are.

    >>> as_meant("Roe &amp; Son&#8217;s &quot;pier&quot;, &c; AT&T;"), as_meant("A &amp; B", 3)
    ('Roe & Son’s "pier", &c; AT&T;', 'A &amp; B')
    """
    if "&" not in text or len(ENTITY.findall(text)) < fewest:
        return text
    return ENTITY.sub(_sign, text)


def _sign(entity: re.Match[str]) -> str:
    sign = unescape(entity[0])
    return " " if sign.isspace() else sign


def with_line_ends(text: str) -> str:
    r"""Give a cell with the ends of its lines, where they are written out and none is one.

    >>> with_line_ends("The bridge.\\n\\nIt is old."), with_line_ends("C:\\news")
    ('The bridge.\n\nIt is old.', 'C:\\news')
    """
    if "\n" in text or len(LINE_END.findall(text)) < 2:
        return text
    return LINE_END.sub("\n", text)
