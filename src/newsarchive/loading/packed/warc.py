"""`.warc`, `.wet`, with or without `.gz`: what a crawler stored, a record an article.

The records are cut apart here and not by a library, because a single flipped bit must cost a single
record: warcio 1.8 and fastwarc 2.0 both lose all records after a damaged one. What is in a record,
warcio reads. https://iipc.github.io/warc-specifications/ describes the format.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from msgspec import Struct
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from newsarchive.loading.days import day
from newsarchive.loading.decoding import Decoded, binary_kind, decode
from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.webpages.html import declared_charset, page_document
from newsarchive.model import Document, Problem, Statement

CHUNK = 65_536
MAX_HEAD = 65_536  # bytes of a record's headers: real ones stay below 2 kB
RECORD = 4  # times an article's bytes that a record may have: pages compress, videos are larger
GZIP = b"\x1f\x8b\x08"
START = b"WARC/1."
END = b"\r\n\r\n"
LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
LEFT_PACKED = ("br", "zstd", "compress")
"""Kinds of packing that warcio leaves as they are; `br` if the package for it is not there."""
INSTALL = "Run `pip install brotli`, which is all that is missing"
PAGES = ("text/html", "application/xhtml+xml")
UNREADABLE = (ArchiveLoadFailed, zlib.error, ValueError, EOFError, AttributeError)
"""What warcio raises for a record that is none; the last where one has no address."""


# It warns of odd addresses in their own letters, which could be a terminal's commands.
logging.getLogger("warcio").addHandler(logging.NullHandler())

Wanted = Callable[[ArcWarcRecord], bool]
"""Tells whether a record is read as an article."""


class Damage(Struct, frozen=True):
    """A part of the file that is no record."""

    what: str


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each page and each text that was crawled."""
    yield from articles_in(opened, is_article)


def articles_in(opened: Opened, wanted: Wanted) -> Iterator[Document | Problem]:
    """Yield an article for each record that is wanted."""
    packed = opened.stream.read(len(GZIP))
    chunks = _chunks(opened.stream, packed)
    parts = cut(_unpacked(chunks) if packed == GZIP else chunks, RECORD * opened.limits.bytes)
    for number, part in enumerate(parts, 1):
        if isinstance(part, Damage):
            what = f"record {number} is lost: {part.what}"
            yield Problem(opened.name, what, "Fetch the file again if you need it")
        else:
            yield from _articles(opened, part, wanted)


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
            try:
                yield unpacker.decompress(waiting, CHUNK)
            except zlib.error as error:
                yield Damage(str(error))
                waiting, unpacker = waiting[len(GZIP) :], None
                continue
            if unpacker.eof:
                yield END  # so that the next record is found, whatever this one was
                waiting, unpacker = unpacker.unused_data, None
            else:
                waiting = unpacker.unconsumed_tail
    if unpacker is not None:
        yield Damage("the file is cut short")


def cut(chunks: Iterable[bytes | Damage], most: int) -> Iterator[bytes | Damage]:
    """Cut a stream of records apart; after a damaged one go on with the next.

    Args:
        chunks: the stream, unpacked.
        most: bytes that a record may have.
    """
    held = bytearray()
    sound = True  # of several damages in a row the first is told
    for chunk in chunks:
        if isinstance(chunk, Damage):
            held.clear()
            parts: Iterable[bytes | Damage] = (chunk,)
        else:
            held += chunk
            parts = _whole(held, most)
        for part in parts:
            if sound or not isinstance(part, Damage):
                yield part
            sound = not isinstance(part, Damage)
    if sound and held.strip():
        yield Damage("the file is cut short")
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
    at = held.find(END + START, 1)
    del held[: at if at >= 0 else max(1, len(held) - len(END + START))]
    return at >= 0


def _size(held: bytearray, most: int) -> int | Damage | None:
    """Tell how many bytes the first record has; None if more must be read to tell."""
    while held.startswith((b"\r", b"\n")):
        del held[:1]
    if len(held) < len(START):
        return None
    if not held.startswith(START):
        return Damage("it does not begin as a record does")
    end = held.find(END, 0, MAX_HEAD)
    if end < 0:
        return None if len(held) < MAX_HEAD else Damage("its headers do not end")
    length = LENGTH.search(held, 0, end + 2)
    if not length:
        return Damage("its length is not stated")
    return _checked(held, end + len(END) + int(length[1]), most)


def _checked(held: bytearray, size: int, most: int) -> int | Damage | None:
    """Check the stated size by what follows the record: the end of the file, or another one."""
    if size > most:
        return Damage(f"it is larger than {most // 2**20} MB")
    if len(held) < size:
        return None
    after = held[size : size + len(END) + len(START)]
    begins = START.startswith(after.lstrip(b"\r\n")[: len(START)])
    return size if begins or after.startswith(END) else Damage("its length is wrong")


def _articles(opened: Opened, part: bytes, wanted: Wanted) -> Iterator[Document | Problem]:
    """Yield the article of a record, if it is wanted."""
    try:
        for record in ArchiveIterator(BytesIO(part)):
            payload = record.content_stream().read(opened.limits.bytes + 1)
            if wanted(record):
                yield _article(opened, record, payload)
    except UNREADABLE as error:
        yield Problem(
            opened.name, f"a record is lost: {error}", "Fetch the file again if you need it"
        )


def is_article(record: ArcWarcRecord) -> bool:
    """Tell whether a record holds a page that was found, or a text made from one."""
    if record.rec_type == "conversion":
        return True
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return record.rec_type in ("response", "resource") and status == "200" and _is_page(record)


def _is_page(record: ArcWarcRecord) -> bool:
    return (_content_type(record) or PAGES[0]).split(";")[0].strip().lower() in PAGES


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _article(opened: Opened, record: ArcWarcRecord, payload: bytes) -> Document | Problem:
    name, limits = opened.name, opened.limits
    stated = tuple(_statements(record))
    digest = sha256(payload).hexdigest()
    identity = str(record.rec_headers.get_header("WARC-Record-ID") or "").strip("<>")
    charset = re.search(r"charset=[\"']?([\w-]+)", _content_type(record))
    if len(payload) > limits.bytes:
        return too_large(opened, f"the page {identity} is")
    if packed := _packed(record, payload):
        what = f"the page is packed as `{packed}`, which is not read: {identity}"
        remedy = INSTALL if packed == "br" else "Fetch it again, asking for `gzip`"
        return Problem(name, what, remedy)
    if kind := binary_kind(payload):
        return Problem(name, f"the page is {kind}, not text: {identity}", "Keep what it should be")
    if record.rec_type == "conversion":
        decoded = decode(payload, charset[1] if charset else None)
        return _text(name, digest, decoded, identity, stated)
    decoded = decode(payload, charset[1] if charset else declared_charset(payload))
    return page_document(name, digest, decoded, identity, stated, limits=limits)


def _packed(record: ArcWarcRecord, payload: bytes) -> str:
    """Name what a page is packed as, if that is left of it when warcio has unpacked what it can."""
    headers = record.http_headers
    named = str(headers.get_header("Content-Encoding") or "") if headers else ""
    is_left = named.lower() in LEFT_PACKED and b"<" not in payload.lstrip()[:1]
    return named.lower() if is_left else ""


def _text(
    name: str, digest: str, decoded: Decoded, identity: str, stated: tuple[Statement, ...]
) -> Document:
    return Document(
        path=name,
        sha256=digest,
        encoding=decoded.encoding,
        text=decoded.text,
        record=identity,
        statements=stated,
    )


def _statements(record: ArcWarcRecord) -> Iterator[Statement]:
    """Yield what the crawler noted: when it fetched the page, and from where."""
    when = str(record.rec_headers.get_header("WARC-Date") or "")
    if fetched := day(when):
        yield Statement("crawled", fetched, "crawl-header", when, where="WARC-Date")
    address = address_of(record)
    if address.startswith(("http://", "https://")):
        yield Statement("url", address, "crawl-header", address, where="WARC-Target-URI")


def address_of(record: ArcWarcRecord) -> str:
    """Give the address that a record was fetched from; empty where none is noted."""
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
