"""The rows of a text, and what its form tells of them."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.model import Label, Statement


class Row(Struct, frozen=True, gc=False):
    """A line of a record, unless it is blank."""

    number: int
    """1-based, counting the blank lines too, as `Line` does."""
    text: str
    """Every run of white space one blank, none at the ends."""
    indent: int
    """Characters of white space before it."""
    apart: bool
    """Whether a blank line stands above it, or no line."""


class Annotations(Struct, frozen=True):
    """What the form of a text tells of its lines, as `Document` has it."""

    labels: dict[int, tuple[Label, str]] = {}
    """Line number → label and rule."""
    statements: tuple[Statement, ...] = ()


def rows_of(text: str) -> list[Row]:
    """Give the lines of a record that are not blank."""
    rows: list[Row] = []
    last = -1
    for number, raw in enumerate(plainly(text).split("\n"), 1):
        if words := raw.split():
            indent = len(raw) - len(raw.lstrip())
            rows.append(Row(number, " ".join(words), indent, number != last + 1))
            last = number
    return rows


def plainly(text: str) -> str:
    r"""Give a text with `\r\n` and `\r` as `\n`, and blanks that do not break as others."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
