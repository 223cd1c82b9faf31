"""`.csv`, `.tsv`: the rows of a table whose cells a sign parts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from msgspec.structs import replace

from newsarchive.loading.lines import RawLine, raw_lines
from newsarchive.loading.opened import Opened
from newsarchive.loading.tables.rows import WHOLE_TABLE, RecordPlace, Row
from newsarchive.loading.tables.unread import (
    guessed,
    holds_address,
    left_above,
    no_names,
    of_text,
    too_many,
    unclosed,
    without_fields,
    without_text,
)
from newsarchive.model import Problem
from newsarchive.settings.columns import KNOWN, column_key, usual_keys

SEPARATORS = ",;\t|"
PREFACE = 12
"""Lines of a table, at the top, one of which names the columns."""
NAMES = usual_keys(*KNOWN)
Record = tuple[list[str], list[RawLine]]
"""Its cells and its lines."""
SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)


def rows_of_table(opened: Opened) -> Iterator[Row]:
    """Yield each row's place, bytes and cells by column."""
    above = _lines_above(opened)
    opened.stream.seek(0)
    taken: list[RawLine] = []
    guesses: list[tuple[int, str]] = []
    texts = _noted(raw_lines(opened.stream, opened.limits.bytes), taken, guesses)
    separator, texts = _separated(islice(texts, above, None))
    limit = csv.field_size_limit(opened.limits.bytes)
    try:
        table = csv.reader(texts, delimiter=separator)
        columns = next(table, [])
        yield from _of_the_table(opened, columns, table)
        first = len(taken) + 1
        taken.clear()
        records = _apart(table, taken, separator, len(columns))
        yield from _rows_below(opened.name, columns, records, first, separator)
    except csv.Error as error:
        remedy = "Check that every quotation mark is closed"
        what = f"the table breaks off: {error}"
        yield WHOLE_TABLE, b"", Problem(opened.name, what, remedy, table.line_num)
    finally:
        csv.field_size_limit(limit)
    told = (*guessed(opened.name, guesses), *left_above(opened.name, above))
    yield from ((WHOLE_TABLE, b"", doubt) for doubt in told)


def _lines_above(opened: Opened) -> int:
    """Count the lines above the one that names the columns: programs write what was asked there."""
    for number, line in enumerate(islice(raw_lines(opened.stream, opened.limits.bytes), PREFACE)):
        sign = max(SEPARATORS, key=line.text.count)
        if SEPARATOR.fullmatch(text := line.text.lstrip("\ufeff")):
            return 0
        cells = _cells(text, sign)
        if of_text(cells, opened.columns):
            return number if len(NAMES.intersection(map(column_key, cells))) > 1 else 0
    return 0


def _cells(text: str, sign: str) -> list[str]:
    """Give the cells of a line by itself; none where it is not whole."""
    try:
        return next(csv.reader([text.replace("\0", "")], delimiter=sign), [])
    except csv.Error:
        return []


def _of_the_table(opened: Opened, columns: list[str], table: Iterator[list[str]]) -> Iterator[Row]:
    """Say that a table has no text, and then read its rows only to count them; doubt columns."""
    if columns and (holds_address(columns) or not of_text(columns, opened.columns)):
        rows = sum(map(bool, table))
        if nameless := no_names(opened.name, columns):
            yield WHOLE_TABLE, b"", replace(nameless, inputs=rows + 1)
            return
        what = f"the table (rows: {rows:,})"
        yield WHOLE_TABLE, b"", without_text(opened, what, columns, inputs=max(1, rows))
    if doubt := without_fields(opened, columns):
        yield WHOLE_TABLE, b"", doubt


def _rows_below(
    name: str, columns: list[str], records: Iterable[Record], line: int, separator: str
) -> Iterator[Row]:
    """Yield the rows of records that begin on a line."""
    joined: list[tuple[RecordPlace, int]] = []
    for number, (cells, lines) in enumerate(records, 1):
        raw = b"".join(one.raw for one in lines)
        place = RecordPlace(number, line, _encodings(lines))
        line += len(lines)
        if len(lines) > 1 and not _is_sound(lines, separator):
            joined.append((place, line - 1))
        if any(cells[len(columns) :]):
            yield place, raw, too_many(name, place, cells, columns)
        elif cells:
            yield place, raw, dict(zip(columns, cells, strict=False))
    yield from ((WHOLE_TABLE, b"", doubt) for doubt in unclosed(name, joined))


def _is_sound(lines: Iterable[RawLine], separator: str) -> bool:
    """Whether each quotation mark of a record is closed at the end of a cell, or written twice."""
    try:
        list(csv.reader((line.text for line in lines), delimiter=separator, strict=True))
    except csv.Error:
        return False
    return True


def _apart(
    table: Iterator[list[str]], taken: list[RawLine], separator: str, width: int
) -> Iterator[Record]:
    """Yield each record's cells and lines; `taken` has the lines that were read since the last.

    Programs that part cells by tabs often write quotation marks as any other sign. Where each line
    of a record has all the tabs of one, they are records that such a mark seems to join.
    """
    for cells in table:
        lines = taken.copy()
        taken.clear()
        tabs = [line.text.count("\t") for line in lines] if separator == "\t" else []
        if len(tabs) > 1 and set(tabs) == {width - 1} != {0}:
            yield from ((line.text.rstrip("\r\n").split("\t"), [line]) for line in lines)
        else:
            yield cells, lines


def _encodings(lines: Iterable[RawLine]) -> str:
    """Name the encodings of a record's lines, as a rule one."""
    return " and ".join(dict.fromkeys(line.encoding for line in lines)) or "utf-8"


def _noted(
    lines: Iterable[RawLine], taken: list[RawLine], guesses: list[tuple[int, str]]
) -> Iterator[str]:
    """Yield the lines' texts; note them for the record that they become, and what is a guess."""
    for number, line in enumerate(lines, 1):
        taken.append(line)
        if line.is_guess:
            guesses.append((number, line.encoding))
        yield line.text.replace("\0", "\ufffd")


def _separated(lines: Iterator[str]) -> tuple[str, Iterator[str]]:
    """Tell what separates a table's cells, and give its lines, the first without what is no cell.

    Excel writes the separator into a line of its own, `sep=;`.
    """
    head = next(lines, "").lstrip("\ufeff")
    if said := SEPARATOR.fullmatch(head):
        return said[1], lines
    return max(SEPARATORS, key=lambda sign: (head.count(sign), sign == ",")), chain([head], lines)
