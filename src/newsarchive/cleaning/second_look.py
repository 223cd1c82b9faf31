"""Judges once more, when the rules have spoken, the lines that none of them knows.

The labeller sees a line's words and its neighbours' and knows no rule. What the rules found out,
captions here, another article there, speaks for the lines around or against them: a forest of small
decision trees (`benchmarks/train_second_look.py`) weighs it for each line by what stands around it
(`surroundings`). Then those lines are taken that, with what is known, give the article best as a
whole. What a rule, a profile, a form or the curator said of a line stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from newsarchive.cleaning import labeller
from newsarchive.cleaning.forest import Forest, read_forest
from newsarchive.cleaning.rules.page import Page
from newsarchive.cleaning.surroundings import measure
from newsarchive.cleaning.tree_paths import Bools, Floats
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Label

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
LEAST = 200
"""Thousandths of a chance that no line of the article may have less of."""
TEXT = ("body", "subheading")

Known = Mapping[int, tuple[Label, str]]
"""Line index → label and the name of what gave it."""


def look_again(
    page: Page, verdicts: Sequence[Verdict], known: Known
) -> dict[int, tuple[Label, str]]:
    """Judge the lines that only the labeller has judged, by what is known of the others.

    Args:
        page: the page.
        verdicts: what the labeller says of each line.
        known: what the rules say.

    Returns:
        The lines that are otherwise than the labeller says: index → label and rule.
    """
    body = article_of(verdicts, known)
    asked = lines_in_doubt(verdicts, known, body)
    if not asked:
        return {}
    size = np.array([len(line.text) for line in page.lines])
    chances = forest().probabilities(measure(page, verdicts, body, asked))
    taken = choose(chances, size[asked], int(size[body].sum() - size[asked][body[asked]].sum()))
    return {
        i: ("body", "goes-with-the-article")
        if is_taken
        else ("boilerplate", "apart-from-the-article")
        for i, is_taken in zip(asked, taken.tolist(), strict=True)
        if is_taken != body[i]
    }


def article_of(verdicts: Sequence[Verdict], known: Known) -> Bools:
    """Tell which lines are of the article, as the labeller and the rules say."""
    said = enumerate(verdicts)
    return np.array([known.get(i, (verdict.label,))[0] in TEXT for i, verdict in said], np.bool_)


def lines_in_doubt(verdicts: Sequence[Verdict], known: Known, body: Bools) -> list[int]:
    """Give the lines that only the labeller has judged, and is not sure of."""
    if len(verdicts) < FEWEST_LINES:
        return []
    return [
        i
        for i, verdict in enumerate(verdicts)
        if i not in known
        and verdict.rule in labeller.RULES
        and verdict.probability <= MOST_ASKED
        and (verdict.probability >= LEAST_ASKED or body[i])
    ]


def choose(chances: Floats, size: Floats, fixed: int) -> Bools:
    """Take the lines that give the article the largest expected F1 by characters.

    They are taken in the order of their chances as long as it rises (Lipton et al., "Optimal
    thresholding of classifiers to maximize F1 measure", 2014).

    Args:
        chances: of each line.
        size: its characters.
        fixed: characters of the article on other lines.

    Returns:
        Which lines are taken.
    """
    thousandths = np.round(chances * 1000)
    order = np.argsort(-thousandths, kind="stable")
    right = 1000 * fixed + np.concatenate([[0], (thousandths * size)[order]]).cumsum()
    taken = 1000 * (fixed + np.concatenate([[0], size[order]]).cumsum())
    best = int(np.argmax(right / (taken + right[-1] + 1)))
    if best == 0:
        return np.zeros(len(size), np.bool_)
    result: Bools = thousandths >= max(thousandths[order[best - 1]], LEAST)
    return result


@cache
def forest() -> Forest:
    """Give the forest that newsarchive ships, read once."""
    with (files(__package__) / "second_look.npz").open("rb") as stream, np.load(stream) as arrays:
        return read_forest(arrays)
