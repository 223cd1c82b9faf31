"""A page as the rules see it: its lines with what the labeller and the finders said of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from newsarchive.model import Label, Line, Statement

_ALIKE = {"'": "‘’‚‛′`´", '"': "“”„‟″«»", "-": "‐‑‒–—―−"}


def fold(text: str) -> str:
    """Make alike what a page prints twice with other quotes, dashes or capitals.

    >>> fold("It Won’t End – Report.") == fold("it won't end - report")
    True
    """
    return _fold(text).rstrip(".")


def _fold(text: str) -> str:
    if not text.isascii():
        for plain, others in _ALIKE.items():
            for other in others:
                text = text.replace(other, plain)
    return text.casefold()


class Judged(Protocol):
    """What the labeller, or the page's tree, says of a line."""

    @property
    def label(self) -> Label:
        """The label that the line has if no rule knows better."""

    @property
    def probability(self) -> float:
        """That the line belongs to the body, from 0 to 1."""


class Page(Struct, frozen=True):
    """A page's lines with what is known of them before the rules."""

    lines: tuple[Line, ...]
    folded: tuple[str, ...]
    """The text of each line, as `fold` makes it."""
    verdicts: tuple[Judged, ...]
    statements: tuple[Statement, ...]
    body_end: int
    """The index behind the last line that was judged body; 0 where there is none."""

    def is_body(self, index: int) -> bool:
        """Whether the labeller judged the line a paragraph of the body."""
        return self.verdicts[index].label == "body"

    def stated(self, field: str) -> Iterator[tuple[int, Statement]]:
        """Give the statements of a field that stand on a line, with the line's index."""
        for statement in self.statements:
            if statement.field == field and statement.line is not None:
                yield bisect_left(self.lines, statement.line, key=_number), statement


def page_of(
    lines: tuple[Line, ...], verdicts: tuple[Judged, ...], statements: tuple[Statement, ...]
) -> Page:
    """Put together what the rules see of a page."""
    folded = _fold("\n".join(line.text for line in lines)).split("\n")  # one pass over the page
    body = (i for i in reversed(range(len(lines))) if verdicts[i].label == "body")
    end = next(body, -1) + 1
    return Page(lines, tuple(line.rstrip(".") for line in folded), verdicts, statements, end)


def _number(line: Line) -> int:
    return line.number
