"""All articles as JSON Lines: whole records with their evidence and every line of the raw text."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from newsarchive.exporting import Pieces, Record
from newsarchive.model import Article


class Whole(Struct, frozen=True):
    """A line of the file."""

    page: str
    """The article's page in the archive."""
    rights: str
    """A statement, or the address of one; empty where nothing is said."""
    article: Article
    """As `model.Article` describes it: each field with its value, its basis and its evidence."""


_encode = msgspec.json.Encoder().encode


def _piece(record: Record) -> bytes:
    rights = record.rights.address or record.rights.text
    return _encode(Whole(record.citation.address, rights, record.article)) + b"\n"


PIECES = Pieces(_piece)
