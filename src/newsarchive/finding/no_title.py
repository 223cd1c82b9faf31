"""Lines that head a body as a title does, and say plainly that they are something else."""

from __future__ import annotations

import re

from newsarchive.finding.bylines import begins_as_byline, lead_of
from newsarchive.finding.date_patterns import month_names
from newsarchive.finding.masthead import BESIDE, names_paper
from newsarchive.finding.names import CAPITALS, NAME, first_is_given
from newsarchive.finding.page import Layout
from newsarchive.finding.vocabulary import any_of, words

_AMID = 12
"""Characters of a caption before its credit, at least: "Photos: …" may be a title."""
_LONGEST_TIME = 80
_TIMES = frozenset(words("time"))
_LETTERS = re.compile(r"[^\W\d_]+")
_NAME_AND_ROLE = re.compile(
    rf"{NAME.pattern}, (?:[\w’'&-]+ ){{0,4}}{any_of('role').pattern}", re.IGNORECASE
)
"""A name with what its bearer does: "Jane Doe, Local Government Correspondent"."""
_CREDITED = re.compile(r"\b(?:photos?|image|picture|foto|bild|credit)\s?[:/©] ?\S", re.IGNORECASE)
"""Whose a picture is, behind what it shows."""
_PARTS = re.compile(r"[,|;()]")
_SIGNED = re.compile(rf"[{CAPITALS}][\w.’'-]*(?: [{CAPITALS}][\w.’'-]*)*(?:\W|$)")


def is_no_title(layout: Layout, i: int, dated: frozenset[int]) -> bool:
    """Tells whether a line is an address, a byline, a time, a caption or the name of a paper.

    Args:
        layout: The page's layout.
        i: Index of the line.
        dated: Indexes of the short lines that hold a day.
    """
    if layout.folded[i].startswith(("http://", "https://", "www.")):
        return True
    text = layout.texts[i]
    if _says_when(layout.folded[i]) or _CREDITED.search(text, _AMID):
        return True
    lead = lead_of(text) if begins_as_byline(layout.folded[i]) else None
    if lead and lead[0] == "by" and _SIGNED.match(text, lead[1]):
        return i in dated or first_is_given(text[lead[1] :])
    if _NAME_AND_ROLE.fullmatch(text) and first_is_given(text):
        return True
    if i in dated and any(names_paper(part.strip(), BESIDE) for part in _PARTS.split(text)):
        return True
    return i == 0 and layout.start > 1 and names_paper(layout.texts[0])


def _says_when(folded: str) -> bool:
    """Tells whether a line gives figures and words of time, and nothing else.

    >>> _says_when("updated mon 19 july 2021, 2:40 p.m. edt"), _says_when("july 19 in pictures")
    (True, False)
    """
    if len(folded) > _LONGEST_TIME or not any(map(str.isdigit, folded)):
        return False
    return all(word in _TIMES or word in month_names() for word in _LETTERS.findall(folded))
