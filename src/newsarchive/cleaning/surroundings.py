"""Measures a line of a page by what is known around it once the rules have spoken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from newsarchive.cleaning.labeller import RULES
from newsarchive.cleaning.network import FIELDS
from newsarchive.cleaning.rules.page import Page
from newsarchive.cleaning.rules.paragraphs import ENDS_SENTENCE
from newsarchive.cleaning.tree_paths import Bools, Floats
from newsarchive.cleaning.verdict import Verdict

NEIGHBOURS = (1, 2, -1, -2)
"""How many lines above, or below, a line's own neighbours stand."""
REACHES = (3, 6, 12, 25)
"""Lines on either side over which the article's share is taken."""
MANY = 5
"""Files, or lines, beyond which one more tells nothing."""
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{2}|[^\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]{4,}"
)
_RULES = {rule: place for place, rule in enumerate(RULES)}
_AUTHORS = FIELDS.index("authors")


def measure(page: Page, verdicts: Sequence[Verdict], body: Bools, asked: Sequence[int]) -> Floats:
    """Measure some lines of a page.

    Args:
        page: the page.
        verdicts: what the labeller says of each line.
        body: whether each line is of the article, as far as is known.
        asked: the indices of the lines to measure, at least one.

    Returns:
        A row for each of the lines asked, a column a feature.
    """
    size = np.array([len(line.text) for line in page.lines], dtype=np.float64)
    chance = np.array([verdict.probability for verdict in verdicts])
    columns = [
        chance,
        *_beside(chance, body, size),
        *_by_themselves(page, verdicts),
        *_around(size * body, size),
        *_in_the_whole(size, chance, body),
        *_by_stretches(size, body),
        *_in_common(page, body, asked),
    ]
    return np.stack([column[asked] for column in columns], axis=1)


def _beside(chance: Floats, body: Bools, size: Floats) -> Iterable[Floats]:
    """Give what is known of the lines next to each; less than nothing beyond the page's ends."""
    yield size
    for away in NEIGHBOURS:
        for values in (chance, body.astype(np.float64)):
            moved = np.full(len(values), -1.0)
            if away > 0:
                moved[away:] = values[:-away]
            else:
                moved[:away] = values[-away:]
            yield moved


def _by_themselves(page: Page, verdicts: Sequence[Verdict]) -> Iterable[Floats]:
    """Give what each line is by itself: whether it ends a sentence, and what was said of it."""
    yield np.array([line.text.endswith(ENDS_SENTENCE) for line in page.lines], dtype=np.float64)
    others = [verdict.elsewhere for verdict in verdicts]
    yield np.array([-1.0 if files is None else min(files, MANY) for files in others])
    yield np.array([_RULES.get(verdict.rule, len(_RULES)) for verdict in verdicts], np.float64)
    yield np.array([verdict.hints[_AUTHORS] if verdict.hints else 0.0 for verdict in verdicts])


def _around(of_article: Floats, size: Floats) -> Iterable[Floats]:
    """Give how much of what stands around each line is of the article."""
    lines = np.arange(len(size))
    article, whole = _sums(of_article), _sums(size)
    for reach in REACHES:
        first, end = np.maximum(lines - reach, 0), np.minimum(lines + reach + 1, len(size))
        yield (article[end] - article[first]) / np.maximum(whole[end] - whole[first], 1)


def _in_the_whole(size: Floats, chance: Floats, body: Bools) -> Iterable[Floats]:
    """Give how the article is, and where in it, or how long beside its lines, each line is."""
    article = _sums(size * body)
    total = max(article[-1], 1.0)
    thousandths = np.round(chance * 1000)
    middle = float(np.median(size[body])) if body.any() else 1.0
    sure = (thousandths * size * body).sum() / (1000 * total)
    for value in (total, body.sum(), middle, sure):
        yield np.full(len(size), float(value))
    yield size / max(middle, 1.0)
    yield article[:-1] / total
    yield 1 - article[1:] / total


def _by_stretches(size: Floats, body: Bools) -> Iterable[Floats]:
    """Give how long the stretch of the article, or between two, is that holds each line."""
    stretch = np.concatenate([[0], np.cumsum(body[1:] != body[:-1])])
    long = np.bincount(stretch, size)
    yield long[stretch]
    yield long[stretch] / max((size * body).sum(), 1.0)
    yield np.concatenate([[0.0], long[:-1]])[stretch]
    yield np.concatenate([long[1:], [0.0]])[stretch]


def _in_common(page: Page, body: Bools, asked: Sequence[int]) -> Iterable[Floats]:
    """Give how many of each line's long words other lines of the article, or the title, say."""
    article = np.flatnonzero(body).tolist()
    words = {i: set(_WORD.findall(page.folded[i])) for i in {*asked, *article}}
    lines_with = Counter([word for i in article for word in words[i]])
    title = {
        word for _, said in page.stated("title") for word in _WORD.findall(said.value.casefold())
    }
    shares = np.zeros((3, len(body)))
    for i in asked:
        others = [lines_with[word] - int(body[i]) for word in words[i]]
        if others:
            shares[0, i] = sum([lines > 0 for lines in others]) / len(others)
            shares[1, i] = sum([min(lines, MANY) for lines in others]) / len(others)
            shares[2, i] = len(words[i] & title) / max(len(title), 1)
    return shares


def _sums(values: Floats) -> Floats:
    """Give the sums of all values before each place, and of all."""
    return np.concatenate([[0.0], np.cumsum(values)])
