"""`.enex`: notes as Evernote exports them, and what its clipper kept of pages of the web.

https://xml.evernote.com/pub/evernote-export4.dtd names the elements. Who kept a note is not who
wrote the article, and the day on which it was kept only bounds when that appeared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from newsarchive.loading.days import recorded
from newsarchive.loading.decoding import Decoded
from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.webpages.fragment import fragment_document, visible
from newsarchive.loading.xml.elements import DEFINES, elements, own_entities
from newsarchive.loading.xml.file import SAMPLE, characters, encoding_of
from newsarchive.loading.xml.pieces import cut
from newsarchive.model import Document, Problem, Statement

BEGINS, ENDS = re.compile(r"<en-note\b[^<>]*>"), "</en-note>"
FIELDS = {"title": "title", "note-attributes/source-url": "url", "created": "crawled"}


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each note that has a text."""
    encoding = encoding_of(opened.stream.read(SAMPLE))
    opened.stream.seek(0)
    pieces = cut(characters(opened.stream, encoding), ["note"], opened.limits.bytes)
    if DEFINES in next(pieces, ""):
        yield own_entities(opened.name)
        return
    for number, xml in enumerate(pieces, 1):
        if len(xml) > opened.limits.bytes:
            yield too_large(opened, f"note {number} is")
        else:
            yield _article(opened, number, xml, encoding)


def _article(opened: Opened, number: int, xml: str, encoding: str) -> Document | Problem:
    try:
        said = {found.path: found.text.strip() for found in reversed(elements(xml))}
    except ValueError as error:
        what = f"note {number} is lost: {error}"
        return Problem(opened.name, what, "Export it by itself, or save its text as .txt")
    content = _content(said.get("content", ""))
    if not visible(content).strip():
        what = f"note {number} has no text, but perhaps a picture or a file"
        return Problem(opened.name, what, "Save that file by itself beside the notes")
    digest = sha256(xml.encode("utf-8", "replace")).hexdigest()
    decoded = Decoded(content, encoding)
    stated = _statements(said)
    return fragment_document(opened.name, digest, decoded, str(number), stated, opened.limits)


def _content(note: str) -> str:
    """Give what stands between a note's tags; nothing where it has none."""
    begin, end = BEGINS.search(note), note.rfind(ENDS)
    return note[begin.end() : end] if begin and begin.end() <= end else ""


def _statements(said: Mapping[str, str]) -> Iterator[Statement]:
    for path, field in FIELDS.items():
        text = said.get(path, "")
        value = recorded(text) if field == "crawled" else text
        if value:
            yield Statement(field, value, "column", text, where=path.rpartition("/")[2])
