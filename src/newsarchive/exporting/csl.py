"""Citations of all articles as CSL-JSON: a list of items."""

from __future__ import annotations

from newsarchive.citing.csl import csl_object
from newsarchive.exporting import Pieces, Record


def _piece(record: Record) -> bytes:
    return csl_object(record.citation).encode()


PIECES = Pieces(_piece, head=b"[\n", between=b",\n", foot=b"\n]\n")
