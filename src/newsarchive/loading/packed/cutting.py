"""Cuts a WARC file, packed or not, apart into its records.

No library does it, because a single flipped bit must cost a single record: warcio 1.8 and fastwarc
2.0 both lose all records after a damaged one.
https://iipc.github.io/warc-specifications/ describes the format.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct

CHUNK = 65_536
MAX_HEAD = 65_536  # bytes of a record's headers: real ones stay below 2 kB
GZIP = b"\x1f\x8b\x08"
START = b"WARC/1."
END = b"\r\n\r\n"
BLANK = re.compile(rb"\n\r?\n")
"""What ends a record's headers; some programs write `\\n` alone."""
NEXT = re.compile(BLANK.pattern + re.escape(START))
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
CUT_SHORT = "the file is cut short"


class Damage(Struct, frozen=True):
    """A part of the file that is no record."""

    what: str
    is_after: bool = False
    """Whether it comes after a record that is whole."""


def records_of(stream: BinaryIO, most: int) -> Iterator[bytes | Damage]:
    """Yield a file's records as they stand there, and what is none.

    Args:
        stream: the file.
        most: bytes that a record may have.
    """
    packed = stream.read(len(GZIP))
    chunks = _chunks(stream, packed)
    yield from _cut(_unpacked(chunks) if packed == GZIP else chunks, most)


def _chunks(stream: BinaryIO, begun: bytes) -> Iterator[bytes]:
    """Yield a file's bytes, those that are read already first."""
    yield begun
    while chunk := stream.read(CHUNK):
        yield chunk


def _unpacked(chunks: Iterator[bytes]) -> Iterator[bytes | Damage]:
    """Unpack gzip members one after the other; after a damaged one go on with the next."""
    waiting, unpacker = b"", None
    for chunk in chunks:
        waiting += chunk
        while waiting:
            if unpacker is None:
                at = waiting.find(GZIP)
                waiting = waiting[at if at >= 0 else -len(GZIP) + 1 :]
                if at < 0:
                    break
                unpacker = zlib.decompressobj(31)
                yield END  # so that its record is found, whatever the one before was
            try:
                yield unpacker.decompress(waiting, CHUNK)
            except zlib.error as error:
                yield Damage(str(error))
                waiting, unpacker = waiting[len(GZIP) :], None
                continue
            if unpacker.eof:
                waiting, unpacker = unpacker.unused_data, None
            else:
                waiting = unpacker.unconsumed_tail
    if unpacker is not None:
        yield Damage(CUT_SHORT, is_after=True)


def _cut(chunks: Iterable[bytes | Damage], most: int) -> Iterator[bytes | Damage]:
    """Cut a stream of records apart; after a damaged one go on with the next.

    Args:
        chunks: the stream, unpacked.
        most: bytes that a record may have.
    """
    held = bytearray()
    sound = True  # of several damages in a row, in one gzip member, the first is told
    for chunk in chunks:
        if isinstance(chunk, Damage):
            is_after = chunk.is_after and not held.strip()
            parts: Iterable[bytes | Damage] = (Damage(chunk.what, is_after),)
            held.clear()
        else:
            if chunk == END and not sound:  # what was damaged ends here
                held.clear()
                sound = True
            held += chunk
            parts = _whole(held, most)
        for part in parts:
            if sound or not isinstance(part, Damage):
                yield part
            sound = not isinstance(part, Damage)
    if sound and held.strip():
        yield Damage(CUT_SHORT)
    while _resume(held):  # a wrong length may have taken in what follows
        yield from _whole(held, most)


def _whole(held: bytearray, most: int) -> Iterator[bytes | Damage]:
    """Take the records that are whole off the front of what is read."""
    while (size := _size(held, most)) is not None:
        if isinstance(size, int):
            yield bytes(held[:size])
            del held[:size]
            continue
        yield size
        if not _resume(held):
            return


def _resume(held: bytearray) -> bool:
    """Throw away what stands before the next record; False if none is in sight."""
    found = NEXT.search(held, 1)
    del held[: found.start() if found else max(1, len(held) - len(END + START))]
    return found is not None


def _size(held: bytearray, most: int) -> int | Damage | None:
    """Tell how many bytes the first record has; None if more must be read to tell."""
    while held.startswith((b"\r", b"\n")):
        del held[:1]
    if len(held) < len(START):
        return None
    if not held.startswith(START):
        return Damage("it does not begin as a record does")
    blank = BLANK.search(held, 0, MAX_HEAD)
    if not blank:
        return None if len(held) < MAX_HEAD else Damage("its headers do not end")
    length = LENGTH.search(held, 0, blank.start() + 1)
    if not length:
        return Damage("its length is not stated")
    return _checked(held, blank.end() + int(length[1]), most)


def _checked(held: bytearray, size: int, most: int) -> int | Damage | None:
    """Check the stated size by what follows the record: the end of the file, or another one."""
    if size > most:
        return Damage(f"it is larger than {most // 2**20} MB")
    if len(held) < size:
        return None
    after = held[size : size + len(END) + len(START)]
    begins = START.startswith(after.lstrip(b"\r\n")[: len(START)])
    return size if begins or BLANK.match(after.lstrip(b"\r")) else Damage("its length is wrong")
