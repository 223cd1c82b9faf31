"""`.csv`, `.tsv`: the rows of a table whose cells a sign parts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from newsarchive.loading.lines import RawLine, raw_lines
from newsarchive.loading.opened import Opened
from newsarchive.loading.tables.rows import WHOLE_TABLE, Place, Row
from newsarchive.loading.tables.unread import (
    guessed,
    no_names,
    of_text,
    too_many,
    without_text,
    without_title,
)
from newsarchive.model import Problem

SEPARATORS = ",;\t|"
SEPARATOR = re.compile(r"sep=(.)\s*", re.IGNORECASE)


def rows_of_table(opened: Opened) -> Iterator[Row]:
    """Yield each row's place, bytes and cells by column."""
    taken: list[RawLine] = []
    guesses: list[tuple[int, str]] = []
    texts = _noted(raw_lines(opened.stream, opened.limits.bytes), taken, guesses)
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
    yield from ((WHOLE_TABLE, b"", doubt) for doubt in guessed(opened.name, guesses))


def _of_the_table(opened: Opened, columns: list[str], table: Iterator[list[str]]) -> Iterator[Row]:
    """Say that a table has no text, and then read its rows only to count them; doubt its title."""
    if columns and not of_text(columns, opened.columns):
        rows = sum(map(bool, table))
        if nameless := no_names(opened.name, columns):
            yield WHOLE_TABLE, b"", replace(nameless, inputs=rows + 1)
            return
        what = f"the table (rows: {rows:,})"
        yield WHOLE_TABLE, b"", without_text(opened, what, columns, inputs=max(1, rows))
    if doubt := without_title(opened, columns):
        yield WHOLE_TABLE, b"", doubt


def _rows_below(
    name: str, columns: list[str], table: Iterator[list[str]], taken: list[RawLine]
) -> Iterator[Row]:
    """Yield the rows; `taken` has the lines that were read since it was last emptied."""
    line = len(taken) + 1
    taken.clear()
    for number, cells in enumerate(table, 1):
        raw = b"".join(one.raw for one in taken)
        place = Place(number, line, _encodings(taken))
        line += len(taken)
        taken.clear()
        if any(cells[len(columns) :]):
            yield place, raw, too_many(name, place, cells, columns)
        elif cells:
            yield place, raw, dict(zip(columns, cells, strict=False))


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
