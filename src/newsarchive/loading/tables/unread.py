"""What of a table of articles is not read, and what to do about it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from newsarchive.loading.days import recorded
from newsarchive.loading.opened import AS_UTF8, Opened
from newsarchive.loading.tables.dateorder import Order, in_order
from newsarchive.loading.tables.references import REMEDY, are_references
from newsarchive.loading.tables.rows import RecordPlace
from newsarchive.model import Problem
from newsarchive.settings.columns import (
    FILES,
    KNOWN,
    USUAL,
    Columns,
    column_key,
    usual_keys,
)

WHOLE = ("text", "html")
WANTED = {"titles": ("title",), "dates": ("date",), "sources": ("source", "url")}
"""What a table should have columns for, and of which fields: an address names its site."""
SUMMARIES = frozenset(
    "lead_paragraph description short_description summary abstract snippet excerpt lead lede teaser"
    " opening_text hit_sentence standfirst".split()
)
"""What columns are called that tell in short what an article says."""
SHOWN = 12  # columns that a message names
LONGEST_NAME = 50  # characters of a column's name
UNDATED = "It is no date, or could be two: write it as 2021-07-19"
LIKENESS = 0.75
"""From 0 to 1: how like a column's name a misspelt one is."""
NUMBER = re.compile(r"[\d.,:/ -]+")
CUT = re.compile(r"(?P<mark>\[\+\d+ (?:chars|characters)\])\s*\Z")
"""What stands below a text of which a program gave the beginning alone."""
LONGEST_MARK = 40
"""Characters of such a mark, with blanks below it."""
DIGIT = re.compile(r"\d")
NO_DATE = re.compile(
    r"0+\b|0000|0001-01-01|1900-01-01|1970-01-01"
)  # what stands where none is known


def fault_in_json(error: Exception) -> str:
    """Say what is wrong with what should be JSON, and where in its line."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, at letter {error.colno} of the line"
    return str(error)


def of_text(found: Iterable[str], columns: Columns) -> bool:
    """Tell whether one of a table's columns may hold its articles' texts."""
    return not _text_columns(columns).isdisjoint(map(column_key, found))


@lru_cache(maxsize=16)
def _text_columns(columns: Columns) -> frozenset[str]:
    """Spell the columns that may hold a text; of one within an object the object's."""
    names = (name for field in WHOLE for name in columns.of(field))
    return frozenset(
        form for name in names for form in (column_key(name), column_key(name.split(".")[0]))
    )


def too_many(name: str, place: RecordPlace, cells: list[str], columns: list[str]) -> Problem:
    """Say that a row has more cells than there are columns, so that nothing tells which is what."""
    what = f"record {place.record} has {len(cells)} cells, and the table {len(columns)} columns"
    remedy = "Put a text that holds the sign between the cells into quotation marks"
    return Problem(name, what, remedy, place.line)


def unclosed(name: str, joined: Sequence[tuple[RecordPlace, int]]) -> Iterator[Problem]:
    """Say once of a table which of its records a quotation mark may join with others.

    Args:
        name: the file.
        joined: their places, each with its last line.
    """
    if joined:
        place, last = joined[0]
        what = f"record {place.record} goes on to line {last}, for a quotation mark is not closed"
        if more := len(joined) - 1:
            what += f", and {more:,} more do so"
        remedy = "Close it, or write it twice if it is of the text, lest other records stand in it"
        yield Problem(name, what, remedy, place.line, fate="doubtful")


def guessed(name: str, lines: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """Say once of a table which of its lines are in an encoding that is a guess.

    Args:
        name: the file.
        lines: their numbers, each with its encoding.
    """
    if lines:
        first, encoding = lines[0]
        what = f"line {first} is read as {encoding}, which is a guess"
        if more := len(lines) - 1:
            what += f", and {more:,} more are guesses too"
        yield Problem(name, what, AS_UTF8, first, fate="doubtful")


def left_above(name: str, lines: int) -> Iterator[Problem]:
    """Say that lines stand above the one that names a table's columns, if any do.

    Args:
        name: the file.
        lines: how many.
    """
    if lines:
        what = f"lines that name no columns stand above the table, and are not read: {lines}"
        yield Problem(name, what, "Take them out if they are none of it", 1, fate="doubtful")


def without_fields(opened: Opened, found: list[str]) -> Problem | None:
    """Doubt a table that has a text, and columns that say nothing, but none for what all have.

    Args:
        opened: the file.
        found: its columns.
    """
    if not of_text(found, opened.columns):
        return None
    if problem := _misspelt(opened, found):
        return problem
    known = {column_key(name) for field in KNOWN for name in opened.columns.of(field)}
    known |= usual_keys(*KNOWN)
    unread = [name for name in found if name and column_key(name) not in known]
    lacking = _lacking(set(map(column_key, found)), opened.columns)
    if not unread or not lacking:
        return None
    said = f"the {' or the '.join(lacking)}"
    what = f"no column is known to hold {said}, and these are not read: {_listed(unread)}"
    remedy = "Name the one that does after `columns:` in site.yaml, or `[]` there if none does"
    return Problem(opened.name, what, remedy, fate="doubtful")


def _lacking(there: set[str], columns: Columns) -> list[str]:
    """Say what a table, of whose columns the keys are given, has no columns for."""
    return [
        words
        for words, fields in WANTED.items()
        if all(map(columns.of, fields))
        and there.isdisjoint(column_key(name) for field in fields for name in columns.of(field))
    ]


def _misspelt(opened: Opened, found: Iterable[str]) -> Problem | None:
    """Doubt a column that site.yaml names and a table lacks, where it has one of a like name."""
    columns = {column_key(name): name for name in found}
    named = opened.columns.named.values()
    unread = sorted(columns.keys() - {column_key(name) for names in named for name in names})
    for names in named:
        if columns.keys() & set(map(column_key, names)):
            continue
        for name in names:
            if near := get_close_matches(column_key(name), unread, 1, LIKENESS):
                what = f"it has no column `{name}`, which site.yaml names"
                remedy = f"Did you mean `{columns[near[0]]}`? Mend it below `columns:`"
                return Problem(opened.name, what, remedy, fate="doubtful")
    return None


def holds_address(columns: Iterable[str]) -> bool:
    """Tell whether a web address stands among the names of columns, which then are none."""
    return any(one.startswith(("http://", "https://")) for one in columns)


def no_names(name: str, columns: Sequence[str]) -> Problem | None:
    """Say that a table's first row names no columns: it holds a text, a number, an address."""
    known = {column_key(one) for field in KNOWN for one in USUAL.of(field)}
    if not holds_address(columns):
        if known & set(map(column_key, columns)):
            return None
        if not any(len(one) > LONGEST_NAME or NUMBER.fullmatch(one) for one in columns):
            return None
    what = f"its first row names no columns, but begins with `{columns[0][:40]}`"
    remedy = "Write their names into a row above it, such as title, date, source, text"
    return Problem(name, what, remedy, 1)


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(name[:LONGEST_NAME] for name in columns[:SHOWN]) + ", …" * (
        len(columns) > SHOWN
    )


def without_text(
    opened: Opened, what: str, found: Iterable[str], line: int | None = None, inputs: int = 1
) -> Problem:
    """Say that no column holds a text, and how to name the one that does."""
    shown, remedy = _named(tuple(found), opened.columns)
    return Problem(opened.name, f"{what} has no text, but {shown}", remedy, line, inputs=inputs)


def none_has_text(
    opened: Opened, records: Sequence[tuple[RecordPlace, Mapping[str, Any]]]
) -> Iterator[Problem]:
    """Say once of a table whose records have no column that holds a text, as `without_text` does.

    Args:
        opened: the file.
        records: their places, and of the first the record.
    """
    if records:
        place, row = records[0]
        what = f"record {place.record}"
        if more := len(records) - 1:
            what += f", as {more:,} more,"
        yield without_text(opened, what, row, place.line, inputs=len(records))


@lru_cache(maxsize=16)
def _named(there: tuple[str, ...], columns: Columns) -> tuple[str, str]:
    """Name some columns, and say which of them may hold the text."""
    remedy = "Say which column is the text: `columns: {text: NAME}` in site.yaml"
    if summary := next((name for name in there if column_key(name) in SUMMARIES), ""):
        remedy += f"; `{summary}` may have its gist"
    if not set(FILES).isdisjoint(map(column_key, there)):
        remedy = f"If it tells of the texts beside it, save it as `_folder.csv`. {remedy}"
    if are_references(there):
        remedy = f"If it is references: {REMEDY[0].lower()}{REMEDY[1:]}. {remedy}"
    elif not set(map(column_key, columns.of("url"))).isdisjoint(map(column_key, there)):
        remedy = f"If it only lists addresses, save the pages and put those in. {remedy}"
    if "post_id" in there:
        remedy = f"If it is of Substack's export, put its ZIP here as it came. {remedy}"
    named = [name for field in WHOLE for name in columns.named.get(field, ())]
    for name in named:
        if near := get_close_matches(name, there, 1):
            remedy = f"site.yaml names the column `{name}` for it; the nearest is `{near[0]}`"
    return _listed(there), remedy


def column_of_text(rows: Iterable[Mapping[str, Any]], columns: Columns) -> str:
    """Name the column that may hold the text, of the first record that has one; or nothing."""
    known = _text_columns(columns)
    return next((name for row in rows for name in row if column_key(name) in known), "")


def nothing_in(name: str, empty: Sequence[tuple[RecordPlace, str]]) -> Iterator[Problem]:
    """Say once of a table which of its records have no text.

    Args:
        name: the file.
        empty: their places, each with the column that may hold the text.
    """
    if empty:
        place, column = empty[0]
        what = f"record {place.record} has nothing in its column {column}"
        remedy = "Put its text there, or take the record out"
        if more := len(empty) - 1:
            what += f", nor have {more:,} more"
            remedy = "Put their texts there, or take the records out"
        yield Problem(name, what, remedy, place.line, inputs=len(empty))


def unread_dates(
    fields: dict[str, tuple[str, list[str]]], order: Order | None = None
) -> Iterator[str]:
    """Yield what stands for a date and is not read as one, not in the table's order either."""
    for text in fields.get("date", ("", []))[1]:
        read = recorded(text) or (order and in_order(text, order))
        if DIGIT.search(text) and not NO_DATE.match(text) and not read:
            yield text


def undated(name: str, unread: Sequence[tuple[RecordPlace, str]]) -> Iterator[Problem]:
    """Say once of a table which dates in it are not read."""
    if unread:
        place, text = unread[0]
        records = len({record for record, _ in unread})
        what = f"the date `{text[:40]}` of record {place.record} is not read"
        if records > 1:
            what += f", nor are those of {records - 1:,} more"
        yield Problem(name, what, UNDATED, place.line, fate="doubtful")


def is_cut(fields: Mapping[str, tuple[str, list[str]]]) -> bool:
    """Tell whether a record has no more than the beginning of its text."""
    return any(CUT.search(fields[name][1][0][-LONGEST_MARK:]) for name in WHOLE if name in fields)


def mark_apart(text: str) -> str:
    r"""Put what a program says below a text that it cut on a line of its own.

    >>> mark_apart("The bridge is… [+800 chars]")
    'The bridge is…\n\n[+800 chars]'
    """
    mark = CUT.search(text, max(0, len(text) - LONGEST_MARK))
    return f"{text[: mark.start('mark')].rstrip()}\n\n{mark['mark']}" if mark else text


def cut_short(name: str, places: Sequence[RecordPlace]) -> Iterator[Problem]:
    """Say once of a table which of its records have only the beginning of a text."""
    if places:
        what = f"the program that wrote it cut the text of record {places[0].record}"
        if more := len(places) - 1:
            what += f", and of {more:,} more"
        yield Problem(
            name, what, "Save their own pages, if you need all", places[0].line, fate="doubtful"
        )
