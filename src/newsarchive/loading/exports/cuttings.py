"""A press review, as APA and press offices send it: above each cutting its paper, day and page.

"Hafenblatt" Nr. 246 vom 23.10.2017 Seite: 2
Ressort: Politik

Die alte Brücke ist wieder offen

…
________________________________
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from newsarchive.loading.annotations import Row, plainly
from newsarchive.loading.exports.dividing import Form, one_line
from newsarchive.loading.exports.parts import Kind, RecordPart, name_on, whole
from newsarchive.patterns import late

HEAD = late(
    r"[\"„“«](?P<paper>[^\"„“”«»]{2,60})[\"“”»] (?:Nr\.? ?\S{1,12} )?"
    r"(?:vom|gefunden am) (?P<day>\d\d?\.\d\d?\.(?:19|20)\d\d)"
    r"(?:,? Seite:? ?[\w/-]{1,8})?(?: \d\d:\d\d(?: Uhr)?)?"
)
HEADER = late(rf"^[ \t]*{HEAD.pattern}$", re.MULTILINE)
WORDS = (" vom ", " gefunden am ")
"""One of these stands in every head."""
FIELDS: dict[str, Kind] = {"ressort": "section", "autor": "authors", "von": "authors"}
RULE = late(r"[_=*-]{8,}")
LONGEST_TITLE = 120
TITLE_WORDS = 3
"""Words of a title, at least, where others stand beside it: edition and section have fewer."""


def _is_in(text: str) -> bool:
    return any(map(text.__contains__, WORDS)) and HEADER.search(plainly(text)) is not None


def _parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    head = next((i for i, row in enumerate(rows) if HEAD.fullmatch(row.text)), None)
    if head is None:
        yield from whole("body", rows)
        return
    yield from whole("outside", rows[:head])
    if said := HEAD.fullmatch(rows[head].text):
        yield RecordPart("date", rows[head : head + 1], said["day"])
        yield RecordPart("source", rows[head : head + 1], said["paper"])
    first = head + 1
    while first < len(rows) and name_on(rows[first].text) in FIELDS:
        name, _, value = rows[first].text.partition(":")
        yield RecordPart(FIELDS[name.lower()], rows[first : first + 1], value.strip())
        first += 1
    title, text = _title_in(rows, first)
    end = len(rows) - bool(text < len(rows) and RULE.fullmatch(rows[-1].text))
    yield from whole("field", rows[first:title])
    yield from whole("title", rows[title:text])
    yield from whole("body", rows[text:end])
    yield from whole("field", rows[end:])


def _title_in(rows: Sequence[Row], first: int) -> tuple[int, int]:
    """Find the rows of the title: of the short blocks above the text the first of some words."""
    starts = [i for i in range(first, len(rows)) if i == first or rows[i].apart]
    blocks = list(pairwise([*starts, len(rows)]))
    short = list(takewhile(lambda block: _length(rows, block) <= LONGEST_TITLE, blocks[:-1]))
    worded = (block for block in short if _is_title(rows, block))
    longest = max(short, key=lambda block: _length(rows, block), default=(first, first))
    return next(worded, longest)


def _length(rows: Sequence[Row], block: tuple[int, int]) -> int:
    return sum(len(row.text) for row in rows[slice(*block)])


def _is_title(rows: Sequence[Row], block: tuple[int, int]) -> bool:
    text = " ".join(row.text for row in rows[slice(*block)])
    return len(text.split()) >= TITLE_WORDS and not text.endswith(":")


CUTTINGS = Form(
    is_in=_is_in,
    parts=_parts,
    holds=HEAD,
    opens=late(rf"{HEAD.pattern}$"),
    length=one_line,
    whole=HEAD,
    ends=late(rf"{RULE.pattern}$"),
)
