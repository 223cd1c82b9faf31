"""Judges the lines of a page with a tree by where in it they stand.

Two forests of small decision trees, trained on pages that publishers saved (`benchmarks/
train_tree.py`): the first judges each line from what is measured of it (`tree_features`), the
second once more from what the first says of its neighbours and of the elements around it. Then the
lines are taken that, going by their probabilities, give the article's text best as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.forest import Forest, read_forest
from newsarchive.cleaning.tree_features import around, beside, features
from newsarchive.cleaning.tree_paths import SEPARATOR, Elements, Floats, tag_of
from newsarchive.model import Document, Element

RULES = {
    "article-in-the-tree": "stands in the element that holds the article's text",
    "heading-in-the-tree": "a heading amid the article's text",
    "told-as-article": "the page's own record of the article has this line in its text",
    "caption-in-the-tree": "the caption of a figure",
    "credit-in-the-tree": "who made a picture, as the element is called",
    "linked-in-the-tree": "nearly all of it is a link, in a list of its like",
    "hidden-in-the-tree": "the page itself hides it",
    "navigation-in-the-tree": "stands in the page's navigation, header or footer",
    "outside-the-article": "stands outside the element that holds the article's text",
    "written-as-article": "a curator wrote it as the article's text",
}
"""Why a line has its label, by the rule's name."""
WRITTEN = "markdown"
"""The outermost element of a text that a curator wrote: all of it is the article."""
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
MAX_LINES = 50_000  # lines that are judged: a live blog has 3,000; the rest counts as outside


class Verdict(Struct, frozen=True):
    """What the tree says of one line."""

    label: Literal["body", "subheading", "caption", "credit", "related", "boilerplate"]
    probability: float
    """That the line belongs to the article's body, from 0 to 1, to three decimals."""
    rule: str
    """A name in `RULES`."""


def judge_tree(document: Document) -> tuple[Verdict, ...]:
    """Judge the lines of a page with a tree.

    Args:
        document: a document with one element for each line of its text.

    Returns:
        One verdict for each line; none for a document without elements.
    """
    if not document.elements:
        return ()
    if all(element.path.startswith(WRITTEN) for element in document.elements):
        return tuple(_written(element) for element in document.elements)
    chances = probabilities(document)
    chosen = choose(chances, [len(line) for line in document.text.split("\n")])
    return tuple(
        _verdict(element, bool(taken), float(chance))
        for element, taken, chance in zip(document.elements, chosen, chances, strict=True)
    )


def probabilities(document: Document) -> Floats:
    """Give the probability of each line to belong to the article's body: (lines,)."""
    read = _within(document)
    first, second = _forests()
    measured = features(read)
    opinion = first.probabilities(measured)
    again = second.probabilities(context(read, opinion, measured))
    chances: Floats = ((opinion + again) / 2).round(6)
    return np.concatenate([chances, np.zeros(len(document.elements) - len(chances))])


def _within(document: Document) -> Document:
    """Cut a document to the lines that are judged."""
    if len(document.elements) <= MAX_LINES:
        return document
    return Document(
        path=document.path,
        sha256=document.sha256,
        encoding=document.encoding,
        text="\n".join(document.text.split("\n", MAX_LINES)[:MAX_LINES]),
        elements=document.elements[:MAX_LINES],
    )


@cache
def _forests() -> tuple[Forest, Forest]:
    with (files(__package__) / "tree.npz").open("rb") as stream, np.load(stream) as arrays:
        return read_forest(arrays, "first"), read_forest(arrays, "second")


def context(document: Document, opinion: Floats, measured: Floats) -> Floats:
    """Measure what the first forest says around each line: (lines, features)."""
    size = np.array([len(line) for line in document.text.split("\n")], dtype=np.float64)
    tree = Elements([element.path for element in document.elements])
    expected = size * opinion
    total = max(float(expected.sum()), 1e-6)
    held = tree.held(np.stack([expected, size], axis=1))
    columns = [opinion, *beside(opinion, 5)]
    for nodes in (tree.block, *tree.above[:, :4].T):
        columns += [held[nodes, 0] / held[nodes, 1], held[nodes, 0] / total]
    for reach in (3, 10, 30):
        near = around(expected, reach)
        columns += [near / np.maximum(around(size, reach), 1.0), near / total]
    columns += [expected.cumsum() / total, *_distances(opinion > 0.7)]
    columns += [np.full(len(size), opinion.max()), np.full(len(size), total)]
    return np.concatenate([np.stack(columns, axis=1), measured[:, [0, 1, 2, 12, 13, 14]]], axis=1)


def _distances(sure: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[Floats]:
    """Count the lines since the last sure one, and till the next; 999 where there is none."""
    lines = np.arange(len(sure))
    last = np.maximum.accumulate(np.where(sure, lines, -9999))
    coming = np.minimum.accumulate(np.where(sure, lines, 99_999)[::-1])[::-1]
    yield np.minimum(lines - last, 999.0)
    yield np.minimum(coming - lines, 999.0)


def choose(chances: Floats, sizes: list[int]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Take the lines whose expected F1 with the article, by characters, is the highest.

    Lines are taken in the order of their probability as long as the expected F1 rises, so that a
    page of which nothing is sure still gives its likeliest text (Lipton et al. 2014, "Optimal
    Thresholding of Classifiers to Maximize F1 Measure").
    """
    size = np.array(sizes, dtype=np.float64)
    order = np.argsort(-chances, kind="stable")
    right = (chances * size)[order].cumsum()
    taken = size[order].cumsum()
    best = int(np.argmax(2 * right / (taken + right[-1] + 1e-9)))
    chosen = np.zeros(len(size), dtype=np.bool_)
    chosen[order[: best + 1]] = right[-1] > 0
    return chosen


def _verdict(element: Element, taken: bool, chance: float) -> Verdict:
    """Give a line its label, and the rule that a reader can check."""
    chance = round(chance, 3)
    if taken and element.tag in HEADINGS:
        return Verdict("subheading", chance, "heading-in-the-tree")
    if taken:
        told = element.told == "articleBody"
        return Verdict("body", chance, "told-as-article" if told else "article-in-the-tree")
    return _left_out(element, chance)


def _left_out(element: Element, chance: float) -> Verdict:
    """Say what a line is that is no part of the article's text."""
    steps = element.path.split(SEPARATOR)
    tags = {tag_of(step) for step in steps}
    if any("credit" in step.lower() for step in steps[-2:]):
        return Verdict("credit", chance, "credit-in-the-tree")
    if element.tag == "figcaption" or ("figure" in tags and element.links < 0.5):
        return Verdict("caption", chance, "caption-in-the-tree")
    rule = "outside-the-article"
    if element.hidden:
        rule = "hidden-in-the-tree"
    elif tags & {"nav", "header", "footer"}:
        rule = "navigation-in-the-tree"
    elif element.links > 0.8 and "li" in tags:
        rule = "linked-in-the-tree"
    return Verdict("boilerplate", chance, rule)


def _written(element: Element) -> Verdict:
    """Label what a curator wrote by its mark alone."""
    if element.tag == "figcaption":
        return Verdict("caption", 0.0, "written-as-article")
    heading = element.tag in HEADINGS or element.tag == "h1"
    return Verdict("subheading" if heading else "body", 1.0, "written-as-article")
