"""ALTO and PAGE: what a program read on the picture of a printed page, as libraries keep it.

https://www.loc.gov/standards/alto/ and https://github.com/PRImA-Research-Lab/PAGE-XML. A line of
print is a line, and a block of it stands apart. A page of a newspaper has several articles, and
such a file seldom says which lines are of which.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.texts.text import read_within
from newsarchive.loading.xml.file import SAMPLE, encoding_of
from newsarchive.loading.xml.walk import Walk, local
from newsarchive.model import Document, Problem

MARKUP = 32
"""Bytes of XML that may be read for one of an article: each word has its place on the page."""
BLOCKS = ("TextBlock", "TextRegion")
WORD = "\0"
"""Stands before each word until it is known whether a blank does."""
LONG = 3_000
"""Characters of a page from which on it may hold several articles."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the page as one document, and doubt it where it is long."""
    most = MARKUP * opened.limits.bytes
    raw = opened.stream.read(most + 1)
    if len(raw) > most:
        yield too_large(opened, "the file is")
        return
    text = _Lines().of(raw.decode(encoding_of(raw[:SAMPLE]), "replace"))
    if len(text) > opened.limits.bytes:
        yield too_large(opened, "its text is")
        return
    if not text:
        remedy = "Have a program read the picture again, or take the file out"
        yield Problem(opened.name, "no words were read on the page", remedy)
        return
    if len(text) >= LONG:
        what = "it is a printed page, and all that stands on it is one article here"
        remedy = "Make a .txt of each article, if the page has several"
        yield Problem(opened.name, what, remedy, fate="doubtful")
    yield from read_within(opened, text)


class _Lines(Walk):
    """Collects the lines of print."""

    def __init__(self) -> None:
        super().__init__()
        self._said: list[str] = []
        self._line = ""
        self._read = ""
        """What PAGE gives of a line as a whole."""
        self._spaced = False
        """Whether the blanks between words are told; else each word is one."""

    def of(self, xml: str) -> str:
        """Give what a page says, a line of print a line.

        Raises:
            ValueError: it is not XML, defines entities, or nests too deep.
        """
        self.walk(xml.encode(), "utf-8")
        between = "" if self._spaced else " "
        lines = (" ".join(line.replace(WORD, between).split()) for line in self._said)
        return "\n".join(lines).strip()

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a block or a line, or add a word of ALTO."""
        name = local(name)
        if name in BLOCKS:
            self._said.append("")
        elif name == "TextLine":
            self._line = self._read = ""
        elif name == "SP":
            self._line, self._spaced = f"{self._line} ", True
        elif name == "String":
            self._line += WORD + attributes.get("CONTENT", "")
        elif name == "HYP" and not self._line.endswith("-"):
            self._line += attributes.get("CONTENT", "-")

    def says(self, text: str) -> None:
        """Take what PAGE gives of a line as a whole."""
        if [local(name) for name in self.open[-3:]] == ["TextLine", "TextEquiv", "Unicode"]:
            self._read += text

    def ends(self, name: str) -> None:
        """End a line."""
        if local(name) == "TextLine":
            self._said.append(self._read or self._line)
