"""Passages of an article's body, and the mentions of names in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from newsarchive.body import Block, Bullets, Figure, Paragraph, Table
from newsarchive.model import LabelledLine


class Mention(Struct, frozen=True):
    """A name where it stands."""

    name: str
    line: int
    opens: bool
    """It opens a sentence, where a capital says nothing."""
    clues: tuple[str, ...]
    aliases: tuple[tuple[str, int], ...]
    """Other names that the text equates with it, each with its line."""
    known: str = ""
    """What the gazetteer calls it."""


class Passage(Struct, frozen=True):
    """A text of the body, with where its lines begin."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """Give the number of the line that a letter of the text stands on."""
        return self.lines[bisect_right(self.starts, offset) - 1]


def passages_of(blocks: Iterable[Block], lines: Sequence[LabelledLine]) -> list[Passage]:
    """Give the passages of a body: paragraphs, items of lists, cells of tables, captions."""
    texts = {line.number: line.words for line in lines}
    return [passage for block in blocks for passage in _passages(block, texts)]


def _passages(block: Block, texts: Mapping[int, str]) -> Iterator[Passage]:
    match block:
        case Paragraph():
            yield _passage(block.text, block.lines, texts)
        case Bullets():
            for item, line in zip(block.items, block.lines, strict=False):
                yield Passage(item, (0,), (line,))
        case Table():
            if block.caption:
                yield from _passages(block.caption, texts)
            for row, line in zip(block.rows, block.lines, strict=True):
                yield from (Passage(cell, (0,), (line,)) for cell in row if cell)
        case Figure() if block.caption:
            yield _passage(block.caption, block.lines, texts)


def _passage(text: str, lines: Sequence[int], texts: Mapping[int, str]) -> Passage:
    starts = [0]
    for number in lines[:-1]:
        starts.append(starts[-1] + len(texts.get(number, "")) + 1)
    return Passage(text, tuple(starts), tuple(lines))
