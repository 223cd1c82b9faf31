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

LEVELS = 2  # below the outermost element: `author` and `author/name`
MAX_DEPTH = 500
MAX_FOUND = 10_000  # elements of one piece that are told: an article of a feed has 20
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


class Found(Struct, frozen=True):
    """An element."""

    path: str
    """The names of those it stands in and its own, but for the outermost: `author/name`."""
    attributes: Mapping[str, str]
    text: str
    """All that it says."""
    markup: str
    """The same with the elements in it; empty where it holds none."""


def elements(xml: str, *, whole: bool = True) -> list[Found]:
    """Give the elements of the upper two levels in a piece of XML, in the order of their ends.

    Args:
        xml: the piece, with one outermost element, and without a document type.
        whole: whether it must be one from end to end; else it is read as far as it is XML.

    Raises:
        ValueError: it is not XML.
    """
    source = NO_CHARACTER.sub("\ufffd", REFERENCE.sub(_mended, xml)).encode()
    reader = _Reader(source)
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

    def __init__(self, source: bytes) -> None:
        self.found: list[Found] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse
        self._source = source
        self._names: list[str] = []
        self._open: list[tuple[Mapping[str, str], list[str], int]] = []
        self._deepest = 0
        """How deep the elements went since the last that is told began."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._names.append(name)
        self._deepest = depth = len(self._names)
        if depth > MAX_DEPTH:
            raise ValueError(f"elements nest more than {MAX_DEPTH} deep")
        if depth <= LEVELS + 1:
            self._open.append((attributes, [], self.parser.CurrentByteIndex))

    def _text(self, text: str) -> None:
        for _, texts, _ in self._open:
            texts.append(text)

    def _end(self, _name: str) -> None:
        depth = len(self._names)
        if depth <= LEVELS + 1:
            attributes, texts, start = self._open.pop()
            if depth > 1 and len(self.found) < MAX_FOUND:
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
