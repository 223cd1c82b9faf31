"""Records of a database's export, whose form says what their lines are (`Document.labels`).

The text is the article's whatever the labeller thinks of it; which of its short lines are headings
or captions, the labeller and the rules may say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from newsarchive.cleaning.rules.paragraphs import HEADING_CHARACTERS
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Document, Label, Line, Statement

Labels = dict[int, tuple[Label, str]]
"""Line index → label and the rule that gave it."""

PRINTED = "printed-by-a-browser"
"""The rule of what a browser prints around a page."""
SPOKEN = ("subtitle", "subtitle-goes-on")
"""The rules of what is said in subtitles, where no line is a heading or states anything."""
GOES_ON = SPOKEN[1]
_DAY = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:,? \d{1,2}[.:]\d\d(?: ?[AP]M)?)? ?")
_ENDS = tuple(".!?…\"'”’»)")


def judged_by_form(
    document: Document, lines: Sequence[Line], verdicts: tuple[Verdict, ...]
) -> tuple[Verdict, ...]:
    """Put what the form says of the lines for what the labeller says, but for headings."""
    if not document.labels:
        return verdicts
    judged = zip(lines, verdicts, strict=True)
    return tuple(_judged(document.labels.get(line.number), verdict) for line, verdict in judged)


def _judged(said: tuple[Label, str] | None, verdict: Verdict) -> Verdict:
    is_heading = verdict.label == "subheading"
    if said is None or (said[0] == "body" and is_heading and said[1] not in SPOKEN):
        return verdict
    label, rule = said
    if label == "body":
        return Verdict("body", 1.0, rule, verdict.hints, verdict.elsewhere)
    return Verdict("boilerplate", 0.0, rule, verdict.hints, verdict.elsewhere)


def fields_of_form(document: Document, lines: Iterable[Line]) -> Labels:
    """Give the labels of the lines that are none of the text."""
    return {i: said for i, _, said in _known(document, lines) if said[0] != "body"}


def text_of_form(document: Document, lines: Iterable[Line]) -> Labels:
    """Give the labels of the text's lines, but for those that may be headings or captions."""
    return {
        i: said
        for i, line, said in _known(document, lines)
        if said[0] == "body" and (said[1] in SPOKEN or not _may_be_heading(line.text))
    }


def unspoken(document: Document, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Leave out what was found on lines that are what somebody says in subtitles."""
    spoken = {number for number, (_, rule) in document.labels.items() if rule in SPOKEN}
    return (said for said in statements if said.line not in spoken)


def _known(
    document: Document, lines: Iterable[Line]
) -> Iterator[tuple[int, Line, tuple[Label, str]]]:
    """Give the lines of which the form says what they are, each with its index."""
    for i, line in enumerate(lines if document.labels else ()):
        if said := document.labels.get(line.number):
            yield i, line, said


def without_days_of_print(document: Document, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give the lines without the days on which a browser printed the page.

    They are those of a visit, in the order of the visitor's country and not of the page's.
    """
    printed = {i for i, _, said in _known(document, lines) if said[1] == PRINTED}
    if not printed:
        return lines
    return tuple(
        replace(line, text=_DAY.sub("", line.text).strip() or "–") if i in printed else line
        for i, line in enumerate(lines)
    )


def _may_be_heading(text: str) -> bool:
    return len(text) <= HEADING_CHARACTERS and not text.endswith(_ENDS)


def of_the_text(document: Document, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Leave out what was found on lines that the form knows: it says itself what they state.

    A date in another language than the databases' own, which it cannot read, is found as any is,
    and so are the paper's name in what a browser printed over a page, and the title where the text
    below has none.
    """
    known = {said.field for said in document.statements}
    fields = {number: said for number, said in document.labels.items() if said[0] != "body"}
    return (
        said
        for said in statements
        if said.line not in fields
        or (said.field not in known and (said.field, fields[said.line]) in LEFT_TO_FINDERS)
    )


LEFT_TO_FINDERS = (
    ("date", ("date", "field-of-the-export")),
    ("date", ("date", "forwarded-mail")),
    ("source", ("boilerplate", PRINTED)),
    ("title", ("boilerplate", PRINTED)),
)
"""Fields that may be read from lines whose form knows that they hold them, and cannot read them."""
