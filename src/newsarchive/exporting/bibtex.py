"""Citations of all articles as BibTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsarchive.citing.bibtex import bibtex
from newsarchive.exporting import Record


def chunks(records: Iterable[Record]) -> Iterator[bytes]:
    """Write the entries, an empty line between them."""
    for number, record in enumerate(records):
        yield (b"\n" if number else b"") + bibtex(record.citation).encode()
