"""The body of an article: paragraphs, headings, lists, figures, and the notes to them."""

from __future__ import annotations

from msgspec import Struct


class Mark(Struct, frozen=True):
    """A place in a paragraph's text that points at a note: an asterisk, say."""

    offset: int
    marker: str
    note: int
    """1-based number of the note."""


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """A paragraph of the body."""

    text: str
    lines: tuple[int, ...]
    marks: tuple[Mark, ...] = ()


class Subheading(Struct, frozen=True, tag="subheading"):
    """A heading inside the body."""

    text: str
    lines: tuple[int, ...]


class Bullets(Struct, frozen=True, tag="list"):
    """A list inside the body."""

    items: tuple[str, ...]
    lines: tuple[int, ...]


class Figure(Struct, frozen=True, tag="figure"):
    """A picture that the text leaves behind: its caption, its credit or both."""

    caption: str
    lines: tuple[int, ...]
    credit: str = ""


Block = Paragraph | Subheading | Bullets | Figure


class Note(Struct, frozen=True):
    """A footnote."""

    marker: str
    text: str
    line: int


def texts_of(block: Block) -> tuple[str, ...]:
    """Give the texts of a block whose words count: a paragraph's, or those of a list's items."""
    if isinstance(block, Paragraph):
        return (block.text,)
    return block.items if isinstance(block, Bullets) else ()
