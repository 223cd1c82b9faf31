"""`.gz` behind another ending: one file, read as that ending says.

Nothing that can be believed says before what it unpacks to, so that it is counted while it is read.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import BinaryIO, cast

from msgspec.structs import replace

from newsarchive.loading import reader_of
from newsarchive.loading.opened import Opened, Reader
from newsarchive.loading.packed.zipped import MAX_RATIO, MAX_UNPACKED, SMALL
from newsarchive.model import Document, Problem

ENDING = ".gz"


class BombError(Exception):
    """A file unpacks to more than is read."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the articles of the file that is packed."""
    inner = opened.name[: -len(ENDING)]
    reader = cast("Reader", reader_of(inner))
    try:
        with _Unpacked(opened.stream) as stream:
            for one in reader(replace(opened, name=inner, stream=cast("BinaryIO", stream))):
                yield replace(one, path=opened.name)
    except BombError as error:
        yield Problem(opened.name, str(error), "Unpack it yourself if you trust it")


class _Unpacked(gzip.GzipFile):
    """What a packed file unpacks to, up to what is no bomb."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed, mode="rb")
        self._packed = packed

    def read(self, size: int | None = -1) -> bytes:
        """Read so many bytes.

        Raises:
            BombError: it unpacks to too much.
        """
        chunk = super().read(size)
        unpacked = self.tell()
        most = min(MAX_UNPACKED, max(SMALL, MAX_RATIO * self._packed.tell()))
        if unpacked > most:
            raise BombError(f"it unpacks to more than {most:,} bytes and is not read on")
        return chunk
