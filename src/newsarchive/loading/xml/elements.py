"""What a piece of XML says: its elements with their texts.

No entities of a document's own are read (`walk`). Those that HTML has are, and so is a bare `&`:
feeds are full of both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from html.entities import html5

from msgspec import Struct

from newsarchive.loading.xml.walk import Walk
from newsarchive.model import Problem

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
    reader.walk(source, "utf-8", whole=whole)
    return reader.found


def _mended(reference: re.Match[str]) -> str:
    known = html5.get(f"{reference[1]};")
    return escape(known, quote=False) if known else f"&amp;{reference[0][1:]}"


class _Reader(Walk):
    """Collects elements."""

    def __init__(self, source: bytes, levels: int) -> None:
        super().__init__()
        self.found: list[Found] = []
        self._source = source
        self._levels = levels
        self._told: list[tuple[Mapping[str, str], list[str], int]] = []
        self._deepest = 0
        """How deep the elements went since the last that is told began."""

    def begins(self, _name: str, attributes: dict[str, str]) -> None:
        """Prepare to collect an element of the upper levels."""
        self._deepest = depth = len(self.open)
        if depth <= self._levels + 1:
            self._told.append((attributes, [], self.at))

    def says(self, text: str) -> None:
        """Add to all that are being collected."""
        for _, texts, _ in self._told:
            texts.append(text)

    def ends(self, name: str) -> None:
        """Collect an element of the upper levels, but for the outermost."""
        depth = len(self.open) + 1
        if depth > self._levels + 1:
            return
        attributes, texts, start = self._told.pop()
        if depth > 1:
            path = "/".join([*self.open[1:], name])
            markup = self._within(start) if self._deepest > depth else ""
            self.found.append(Found(path, attributes, "".join(texts), markup))

    def _within(self, start: int) -> str:
        """Give what stands between an element's tags, of which the second is read now."""
        tag = TAG.match(self._source, start)
        inner = self._source[tag.end() if tag else start : self.at]
        return inner.decode()
