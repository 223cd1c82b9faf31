"""Citations of all articles as BibTeX, an empty line between them."""

from __future__ import annotations

from newsarchive.citing.bibtex import bibtex
from newsarchive.exporting import Pieces, Record


def _piece(record: Record) -> bytes:
    return bibtex(record.citation).encode()


PIECES = Pieces(_piece, between=b"\n")
