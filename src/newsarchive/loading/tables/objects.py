"""`.json`: one value that holds articles: a list of them, one alone, or a list somewhere within.

Programs that answer in JSON put their articles into a list within an object, beside its counts:
the first list whose records have a text is taken. Data frames are written by column, or as rows
below the names of their columns, and other programs put each record behind its number or address.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any

from newsarchive.loading.decoding import decode
from newsarchive.loading.opened import Opened, doubts
from newsarchive.loading.tables.ghost import is_posted, not_posted, posts_of
from newsarchive.loading.tables.rows import WHOLE_TABLE, HasText, RecordPlace, Row
from newsarchive.loading.tables.unread import fault_in_json
from newsarchive.model import Problem
from newsarchive.settings.columns import KNOWN, column_key, usual_keys

MAX_BYTES = 64 * 2**20  # of a file, which is held in memory as a whole with all that it says
MAX_LEVELS = 4  # objects around a list of articles: answers of programs have two
MAX_LOOKED_AT = 10_000  # values that are looked at for such a list

FEED = ("version", "title")
JSON_FEED = "https://jsonfeed.org/version/"
SHOWN = re.compile(r"\S")
NAMES = usual_keys(*KNOWN)
"""All that columns are called."""
TITLES = usual_keys("title")


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
        decoded = decode(raw)
        value = _value_of(decoded.text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        what, line = f"it is not JSON: {fault_in_json(error)}", getattr(error, "lineno", None)
        remedy = "Save it once more from where it came, for it may be cut short; or mend the line"
        yield WHOLE_TABLE, b"", Problem(opened.name, what, remedy, line)
        return
    posts = posts_of(value)
    records = list(filter(is_posted, posts)) if posts else _records(value, has_text)
    shared = _of_feed(value)
    if records and all(isinstance(record, list) for record in records):
        what, remedy = "its rows are lists, and the first names no columns", "Write objects instead"
        yield WHOLE_TABLE, b"", Problem(opened.name, what, remedy, inputs=len(records))
        return
    for number, record in enumerate(records, 1):
        place = RecordPlace(number, None, decoded.encoding)
        if isinstance(record, dict):
            written = json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
            yield place, written, shared | record
        else:
            what = f"record {number} is no JSON object"
            yield place, b"", Problem(opened.name, what, "Mend or remove it")
    told = (*doubts(opened.name, decoded), *not_posted(opened, posts))
    yield from ((WHOLE_TABLE, b"", problem) for problem in told)


def _value_of(text: str) -> Any:  # noqa: ANN401  JSON is anything
    """Read JSON: one value, or the list of several that stand one below the other.

    Raises:
        ValueError: it is not JSON.
    """
    decoder = json.JSONDecoder()
    values: list[Any] = []
    begins = SHOWN.search(text)
    while begins or not values:
        value, end = decoder.raw_decode(text, begins.start() if begins else 0)
        values.append(value)
        begins = SHOWN.search(text, end)
    if len(values) > 1 and not all(isinstance(one, dict) for one in values):
        return json.loads(text)  # which says where it goes wrong
    return values if len(values) > 1 else values[0]


def _records(value: Any, has_text: HasText) -> list[Any]:  # noqa: ANN401  JSON is anything
    """Give the records of a value; where no list within it has any, itself."""
    if isinstance(value, list):
        return _records_of_list(value, has_text)
    if isinstance(value, dict):
        if found := _by_column(value, has_text) or _by_key(value, has_text):
            return found
        if has_text(value):
            return [value]
        if isinstance(names := value.get("columns"), list):
            return _below_names([names, *_listed(value.get("data"))], has_text) or [value]
    lists = list(_lists_within(value, has_text))
    with_text = (records for records in lists if _has_article(records, has_text))
    wrapping = (records for records in lists if _wraps_article(records, has_text))
    is_record = isinstance(value, dict) and _has_known(value)
    known = (records for records in lists if not is_record and _has_article(records, _has_known))
    return next(chain(with_text, wrapping, known), [value])


def _records_of_list(values: list[Any], has_text: HasText) -> list[Any]:
    """Give a list, unless its objects hold no texts, but lists of records with one."""
    if _has_article(values, has_text):
        return values
    lists = _lists_within(values, has_text)
    within = (records for records in lists if _has_article(records, has_text))
    return _below_names(values, has_text) or next(within, values)


def _of_feed(value: Any) -> dict[str, str]:  # noqa: ANN401
    """Give the publisher of all records of a JSON Feed, which its title names.

    >>> _of_feed({"version": "https://jsonfeed.org/version/1.1", "title": "The Herald"})
    {'source': 'The Herald'}
    >>> _of_feed({"title": "Bridge to close"})
    {}
    """
    version, title = (value.get(name) if isinstance(value, dict) else "" for name in FEED)
    is_feed = isinstance(version, str) and version.startswith(JSON_FEED)
    return {"source": title} if is_feed and isinstance(title, str) else {}


def _has_known(names: Iterable[str]) -> bool:
    return not NAMES.isdisjoint(map(column_key, names))


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else []


def _below_names(rows: list[Any], has_text: HasText) -> list[Any]:
    """Give the records of rows, the first of which names their columns; nothing if it does not.

    >>> _below_names([["title", "text"], ["A", "B"]], lambda names: "text" in names)
    [{'title': 'A', 'text': 'B'}]
    """
    if not rows or not all(isinstance(row, list) for row in rows):
        return []
    names = [str(name) for name in rows[0]]
    return [dict(zip(names, row, strict=False)) for row in rows[1:]] if has_text(names) else []


def _by_column(value: Mapping[str, Any], has_text: HasText) -> list[Any]:
    """Give the records of a table that is written column by column; nothing if it is none.

    >>> _by_column({"title": {"0": "A"}, "text": {"0": "B"}}, lambda names: "text" in names)
    [{'title': 'A', 'text': 'B'}]
    """
    if not has_text(value):
        return []
    kinds = {type(cells) for cells in value.values()}
    if kinds == {list}:
        value = {name: dict(enumerate(cells)) for name, cells in value.items()}
    elif kinds != {dict}:
        return []
    first = next(iter(value.values()))
    if any(cells.keys() != first.keys() for cells in value.values()):
        return []
    return [{name: cells[number] for name, cells in value.items()} for number in first]


def _by_key(value: Mapping[str, Any], has_text: HasText) -> list[Any]:
    """Give records that stand each behind its number, name or address; nothing if they do not.

    >>> _by_key({"https://herald.example/1": {"text": "A"}}, lambda names: "text" in names)
    [{'url': 'https://herald.example/1', 'text': 'A'}]
    """
    inner = list(value.values())
    if not all(isinstance(one, dict) for one in inner) or not _has_article(inner, has_text):
        return []
    return [
        {"url": key, **one} if key.startswith(("http://", "https://")) else one
        for key, one in value.items()
    ]


def _lists_within(value: Any, has_text: HasText) -> Iterator[list[Any]]:  # noqa: ANN401
    """Yield the lists in a value, but for those of an article, the outermost first.

    What stands by the same name in the objects of a list is one: answers come in groups.

    >>> days = [{"day": 1, "news": [{"text": "A"}]}, {"day": 2, "news": [{"text": "B"}]}]
    >>> list(_lists_within(days, lambda names: "text" in names))
    [[{'text': 'A'}, {'text': 'B'}]]
    """
    level: list[list[Any]] = [[value]]
    for _ in range(MAX_LEVELS):
        groups = (_objects(values, has_text) for values in level)
        level = list(islice(chain.from_iterable(map(_by_name, groups)), MAX_LOOKED_AT))
        lists = ([*chain(*(one for one in same if isinstance(one, list)))] for same in level)
        yield from filter(None, lists)


def _objects(values: Iterable[Any], has_text: HasText) -> Iterator[Mapping[str, Any]]:
    """Yield the objects among values and in lists among them, but for articles."""
    for value in values:
        if isinstance(value, dict) and not has_text(_spoken(value)):
            yield value
        elif isinstance(value, list):
            yield from (one for one in value if isinstance(one, dict) and not _has_title(one))


def _spoken(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names in an object that stand for a text, and not for other objects."""
    return (name for name, inner in record.items() if isinstance(inner, str))


def _by_name(objects: Iterable[Mapping[str, Any]]) -> Iterable[list[Any]]:
    """Give what objects hold, together what stands by the same name in each."""
    found: dict[str, list[Any]] = {}
    for name, inner in chain.from_iterable(one.items() for one in objects):
        found.setdefault(name, []).append(inner)
    return found.values()


def _has_title(names: Iterable[str]) -> bool:
    return not TITLES.isdisjoint(map(column_key, names))


def _has_article(records: list[Any], has_text: HasText) -> bool:
    return any(isinstance(one, dict) and has_text(one) for one in records[:MAX_LOOKED_AT])


def _wraps_article(records: list[Any], has_text: HasText) -> bool:
    """Tell whether an article stands in an object in one of some records."""
    objects = (one for one in records[:MAX_LOOKED_AT] if isinstance(one, dict))
    return any(_has_article([*one.values()], has_text) for one in objects)
