"""The parts of a record: its fields, its text, and what stands outside of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from newsarchive.loading.annotations import Annotations, Row
from newsarchive.loading.exports.values import values_of
from newsarchive.model import Label, Statement

RULES = {
    "field-of-the-export": "a field that the database put around the text, or a mark of its own",
    "text-of-the-export": "stands where the database has the text, or the abstract if it has none",
    "outside-the-record": "stands outside the database's records: a cover page, a list of results",
}
"""Why a line of an export has its label, by the rule's name."""
FIELD, TEXT, OUTSIDE = RULES

Kind = Literal[
    "title",
    "source",
    "date",
    "authors",
    "section",
    "dateline",
    "language",
    "url",
    "rights",
    "body",
    "field",
    "outside",
]
"""What a part is: a field that states something, the text, another field, or none of the record."""

LABELS: dict[Kind, Label] = {
    "title": "title",
    "source": "source",
    "date": "date",
    "authors": "byline",
    "section": "section",
    "url": "url",
    "body": "body",
}
"""Kinds of parts → the labels of their lines; all other parts are boilerplate."""


class RecordPart(Struct, frozen=True):
    """Rows that belong together, and what they are."""

    kind: Kind
    rows: Sequence[Row]
    value: str = ""
    """What they say, without the field's name."""


def annotations_by(parts: Iterable[RecordPart]) -> Annotations:
    """Say what the lines of parts are, and what they state: of each kind the first part counts."""
    labels: dict[int, tuple[Label, str]] = {}
    statements: dict[str, list[Statement]] = {}
    for part in parts:
        found = list(_statements(part))
        if found:
            statements.setdefault(part.kind, found)
        label = LABELS.get(part.kind, "boilerplate")
        if label not in ("body", "date") and not found:
            label = "boilerplate"
        for row in part.rows:
            labels[row.number] = label, _rule(part.kind)
    return Annotations(labels, tuple(said for found in statements.values() for said in found))


def _rule(kind: Kind) -> str:
    return TEXT if kind == "body" else OUTSIDE if kind == "outside" else FIELD


def _statements(part: RecordPart) -> Iterator[Statement]:
    text = " ".join(row.text for row in part.rows)
    for value in values_of(part.kind, part.value):
        yield Statement(part.kind, value, FIELD, text, part.rows[0].number)


def whole(kind: Kind, rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Yield rows as one part that has no name before it; nothing where there are none."""
    if rows:
        yield RecordPart(kind, rows, " ".join(row.text for row in rows))


def keyed(rows: Sequence[Row], kinds: dict[str, Kind]) -> Iterator[RecordPart]:
    """Yield fields that have their names before them: `Byline: Jane Roe`, with lines that go on.

    A copyright needs no name.

    Args:
        rows: the rows.
        kinds: the fields' names in lower case → what they state; all others state nothing.
    """
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i].apart or name_on(rows[i].text):
            yield _field(rows[start:i], kinds)
            start = i


RIGHTS = re.compile(r"(?:\(?Copyright\b|©|\(c\) )(?!:)", re.IGNORECASE)
_NAME = re.compile(r"([A-Z][\w()/, -]{1,38}?) ?:(?: |$)")


def name_on(text: str) -> str:
    """Give the name of the field that a line opens, in lower case; nothing where it opens none.

    >>> name_on("Author(s): Jane Roe"), name_on("OpenURL Link: https://…"), name_on("Late: or so?")
    ('author(s)', 'openurl link', 'late')
    >>> name_on("he said: so")
    ''
    """
    match = _NAME.match(text)
    return match[1].lower() if match else ""


def _field(rows: Sequence[Row], kinds: dict[str, Kind]) -> RecordPart:
    name = name_on(rows[0].text)
    text = " ".join(row.text for row in rows)
    if not name:
        return RecordPart("rights" if RIGHTS.match(text) else "field", rows, text)
    return RecordPart(kinds.get(name, "field"), rows, text.partition(":")[2].strip())


def first_of_run(rows: Sequence[Row], last: int, names: frozenset[str], floor: int = 0) -> int:
    """Find where the fields below a text begin: upward from one of them, as long as there are any.

    Fields of names that are not known count where a known one stands above them.

    Args:
        rows: a record's rows.
        last: the index of a row that is a field below the text.
        names: the names of such fields, in lower case.
        floor: the index of the first row of the text.

    Returns:
        The index of the first row that is no more of the text.
    """
    first = i = last
    while i > floor:
        i -= 1
        if rows[i].apart or name_on(rows[i].text):
            name = name_on(rows[i].text)
            if not name and rows[i].apart:
                break
            if name in names and (rows[i].apart or i + 1 == first):
                first = i
    return first
