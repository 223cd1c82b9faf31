"""`.docx`, `.odt`: what somebody pasted or typed into a word processor, read as a text.

Both are ZIP files of XML: https://www.iso.org/standard/71691.html (Office Open XML) and
https://docs.oasis-open.org/office/OpenDocument/v1.3/. A paragraph is a line, and so is
a row of a table whose cells have one each, with tabs between them; notes stand below.
What was deleted and is only kept as a change, what is hidden, comments, and the head and foot of
all pages are left out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

from msgspec import Struct

from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.packed.zipped import BROKEN
from newsarchive.loading.texts.text import read_within
from newsarchive.loading.xml.walk import Walk, local
from newsarchive.model import Document, Problem
from newsarchive.spelling.cells import cells_of

MARKUP = 8
"""Bytes of XML that may be read for one of an article: a word's every change of face is written."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "-"}
ROWS = frozenset(("tr", "table-row"))
CELLS = frozenset(("tc", "table-cell", "covered-table-cell"))
PIECES = 2_000
"""What may be said in a row, by the piece: in rows of rows it is gone over again and again."""
HIDDEN = "vanish"
"""Hides the run of Office Open XML in whose properties it stands, unless its value says no."""
OFF = ("0", "false", "off")
WIDE = "gridSpan"
"""Tells how many columns a cell of Office Open XML spans; OpenDocument has the covered cells."""


class Form(Struct, frozen=True):
    """How a word processor's file is made; elements are told without their prefix."""

    parts: tuple[str, ...]
    """The files within that hold its text, the first of which it must have."""
    texts: frozenset[str]
    """Elements whose characters are text."""
    left: frozenset[str]
    """Elements that are left out with all that stands in them."""


DOCX = Form(
    ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"),
    frozenset({"t"}),
    frozenset({"pPr", "rPr", "moveFrom", "Fallback"}),
)
ODT = Form(
    ("content.xml",),
    frozenset({"p", "h", "span", "a"}),
    frozenset({"tracked-changes", "annotation", "note-citation", "ruby-text"}),
)


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document; if it is a database's export, its records."""
    try:
        with zipfile.ZipFile(opened.stream) as archive:
            text = _text_of(archive, opened.limits.bytes)
    except BROKEN:
        what = "it is protected by a password, or is not what its ending says"
        yield Problem(opened.name, what, "Save it again without a password, or its text as .txt")
        return
    if text is None:
        yield too_large(opened, "its text is")
        return
    yield from read_within(opened, text)


def _text_of(archive: zipfile.ZipFile, most: int) -> str | None:
    """Give all that the file says, a paragraph a line; None if it is more than is read.

    Raises:
        ValueError: it is no word processor's file, or broken.
    """
    names = set(archive.namelist())
    form = next((form for form in (DOCX, ODT) if form.parts[0] in names), None)
    if form is None:
        raise ValueError("it is a ZIP file without a text in it")
    texts = []
    for part in form.parts:
        if part in names:
            with archive.open(part) as stream:
                xml = stream.read(most * MARKUP + 1)
            if len(xml) > most * MARKUP:
                return None
            texts.append(_Paragraphs(form).of(xml))
    text = "\n\n".join(filter(None, texts))
    return text if len(text) <= most else None


class _Paragraphs(Walk):
    """Collects the paragraphs of a part."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._left = 0
        """How many of the open elements are left out."""
        self._hidden = False
        """Whether the run that is open is hidden."""
        self._said: list[str] = []
        self._notes: list[str] = []
        self._around: list[list[str]] = []
        """What was said before the notes that are open."""
        self._rows: list[list[int]] = []
        """Of each row that is open how much was said before it, and before each of its cells."""
        self._spanned = 0
        """How many columns the cell that is open spans beside its own."""

    def of(self, xml: bytes) -> str:
        """Give what a part says, its notes last.

        Raises:
            ValueError: it is not XML, defines entities, or nests too deep.
        """
        self.walk(xml)
        return "\n\n".join(text for text in map(str.strip, self._texts()) if text)

    def _texts(self) -> Iterator[str]:
        yield "".join(self._said)
        yield "".join(self._notes)

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """Set aside what a note interrupts; add a sign that is an element."""
        name = local(name)
        self._left += name in self._form.left
        if name == HIDDEN and attributes.get("w:val") not in OFF:
            self._hidden = [*map(local, self.open[-3:-1])] == ["r", "rPr"]
        if self._left or self._hidden:
            return
        if name == "note-body":
            self._around.append(self._said)
            self._said = []
        elif name in SIGNS:
            self._said.append(SIGNS[name] * _number(attributes, "text:c"))
        elif name in ROWS:
            self._rows.append([len(self._said)])
        elif name in CELLS and self._rows:
            self._rows[-1].append(len(self._said))
            self._spanned = 0
        elif name == WIDE:
            self._spanned = _number(attributes, "w:val") - 1

    def says(self, text: str) -> None:
        """Add what is text."""
        shown = not self._left and not self._hidden
        if shown and local(self.open[-1]) in self._form.texts:
            self._said.append(text)

    def ends(self, name: str) -> None:
        """End a paragraph or a note."""
        name = local(name)
        self._hidden = self._hidden and name != "r"
        if self._left:
            self._left -= name in self._form.left
        elif name in ("p", "h"):
            self._said.append("\n")
        elif name == "note-body":
            self._notes += self._said
            self._said = self._around.pop()
        elif name in CELLS and self._rows:
            self._rows[-1] += [len(self._said)] * self._spanned
        elif name in ROWS and self._rows:
            self._end_row(*self._rows.pop())

    def _end_row(self, start: int, *cells: int) -> None:
        """Put the cells of a row on one line, if none of them has more paragraphs."""
        if len(self._said) - start > PIECES:
            return
        ends = pairwise([*cells, len(self._said)])
        row = "\t".join("".join(self._said[begins:end]).strip() for begins, end in ends)
        if "\n" not in row and cells_of(row):
            self._said[start:] = [row, "\n"]


def _number(attributes: dict[str, str], name: str) -> int:
    """Give a number of blanks or columns: OpenDocument writes several blanks as one element."""
    with suppress(ValueError):
        return max(1, min(80, int(attributes.get(name, "1"))))
    return 1
