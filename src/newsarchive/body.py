"""The body of an article: paragraphs, headings, lists, tables, figures, and the notes to them."""

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
    quoted: bool = False
    """Whether the page sets it apart as a quotation."""


class Subheading(Struct, frozen=True, tag="subheading"):
    """A heading inside the body."""

    text: str
    lines: tuple[int, ...]


class Bullets(Struct, frozen=True, tag="list"):
    """A list inside the body."""

    items: tuple[str, ...]
    lines: tuple[int, ...]
    first: int = 0
    """The number of its first item; 0 where items have none."""


class Table(Struct, frozen=True, tag="table"):
    """A table inside the body."""

    rows: tuple[tuple[str, ...], ...]
    """All with the same number of cells."""
    lines: tuple[int, ...]
    """One for each row."""
    headed: bool = False
    """Whether the first row says what stands in the columns."""
    caption: Paragraph | None = None
    """What stands over or below it and says what it shows."""


class Figure(Struct, frozen=True, tag="figure"):
    """A picture that the text leaves behind: its caption, its credit or both."""

    caption: str
    lines: tuple[int, ...]
    credit: str = ""


Block = Paragraph | Subheading | Bullets | Table | Figure


class Note(Struct, frozen=True):
    """A footnote."""

    marker: str
    text: str
    line: int


def texts_of(block: Block) -> tuple[str, ...]:
    """Give the texts of a block whose words count: a list's items, a table's caption and rows."""
    match block:
        case Paragraph():
            return (block.text,)
        case Bullets():
            return block.items
        case Table():
            caption = (block.caption.text,) if block.caption else ()
            return (*caption, *("\t".join(row) for row in block.rows))
        case _:
            return ()
