"""Citations of all articles as CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsarchive.citing.csl import csl_object
from newsarchive.exporting import Record


def chunks(records: Iterable[Record]) -> Iterator[bytes]:
    """Write the list, an item at a time."""
    yield b"["
    for number, record in enumerate(records):
        yield (b",\n" if number else b"\n") + csl_object(record.citation).encode()
    yield b"\n]\n"
