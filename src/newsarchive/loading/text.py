"""`.txt`: a file's text is one article, unless it is an export, clippings, a chat, or no text."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from typing import BinaryIO, cast

from msgspec.structs import replace

from newsarchive.loading.browserprint import browser_print
from newsarchive.loading.clippings import doubt_of_one, doubt_of_page, read_clippings, sign_between
from newsarchive.loading.decoding import Decoded, decode_beginning
from newsarchive.loading.disguised import module_of
from newsarchive.loading.exports import form_of, read_export
from newsarchive.loading.forwarded import forwarded
from newsarchive.loading.marked import marks_of
from newsarchive.loading.messenger import doubt_of_chat, has_several, of_messenger, read_chat
from newsarchive.loading.opened import Opened, Reader, Text, doubts, read_text
from newsarchive.loading.printed import columns_of, running_heads
from newsarchive.model import Document, Problem

CHUNK = 65_536
DOUBTS = (columns_of, doubt_of_one, doubt_of_page, doubt_of_chat)
"""What may be wrong with reading a text as one article."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document, its text untouched; or an export's records, or clippings."""
    text = read_text(opened)
    if not isinstance(text, Problem) and (module := module_of(text.decoded.text)):
        yield from _read_as(module, opened)
        return
    decoded = _beginning_of(opened) if isinstance(text, Problem) else text.decoded
    form = form_of(decoded.text)
    if not isinstance(text, Problem):
        yield from doubts(opened.name, decoded)
    if form:
        opened.stream.seek(0)
        yield from read_export(opened, form, decoded.encoding)
    elif isinstance(text, Problem):
        yield text
    elif sign := sign_between(decoded.text):
        opened.stream.seek(0)
        yield from read_clippings(opened, sign, decoded.encoding)
    elif has_several(decoded.text):
        opened.stream.seek(0)
        yield from read_chat(opened, decoded.encoding)
    else:
        for doubt in DOUBTS:
            yield from doubt(opened.name, decoded.text)
        yield _article(opened.name, text)


def _read_as(module: str, opened: Opened) -> Iterator[Document | Problem]:
    """Read a file as what it is, whatever its name ends in."""
    opened.stream.seek(0)
    reader = cast("Reader", import_module(f"newsarchive.loading.{module}").read)
    return reader(opened)


def _article(name: str, read: Text) -> Document:
    """Give the one article that a file is, with what the form of its text tells."""
    text = read.decoded.text
    sent, marks = of_messenger(text) or (None, marks_of(text))
    told = sent or browser_print(text) or forwarded("", text)
    return Document(
        path=name,
        sha256=read.sha256,
        encoding=read.decoded.encoding,
        text=text,
        statements=told.statements if told else (),
        labels=running_heads(text) | (told.labels if told else {}),
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


def _beginning_of(opened: Opened) -> Decoded:
    """Give what can be read of a file that is larger than an article may be."""
    opened.stream.seek(0)
    return decode_beginning(opened.stream.read(opened.limits.bytes))
