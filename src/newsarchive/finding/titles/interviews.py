"""Lines beside an interview's title that read like one: with whom it is, and who asked."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.finding.people.names import CAPITALS, first_is_given
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line
from newsarchive.patterns import late

_KICKER = any_of("interview-kicker", after=r"\s?[|:–—-]\s")
_QUOTED = late(r"[\"“”„«»‘‚'「『].+[\"“”«»’'」』][.!?]?")
_ASKED = any_of(
    "interviewer-before",
    r".{12,}\b",
    rf"\s?:?\s((?-i:[{CAPITALS}])[\w.’'-]+(?: (?-i:[{CAPITALS}])[\w.’'-]+){{1,2}})\.?",
)
_LONGEST = 200


def title_beside(lines: Sequence[Line], i: int) -> int | None:
    """Give the index of an interview's title, where a line says whose it is; None elsewhere.

    With whom it is stands over a title that is a quotation, who asked below the title: "Interview |
    Jane Doe, mayor" and "“We waited too long”", or "John Roe spoke with Jane Doe".
    """
    text = lines[i].text
    if len(text) > _LONGEST:
        return None
    if _KICKER.match(text) and i + 1 < len(lines) and _QUOTED.fullmatch(lines[i + 1].text):
        return i + 1
    asked = _ASKED.fullmatch(text)
    return i - 1 if i and asked and first_is_given(asked[1]) else None
