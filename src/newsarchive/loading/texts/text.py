"""`.txt`, `.srt`: a text is one article, unless it is an export, clippings, a chat, or no text."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

from msgspec.structs import replace

from newsarchive.loading.annotations import Annotations
from newsarchive.loading.decoding import Decoded, decode_beginning
from newsarchive.loading.escaped import FEWEST, as_meant
from newsarchive.loading.exports import form_of, read_export
from newsarchive.loading.opened import Opened, Text, doubts, read_text, reader_in
from newsarchive.loading.texts.archived import archive_bar
from newsarchive.loading.texts.browserprint import browser_print
from newsarchive.loading.texts.clippings import doubt_of_page, read_clippings, sign_between
from newsarchive.loading.texts.disguised import module_of
from newsarchive.loading.texts.dumped import dumped
from newsarchive.loading.texts.forwarded import forwarded
from newsarchive.loading.texts.frontmatter import front_of_text
from newsarchive.loading.texts.marked import marks_of
from newsarchive.loading.texts.messenger import doubt_of_chat, has_several, of_messenger, read_chat
from newsarchive.loading.texts.monitored import monitored
from newsarchive.loading.texts.printed import columns_of, running_heads
from newsarchive.loading.texts.subtitles import as_shown, subtitles
from newsarchive.loading.texts.transcripts import transcript
from newsarchive.model import Document, Problem

CHUNK = 65_536
FORMS = (subtitles, transcript, of_messenger, monitored, dumped)
"""What tells of a text's lines by its form, and of the marks in them."""
DOUBTS = (columns_of, doubt_of_page, doubt_of_chat)
"""What may be wrong with reading a text as one article."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document, its text untouched; or an export's records, or clippings."""
    text = read_text(opened)
    if isinstance(text, Problem):
        yield from _larger(opened, text)
    elif module := module_of(text.decoded.text):
        opened.stream.seek(0)
        yield from reader_in(module)(opened)
    else:
        yield from doubts(opened.name, text.decoded)
        yield from _records(opened, text.decoded) or _one(opened.name, text)


def _larger(opened: Opened, problem: Problem) -> Iterator[Document | Problem]:
    """Yield the records of an export, which may be larger than an article, or else the problem."""
    opened.stream.seek(0)
    beginning = decode_beginning(opened.stream.read(opened.limits.bytes))
    form = form_of(beginning.text)
    opened.stream.seek(0)
    yield from read_export(opened, form, beginning.encoding) if form else [problem]


def _records(opened: Opened, decoded: Decoded) -> Iterator[Document | Problem] | None:
    """Read the records of an export, or clippings; None where a text is neither."""
    opened.stream.seek(0)
    if form := form_of(decoded.text):
        return read_export(opened, form, decoded.encoding)
    if sign := sign_between(decoded.text):
        return read_clippings(opened, sign, decoded.encoding)
    if has_several(decoded.text):
        return read_chat(opened, decoded.encoding)
    return None


def _one(name: str, text: Text) -> Iterator[Document | Problem]:
    """Yield the one article that a file is, and what makes one doubt that it is one."""
    for doubt in DOUBTS:
        yield from doubt(name, text.decoded.text)
    yield _article(name, text)


def _article(name: str, read: Text) -> Document:
    """Give the one article that a file is, with what the form of its text tells."""
    text = as_shown(as_meant(read.decoded.text, FEWEST))
    known = (form(text) for form in FORMS)
    sent, marks = next(filter(None, known), None) or (None, marks_of(text))
    found = sent or browser_print(text) or archive_bar(text) or forwarded("", text)
    found = found or front_of_text(text) or Annotations()
    return Document(
        path=name,
        sha256=read.sha256,
        encoding=read.decoded.encoding,
        text=text,
        statements=found.statements,
        labels=running_heads(text) | found.labels,
        marks=marks,
    )


def read_within(opened: Opened, text: str) -> Iterator[Document | Problem]:
    """Yield what the text within a file says, as `read` does; the original is the file."""
    digest = _digest_of(opened.stream)
    for one in read(replace(opened, stream=BytesIO(text.encode()))):
        whole = isinstance(one, Document) and one.record is None
        yield replace(one, sha256=digest) if whole else one


def _digest_of(stream: BinaryIO) -> str:
    stream.seek(0)
    digest = sha256()
    while chunk := stream.read(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
