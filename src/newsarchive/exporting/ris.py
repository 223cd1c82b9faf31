"""Citations of all articles as RIS, an empty line between them."""

from __future__ import annotations

from newsarchive.citing.ris import LINE_END, ris
from newsarchive.exporting import Pieces, Record


def _piece(record: Record) -> bytes:
    return ris(record.citation).encode()


PIECES = Pieces(_piece, between=LINE_END.encode())
