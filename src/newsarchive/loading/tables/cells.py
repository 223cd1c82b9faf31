"""What the cells of a record state: each field from the column that is called as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from newsarchive.loading.days import recorded
from newsarchive.loading.names import names
from newsarchive.loading.tables.dateorder import Order, bounds_of, in_order
from newsarchive.loading.tables.references import plainly
from newsarchive.loading.tables.unread import WHOLE
from newsarchive.loading.tails import bare, without_tail
from newsarchive.loading.webpages.linked import strings
from newsarchive.model import Statement
from newsarchive.settings.columns import KNOWN, Columns, column_key, usual_keys
from newsarchive.spelling.inverted import people_in_order
from newsarchive.spelling.languages import language_code

DATES = ("date", "crawled")
HOST = re.compile(r"^www\.(?=\S+$)", re.IGNORECASE)
"""What stands before the name of a site."""
ARTICLE = re.compile(r"\Athe ", re.IGNORECASE)
"""What stands before a paper's name or is left out."""
NOTHING = frozenset(("nan", "nat", "none", "null", "n/a", "<na>", "[]"))
"""What programs write into a cell that has nothing in it."""
SHORT = 10
"""Characters that such words stay below."""
LISTED = re.compile(r"\[\s*(?:'[^']*'|\"[^\"]*\")(?:,\s*(?:'[^']*'|\"[^\"]*\"))*\s*\]")
ITEM = re.compile(r"'([^']*)'|\"([^\"]*)\"")
"""A list as Python writes it into a cell: `['Ann Ode', "Bo O'Li"]`."""
OF_PAGE = re.compile(r"https?://[^\s/]+/\S+")
SITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?")
"""The name of a site, or its address."""
OF_SITE = re.compile(r"https?://([^\s/]+)/?")
YEARS = re.compile(r"\s*\((?:[^()]*:\s*)?\d{4}\s?[-–]\s?(?:\d{4})?\)\Z")
"""What catalogues of papers put behind a name: where it appeared, and from when to when."""
BELOW_PLACE = re.compile(r"(?:,\s*[A-Za-z]{3,9}\.?\s\d{1,2})?(?:\s*[-–—]+)?\s*\Z")
"""What stands behind a dateline's place: the day, and a dash before the report."""
OF_READER = "user/"
"""How a feed reader's own marks begin among the categories, as `user/-/state/com.google/read`."""
WITHOUT_SCHEME = re.compile(r"(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/\S*", re.IGNORECASE)
LEVELS = 3
"""Objects around one that has a text: programs' answers have two."""
TEXTS = usual_keys(*WHOLE) | {"sections"}
HEADS = frozenset(("headline", "heading", "title", "summary"))
"""What parts of a text that is given as an object are called, and what stands above one."""

Fields = dict[str, tuple[str, list[str]]]
"""Of each field its column and texts."""


def fields_of(row: Mapping[str, Any], columns: Columns) -> Fields:
    """Give each field's column and texts; of a record that only wraps another the other's.

    Args:
        row: the record, by column.
        columns: which columns hold what.
    """
    found = _fields(row, columns)
    if not found.keys() & WHOLE and not _lacks_its_text(row, columns):
        for inner in _within(row):
            fields = _fields(inner, columns)
            if fields.keys() & WHOLE and fields.keys() - WHOLE:
                return fields
    return found


def _lacks_its_text(row: Mapping[str, Any], columns: Columns) -> bool:
    """Whether a record has a place for its text, with nothing in it."""
    texts = (_cell(row, column) for field, column in _places(tuple(row), columns) if field in WHOLE)
    return any(isinstance(cell, str | list) for cell in texts)


def _within(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects within one, the outermost first."""
    level: list[Any] = [row]
    for _ in range(LEVELS):
        level = [one for outer in level for one in outer.values() if isinstance(one, dict)]
        yield from level


def _fields(row: Mapping[str, Any], columns: Columns) -> Fields:
    """Give each field's column and texts; of several columns with one field the first with any.

    A publisher's name goes before the name of its site, wherever the two stand.
    """
    found: Fields = {}
    for field, column in _places(tuple(row), columns):
        held = found.get(field)
        if held and not (field == "source" and _are_sites(held[1])):
            continue
        texts = _texts(field, _cell(row, column))
        if texts and not (held and _are_sites(texts)):
            found[field] = column, texts
    return found


def _are_sites(publishers: list[str]) -> bool:
    """Tell whether publishers are called by their sites alone.

    >>> _are_sites(["www.herald.example"]), _are_sites(["The Herald"])
    (True, False)
    """
    return all(map(SITE.fullmatch, publishers))


@lru_cache(maxsize=16)
def _places(row: tuple[str, ...], columns: Columns) -> tuple[tuple[str, str], ...]:
    """Give the fields that a row of these columns may hold, each with a column, in their order."""
    spelled: dict[str, str] = {}
    for name in row:
        spelled.setdefault(column_key(name), name)
    outer = {name.partition(".")[0] for name in row}
    places = (
        (field, spelled.get(column_key(name), name))
        for field in KNOWN
        for name in columns.of(field)
    )
    return tuple((field, column) for field, column in places if column.partition(".")[0] in outer)


def _cell(row: Mapping[str, Any], column: str) -> Any:  # noqa: ANN401  JSON is anything
    """Give what a column holds; `meta.day` is the `day` of the object in `meta`, or of a list's."""
    if column in row:
        return row[column]
    outer, _, inner = column.partition(".")
    within = row.get(outer)
    within = within[0] if isinstance(within, list) and within else within
    return _cell(within, inner) if inner and isinstance(within, dict) else None


def _texts(field: str, cell: Any) -> list[str]:  # noqa: ANN401  JSON is anything
    """Give a cell's texts: of an article's text the one, with its lines, of all else each."""
    if field in WHOLE:
        text = _whole(cell)
        return [text] if text.strip() and not _is_nothing(text) else []
    if field in DATES or field == "authors":
        cell = plainly(_bare(cell))
    if field in DATES and isinstance(cell, int | float):
        return [str(cell)]
    texts = [text for text in _each(cell) if not _is_nothing(text)]
    if field == "url":
        return [text for text in texts if _address(text)]
    if field == "section":
        return [text for text in texts if not text.startswith(OF_READER)]
    if field == "source":
        return [text for text in texts if not OF_PAGE.fullmatch(text)]
    return texts


def _is_nothing(text: str) -> bool:
    """Whether a text only says that there is none.

    >>> _is_nothing("NaN"), _is_nothing("Nan Ode")
    (True, False)
    """
    return len(text) < SHORT and text.strip().casefold() in NOTHING


def _each(cell: Any) -> list[str]:  # noqa: ANN401  JSON is anything
    """Give the texts of a cell, which may hold a list as Python writes it.

    >>> _each("['Ann Ode', 'Bo Li']"), _each("[Video] Bridge")
    (['Ann Ode', 'Bo Li'], ['[Video] Bridge'])
    """
    if isinstance(cell, str) and cell.startswith("[") and LISTED.fullmatch(cell):
        return [single or double for single, double in ITEM.findall(cell) if single or double]
    return strings(cell)


def _bare(cell: Any) -> Any:  # noqa: ANN401  JSON is anything
    """Give a value without its type, which MongoDB writes around it: `{"$date": "2021-07-19"}`."""
    while isinstance(cell, dict) and len(cell) == 1 and next(iter(cell)).startswith("$"):
        (cell,) = cell.values()
    return cell


def _address(text: str) -> str | None:
    """Give a whole web address; None where a text is none.

    >>> _address("https://herald.example/1"), _address("www.herald.example/1"), _address("/1")
    ('https://herald.example/1', 'https://www.herald.example/1', None)
    """
    if OF_PAGE.fullmatch(text) or OF_SITE.fullmatch(text):
        return text
    return f"https://{text}" if WITHOUT_SCHEME.fullmatch(text) else None


def _whole(cell: Any) -> str:  # noqa: ANN401  JSON is anything
    r"""Give an article's text: as it is, from its paragraphs or parts, or from pieces of a line.

    Programs give what is bold or leads somewhere as an object amid texts, as Telegram does.

    >>> _whole(["The ", {"type": "bold", "text": "ferries"}, " sail."])
    'The ferries sail.'
    >>> _whole(["The ferries sail.", "No bridge."])
    'The ferries sail.\n\nNo bridge.'
    >>> _whole({"sections": [{"headline": "Tides", "paragraphs": ["They rise.", "They fall."]}]})
    'Tides\n\nThey rise.\n\nThey fall.'
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, dict) and isinstance(cell.get("value"), str) and "format" in cell:
        return str(cell["value"])  # as Drupal gives it
    if isinstance(cell, dict):
        texts = {column_key(key): _whole(value) for key, value in cell.items()}
        has_text = any(text and key in TEXTS for key, text in texts.items())
        parts = [text for key, text in texts.items() if key in TEXTS | HEADS]
        return "\n\n".join(filter(None, parts)) if has_text else ""
    if not isinstance(cell, list):
        return ""
    amid_texts = {isinstance(one, str) for one in cell} == {True, False}
    return ("" if amid_texts else "\n\n").join(filter(None, map(_whole, cell)))


def statements_of(fields: Fields, order: Order | None) -> tuple[Statement, ...]:
    """Give what the columns state; of a title that ends in the publisher's name what is before it.

    Args:
        fields: each field's column and texts.
        order: of the day and the month in a date that could be two, where other records prove it.
    """
    stated = tuple(_stated(fields, order))
    publishers = {bare(ARTICLE.sub("", said.value)) for said in stated if said.field == "source"}
    publishers |= {f"the{name}" for name in publishers}
    return tuple(
        without_tail(said, publishers) if said.field == "title" else said for said in stated
    )


def _stated(fields: Fields, order: Order | None) -> Iterator[Statement]:
    for field, (column, texts) in fields.items():
        if field in WHOLE:
            continue
        for text in texts:
            where = f"column {column}"
            values = _values(field, text)
            if field in DATES and not values and order and (found := in_order(text, order)):
                where += f", in the order of {order.proof}"
                values = [found]
            elif field == "date" and not values and (bounds := bounds_of(text)):
                yield Statement("date_bounds", bounds, "either-order", text, where=where)
            for value in values:
                yield Statement(field, value, "column", text, where=where)


def _values(field: str, text: str) -> list[str]:
    """Give what a text says of a field; nothing where it is not understood."""
    if field in DATES:
        found = recorded(text)
    elif field == "language":
        found = language_code(text)
    elif field == "url":
        found = _address(text)
    elif field == "authors":
        return names(people_in_order(text))
    elif field == "source":
        found = _publisher(text)
    else:
        found = BELOW_PLACE.sub("", text) if field == "dateline" else text
    return [found] if found else []


def _publisher(text: str) -> str:
    """Give a publisher's name without what catalogues say of its years, or the name of its site.

    >>> _publisher("The Herald (Brackwell : 1889 - 1931)"), _publisher("https://www.herald.example/")
    ('The Herald', 'herald.example')
    """
    site = OF_SITE.fullmatch(text)
    return HOST.sub("", site[1] if site else YEARS.sub("", text))
