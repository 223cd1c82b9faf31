"""Judges once more, when the rules have spoken, the lines that none of them knows.

The labeller sees a line's words and its neighbours' and knows no rule. What the rules found out,
captions here, another article there, speaks for the lines around or against them: a forest of small
decision trees (`benchmarks/train_second_look.py`) weighs it for each line by what stands around it
(`surroundings`). Then those lines are taken that, with what is known, give the article best as a
whole. What a rule, a profile, a form or the curator said of a line stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from msgspec import Struct

from newsarchive.cleaning import labeller
from newsarchive.cleaning.arrays import Bools, Doubles
from newsarchive.cleaning.choosing import LEAST, choose
from newsarchive.cleaning.forest import Forest, read_forest
from newsarchive.cleaning.rules.page import Page
from newsarchive.cleaning.surroundings import Asked, measure
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Label, Statement

RULES = {
    "goes-with-the-article": "in doubt by itself; what is known of the lines around it, and what "
    "the article says elsewhere, speak for it",
    "apart-from-the-article": "in doubt by itself; what is known of the lines around it, and what "
    "the article says elsewhere, speak against it",
}
"""Why a line has its label, by the rule's name."""
_WITH: tuple[Label, str] = "body", "goes-with-the-article"
_APART: tuple[Label, str] = "boilerplate", "apart-from-the-article"
LEAST_ASKED, MOST_ASKED = 0.07, 0.95
"""Between which chances a line is asked after; below too, if it was taken for the article."""
FEWEST_LINES = 16
"""Lines of a page with surroundings: a text of fewer was typed, clipped or printed."""
TEXT = ("body", "subheading")

Known = Mapping[int, tuple[Label, str]]
"""Line index → label and the name of what gave it."""


class Ruled(Struct, frozen=True, eq=False):
    """A page of which the rules have said what they know."""

    page: Page
    verdicts: Sequence[Verdict]
    """What the labeller says of each line."""
    known: Known
    statements: tuple[Statement, ...] = ()
    """What the finders say that the lines state."""


def look_again(pages: Sequence[Ruled]) -> list[dict[int, tuple[Label, str]]]:
    """Judge the lines that only the labeller has judged, by what is known of the others.

    Args:
        pages: some pages, whose results do not depend on each other.

    Returns:
        For each page its lines that are otherwise than the labeller says: index → label and rule.
    """
    asked = [asked_of(ruled) for ruled in pages]
    if not any(one.lines for one in asked):
        return [{} for _ in pages]
    chances = forest().probabilities(measure(asked))
    ends = np.cumsum([len(one.lines) for one in asked])[:-1]
    return [dict(_changes(*both)) for both in zip(asked, np.split(chances, ends), strict=True)]


def asked_of(ruled: Ruled) -> Asked:
    """Give a page with the lines that are asked after."""
    body = article_of(ruled)
    return Asked(ruled.page, ruled.verdicts, body, lines_in_doubt(ruled, body))


def article_of(ruled: Ruled) -> list[bool]:
    """Tell which lines are of the article, as the labeller and the rules say."""
    known = ruled.known
    said = enumerate(ruled.verdicts)
    return [(known[i][0] if i in known else verdict.label) in TEXT for i, verdict in said]


def lines_in_doubt(ruled: Ruled, body: Sequence[bool]) -> list[int]:
    """Give the lines that only the labeller has judged, and is not sure of."""
    if len(ruled.verdicts) < FEWEST_LINES:
        return []
    return [
        i
        for i, verdict in enumerate(ruled.verdicts)
        if verdict.probability <= MOST_ASKED
        and (verdict.probability >= LEAST_ASKED or body[i])
        and i not in ruled.known
        and verdict.rule in labeller.RULES
    ]


def _changes(asked: Asked, chances: Doubles) -> Iterator[tuple[int, tuple[Label, str]]]:
    """Give the lines that change, each with its label and the rule."""
    if not asked.lines:
        return
    taken = _taken(asked, chances)
    for i, is_taken in zip(asked.lines, taken.tolist(), strict=True):
        if is_taken != asked.body[i]:
            yield i, _WITH if is_taken else _APART


def _taken(asked: Asked, chances: Doubles) -> Bools:
    """Take those of the lines asked after that give the article best, beside its other lines."""
    size = np.array([len(line.text) for line in asked.page.lines], np.float64)
    others = np.array(asked.body)
    others[asked.lines] = False
    certain = np.append(chances.round(3), 1.0)
    taken = choose(certain, np.append(size[asked.lines], size[others].sum()))[:-1]
    result: Bools = taken & (chances >= LEAST)
    return result


@cache
def forest() -> Forest:
    """Give the forest that newsarchive ships, read once."""
    with (files(__package__) / "second_look.npz").open("rb") as stream, np.load(stream) as arrays:
        return read_forest(arrays)
