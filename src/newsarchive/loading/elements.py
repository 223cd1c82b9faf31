"""What a piece of XML says: its elements with their texts, by the parser that comes with Python.

No entities of a document's own are read, for some grow without bounds and others name files. Those
that HTML has are, and so is a bare `&`: feeds are full of both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from html.entities import html5
from xml.parsers import expat

from msgspec import Struct

from newsarchive.model import Problem

MAX_DEPTH = 500
REFERENCE = re.compile(
    r"&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)(?:(\w{2,31});)?", re.ASCII
)
NO_CHARACTER = re.compile(  # what no XML may hold, nor name by its number
    "[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8]|[bBcCeEfF]|1[\da-fA-F]));"
)
DEFINES = "<!ENTITY"
"""What defines an entity, above the outermost element."""
TAG = re.compile(rb"<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")


def own_entities(name: str) -> Problem:
    """Say that a file defines entities, and so is not read."""
    what = "it defines entities of its own, which can unpack to anything, and is not read"
    return Problem(name, what, "Save it with what they stand for, if you trust it")


class Found(Struct, frozen=True):
    """An element."""

    path: str
    """The names of those it stands in and its own, but for the outermost: `author/name`."""
    attributes: Mapping[str, str]
    text: str
    """All that it says."""
    markup: str
    """The same with the elements in it; empty where it holds none."""


def elements(xml: str, *, levels: int = 2, whole: bool = True) -> list[Found]:
    """Give the elements of the upper levels in a piece of XML, in the order of their ends.

    Args:
        xml: the piece, with one outermost element, whose document type names no entities.
        levels: how many below that: 2 are `author` and `author/name`.
        whole: whether it must be one from end to end; else it is read as far as it is XML.

    Raises:
        ValueError: it is not XML.
    """
    source = NO_CHARACTER.sub("\ufffd", REFERENCE.sub(_mended, xml)).encode()
    reader = _Reader(source, levels)
    try:
        reader.parser.Parse(source, whole)
    except expat.ExpatError as error:
        if not whole:
            return reader.found
        raise ValueError(expat.ErrorString(error.code)) from error
    return reader.found


def _mended(reference: re.Match[str]) -> str:
    known = html5.get(f"{reference[1]};")
    return escape(known, quote=False) if known else f"&amp;{reference[0][1:]}"


class _Reader:
    """Collects elements while a piece is parsed."""

    def __init__(self, source: bytes, levels: int) -> None:
        self.found: list[Found] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse
        self._source = source
        self._levels = levels
        self._names: list[str] = []
        self._open: list[tuple[Mapping[str, str], list[str], int]] = []
        self._deepest = 0
        """How deep the elements went since the last that is told began."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._names.append(name)
        self._deepest = depth = len(self._names)
        if depth > MAX_DEPTH:
            raise ValueError(f"elements nest more than {MAX_DEPTH} deep")
        if depth <= self._levels + 1:
            self._open.append((attributes, [], self.parser.CurrentByteIndex))

    def _text(self, text: str) -> None:
        for _, texts, _ in self._open:
            texts.append(text)

    def _end(self, _name: str) -> None:
        depth = len(self._names)
        if depth <= self._levels + 1:
            attributes, texts, start = self._open.pop()
            if depth > 1:
                path = "/".join(self._names[1:])
                markup = self._within(start) if self._deepest > depth else ""
                self.found.append(Found(path, attributes, "".join(texts), markup))
        self._names.pop()

    def _within(self, start: int) -> str:
        """Give what stands between an element's tags, of which the second is read now."""
        tag = TAG.match(self._source, start)
        inner = self._source[tag.end() if tag else start : self.parser.CurrentByteIndex]
        return inner.decode()

    def _refuse(self, *_declaration: object) -> None:
        raise ValueError("it defines entities of its own")
