"""`.xml`, `.rss`, `.atom`, `.rdf`, `.sgml`: what such a file is, its outermost element says."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from newsarchive.loading.decoding import decode_beginning
from newsarchive.loading.opened import Opened, reader_in
from newsarchive.loading.tables.unread import of_text
from newsarchive.model import Document, Problem

SAMPLE = 65_536  # bytes in which the outermost element begins
CHUNK = 65_536
ROOTS = {
    "rss": "feeds",
    "rdf": "feeds",
    "feed": "feeds",
    "html": "webpages.html",
    "nitf": "xml.nitf",
    "newsitem": "xml.nitf",
    "alto": "xml.ocr",
    "pcgts": "xml.ocr",
}
"""Outermost element, without its prefix and in small letters → the module that reads it."""
NEWSML = b"//iptc.org/std/nar/"
"""What NewsML-G2 calls itself, whose items are a table though Reuters's are called alike."""
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})", re.IGNORECASE)
OUTERMOST = re.compile(  # nothing is read twice, so that the time is linear
    r"\s*+(?:(?:<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->"
    r"|<!DOCTYPE[^<>\[]*+(?:\[[^\]]*+\]\s*+)?+>)\s*+)*+<(?:[\w.-]{1,99}+:)?([\w.-]{1,99}+)",
    re.IGNORECASE,
)


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the articles of a feed, of a page that was saved as XML, or of a table of records."""
    sample = opened.stream.read(SAMPLE)
    opened.stream.seek(0)
    root = root_of(sample.decode(encoding_of(sample), "replace"))
    if not root:
        yield Problem(opened.name, "it is not XML", "Give it the ending of what it is")
    elif (module := ROOTS.get(root)) and NEWSML not in sample:
        yield from reader_in(module)(opened)
    else:
        from newsarchive.loading.tables import records  # noqa: PLC0415  few are such tables
        from newsarchive.loading.xml import table  # noqa: PLC0415  few are such tables

        rows = table.rows_of_xml(opened, lambda names: of_text(names, opened.columns))
        yield from records.read_rows(opened, rows)


def root_of(xml: str) -> str:
    """Name the outermost element, without its prefix and in small letters; nothing if none is.

    Args:
        xml: the beginning of a file.
    """
    found = OUTERMOST.match(xml.lstrip("\ufeff"))
    return found[1].lower() if found else ""


def encoding_of(sample: bytes) -> str:
    """Tell what XML is encoded in by its beginning.

    Args:
        sample: so many of its bytes; a character may be cut at their end.
    """
    declared = DECLARED.search(sample[:1_024])
    return decode_beginning(sample, declared[1].decode() if declared else "utf-8").encoding


def characters(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield a file's text, a part at a time, with U+FFFD for what is broken."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while chunk := stream.read(CHUNK):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
