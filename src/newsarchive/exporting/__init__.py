"""Exporting: the whole archive in one file, for programs.

    [Record] → bytes, or a file

Each format is a module, imported when it is used. A table has the columns of `columns.py`, whatever
its format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from msgspec import Struct

from newsarchive.archive import Entry
from newsarchive.citing import Citation
from newsarchive.model import Article
from newsarchive.rights import RightsStatement


class Record(Struct, frozen=True):
    """An article with what the archive says of it."""

    article: Article
    entry: Entry
    citation: Citation
    rights: RightsStatement


class Format(Struct, frozen=True):
    """A format of files that hold all articles."""

    name: str
    module: str
    """The module of this package that writes it: by `PIECES`, or by `save(records, path)`."""
    file: str
    media_type: str
    words: str
    """What the file holds, in a sentence."""
    stream: bool = True
    """Whether it can be written piece by piece, and so to the standard output."""


class Pieces(Struct, frozen=True):
    """How a stream is put together: a piece for each record, whatever the others are."""

    piece: Callable[[Record], bytes]
    head: bytes = b""
    between: bytes = b""
    """Stands between two pieces."""
    foot: bytes = b""


class Save(Protocol):
    """Writes records into a file."""

    def __call__(self, records: Iterable[Record], path: Path) -> None:
        """Write the file; there is none of that name yet."""


FORMATS = {
    entry.name: entry
    for entry in (
        Format("csv", "csv_table", "articles.csv", "text/csv", "A table, for spreadsheets and R."),
        Format(
            "jsonl",
            "json_lines",
            "articles.jsonl",
            "application/jsonl",
            "Whole records with their evidence, a JSON object on each line.",
        ),
        Format("bibtex", "bibtex", "articles.bib", "application/x-bibtex", "Citations for LaTeX."),
        Format(
            "ris",
            "ris",
            "articles.ris",
            "application/x-research-info-systems",
            "Citations for Zotero, EndNote and Mendeley.",
        ),
        Format(
            "csl",
            "csl",
            "articles.csl.json",
            "application/vnd.citationstyles.csl+json",
            "Citations for Pandoc, Quarto and citeproc.",
        ),
        Format(
            "sqlite",
            "sqlite",
            "articles.sqlite",
            "application/vnd.sqlite3",
            "A database with a full-text index, ready for Datasette.",
            stream=False,
        ),
        Format(
            "parquet",
            "parquet",
            "articles.parquet",
            "application/vnd.apache.parquet",
            "A table for pandas, DuckDB and Spark.",
            stream=False,
        ),
    )
}
"""The formats by name."""


def pieces_of(name: str) -> Pieces:
    """Say how a format that is a stream is put together."""
    module = import_module(f"{__name__}.{FORMATS[name].module}")
    return cast("Pieces", module.PIECES)


def chunks(name: str, records: Iterable[Record]) -> Iterator[bytes]:
    """Write records in a format that is a stream."""
    pieces = pieces_of(name)
    yield pieces.head
    for number, record in enumerate(records):
        yield (pieces.between if number else b"") + pieces.piece(record)
    yield pieces.foot


def save(name: str, records: Iterable[Record], path: Path) -> None:
    """Write records into a file that is not there yet.

    Raises:
        ExportError: the format needs a package that is not installed.
        OSError: the file system refuses.
    """
    form = FORMATS[name]
    if not form.stream:
        module = import_module(f"{__name__}.{form.module}")
        cast("Save", module.save)(records, path)
        return
    with path.open("wb") as file:
        file.writelines(chunks(name, records))
