"""`.xml`, `.rss`, `.atom`, `.rdf`, `.sgml`: what such a file is, its outermost element says."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from newsarchive.loading.decoding import ODD, Decoded, decode_beginning, with_odd_bytes_read
from newsarchive.loading.opened import AS_UTF8, Opened, doubts, reader_in
from newsarchive.loading.tables.references import REMEDY, WITHOUT_TEXTS
from newsarchive.loading.tables.unread import of_text
from newsarchive.model import Document, Problem

SAMPLE = 65_536  # bytes in which the outermost element begins
CHUNK = 65_536
FEEDS = "feeds"
ROOTS = {
    "rss": FEEDS,
    "rdf": FEEDS,
    "feed": FEEDS,
    "html": "webpages.html",
    "nitf": "xml.nitf",
    "newsitem": "xml.nitf",
    "alto": "xml.ocr",
    "pcgts": "xml.ocr",
}
"""Outermost element, without its prefix and in small letters → the module that reads it."""
NEWSML = b"//iptc.org/std/nar/"
"""What NewsML-G2 calls itself, whose items are a table though Reuters's are called alike."""
REFERENCES = {
    "rdf": b"http://purl.org/net/biblio#",
    "mods": b"",
    "modscollection": b"",
    "xml": b"<secondary-title>",
}
"""Outermost element → what more shows that references stand in it, and no articles: Zotero's RDF,
MODS, EndNote's XML."""
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
    encoding = encoding_of(sample)
    root = root_of(sample.decode(encoding, "replace"))
    if root in REFERENCES and REFERENCES[root] in sample:
        yield Problem(opened.name, WITHOUT_TEXTS, REMEDY)
    elif not root:
        yield Problem(opened.name, "it is not XML", "Give it the ending of what it is")
    elif (module := ROOTS.get(root)) and NEWSML not in sample:
        items = reader_in(module)(opened)
        yield from _with_doubts(items, opened, encoding) if module == FEEDS else items
    else:
        from newsarchive.loading.tables import records  # noqa: PLC0415  few are such tables
        from newsarchive.loading.xml import table  # noqa: PLC0415  few are such tables

        rows = table.rows_of_xml(opened, lambda names: of_text(names, opened.columns))
        yield from _with_doubts(records.read_rows(opened, rows), opened, encoding)


def is_feed(text: str) -> bool:
    """Tell whether a text is a feed, whatever its file is called.

    >>> is_feed("<?xml version='1.0'?><rss>"), is_feed("<!DOCTYPE html><title>Rss</title>")
    (True, False)
    """
    return ROOTS.get(root_of(text[:SAMPLE])) == FEEDS


def _with_doubts(
    items: Iterable[Document | Problem], opened: Opened, encoding: str
) -> Iterator[Document | Problem]:
    """Yield what is read of a file piece by piece, and if that is any article what is in doubt."""
    is_read = False
    for one in items:
        is_read |= isinstance(one, Document)
        yield one
    if is_read:
        yield from _doubts_of_bytes(opened, encoding)


def _doubts_of_bytes(opened: Opened, encoding: str) -> Iterator[Problem]:
    """Doubt a file whose encoding is a guess, or some bytes of which are not in it.

    Args:
        opened: the file, which is read from its beginning.
        encoding: what it was read as.
    """
    opened.stream.seek(0)
    told = _decoded(opened.stream.read(SAMPLE))
    if told.flagged and not encoding.startswith("utf-"):
        yield from doubts(opened.name, told)
    elif line := _first_broken(opened.stream, encoding):
        what = f"some bytes are no {encoding} but cp1252 or broken, from line {line} on"
        yield Problem(opened.name, f"read as {encoding}: {what}", AS_UTF8, fate="doubtful")


def _first_broken(stream: BinaryIO, encoding: str) -> int:
    """Give the first line with a byte that is not in an encoding; 0 where all are."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    for chunk in chain(iter(lambda: stream.read(CHUNK), b""), [b""]):
        try:
            line += decoder.decode(chunk, final=not chunk).count("\n")
        except UnicodeDecodeError as error:
            return line + error.object.count(b"\n", 0, error.start)
    return 0


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
    return _decoded(sample).encoding


def _decoded(sample: bytes) -> Decoded:
    declared = DECLARED.search(sample[:1_024])
    return decode_beginning(sample, declared[1].decode() if declared else "utf-8")


def characters(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield a file's text, a part at a time; what is broken in it as elsewhere (`decoding`)."""
    is_utf8 = encoding.startswith("utf-8")
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape" if is_utf8 else "replace")
    for chunk in chain(iter(lambda: stream.read(CHUNK), b""), [b""]):
        text = decoder.decode(chunk, final=not chunk)
        yield with_odd_bytes_read(text) if is_utf8 and ODD.search(text) else text
