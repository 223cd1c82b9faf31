"""Measures lines of many pages at once by what is known around them when the rules have spoken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.arrays import Bools, Doubles, Ints
from newsarchive.cleaning.labeller import RULES
from newsarchive.cleaning.network import FIELDS
from newsarchive.cleaning.rules.page import Page
from newsarchive.cleaning.verdict import Verdict
from newsarchive.finding.sentences import ENDS_SENTENCE

NEIGHBOURS = (-1, -2, 1, 2)
"""Where a line's own neighbours stand, from it."""
REACHES = np.array([3, 6, 12, 25])
"""Lines on either side over which the article's share is taken."""
MANY = 5
"""Files, or times, beyond which one more tells nothing."""
_WORD = re.compile(r"\w{4,}")
_RULES = {rule: place for place, rule in enumerate(RULES)}
_AUTHORS = FIELDS.index("authors")


class Asked(Struct, frozen=True, eq=False):
    """A page, and the lines of it that are asked after."""

    page: Page
    verdicts: Sequence[Verdict]
    """What the labeller says of each line."""
    body: Sequence[bool]
    """Whether each line is of the article, as far as is known."""
    lines: Sequence[int]
    """The indices of those asked after."""


class _Rows(NamedTuple):
    """The lines of all pages, one after the other, and which are asked after."""

    size: Doubles
    body: Bools
    chance: Doubles
    starts: Ints
    """Each page's first line, and the number of lines."""
    home: Ints
    """The page of each line asked after."""
    places: Ints
    """Where each of them stands."""

    @property
    def first(self) -> Ints:
        """The first line of the page of each line asked after."""
        return self.starts[self.home]

    @property
    def end(self) -> Ints:
        """The line behind the last of that page."""
        return self.starts[self.home + 1]


def measure(pages: Sequence[Asked]) -> Doubles:
    """Measure some lines of some pages.

    Returns:
        A row for each of the lines asked after, in the order of the pages, a column a feature. It
        does not depend on what other pages are measured.
    """
    rows = _rows(pages)
    alone = [
        _by_itself(asked.page.lines[i].text, asked.verdicts[i])
        for asked in pages
        for i in asked.lines
    ]
    common = [shared for asked in pages for shared in _in_common(asked)]
    return np.concatenate(
        [
            _beside(rows),
            np.array(alone, np.float64).reshape(-1, 5),
            _around(rows),
            _in_the_whole(rows),
            _by_stretches(rows),
            np.array(common, np.float64).reshape(-1, 3),
        ],
        axis=1,
    )


def _rows(pages: Sequence[Asked]) -> _Rows:
    starts = np.cumsum([0, *(len(asked.page.lines) for asked in pages)])
    home = np.repeat(np.arange(len(pages)), [len(asked.lines) for asked in pages])
    lines = np.array([i for asked in pages for i in asked.lines], np.int64)
    return _Rows(
        np.array([len(line.text) for asked in pages for line in asked.page.lines], np.float64),
        np.array([is_body for asked in pages for is_body in asked.body], np.bool_),
        np.array([verdict.probability for asked in pages for verdict in asked.verdicts]),
        starts,
        home,
        starts[home] + lines,
    )


def _beside(rows: _Rows) -> Doubles:
    """Give the chances of lines and of those next to them, and whether these are of the article.

    Beyond the page's ends both are less than nothing.
    """
    near = rows.places[:, None] + np.array((0, *NEIGHBOURS))
    within = (near >= rows.first[:, None]) & (near < rows.end[:, None])
    near = near.clip(0, len(rows.size) - 1)
    chances = np.where(within, rows.chance[near], -1.0)
    return np.concatenate([chances, np.where(within, rows.body[near], -1.0)[:, 1:]], axis=1)


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


def _around(rows: _Rows) -> Doubles:
    """Give how much of what stands around lines is of the article."""
    article, whole = _sums(rows.size * rows.body), _sums(rows.size)
    first = np.maximum(rows.places[:, None] - REACHES, rows.first[:, None])
    end = np.minimum(rows.places[:, None] + REACHES + 1, rows.end[:, None])
    shares: Doubles = (article[end] - article[first]) / np.maximum(whole[end] - whole[first], 1)
    return shares


def _in_the_whole(rows: _Rows) -> Doubles:
    """Give how the article is, and where in it, or how long beside its lines, lines are."""
    places, first, end = rows.places, rows.first, rows.end
    article, lines = _sums(rows.size * rows.body), _sums(rows.body)
    likely = _sums(np.round(rows.chance * 1000) * rows.size * rows.body)
    total = np.maximum(article[end] - article[first], 1.0)
    middle = _middles(rows)[rows.home]
    columns = (
        total,
        lines[end] - lines[first],
        middle,
        (likely[end] - likely[first]) / (1000 * total),
        rows.size[places] / middle,
        (article[places] - article[first]) / total,
        (article[places + 1] - article[first]) / total,
    )
    return np.stack(columns, axis=1)


def _middles(rows: _Rows) -> Doubles:
    """Give how long the middle one of the article's lines is on each page, in order of length."""
    pages = pairwise(rows.starts.tolist())
    sizes = [sorted(rows.size[start:end][rows.body[start:end]].tolist()) for start, end in pages]
    return np.array([some[len(some) // 2] if some else 1.0 for some in sizes])


def _by_stretches(rows: _Rows) -> Doubles:
    """Give how long the stretch of the article, or between two, is that holds each line.

    Beside it stand its share of the article, and the stretches above and below.
    """
    begins = np.zeros(len(rows.size), np.bool_)
    begins[1:] = rows.body[1:] != rows.body[:-1]
    begins[rows.starts[:-1]] = True
    stretches = np.cumsum(begins) - 1
    long = np.concatenate([[0.0], np.bincount(stretches, rows.size), [0.0]])
    here = stretches[rows.places]
    above = np.where(here > stretches[rows.first], long[here], 0.0)
    below = np.where(here < stretches[rows.end - 1], long[here + 2], 0.0)
    article = _sums(rows.size * rows.body)
    total = np.maximum(article[rows.end] - article[rows.first], 1.0)
    return np.stack([long[here + 1], long[here + 1] / total, above, below], axis=1)


def _in_common(asked: Asked) -> list[tuple[float, ...]]:
    """Give how many of lines' long words the rest of the article, or the title, says.

    Of each line the share that the article says, how often it does, and the share of the title's.
    """
    page, body = asked.page, asked.body
    article = "\n".join([text for text, is_body in zip(page.folded, body, strict=True) if is_body])
    said = Counter(_WORD.findall(article))
    titles = [stated.value.casefold() for _, stated in page.stated("title")]
    title = frozenset(_WORD.findall("\n".join(titles)))
    return [_shared(_WORD.findall(page.folded[i]), said, title, own=body[i]) for i in asked.lines]


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


def _sums(values: Doubles | Bools) -> Doubles:
    """Give the sums of all values before each place, and of all: exact, for all are whole."""
    return np.concatenate([[0.0], np.cumsum(values)])
