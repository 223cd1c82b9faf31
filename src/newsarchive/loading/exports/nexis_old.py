"""LexisNexis, full text, as it was from the 1990s to the 2010s: `2 of 45 DOCUMENTS` above each.

                               2 of 45 DOCUMENTS                        2 of 45 DOCUMENTS

                              The Harbour Gazette                      The Harbour Gazette

                             May 12, 2003, Monday         Barge strikes bridge

    Barge strikes bridge                                              May 12, 2003, Monday

    SECTION: Local Desk; Pg. 1                            A barge struck the bridge …
    LENGTH: 143 words                                     SECTION: Local Desk; Pg. 1
    A barge struck the bridge …                           LENGTH: 143 words

The paper and the date stand in the middle of the line. On the right is how it was until 2003.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsarchive.loading.annotations import Row, plainly
from newsarchive.loading.exports.dividing import Form, one_line
from newsarchive.loading.exports.nexis import (
    COUNTED,
    HEAD,
    LENGTH,
    STRONG,
    WEAK,
    body_after,
    date_above,
    first_field,
    head_parts,
    parts_below,
    tail_after,
    text_parts,
)
from newsarchive.loading.exports.parts import (
    RIGHTS,
    Kind,
    RecordPart,
    first_of_run,
    keyed,
    name_on,
    whole,
)
from newsarchive.loading.exports.values import is_dated, may_sign
from newsarchive.patterns import late

NUMBERED = late(
    r"\d{1,6} of \d{1,6} DOCUMENTS?|Do[ck]ument[oe]? \d{1,6} (?:of|von|de|van|di) \d{1,6}"
)
HEADER = late(
    rf"^[ \t]*(?:{NUMBERED.pattern})[ \t]*\n(?:[^\n]{{0,2000}}\n){{1,60}}?"
    rf"[ \t]*{LENGTH.pattern}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
RESERVED = late(rf"{RIGHTS.pattern}|all rights reserved|alle rechte|tous droits", re.IGNORECASE)
NO_TITLE = late(rf"{RIGHTS.pattern}|(?:\w+ ){{0,3}}edition\b|\d{{1,2}}:\d\d ", re.IGNORECASE)
CENTRED = 12
"""Characters of white space before a line that is set in the middle."""
MOST_ABOVE = 14
"""Rows from the number to the date."""


def _is_in(text: str) -> bool:
    if " DOCUMENT" not in text and "Dokument " not in text and "Document " not in text:
        return False
    return HEADER.search(plainly(text)) is not None


def _parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    start = next((i for i, row in enumerate(rows) if COUNTED.fullmatch(row.text)), None)
    if start is None:
        start = next((i for i, row in enumerate(rows) if NUMBERED.fullmatch(row.text)), 0)
    yield from whole("outside", rows[:start])
    near = range(start + 1, min(start + MOST_ABOVE, len(rows)))
    date = next((i for i in near if is_dated(rows[i].text)), 0)
    title = next((i for i in range(start + 1, date) if rows[i].indent < CENTRED), date)
    below = next((i for i in range(date + 1, len(rows)) if name_on(rows[i].text) in HEAD), 0)
    flush = all(row.indent < CENTRED for row in rows[title:date])
    if flush and below and start + 1 < title < date and rows[start].indent >= CENTRED:
        yield from _older_parts(rows, start, title, date)
    else:
        yield from _usual_parts(rows, start)


def _usual_parts(rows: Sequence[Row], start: int) -> Iterator[RecordPart]:
    named = first_field(rows, start)
    date = date_above(rows, named, start + 2)
    body = body_after(rows, named)
    tail = tail_after(rows, body)
    title = _title_below(rows, date or start, named)
    yield from _above_the_date(rows[start : date or title])
    if date:
        yield from whole("date", rows[date : date + 1])
        yield from keyed(rows[date + 1 : title], {})
    yield from whole("title", rows[title:named])
    yield from head_parts(rows[named:body])
    yield from text_parts(rows[body:tail], "")
    yield from parts_below(rows[tail:])


def _older_parts(rows: Sequence[Row], start: int, title: int, date: int) -> Iterator[RecordPart]:
    """Tell a record whose title stands above the date, and whose fields stand below the text."""
    text = next((i for i in range(date + 1, len(rows)) if rows[i].indent < CENTRED), len(rows))
    signed = text + 1 < len(rows) and rows[text + 1].apart and _may_sign(rows[text].text)
    body = fields = text + signed
    while body < len(rows) and name_on(rows[body].text) in HEAD:
        body += 1
    tail = _fields_below(rows, body)
    yield from _above_the_date(rows[start:title])
    yield from whole("title", rows[title:date])
    yield from whole("date", rows[date : date + 1])
    yield from whole("field", rows[date + 1 : text])
    yield from whole("authors", rows[text:fields])
    yield from keyed(rows[fields:body], HEAD)
    yield from whole("body", rows[body:tail])
    yield from keyed(rows[tail:], HEAD | {"language": "language", "sprache": "language"})


def _fields_below(rows: Sequence[Row], body: int) -> int:
    """Find the first of the fields below a text, upward from one that no text has."""
    names = WEAK | HEAD.keys()
    ends = (
        i
        for i in range(body, len(rows))
        if LENGTH.fullmatch(rows[i].text) or name_on(rows[i].text) in STRONG
    )
    last = next(ends, len(rows))
    first = first_of_run(rows, last, names, body) if last < len(rows) else last
    while first < last and not rows[first].apart:
        first += 1  # what goes on with a paragraph is none, whatever it begins with
    return first


def _may_sign(text: str) -> bool:
    return may_sign(text) and not name_on(text)


def _above_the_date(rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Tell the paper's name from the number, the claims of rights and what is said in sentences."""
    named = [i for i in range(1, len(rows)) if not _is_beside(rows[i].text)]
    spoken = {i for i in named if any(rows[k].text.endswith(".") for k in _block(rows, i)[1:])}
    source = next((i for i in reversed(named) if i not in spoken), None)
    kinds: list[Kind] = ["rights" if RESERVED.match(row.text) else "field" for row in rows]
    if source is not None:
        kinds[source] = "source"
    for kind, numbered in groupby(enumerate(rows), key=lambda each: kinds[each[0]]):
        yield from whole(kind, [row for _, row in numbered])


def _is_beside(text: str) -> bool:
    return RESERVED.match(text) is not None or is_dated(text)


def _block(rows: Sequence[Row], i: int) -> range:
    """Give the rows that stand with one, without a blank line between."""
    first = i
    while first and not rows[first].apart:
        first -= 1
    last = i + 1
    while last < len(rows) and not rows[last].apart:
        last += 1
    return range(first, last)


def _title_below(rows: Sequence[Row], date: int, named: int) -> int:
    """Find the title that has no name before it: flush left, below the date."""
    below = (i for i in range(date + 1, named) if rows[i].indent < CENTRED)
    titles = (i for i in below if not NO_TITLE.match(rows[i].text) and not is_dated(rows[i].text))
    return next(titles, named)


OLD = Form(
    is_in=_is_in,
    parts=_parts,
    holds=NUMBERED,
    opens=late(rf"(?:{NUMBERED.pattern})$"),
    length=one_line,
    whole=NUMBERED,
    alone=late(r"(?:^|(?<=\r))((?:BODY|TEXT|TEKST):)[ \t]*(?=\S)", re.MULTILINE),
)
