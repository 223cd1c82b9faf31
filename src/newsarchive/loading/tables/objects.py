"""`.json`: one value that holds articles: a list of them, one alone, or a list somewhere within.

Programs that answer in JSON put their articles into a list within an object, beside its counts:
the first list whose records have a text is taken.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from newsarchive.loading.decoding import decode
from newsarchive.loading.opened import Opened
from newsarchive.loading.tables.rows import WHOLE_TABLE, Place, Row
from newsarchive.model import Problem

MAX_BYTES = 64 * 2**20  # of a file, which is held in memory as a whole with all that it says
MAX_LEVELS = 4  # objects around a list of articles: answers of programs have two
MAX_LOOKED_AT = 10_000  # values that are looked at for such a list

HasText = Callable[[Iterable[str]], bool]
"""Tells by a record's keys whether it may hold a text."""


def rows_of_value(opened: Opened, has_text: HasText) -> Iterator[Row]:
    """Yield each record's place, bytes and object.

    Args:
        opened: the file.
        has_text: tells by its keys whether an object may be an article.
    """
    raw = opened.stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES // 2**20} MB"
        remedy = "Cut it into smaller ones, or write an object a line and name it .jsonl"
        yield WHOLE_TABLE, b"", Problem(opened.name, what, remedy)
        return
    try:
        value = json.loads(decode(raw).text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        yield WHOLE_TABLE, b"", Problem(opened.name, f"it is not JSON: {error}", "Mend it", line)
        return
    for number, record in enumerate(_records(value, has_text), 1):
        place = Place(number, None)
        if isinstance(record, dict):
            yield place, json.dumps(record, ensure_ascii=False).encode("utf-8", "replace"), record
        else:
            what = f"record {number} is no JSON object"
            yield place, b"", Problem(opened.name, what, "Mend or remove it")


def _records(value: Any, has_text: HasText) -> list[Any]:  # noqa: ANN401  JSON is anything
    """Give the records of a value; where no list within it has any, itself."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and has_text(value):
        return [value]
    return next(islice(_lists_within(value, has_text), 1), [value])


def _lists_within(value: Any, has_text: HasText) -> Iterator[list[Any]]:  # noqa: ANN401
    """Yield the lists of records with a text, the outermost first."""
    level: list[Any] = [value]
    for _ in range(MAX_LEVELS):
        inner = [one for outer in level if isinstance(outer, Mapping) for one in outer.values()]
        level = inner[:MAX_LOOKED_AT]
        yield from (one for one in level if isinstance(one, list) and _has_article(one, has_text))


def _has_article(records: list[Any], has_text: HasText) -> bool:
    return any(isinstance(one, dict) and has_text(one) for one in records[:MAX_LOOKED_AT])
