"""A page as the rules see it: its lines with what the labeller and the finders said of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import Protocol

from msgspec import Struct

from newsarchive.cleaning.rules.openings import Opening, first_word
from newsarchive.finding.phrases import Searched, searched
from newsarchive.model import Label, Line, Statement

_ALIKE = {"'": "‘’‚‛′`´", '"': "“”„‟″«»", "-": "‐‑‒–—―−"}


def fold(text: str) -> str:
    """Make alike what a page prints twice with other quotes, dashes or capitals.

    >>> fold("It Won’t End – Report.") == fold("it won't end - report")
    True
    """
    return _alike(text.casefold()).rstrip(".")


def _alike(text: str) -> str:
    if not text.isascii():
        # "İ", as Turkish headings have it, is two characters in small letters.
        text = text.replace("i\u0307", "i")
        for plain, others in _ALIKE.items():
            for other in others:
                text = text.replace(other, plain)
    return text


Labels = Mapping[int, Label]
"""Line index → label: what the rules said so far."""


class Judged(Protocol):
    """What the labeller, or the page's tree, says of a line."""

    @property
    def label(self) -> Label:
        """The label that the line has if no rule knows better."""

    @property
    def rule(self) -> str:
        """The name of what gave the label."""

    @property
    def probability(self) -> float:
        """That the line belongs to the body, from 0 to 1."""


class Page(Struct, frozen=True):
    """A page's lines with what is known of them before the rules."""

    lines: tuple[Line, ...]
    folded: tuple[str, ...]
    """The text of each line, as `fold` makes it."""
    verdicts: tuple[Judged, ...]
    statements: Mapping[str, Sequence[tuple[int, Statement]]]
    """Field → the statements of it that stand on a line, each with the line's index."""
    body: tuple[bool, ...]
    """Whether the labeller judged each line a paragraph of the body."""
    paragraphs: tuple[int, ...]
    """The indices of the lines that it judged so."""
    body_end: int
    """The index behind the last of them; 0 where there is none."""
    phrases: Searched
    """The folded lines, one after the other, with the full stops at their ends."""
    starts: tuple[int, ...]
    """Where in them each line begins, and where one more would."""
    initials: Mapping[str, Sequence[int]]
    """First character → the lines that begin with it."""
    openings: Mapping[str, Sequence[int]]
    """First word, as `first_word` gives it → the lines that begin with it."""
    saying: Mapping[str, Sequence[int]]
    """What a short line says, without signs around it → the lines that say no more."""

    def is_body(self, index: int) -> bool:
        """Whether the labeller judged the line a paragraph of the body."""
        return self.body[index]

    def holding(self, words: Iterable[str], before: int | None = None) -> list[int]:
        """Give the indices of the lines that hold any of some folded words.

        Most pages hold none: to ask the page for a word is cheaper than to ask its lines.

        Args:
            words: the words, none of which has a line end.
            before: the index of the line before which to look; None for the whole page.
        """
        end = None if before is None else self.starts[min(before, len(self.lines))]
        return self.phrases.lines_holding(words, self.starts, end)

    def beginning_as(self, test: Callable[[str], bool]) -> list[int]:
        """Give the indices of the lines whose first character passes a test."""
        return sorted([i for sign, lines in self.initials.items() if test(sign) for i in lines])

    def opening_with(self, kind: Opening, longest: int) -> list[int]:
        """Give the indices of the lines of a kind.

        Args:
            kind: what they begin with.
            longest: the characters of a line that is tried.
        """
        return [
            i
            for i in self.beginning_with(kind.words)
            if len(self.folded[i]) <= longest and kind.begins(self.folded[i])
        ]

    def beginning_with(self, words: AbstractSet[str]) -> list[int]:
        """Give the indices of the lines whose first word, without signs, is one of some folded."""
        found = self.openings.keys() & words
        return sorted([i for word in found for i in self.openings[word]]) if found else []

    def saying_any(self, phrases: AbstractSet[str]) -> list[int]:
        """Give the indices of the lines that say one of some folded phrases and no more."""
        found = self.saying.keys() & phrases
        return sorted([i for phrase in found for i in self.saying[phrase]]) if found else []

    def stated(self, field: str) -> Sequence[tuple[int, Statement]]:
        """Give the statements of a field that stand on a line, with the line's index."""
        return self.statements.get(field, ())


def page_of(
    lines: tuple[Line, ...],
    verdicts: tuple[Judged, ...],
    statements: tuple[Statement, ...],
) -> Page:
    """Put together what the rules see of a page.

    Args:
        lines: its lines.
        verdicts: what is judged of each.
        statements: what they state.
    """
    # Most lines are ASCII, whose case is folded fast; of signs the whole page is asked at once.
    text = _alike("\n".join([line.text.casefold() for line in lines]))
    folded = text.split("\n") if lines else []
    body = [verdict.label == "body" for verdict in verdicts]
    paragraphs = [i for i, is_body in enumerate(body) if is_body]
    return Page(
        lines=lines,
        folded=tuple([line.rstrip(".") for line in folded]),
        verdicts=verdicts,
        statements=_by_field(statements, lines),
        body=tuple(body),
        paragraphs=tuple(paragraphs),
        body_end=paragraphs[-1] + 1 if paragraphs else 0,
        phrases=searched(text),
        starts=tuple(accumulate([len(line) + 1 for line in folded], initial=0)),
        initials=_places([line[:1] for line in folded]),
        openings=_places([first_word(line) for line in folded]),
        saying=_places([line.strip(_AROUND_ALL) if len(line) <= SHORT else "" for line in folded]),
    )


def _by_field(
    statements: Iterable[Statement], lines: Sequence[Line]
) -> dict[str, list[tuple[int, Statement]]]:
    by_field: dict[str, list[tuple[int, Statement]]] = {}
    for said in statements:
        if said.line is not None:
            place = bisect_left(lines, said.line, key=_number)
            by_field.setdefault(said.field, []).append((place, said))
    return by_field


def _places(pieces: Iterable[str]) -> dict[str, list[int]]:
    """Give for each of the lines' pieces the lines that have it."""
    places = defaultdict[str, list[int]](list)
    for i, piece in enumerate(pieces):
        places[piece].append(i)
    return dict(places)


_AROUND_ALL = "[](){}:：,.-* –—"
SHORT = 60
"""Characters of a line that may say a phrase and no more."""


def _number(line: Line) -> int:
    return line.number
