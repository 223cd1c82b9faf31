"""`.warc`, `.wet`, with or without `.gz`: what a crawler stored, a record an article.

What is in a record, warcio reads.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from newsarchive.loading.days import day
from newsarchive.loading.decoding import Decoded, binary_kind, decode
from newsarchive.loading.opened import Opened, told_once, too_large
from newsarchive.loading.packed.cutting import BLANK, Damage, records_of
from newsarchive.loading.webpages.html import declared_charset, page_document
from newsarchive.model import Document, Problem, Statement

RECORD = 4  # times an article's bytes that a record may have: pages compress, videos are larger
STATUS = re.compile(rb"(?:HTTP/|ICY )")
"""How what a server sent begins; some programs keep no more of it than the page."""
LEFT_PACKED = ("br", "zstd", "compress")
"""Kinds of packing that warcio leaves as they are; `br` if the package for it is not there."""
AGAIN = "Fetch the file again if you need it"
SEE = "See whether the letters are right; if not, save the page itself"
MOST_DIGITS = 16
"""Of a length: longer ones are none."""
INSTALL = "Run `pip install brotli`, which is all that is missing"
PAGES = ("text/html", "application/xhtml+xml")
SENT = "application/http"
"""What a record holds that has all that a server sent."""
UNREADABLE = (ArchiveLoadFailed, zlib.error, ValueError, EOFError, AttributeError)
"""What warcio raises for a record that is none; the last where one has no address."""


# It warns of odd addresses in their own letters, which could be a terminal's commands.
logging.getLogger("warcio").addHandler(logging.NullHandler())

Wanted = Callable[[ArcWarcRecord], bool]
"""Tells whether a record is read as an article."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each page and each text that was crawled."""
    yield from articles_in(opened, is_article)


def articles_in(opened: Opened, wanted: Wanted) -> Iterator[Document | Problem]:
    """Yield an article for each record that is wanted."""
    yield from told_once(_found_in(opened, wanted), SEE)


def _found_in(opened: Opened, wanted: Wanted) -> Iterator[Document | Problem]:
    parts = records_of(opened.stream, RECORD * opened.limits.bytes)
    for number, part in enumerate(parts, 1):
        if not isinstance(part, Damage):
            yield from _articles(opened, part, wanted)
        elif part.is_after:
            what = f"{part.what} after record {number - 1}, and more may be missing"
            yield Problem(opened.name, what, AGAIN, fate="doubtful")
        else:
            yield Problem(opened.name, f"record {number} is lost: {part.what}", AGAIN)


def _articles(opened: Opened, part: bytes, wanted: Wanted) -> Iterator[Document | Problem]:
    """Yield the article of a record, if it is wanted."""
    try:
        for record in ArchiveIterator(BytesIO(part), no_record_parse=_has_no_head(part)):
            stream = record.content_stream()
            payload = stream.read(opened.limits.bytes + 1)
            if wanted(record):
                if len(payload) <= opened.limits.bytes:
                    yield from _cut_off(opened.name, record, part, stream)
                yield from _article(opened, record, payload)
    except UNREADABLE as error:
        yield Problem(opened.name, f"a record is lost: {error}", AGAIN)


def _has_no_head(part: bytes) -> bool:
    """Tell whether a record holds no more of what a server sent than the page."""
    blank = BLANK.search(part)
    return blank is not None and not STATUS.match(part, blank.end())


def is_article(record: ArcWarcRecord) -> bool:
    """Tell whether a record holds a page that was found, or a text made from one."""
    if record.rec_type == "conversion":
        return True
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return record.rec_type in ("response", "resource") and status == "200" and _is_page(record)


def _is_page(record: ArcWarcRecord) -> bool:
    kind = (_content_type(record) or PAGES[0]).split(";")[0].strip().lower()
    return kind in PAGES or (kind == SENT and not record.http_headers)


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _cut_off(name: str, record: ArcWarcRecord, part: bytes, stream: Any) -> Iterator[Problem]:  # noqa: ANN401
    """Doubt a page that the crawler did not keep all of, or did not get.

    Args:
        name: the file.
        record: the page's.
        part: its bytes.
        stream: what gave the page, read to its end.
    """
    why = record.rec_headers.get_header("WARC-Truncated")
    what = f"the crawler cut the page off, for its {why}" if why else "the page is cut off"
    if why or _is_short(record) or _ends_within(part, stream):
        remedy = "Save the page itself, if you need all"
        yield Problem(name, f"{what}: {_identity(record)}", remedy, fate="doubtful")


def _is_short(record: ArcWarcRecord) -> bool:
    """Whether a page has fewer bytes than the server said."""
    headers = record.http_headers
    said = str(headers.get_header("Content-Length") or "").strip() if headers else ""
    return said.isdecimal() and len(said) < MOST_DIGITS and record.payload_length < int(said)


def _ends_within(part: bytes, stream: Any) -> bool:  # noqa: ANN401
    """Whether a page ends within what it was packed as, or before the last of its chunks."""
    packed = getattr(stream, "decompressor", None)
    if packed is not None and not packed.eof:
        return True
    is_chunked = not getattr(stream, "not_chunked", True)
    return is_chunked and not part.rstrip(b"\r\n").endswith(b"\r\n0")


def _identity(record: ArcWarcRecord) -> str:
    return str(record.rec_headers.get_header("WARC-Record-ID") or "").strip("<>")


def _article(opened: Opened, record: ArcWarcRecord, payload: bytes) -> Iterator[Document | Problem]:
    """Yield a record's article, and whether its letters are in doubt; or why it is none."""
    if problem := _unfit(opened, record, payload):
        yield problem
        return
    name, identity, digest = opened.name, _identity(record), sha256(payload).hexdigest()
    stated, is_text = tuple(_statements(record)), record.rec_type == "conversion"
    charset = re.search(r"charset=[\"']?([\w-]+)", _content_type(record))
    declared = charset[1] if charset else None if is_text else declared_charset(payload)
    decoded = decode(payload, declared)
    if is_text:
        yield _text(name, digest, decoded, identity, stated)
    else:
        yield page_document(name, digest, decoded, identity, stated, limits=opened.limits)
    if decoded.flagged:
        what = f"{identity} is read as {decoded.encoding}: {decoded.flagged}"
        yield Problem(name, what, SEE, fate="doubtful")


def _unfit(opened: Opened, record: ArcWarcRecord, payload: bytes) -> Problem | None:
    """Say why a record is read as no article."""
    name, identity = opened.name, _identity(record)
    if len(payload) > opened.limits.bytes:
        return too_large(opened, f"the page {identity} is")
    if packed := _packed(record, payload):
        what = f"the page is packed as `{packed}`, which is not read: {identity}"
        remedy = INSTALL if packed == "br" else "Fetch it again, asking for `gzip`"
        return Problem(name, what, remedy)
    if kind := binary_kind(payload):
        return Problem(name, f"the page is {kind}, not text: {identity}", "Keep what it should be")
    if _content_type(record).startswith(SENT) and not payload.lstrip().startswith(b"<"):
        what = f"there is no HTTP head, which says what it is: {identity}"
        return Problem(name, what, "Fetch it again if it is an article")
    return None


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
