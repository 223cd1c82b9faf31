"""What is judged of a line: whether it belongs to the article, why, and what it may state."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct


class Hint(NamedTuple):
    """What is told of one line beside what it is."""

    hints: tuple[int, ...]
    """How sure the network is that the line states each of `network.FIELDS`: logits, -8 to 8."""
    elsewhere: int | None
    """In how many of the archive's other files the line stands; None if it was read alone."""


class Verdict(Struct, frozen=True, gc=False):
    """What is judged of one line, by its text or by its place in the page's tree."""

    label: Literal["body", "subheading", "caption", "credit", "related", "boilerplate"]
    probability: float
    """How likely the line is of the article's body: from 0 to 1, to three decimals."""
    rule: str
    """A name in the `RULES` of `labeller` or of `tree`."""
    hints: tuple[int, ...] = ()
    """As in `Hint`."""
    elsewhere: int | None = None
    """As in `Hint`."""
