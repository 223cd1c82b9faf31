"""`_folder.csv`: a table of the texts in its folder, a row a text, of which a column is the name.

    file,title,date,source
    0001.txt,Bridge to close,2021-07-19,The Port Courier

Its columns are called as in tables of articles. What it says is the curator's, as a correction is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from msgspec import Struct, msgpack
from msgspec.structs import replace

from newsarchive.errors import SettingsError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.filesystem.regular import open_regular
from newsarchive.filesystem.stats import stat_of
from newsarchive.loading.opened import Opened
from newsarchive.loading.tables.cells import Fields, fields_of, statements_of
from newsarchive.loading.tables.dateorder import Order, order_in
from newsarchive.loading.tables.delimited import rows_of_table
from newsarchive.loading.tables.rows import RecordPlace
from newsarchive.loading.tables.unread import unread_dates
from newsarchive.model import Correction, Problem
from newsarchive.settings.columns import FILES, Columns

TABLE = "_folder.csv"
ONE = ("title", "source", "date", "language", "url", "dateline", "rights")
SEVERAL = ("authors", "section")
WHY = "It stands so in the table of the folder's texts."
MOST_ROWS = 500_000
TABLES = 4
"""Tables that a process keeps: the texts of a folder come one after another."""


class Listed(Struct, frozen=True):
    """What a table says of a text."""

    said: Correction
    unread: tuple[str, ...] = ()
    """What stands for its date, and is none, or could be two."""


def listed_in(table: Path, called: str, name: str, columns: Columns) -> Listed | None:
    """Give what a table says of a text; None where it does not name it.

    Args:
        table: the table.
        called: what messages and readers call it, with `/`.
        name: what they call the text.
        columns: which columns of a table hold what.

    Raises:
        SettingsError: it is no such table; the message names the line and the remedy.
    """
    rows = _rows(str(table), called, columns, stat_of(table))
    if isinstance(rows, SettingsError):
        raise SettingsError(rows.what, where=rows.where, remedy=rows.remedy) from rows.__cause__
    below = PurePosixPath(name.removeprefix(called.removesuffix(TABLE)))
    forms = (str(below), str(below.with_suffix("")), below.name, below.stem)
    return next((rows[form] for form in map(str.casefold, forms) if form in rows), None)


def row_digest(table: Path, called: str, name: str, columns: Columns) -> bytes:
    """Give the SHA-256 of what `listed_in` gives or raises, which changes with a text's own row."""
    try:
        listed = listed_in(table, called, name, columns)
    except SettingsError as error:
        return sha256(str(error).encode()).digest()
    return sha256(msgpack.encode(listed)).digest()


@lru_cache(maxsize=TABLES)
def _rows(
    table: str, called: str, columns: Columns, _stat: bytes
) -> dict[str, Listed] | SettingsError:
    """Read a table, or say what is wrong with it: each text of the folder asks."""
    try:
        return _rows_of(table, called, columns)
    except SettingsError as error:
        return error


def _rows_of(table: str, called: str, columns: Columns) -> dict[str, Listed]:
    """Give what a table says of each text, by the text's name in small letters.

    Raises:
        SettingsError: it is no such table.
    """
    try:
        with open_regular(Path(table)) as stream:
            names = replace(columns, text=FILES, html=())  # the text of a row is a file's
            opened = Opened(called, stream, names)
            rows = [(place, fields_of(row, names)) for place, row in _sound(opened)]
    except OSError as error:
        what = f"the table cannot be read ({words_of(error)})"
        raise SettingsError(what, where=called, remedy=remedy_of(error)) from error
    named = [(place, fields) for place, fields in rows if "text" in fields]
    if not named:
        remedy = "Let its column `file` hold the names of the folder's texts"
        raise SettingsError("the table names no texts", where=called, remedy=remedy)
    order = order_in(text for _, fields in named for text in fields.get("date", ("", []))[1])
    return {
        fields["text"][1][0].strip().replace("\\", "/").removeprefix("./").casefold(): _listed(
            called, place, fields, order
        )
        for place, fields in named
    }


def _sound(opened: Opened) -> Iterator[tuple[RecordPlace, Mapping[str, Any]]]:
    """Yield the rows of a table.

    Raises:
        SettingsError: one cannot be read.
    """
    for place, _, row in islice(rows_of_table(opened), MOST_ROWS):
        if not isinstance(row, Problem):
            yield place, row
        elif row.fate == "set aside" and row.line:
            raise SettingsError(row.what, where=f"{opened.name}:{row.line}", remedy=row.remedy)


def _listed(called: str, place: RecordPlace, fields: Fields, order: Order | None) -> Listed:
    values: dict[str, Any] = {}
    for stated in statements_of(fields, order):
        if stated.field in ONE:
            values.setdefault(stated.field, stated.value)
        elif stated.field in SEVERAL:
            values[stated.field] = (*values.get(stated.field, ()), stated.value)
    places = dict.fromkeys(("why", *values), place.line or 1)
    said = Correction(path=called, why=WHY, places=places, **values)
    return Listed(said, tuple(unread_dates(fields, order)))
