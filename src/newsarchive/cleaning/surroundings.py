"""Measures a line of a page by what is known around it once the rules have spoken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from newsarchive.cleaning.characters import Ints
from newsarchive.cleaning.labeller import RULES
from newsarchive.cleaning.network import FIELDS
from newsarchive.cleaning.rules.page import Page
from newsarchive.cleaning.rules.paragraphs import ENDS_SENTENCE
from newsarchive.cleaning.tree_paths import Bools, Floats
from newsarchive.cleaning.verdict import Verdict

NEIGHBOURS = (-1, -2, 1, 2)
"""Where a line's own neighbours stand, from it."""
REACHES = np.array([3, 6, 12, 25])
"""Lines on either side over which the article's share is taken."""
MANY = 5
"""Files, or times, beyond which one more tells nothing."""
_WORD = re.compile(r"\w{4,}")
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
    places = np.array(asked)
    return np.concatenate(
        [
            _beside(chance, body, places),
            np.array([_by_itself(page.lines[i].text, verdicts[i]) for i in asked]),
            _around(size * body, size, places),
            _in_the_whole(size, chance, body, places),
            _by_stretches(size, body, places),
            np.array(_in_common(page, body, asked)),
        ],
        axis=1,
    )


def _beside(chance: Floats, body: Bools, places: Ints) -> Floats:
    """Give the chances of lines and of those next to them, and whether these are of the article.

    Beyond the page's ends both are less than nothing.
    """
    beyond = np.full((2, max(NEIGHBOURS)), -1.0)
    padded = np.concatenate([beyond, np.stack([chance, body]), beyond], axis=1)
    near = padded[:, places[:, None] + (beyond.shape[1] + np.array((0, *NEIGHBOURS)))]
    return np.concatenate([near[0], near[1, :, 1:]], axis=1)


def _by_itself(text: str, verdict: Verdict) -> tuple[float, ...]:
    """Give what a line is by itself: how long, whether a sentence, and what was said of it."""
    files, hints = verdict.elsewhere, verdict.hints
    return (
        len(text),
        text.endswith(ENDS_SENTENCE),
        -1 if files is None else min(files, MANY),
        _RULES.get(verdict.rule, len(_RULES)),
        hints[_AUTHORS] if hints else 0,
    )


def _around(of_article: Floats, size: Floats, places: Ints) -> Floats:
    """Give how much of what stands around lines is of the article."""
    article, whole = _sums(of_article), _sums(size)
    first = np.maximum(places[:, None] - REACHES, 0)
    end = np.minimum(places[:, None] + REACHES + 1, len(size))
    shares: Floats = (article[end] - article[first]) / np.maximum(whole[end] - whole[first], 1)
    return shares


def _in_the_whole(size: Floats, chance: Floats, body: Bools, places: Ints) -> Floats:
    """Give how the article is, and where in it, or how long beside its lines, lines are."""
    article = _sums(size * body)
    total = max(article[-1], 1.0)
    sure = (np.round(chance * 1000) * size * body).sum() / (1000 * total)
    sizes = sorted(size[body].tolist()) or [1.0]
    middle = sizes[len(sizes) // 2]
    whole = np.broadcast_to((total, body.sum(), middle, sure), (len(places), 4))
    own = size[places] / max(middle, 1.0), article[places] / total, article[places + 1] / total
    return np.concatenate([whole, np.stack(own, axis=1)], axis=1)


def _by_stretches(size: Floats, body: Bools, places: Ints) -> Floats:
    """Give how long the stretch of the article, or between two, is that holds each line.

    Beside it stand its share of the article, and the stretches above and below.
    """
    stretches = _sums(body[1:] != body[:-1]).astype(np.int64)
    long = np.concatenate([[0.0], np.bincount(stretches, size), [0.0]])
    here = stretches[places]
    total = max((size * body).sum(), 1.0)
    return np.stack([long[here + 1], long[here + 1] / total, long[here], long[here + 2]], axis=1)


def _in_common(page: Page, body: Bools, asked: Sequence[int]) -> list[tuple[float, ...]]:
    """Give how many of lines' long words the rest of the article, or the title, says.

    Of each line the share that the article says, how often it does, and the share of the title's.
    """
    article = "\n".join([page.folded[i] for i in np.flatnonzero(body).tolist()])
    said = Counter(_WORD.findall(article))
    titles = [stated.value.casefold() for _, stated in page.stated("title")]
    title = frozenset(_WORD.findall("\n".join(titles)))
    return [_shared(_WORD.findall(page.folded[i]), said, title, own=bool(body[i])) for i in asked]


def _shared(
    words: list[str], said: Mapping[str, int], title: frozenset[str], *, own: bool
) -> tuple[float, ...]:
    if not words:
        return 0.0, 0.0, 0.0
    own_words = Counter(words) if own else Counter[str]()
    others = [said[word] - own_words[word] for word in dict.fromkeys(words)]
    often = sum([min(times, MANY) for times in others]) / len(others)
    share = sum([times > 0 for times in others]) / len(others)
    return share, often, len(title.intersection(words)) / max(len(title), 1)


def _sums(values: Floats) -> Floats:
    """Give the sums of all values before each place, and of all."""
    return np.concatenate([[0.0], np.cumsum(values)])
