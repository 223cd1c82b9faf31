"""`.json`, `.jsonl`, `.ndjson`, `.jl`, `.csv`, `.tsv`: a table of articles, a record an article.

A column is known by its name. The names that others use are known; for any other the archive's
`site.yaml` says what it holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain, islice
from typing import Any

from newsarchive.loading.days import recorded
from newsarchive.loading.decoding import Decoded
from newsarchive.loading.escaped import as_meant, with_line_ends
from newsarchive.loading.lines import RawLine, raw_lines
from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.tables.cells import Fields, fields_of, statements_of
from newsarchive.loading.tables.dateorder import FIGURES, Order, order_in
from newsarchive.loading.tables.delimited import rows_of_table
from newsarchive.loading.tables.objects import rows_of_value
from newsarchive.loading.tables.rows import WHOLE_TABLE, RecordPlace, Row
from newsarchive.loading.tables.unread import (
    WHOLE,
    column_of_text,
    cut_short,
    fault_in_json,
    guessed,
    is_cut,
    mark_apart,
    none_has_text,
    nothing_in,
    of_text,
    undated,
    unread_dates,
)
from newsarchive.loading.webpages.fragment import fragment_document, in_paragraphs
from newsarchive.model import Document, Problem
from newsarchive.settings.columns import Columns

JSON = (".json", ".jsonl", ".ndjson", ".jl")
TEXT = (".txt", ".text")
HTML = ("<p", "<div", "<html", "<!doctype", "<article")
TAGS = re.compile(
    r"<br\s?/?>|</(?:a|b|blockquote|div|em|h[2-6]|i|li|p|span|strong)>", re.IGNORECASE
)
FEWEST_TAGS = 2
"""Of such tags, at least, where a cell does not begin with one."""
LOOKED_AT = 100
"""Rows on either side of the first date that could be two by which the order is told."""
OBJECT = json.JSONDecoder()  # `json.loads` asks three questions more of each line


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each record that has a text."""
    yield from read_rows(opened, _rows(opened))


def read_rows(opened: Opened, rows: Iterable[Row]) -> Iterator[Document | Problem]:
    """Yield an article for each of a file's rows that has a text.

    Args:
        opened: the file.
        rows: its records, or what is wrong with one.
    """
    unread: list[tuple[RecordPlace, str]] = []
    empty: list[tuple[RecordPlace, str]] = []
    strange: list[tuple[RecordPlace, Mapping[str, Any]]] = []
    cut: list[RecordPlace] = []
    whole: Mapping[str, Any] = {}
    for (place, raw, row), order in _with_order(iter(rows), opened.columns):
        if isinstance(row, Problem):
            yield row
            continue
        fields = fields_of(row, opened.columns)
        unread += ((place, text) for text in unread_dates(fields, order))
        if fields.keys() & WHOLE:
            whole = row
            cut += [place] if is_cut(fields) else []
            yield _article(opened, place, raw, fields, order)
        elif column := column_of_text((row, whole), opened.columns):
            empty.append((place, column))
        else:
            strange.append((place, {} if strange else row))
    yield from undated(opened.name, unread)
    yield from nothing_in(opened.name, empty)
    yield from none_has_text(opened, strange)
    yield from cut_short(opened.name, cut)


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
    return [] if isinstance(cells, Problem) else fields_of(cells, columns).get("date", ("", []))[1]


def _rows(opened: Opened) -> Iterator[Row]:
    """Give the rows as the file's ending says; an object a line may be called `.json` too."""
    first = next(raw_lines(opened.stream, opened.limits.bytes), RawLine(b"", ""))
    second = opened.stream.seek(len(first.raw)) and opened.stream.read(1)
    opened.stream.seek(0)
    lower, begins = opened.name.lower(), first.text.strip("\ufeff\r\n\t ")
    if not lower.endswith(JSON) and not (lower.endswith(TEXT) and begins[:1] in ("{", "[")):
        return rows_of_table(opened)
    if lower.endswith(JSON[1:]) and begins != "{" and begins[:1] != "[":
        return _json_rows(opened)
    if second and not isinstance(_object(opened.name, 1, first.text.lstrip("\ufeff")), Problem):
        return _json_rows(opened)
    return rows_of_value(opened, lambda keys: of_text(keys, opened.columns))


def _json_rows(opened: Opened) -> Iterator[Row]:
    """Yield each line's place, bytes and object."""
    most = opened.limits.bytes
    guesses: list[tuple[int, str]] = []
    for number, line in enumerate(raw_lines(opened.stream, most), 1):
        place = RecordPlace(number, number, line.encoding)
        guesses += [(number, line.encoding)] if line.is_guess else []
        if len(line.raw) > most:
            yield place, line.raw, too_large(opened, "the line is", number)
        elif line.text.strip("\ufeff\r\n\t "):
            yield place, line.raw, _object(opened.name, number, line.text.lstrip("\ufeff"))
    yield from ((WHOLE_TABLE, b"", doubt) for doubt in guessed(opened.name, guesses))


def _object(name: str, number: int, text: str) -> Mapping[str, Any] | Problem:
    try:
        found = OBJECT.decode(text)
    except (ValueError, RecursionError) as error:
        what = f"the line is not JSON: {fault_in_json(error)}"
        return Problem(name, what, "Mend or remove it", number)
    if not isinstance(found, dict):
        return Problem(name, "the line is no JSON object", "Write an object a line", number)
    return found


def _article(
    opened: Opened,
    place: RecordPlace,
    raw: bytes,
    fields: Fields,
    order: Order | None,
) -> Document | Problem:
    _, texts = fields.get("html") or fields["text"]
    name, digest, record = opened.name, sha256(raw).hexdigest(), str(place.record)
    stated = statements_of(fields, order)
    text = mark_apart(with_line_ends(texts[0]))
    begins = "html" in fields or text.lstrip()[:9].lower().startswith(HTML)
    if begins or _has_tags(text):
        decoded = Decoded(text if begins else in_paragraphs(text), place.encoding)
        return fragment_document(name, digest, decoded, record, stated, opened.limits)
    return Document(
        path=name,
        sha256=digest,
        encoding=place.encoding,
        text=as_meant(text),
        record=record,
        statements=stated,
    )


def _has_tags(text: str) -> bool:
    r"""Tell whether some of HTML's tags stand in a cell.

    >>> _has_tags("Shut.<br><br>So it is."), _has_tags("1 < 2 > 1")
    (True, False)
    """
    return "<" in text and len(list(islice(TAGS.finditer(text), FEWEST_TAGS))) == FEWEST_TAGS
