"""A file's lines, one by one, in whatever encoding."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from msgspec import Struct

from newsarchive.loading.decoding import CESU, LATIN, Decoded, decode, decode_beginning

SAMPLE = 65_536  # bytes from which the encoding and the line ends are told
CHUNK = 2**20
WIDE = ("utf-16", "utf-32")
LITTLE = b"\xff\xfe"  # how the byte order mark of both begins where the small end comes first


class RawLine(Struct, frozen=True):
    """A line with its end."""

    raw: bytes
    text: str
    encoding: str = "utf-8"
    is_guess: bool = False
    """Whether nothing but its bytes tells that it is in that encoding."""


def raw_lines(stream: BinaryIO, most: int, encoding: str = "") -> Iterator[RawLine]:
    r"""Yield a file's lines; of one that is longer than `most` bytes only what shows it.

    Spreadsheets write UTF-16, where a line's end is two bytes, and old ones end lines with `\r`.

    Args:
        stream: the file.
        most: bytes of a line.
        encoding: what its bytes are read as; nothing to tell that from its beginning.
    """
    sample = stream.read(SAMPLE)
    told = Decoded("", encoding) if encoding else decode_beginning(sample)
    encoding = "utf-8" if encoding == CESU else told.encoding
    is_guess = told.flagged is not None and not encoding.startswith("utf")
    head = sample.decode(encoding, "replace")
    end = "\r" if "\r" in head and "\n" not in head else "\n"
    if encoding.startswith(WIDE):
        encoding = _without_mark(encoding, sample)
        sample = sample.removeprefix("\ufeff".encode(encoding))
    for raw in _cut(sample, stream, end.encode(encoding.removesuffix("-sig")), most):
        yield _line(raw, encoding, is_guess)


def _without_mark(encoding: str, sample: bytes) -> str:
    r"""Name the encoding of what follows a byte order mark.

    >>> _without_mark("utf-16", b"\xff\xfea\0")
    'utf-16-le'
    """
    if encoding.endswith(("-le", "-be")):
        return encoding
    return f"{encoding}-{'le' if sample.startswith(LITTLE) else 'be'}"


def _line(raw: bytes, encoding: str, is_guess: bool) -> RawLine:
    """Decode a line; one that is not in the file's encoding by itself."""
    if encoding in LATIN and not raw.isascii():
        with suppress(UnicodeDecodeError):  # a Latin line is none by chance
            return RawLine(raw, raw.decode(), "utf-8")
    try:
        return RawLine(raw, raw.decode(encoding), encoding, is_guess and not raw.isascii())
    except UnicodeDecodeError:
        if encoding.startswith(WIDE):
            return RawLine(raw, raw.decode(encoding, "replace"), encoding, is_guess=True)
        alone = decode(raw)
        return RawLine(raw, alone.text, alone.encoding, alone.encoding != CESU)


def _cut(held: bytes, stream: BinaryIO, end: bytes, most: int) -> Iterator[bytes]:
    """Cut a file, of which the beginning is read already, at each end of a line."""
    skipped = False
    find = bytes.find if len(end) == 1 else _find
    while True:
        start = 0
        while (at := find(held, end, start)) >= 0:
            if not skipped:
                yield held[start : at + len(end)]
            start, skipped = at + len(end), False
        held = held[start:]
        if len(held) > most and not skipped:
            yield held
            skipped = True
        if skipped:
            held = held[len(held) // len(end) * len(end) :]
        chunk = stream.read(CHUNK)
        if not chunk:
            break
        held += chunk
    if held and not skipped:
        yield held


def _find(held: bytes, end: bytes, start: int) -> int:
    """Find an end that begins where a character does."""
    at = held.find(end, start)
    while at >= 0 and at % len(end):
        at = held.find(end, at + 1)
    return at
