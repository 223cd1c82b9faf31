"""A row of a table or of a list of records: where it stands, its bytes and its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from newsarchive.model import Problem


class RecordPlace(Struct, frozen=True):
    """Where a record stands in its file, and in which encoding."""

    record: int
    line: int | None
    """On which it begins; None where nothing tells."""
    encoding: str = "utf-8"
    """How its bytes are read."""


Row = tuple[RecordPlace, bytes, Mapping[str, Any] | Problem]
"""A record's place, its bytes and its columns."""
HasText = Callable[[Iterable[str]], bool]
"""Tells by the names of a record's columns whether it may hold a text."""
WHOLE_TABLE = RecordPlace(0, None)
