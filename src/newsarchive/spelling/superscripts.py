"""Figures that are raised above the line: powers, and the marks of footnotes."""

from __future__ import annotations

import re

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURES = re.compile(r"[0-9+−-]{1,4}")
_RAISED = str.maketrans("0123456789+-−", f"{SUPERSCRIPTS}⁺⁻⁻")


def raised(text: str) -> str:
    """Spell a text that stands above the line so that it does without a line above.

    >>> raised("2"), raised("−3"), raised("th")
    ('²', '⁻³', 'th')
    """
    figures = text.strip()
    return figures.translate(_RAISED) if _FIGURES.fullmatch(figures) else text
