"""ProQuest: records between long rules, `Full text:` amid fields, `ProQuest document ID:` below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.loading.annotations import Row, plainly
from newsarchive.loading.exports.dividing import Form, one_line
from newsarchive.loading.exports.parts import Kind, RecordPart, first_of_run, keyed, name_on, whole
from newsarchive.patterns import late

HEAD: dict[str, Kind] = {"publication info": "source"}
TAIL: dict[str, Kind] = {
    "title": "title",
    "publication title": "source",
    "publication date": "date",
    "section": "section",
    "dateline": "dateline",
    "language of publication": "language",
    "language": "language",
    "document url": "url",
    "copyright": "rights",
}
BELOW = frozenset(
    (
        *("subject", "business indexing term", "location", "people", "classification"),
        *("company / organization", "identifier / keyword", "identifiers / keywords", "pages"),
        *("publication year", "publisher", "place of publication", "credit", "illustration"),
        *("correspondence author", "number of references", "author", *TAIL),
    )
)
ABOVE = frozenset(("author", "authors", "publication info", "abstract", "links", "full text"))
RULE = late(r"_{20,}")
COUNTED = late(r"Document \d{1,6} of \d{1,6}")
NUMBER = "proquest document id"
NOT_AVAILABLE = late(r"(?:full text )?(?:is )?not available\b.{0,40}", re.IGNORECASE)
DOT_AT_END = late(r"(?<=\w\w)\.$")
DATE_INSIDE = late(r"\d{1,2} [A-Z][a-z]+ \d{4}")
WHOLE_RECORD = late(r"^ProQuest document ID: ?\d+[ \t]*$", re.MULTILINE)
ITS_FIELDS = late(r"^(?:Publication title|Publication info|Full text|Database):", re.MULTILINE)
HEADER = late(
    r"^_{20,}[ \t]*\n\s{0,9}Document \d{1,6} of \d{1,6}[ \t]*\n(?:[^\n]{0,2000}\n){1,40}?"
    r"Publication (?:info|title):",
    re.MULTILINE,
)


def _is_in(text: str) -> bool:
    if "Publication " not in text or not ("ProQuest document ID:" in text or "____" in text):
        return False
    text = plainly(text)
    ended = WHOLE_RECORD.search(text) and ITS_FIELDS.search(text)
    return (ended or HEADER.search(text)) is not None


def _parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    start = next((i for i, row in enumerate(rows) if COUNTED.fullmatch(row.text)), -1) + 1
    named = _first_field(rows, start)
    end = _end_of(rows)
    text = _text_of(rows[:end], named)
    yield from whole("outside", rows[: max(start - 2, 0)])
    yield from whole("field", rows[max(start - 2, 0) : start])
    yield from whole("title", rows[start:named])
    yield from _fields([*rows[named : text.start], *rows[text.stop : end]])
    yield from whole("body", rows[text.start : text.stop])
    yield from whole("outside", rows[end:])


def _first_field(rows: Sequence[Row], start: int) -> int:
    after = range(start, len(rows))
    return next((i for i in after if name_on(rows[i].text) in ABOVE | BELOW), len(rows))


def _text_of(rows: Sequence[Row], named: int) -> range:
    """Find the rows of the text; of a record without one those of the abstract."""
    end = len(rows)
    number = next((i for i in range(named, end) if name_on(rows[i].text) == NUMBER), end)
    start = _below(rows, named, "full text") or _below(rows, named, "abstract") or number
    tail = first_of_run(rows, number, BELOW, start) if number < end else end
    above = (i for i in range(start, tail) if name_on(rows[i].text) in ABOVE)
    return range(start, max(next(above, tail), start))


def _below(rows: Sequence[Row], named: int, name: str) -> int:
    """Find the row below a field's name; 0 where there is no such field, or nothing in it."""
    found = (i + 1 for i in range(named, len(rows)) if name_on(rows[i].text) == name)
    return next((i for i in found if not _is_empty(rows[i : i + 1])), 0)


def _is_empty(below: Sequence[Row]) -> bool:
    """Tell whether a field's name has no text below it."""
    return not any(
        name_on(row.text) not in ABOVE | BELOW and not NOT_AVAILABLE.fullmatch(row.text)
        for row in below
    )


def _end_of(rows: Sequence[Row]) -> int:
    """Find the row behind the rule that closes the record."""
    numbers = (i for i, row in enumerate(rows) if name_on(row.text) == NUMBER)
    first = next(numbers, len(rows))
    return next((i + 1 for i in range(first, len(rows)) if RULE.fullmatch(rows[i].text)), len(rows))


def _fields(rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Yield the fields, those that are told best by a field of their own before the others."""
    kinds: dict[str, Kind] = {**HEAD, **TAIL, "author": "authors", "authors": "authors"}
    parts = list(keyed(rows, kinds))
    yield from (_upright(part) for part in parts if _name_of(part) not in HEAD)
    for part in parts:
        if _name_of(part) in HEAD:
            yield from _of_publication(part)


def _name_of(part: RecordPart) -> str:
    return name_on(part.rows[0].text)


def _upright(part: RecordPart) -> RecordPart:
    """Put given names first: `Roe, Jane; Doe, John`."""
    if part.kind != "authors":
        return part
    named = (DOT_AT_END.sub("", name.strip()) for name in part.value.split(";"))
    names = [name.split(", ") for name in named]
    upright = [" ".join(reversed(name)) if len(name) == 2 else ", ".join(name) for name in names]
    return RecordPart(part.kind, part.rows, "; ".join(upright))


def _of_publication(part: RecordPart) -> Iterator[RecordPart]:
    """Tell paper and day apart: `The Gazette ; Harbour [Harbour]. 19 July 2021: 4`."""
    if day := DATE_INSIDE.search(part.value):
        yield RecordPart("date", part.rows, day[0])
    yield RecordPart("source", part.rows, re.split(r" ?[;\[]", part.value)[0].strip(" ."))


PROQUEST = Form(
    is_in=_is_in,
    parts=_parts,
    holds=late("Publication (?:info|title):|ProQuest document ID:|Full text:"),
    opens=late(rf"{COUNTED.pattern}$"),
    length=one_line,
    whole=late("ProQuest document ID:"),
    ends=late(rf"{RULE.pattern}$|Database: "),
    alone=late(r"(?:^|(?<=\r))(Full text:|Abstract:)[ \t]*(?=\S)", re.MULTILINE),
)
