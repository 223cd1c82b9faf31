"""Files to documents: bytes become text with its provenance, a record is an article.

Each format is a module with one function, `read`. A reader streams: what it holds in memory is one
article, not one file.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from newsarchive.loading.opened import Opened, Reader
from newsarchive.model import Document, Problem

READERS = {  # ending → module; named and not imported, so that a format costs only who uses it
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wet": "warc",
    ".wet.gz": "warc",
    ".jsonl": "records",
    ".ndjson": "records",
    ".csv": "records",
    ".tsv": "records",
    ".eml": "mail",
    ".zip": "zipped",
}
ENDINGS = tuple(READERS)
"""The endings of files that are articles, or hold some."""

UNREADABLE = (OSError, EOFError, ValueError, LookupError, RecursionError, MemoryError, zlib.error)
"""What the libraries below raise for a file that is not what its ending says."""


def load(
    path: Path, name: str, columns: Mapping[str, str] | None = None
) -> Iterator[Document | Problem]:
    """Read the articles of one file.

    Args:
        path: the file.
        name: what documents and problems call it: its path relative to the archive, with `/`.
        columns: for tables, column → field (`{"Überschrift": "title"}`).

    Yields:
        The file's articles in its order, and a `Problem` for each thing that is wrong; a bad file
        raises nothing.
    """
    reader = reader_of(path.name)
    if reader is None:
        known = ", ".join(ENDINGS)
        yield Problem(name, "no article format has this ending", f"The endings read are {known}")
    elif not path.exists():
        yield Problem(name, "there is no such file", "Check its name")
    elif not path.is_file():  # reading a FIFO or a device would never end
        yield Problem(name, "is not a regular file", "Move it out of the folder of articles")
    else:
        try:
            with path.open("rb") as stream:
                yield from map(_with_text, reader(Opened(name, stream, columns or {})))
        except UNREADABLE as error:
            yield Problem(name, f"cannot be read: {error}", "Check that the file is whole")


def _with_text(item: Document | Problem) -> Document | Problem:
    """Set a document aside that holds nothing to read."""
    if isinstance(item, Problem) or item.text.strip():
        return item
    what = f"record {item.record} holds no text" if item.record else "holds no text"
    return Problem(item.path, what, "Copy the text into it, or remove it")


def reader_of(name: str) -> Reader | None:
    """Give the reader for a file's name by its longest known ending; None if it is no article.

    >>> reader_of("articles/a.TXT").__module__
    'newsarchive.loading.text'
    >>> reader_of("articles/a.yaml") is None
    True
    """
    ending = max((e for e in READERS if name.lower().endswith(e)), key=len, default=None)
    if ending is None:
        return None
    return cast("Reader", import_module(f"newsarchive.loading.{READERS[ending]}").read)
