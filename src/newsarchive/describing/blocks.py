"""The body's blocks, in the order of the text: paragraphs, subheadings, lists and figures.

A raw text is no Markdown: `*`, `#`, `_` and leading blanks mean nothing here but what they are, and
an asterisk that a footnote answers is a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsarchive.model import (
    Block,
    Bullets,
    Figure,
    LabelledLine,
    Mark,
    Note,
    Paragraph,
    Subheading,
)

_NOTE = re.compile(r"(\*{1,3}|[†‡¹²³])\s*(.*)", re.DOTALL)
_BULLET = re.compile(r"[•‣◦▪●·] *(?=\S)")


def blocks_of(lines: Sequence[LabelledLine], notes: Sequence[Note]) -> tuple[Block, ...]:
    """Put the lines of the body and its figures together to blocks."""
    blocks: list[Block] = []
    for line in lines:
        before = blocks[-1] if blocks else None
        if line.label == "body":
            _add_body(blocks, line)
        elif line.label == "subheading":
            blocks.append(Subheading(line.text, (line.number,)))
        elif line.label == "caption":
            blocks.append(Figure(line.text, (line.number,)))
        elif line.label == "credit" and isinstance(before, Figure) and not before.credit:
            blocks[-1] = Figure(before.caption, (*before.lines, line.number), line.text)
        elif line.label == "credit":
            blocks.append(Figure("", (line.number,), line.text))
    return tuple(_marked(block, notes) for block in blocks)


def _add_body(blocks: list[Block], line: LabelledLine) -> None:
    """Add a line of the body to the block it goes on with, or as a block of its own."""
    before = blocks[-1] if blocks else None
    bullet = _BULLET.match(line.text)
    if line.joins and isinstance(before, Paragraph):
        blocks[-1] = Paragraph(f"{before.text} {line.text}", (*before.lines, line.number))
    elif bullet and isinstance(before, Bullets):
        items = (*before.items, line.text[bullet.end() :])
        blocks[-1] = Bullets(items, (*before.lines, line.number))
    elif bullet:
        blocks.append(Bullets((line.text[bullet.end() :],), (line.number,)))
    else:
        blocks.append(Paragraph(line.text, (line.number,)))


def notes_of(lines: Iterable[LabelledLine]) -> tuple[Note, ...]:
    """Give the footnotes, each with its marker apart from its text."""
    found = ((line, _NOTE.match(line.text)) for line in lines if line.label == "footnote")
    return tuple(
        Note(match[1], match[2], line.number) if match else Note("", line.text, line.number)
        for line, match in found
    )


def related_of(lines: Iterable[LabelledLine]) -> tuple[str, ...]:
    """Give the headlines of other articles, each once."""
    return tuple(dict.fromkeys(line.text for line in lines if line.label == "related"))


def _marked(block: Block, notes: Sequence[Note]) -> Block:
    """Add the marks to a paragraph: where a word ends in a footnote's marker.

    Where several notes have one marker, it leads to the first of them.
    """
    if not isinstance(block, Paragraph):
        return block
    first = {note.marker: number for number, note in reversed(list(enumerate(notes, 1)))}
    marks = [
        Mark(match.start(), marker, number)
        for marker, number in first.items()
        if marker
        for match in _pattern(marker).finditer(block.text)
    ]
    return Paragraph(block.text, block.lines, tuple(sorted(marks, key=lambda mark: mark.offset)))


def _pattern(marker: str) -> re.Pattern[str]:
    return re.compile(r"(?<=[^\s*])" + re.escape(marker) + r"(?!\*)")
