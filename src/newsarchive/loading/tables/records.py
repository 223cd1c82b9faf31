"""`.json`, `.jsonl`, `.ndjson`, `.csv`, `.tsv`: a table of articles, a record an article.

A column is known by its name. The names that others use are known; for any other the archive's
`site.yaml` says what it holds.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import chain, islice
from typing import Any

from newsarchive.loading.days import recorded
from newsarchive.loading.decoding import Decoded
from newsarchive.loading.lines import RawLine, raw_lines
from newsarchive.loading.names import names
from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.tables.dateorder import FIGURES, Order, in_order, order_in
from newsarchive.loading.tables.objects import rows_of_value
from newsarchive.loading.tables.rows import WHOLE_TABLE, Place, Row
from newsarchive.loading.tables.unread import (
    WHOLE,
    column_of_text,
    nothing_in,
    of_text,
    too_many,
    undated,
    unread_dates,
    without_text,
    without_title,
)
from newsarchive.loading.webpages.fragment import fragment_document
from newsarchive.loading.webpages.linked import strings
from newsarchive.model import Document, Problem, Statement
from newsarchive.settings.columns import KNOWN, Columns, plain
from newsarchive.spelling.inverted import people_in_order

DATES = ("date", "crawled")
LOOKED_AT = 100
"""Rows on either side of the first date that could be two by which the order is told."""
SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)
HOST = re.compile(r"^www\.(?=\S+$)", re.IGNORECASE)
"""What stands before the name of a site."""
OBJECT = json.JSONDecoder()  # `json.loads` asks three questions more of each line


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each record that has a text."""
    return read_rows(opened, _rows(opened))


def read_rows(opened: Opened, rows: Iterable[Row]) -> Iterator[Document | Problem]:
    """Yield an article for each of a file's rows that has a text.

    Args:
        opened: the file.
        rows: its records, or what is wrong with one.
    """
    unread: list[tuple[Place, str]] = []
    empty: list[tuple[Place, str]] = []
    whole: Mapping[str, Any] = {}
    for (place, raw, row), order in _with_order(iter(rows), opened.columns):
        if isinstance(row, Problem):
            yield row
            continue
        fields = _fields(row, opened.columns)
        unread += ((place, text) for text in unread_dates(fields, order))
        if fields.keys() & WHOLE:
            whole = row
            yield _article(opened, place, raw, fields, order)
        elif column := column_of_text((row, whole), opened.columns):
            empty.append((place, column))
        else:
            yield without_text(opened, f"record {place.record}", row, place.line)
    yield from undated(opened.name, unread)
    yield from nothing_in(opened.name, empty)


def _with_order(rows: Iterator[Row], columns: Columns) -> Iterator[tuple[Row, Order | None]]:
    """Yield the rows, from the first date that could be two on with the order that others prove."""
    said: list[str] = []
    for row in rows:
        dates = _dates_of(row, columns)
        said += dates[: LOOKED_AT - len(said)]
        if any(FIGURES.fullmatch(text) and not recorded(text) for text in dates):
            held = [row, *islice(rows, LOOKED_AT)]
            order = order_in([*said, *(text for one in held for text in _dates_of(one, columns))])
            yield from ((one, order) for one in chain(held, rows))
            return
        yield row, None


def _dates_of(row: Row, columns: Columns) -> list[str]:
    _, _, cells = row
    return [] if isinstance(cells, Problem) else _fields(cells, columns).get("date", ("", []))[1]


def _rows(opened: Opened) -> Iterator[Row]:
    """Give the rows as the file's ending says; an object a line may be called `.json` too."""
    lower = opened.name.lower()
    if not lower.endswith((".json", ".jsonl", ".ndjson")):
        return _csv_rows(opened)
    if not lower.endswith(".json"):
        return _json_rows(opened)
    first = next(raw_lines(opened.stream, opened.limits.bytes), RawLine(b"", ""))
    second = opened.stream.seek(len(first.raw)) and opened.stream.read(1)
    opened.stream.seek(0)
    if second and not isinstance(_object(opened.name, 1, first.text.lstrip("\ufeff")), Problem):
        return _json_rows(opened)
    return rows_of_value(opened, lambda keys: of_text(keys, opened.columns))


def _json_rows(opened: Opened) -> Iterator[Row]:
    """Yield each line's place, bytes and object."""
    most = opened.limits.bytes
    for number, line in enumerate(raw_lines(opened.stream, most), 1):
        place = Place(number, number)
        if len(line.raw) > most:
            yield place, line.raw, too_large(opened, "the line is", number)
        elif line.text.strip("\ufeff\r\n\t "):
            yield place, line.raw, _object(opened.name, number, line.text.lstrip("\ufeff"))


def _object(name: str, number: int, text: str) -> Mapping[str, Any] | Problem:
    try:
        found = OBJECT.decode(text)
    except (ValueError, RecursionError) as error:
        return Problem(name, f"the line is not JSON: {error}", "Mend or remove it", number)
    if not isinstance(found, dict):
        return Problem(name, "the line is no JSON object", "Write an object a line", number)
    return found


def _csv_rows(opened: Opened) -> Iterator[Row]:
    """Yield each row's place, bytes and cells by column."""
    taken: list[bytes] = []
    texts = _noted(raw_lines(opened.stream, opened.limits.bytes), taken)
    separator, texts = _separated(texts)
    limit = csv.field_size_limit(opened.limits.bytes)
    try:
        table = csv.reader(texts, delimiter=separator)
        columns = next(table, [])
        yield from _of_the_table(opened, columns, table)
        yield from _rows_below(opened.name, columns, table, taken)
    except csv.Error as error:
        remedy = "Check that every quotation mark is closed"
        what = f"the table breaks off: {error}"
        yield WHOLE_TABLE, b"", Problem(opened.name, what, remedy, table.line_num)
    finally:
        csv.field_size_limit(limit)


def _of_the_table(opened: Opened, columns: list[str], table: Iterator[list[str]]) -> Iterator[Row]:
    """Say that a table has no text, and then read its rows only to count them; doubt its title."""
    if columns and not of_text(columns, opened.columns):
        rows = sum(map(bool, table))
        what = f"the table (rows: {rows:,})"
        yield WHOLE_TABLE, b"", without_text(opened, what, columns, inputs=max(1, rows))
    if doubt := without_title(opened, columns):
        yield WHOLE_TABLE, b"", doubt


def _rows_below(
    name: str, columns: list[str], table: Iterator[list[str]], taken: list[bytes]
) -> Iterator[Row]:
    """Yield the rows; `taken` has the lines that were read since it was last emptied."""
    line = len(taken) + 1
    taken.clear()
    for number, cells in enumerate(table, 1):
        raw, place = b"".join(taken), Place(number, line)
        line += len(taken)
        taken.clear()
        if any(cells[len(columns) :]):
            yield place, raw, too_many(name, place, cells, columns)
        elif cells:
            yield place, raw, dict(zip(columns, cells, strict=False))


def _noted(lines: Iterable[RawLine], taken: list[bytes]) -> Iterator[str]:
    """Yield the lines' texts, and note their bytes for the record that they become."""
    for line in lines:
        taken.append(line.raw)
        yield line.text.replace("\0", "\ufffd")


def _separated(lines: Iterator[str]) -> tuple[str, Iterator[str]]:
    """Tell what separates a table's cells, and give its lines, the first without what is no cell.

    Excel writes the separator into a line of its own, `sep=;`.
    """
    head = next(lines, "").lstrip("\ufeff")
    if said := SEPARATOR.fullmatch(head):
        return said[1], lines
    return max(",;\t|", key=lambda sign: (head.count(sign), sign == ",")), chain([head], lines)


def _fields(row: Mapping[str, Any], columns: Columns) -> dict[str, tuple[str, list[str]]]:
    """Give each field's column and texts; of several columns with one field the first with any."""
    found: dict[str, tuple[str, list[str]]] = {}
    for field, column in _places(tuple(row), columns):
        if field not in found and (texts := _texts(field, _cell(row, column))):
            found[field] = column, texts
    return found


@lru_cache(maxsize=16)
def _places(row: tuple[str, ...], columns: Columns) -> tuple[tuple[str, str], ...]:
    """Give the fields that a row of these columns may hold, each with a column, in their order."""
    spelled: dict[str, str] = {}
    for name in row:
        spelled.setdefault(plain(name), name)
    outer = {name.partition(".")[0] for name in row}
    places = (
        (field, spelled.get(plain(name), name)) for field in KNOWN for name in columns.of(field)
    )
    return tuple((field, column) for field, column in places if column.partition(".")[0] in outer)


def _cell(row: Mapping[str, Any], column: str) -> Any:  # noqa: ANN401  JSON is anything
    """Give what a column holds; `meta.day` is the `day` of the object in `meta`."""
    if column in row:
        return row[column]
    outer, _, inner = column.partition(".")
    within = row.get(outer)
    return _cell(within, inner) if inner and isinstance(within, dict) else None


def _texts(field: str, cell: Any) -> list[str]:  # noqa: ANN401  JSON is anything
    """Give a cell's texts: of an article's text the one, with its lines, of all else each."""
    if field in DATES and isinstance(cell, int | float):
        return [str(cell)]
    if field not in WHOLE:
        return strings(cell)
    text = _whole(cell)
    return [text] if text.strip() else []


def _whole(cell: Any) -> str:  # noqa: ANN401  JSON is anything
    r"""Give an article's text: as it is, from a list of paragraphs, or from pieces of a line.

    Programs give what is bold or leads somewhere as an object amid texts, as Telegram does.

    >>> _whole(["The ", {"type": "bold", "text": "ferries"}, " sail."])
    'The ferries sail.'
    >>> _whole(["The ferries sail.", "No bridge."])
    'The ferries sail.\n\nNo bridge.'
    """
    if not isinstance(cell, list):
        return cell if isinstance(cell, str) else ""
    amid_texts = {isinstance(one, str) for one in cell} == {True, False}
    pieces = (one.get("text") if isinstance(one, dict) else one for one in cell)
    return ("" if amid_texts else "\n\n").join(one for one in pieces if isinstance(one, str))


def _article(
    opened: Opened,
    place: Place,
    raw: bytes,
    fields: dict[str, tuple[str, list[str]]],
    order: Order | None,
) -> Document | Problem:
    _, texts = fields.get("html") or fields["text"]
    name, digest, record = opened.name, sha256(raw).hexdigest(), str(place.record)
    stated = tuple(_statements(fields, order))
    if "html" in fields or _is_html(texts[0]):
        decoded = Decoded(texts[0], "utf-8")
        return fragment_document(name, digest, decoded, record, stated, opened.limits)
    return Document(
        path=name, sha256=digest, encoding="utf-8", text=texts[0], record=record, statements=stated
    )


def _is_html(text: str) -> bool:
    return text.lstrip()[:9].lower().startswith(("<p", "<div", "<html", "<!doctype", "<article"))


def _statements(
    fields: dict[str, tuple[str, list[str]]], order: Order | None
) -> Iterator[Statement]:
    """Yield what the columns state."""
    for field, (column, texts) in fields.items():
        if field in WHOLE:
            continue
        for text in texts:
            values = names(people_in_order(text)) if field == "authors" else [text]
            if field == "source":
                values = [HOST.sub("", text)]
            where = f"column {column}"
            if field in DATES:
                found = recorded(text)
                if not found and order and (found := in_order(text, order)):
                    where += f", in the order of {order.proof}"
                values = [found] if found else []
            for value in values:
                yield Statement(field, value, "column", text, where=where)
