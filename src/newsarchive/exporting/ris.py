"""Citations of all articles as RIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsarchive.citing.ris import LINE_END, ris
from newsarchive.exporting import Record


def chunks(records: Iterable[Record]) -> Iterator[bytes]:
    """Write the records, an empty line between them."""
    for number, record in enumerate(records):
        yield ((LINE_END if number else "") + ris(record.citation)).encode()
