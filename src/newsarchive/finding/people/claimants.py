"""Finds the person who claims the rights below an article that nobody signs: "© 2021 Jane Doe".

Blogs and sites of one person have no other byline. Of ten such names that stand on pages of which
the author is known and is found nowhere else, nine were the author's.
"""

from __future__ import annotations

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import CAPITALS, PARTICLES, first_is_given
from newsarchive.finding.people.signed_lines import may_stand_alone
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_MARKS = ("©", "(c)")
_WORD = rf"[{CAPITALS}][\w.’'-]+"
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s)?"
_CLAIM = late(
    rf"(?:^|\W)(?:©|\([cC]\))\s?(?:(?i:copyright)\s)?{_YEARS}(?:(?:by|bei|von|par|por)\s)?"
    rf"({_WORD}(?:\s(?:{PARTICLES}))?(?:\s{_WORD}){{1,2}})"
    r"\s*(?:$|[.|•·]|[–-]\s|,?\s(?:19|20)\d\d\b)"
)


def find_claimant(lines: tuple[Line, ...], layout: Layout) -> tuple[Statement, ...]:
    """Give the statement of the one person who claims the rights below the text, if one does."""
    claims = {
        claim[1]: i
        for i in layout.holding(_MARKS)
        if i > layout.end and (claim := _CLAIM.search(layout.texts[i])) and _is_person(claim[1])
    }
    return tuple(
        Statement("authors", name, "byline", lines[i].text, lines[i].number)
        for name, i in claims.items()
        if len(claims) == 1
    )


def _is_person(name: str) -> bool:
    return first_is_given(name) and may_stand_alone(name)
