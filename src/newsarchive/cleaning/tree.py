"""Judges the lines of a page with a tree by where in it they stand.

A forest of small decision trees, trained on pages that publishers saved (`benchmarks/
train_tree.py`), judges each line from what is measured of it (`tree_features`). Two rules follow
that need no training: what the page itself hides is not the article, and neither is what stands
under a second article's headline. Then the lines are taken that, going by their probabilities, give
the article's text best as a whole.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from newsarchive.cleaning.arrays import Bools, Doubles
from newsarchive.cleaning.choosing import choose
from newsarchive.cleaning.forest import Forest, read_forest
from newsarchive.cleaning.tree_features import features, headline, other_headlines
from newsarchive.cleaning.tree_insets import insets
from newsarchive.cleaning.tree_paths import tag_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.loading.webpages.tree import SCRIPT, SEPARATOR
from newsarchive.model import Document, Element, Label, Line

RULES = {
    "article-in-the-tree": "stands in the element that holds the article's text",
    "among-the-paragraphs": "a list, a quotation or a table among the article's paragraphs",
    "heading-in-the-tree": "a heading amid the article's text",
    "told-as-article": "the page's own record of the article has this line in its text",
    "caption-in-the-tree": "the caption of a figure",
    "credit-in-the-tree": "who made a picture, as the element is called",
    "linked-in-the-tree": "nearly all of it is a link, in a list of its like",
    "hidden-in-the-tree": "the page itself hides it",
    "navigation-in-the-tree": "stands in the page's navigation, header or footer",
    "outside-the-article": "stands outside the element that holds the article's text, or after it",
    "written-as-article": "a curator wrote it as the article's text",
}
"""Why a line has its label, by the rule's name."""
WRITTEN = "markdown"
"""The outermost element of a text that a curator wrote: all of it is the article."""
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
ARTICLE = 400.0  # characters after which another headline begins another article
MAX_LINES = 50_000  # lines that are judged: a live blog has 3,000; the rest counts as outside


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
    choice = decide(document, probabilities(document))
    columns = (choice.chances, choice.taken, choice.inset)
    return tuple(
        _verdict(element, float(chance), taken=bool(taken), inset=bool(inset))
        for element, chance, taken, inset in zip(document.elements, *columns, strict=True)
    )


class Choice(Struct, frozen=True, eq=False):
    """Which lines of a page are the article's text: an entry a line."""

    chances: Doubles
    """The forest's, with the rules applied."""
    taken: Bools
    inset: Bools
    """Lines of lists, quotations and tables that stand among those that are taken."""


def decide(document: Document, chances: Doubles) -> Choice:
    """Choose the article's lines by the forest's probabilities and the rules after it."""
    texts, size = document.text.split("\n"), _sizes(document)
    scripted = np.array([element.path.startswith(SCRIPT) for element in document.elements])
    if scripted.any():  # what the page shows is less than its article
        return Choice(scripted.astype(np.float64), scripted, np.zeros_like(scripted))
    chances = np.where(hidden_lines(document.elements, chances * size), 0.0, chances)
    chances[next_article(document.elements, texts, chances * size) :] = 0.0
    taken = choose(chances, size)
    return Choice(chances, taken, insets(document.elements, taken, size))


def sentences_shown(document: Document, lines: tuple[Line, ...]) -> dict[int, tuple[Label, str]]:
    """Leave out what a page shows in sentences where a script has its text.

    It is the text's beginning, which the text has too, and an offer of the rest.
    """
    scripted = [element.path.startswith(SCRIPT) for element in document.elements]
    if not any(scripted):
        return {}
    return {
        i: ("boilerplate", "outside-the-article")
        for i, line in enumerate(lines)
        if not scripted[line.number - 1] and line.text.endswith(ENDS_SENTENCE)
    }


def probabilities(document: Document) -> Doubles:
    """Give each line's probability to belong to the article's body, by the forest: (lines,)."""
    judged = _within(document)
    chances = _forest().probabilities(features(judged)).round(6)
    return np.concatenate([chances, np.zeros(len(document.elements) - len(chances))])


def _within(document: Document) -> Document:
    """Cut a document to the lines that are judged."""
    if len(document.elements) <= MAX_LINES:
        return document
    text = "\n".join(document.text.split("\n", MAX_LINES)[:MAX_LINES])
    return replace(document, text=text, elements=document.elements[:MAX_LINES])


@cache
def _forest() -> Forest:
    with (files(__package__) / "tree.npz").open("rb") as stream, np.load(stream) as arrays:
        return read_forest(arrays)


def hidden_lines(elements: tuple[Element, ...], expected: Doubles) -> Bools:
    """Tell which lines the page hides; none where most of its article is among them.

    Args:
        elements: the page's.
        expected: for each line, how many characters of the article are to be expected in it.
    """
    hidden = np.array([element.hidden for element in elements])
    mostly = expected[hidden].sum() > expected.sum() / 2
    return np.zeros_like(hidden) if mostly else hidden


def next_article(elements: tuple[Element, ...], texts: list[str], expected: Doubles) -> int:
    """Find the line where another article begins, once the first has some length.

    Returns:
        The index of its headline; the number of lines if there is no other article.
    """
    before = expected.cumsum()
    others = other_headlines(texts, elements, headline(elements))
    return next((line for line in others if before[line] >= ARTICLE), len(elements))


def _sizes(document: Document) -> Doubles:
    """Give the characters of each line: (lines,)."""
    return np.array([len(text) for text in document.text.split("\n")], dtype=np.float64)


def _verdict(element: Element, chance: float, *, taken: bool, inset: bool) -> Verdict:
    """Give a line its label, and the rule that a reader can check."""
    chance = round(chance, 3)
    if not taken and not inset:
        return _left_out(element, chance)
    if element.tag in HEADINGS:
        return Verdict("subheading", chance, "heading-in-the-tree")
    if not taken:
        return Verdict("body", chance, "among-the-paragraphs")
    told = element.told == "articleBody"
    return Verdict("body", chance, "told-as-article" if told else "article-in-the-tree")


def _left_out(element: Element, chance: float) -> Verdict:
    """Say what a line is that is no part of the article's text."""
    steps = element.path.split(SEPARATOR)
    tags = {tag_of(step) for step in steps}
    called = SEPARATOR.join(steps[-2:]).lower()
    if "credit" in called:
        return Verdict("credit", chance, "credit-in-the-tree")
    if "caption" in called or ("figure" in tags and element.links < 0.5):
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
