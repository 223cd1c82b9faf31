"""Pages that are made of several, so that an article learns to be known in any surroundings.

Publishers are few, and their furniture is not the matter. So a page is given, now and then, what
stands before and after two other articles (`mix`), and what stands amid others (`interrupt`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gold_fields import UNTOLD
from gold_lines import GoldLines
from labeller_pages import COMPANIES, Page, is_sound

MIXED = 0.4
"""The share of pages that are given the head and the tail of other pages."""
INTERRUPTED = 0.3
"""The share of pages that are given what stands amid other articles."""
SHORTEST = 6
"""Lines of the body of a page that is interrupted, at least."""
LONGEST = 6
"""Lines that stand between two of a body: more are another thing than a caption or a pointer."""

Part = tuple[Page, slice]
"""Some lines of a page."""


def pick(pages: Sequence[Page], chance: np.random.Generator) -> Page:
    """Returns one of the pages."""
    return pages[int(chance.integers(len(pages)))]


def mix(page: Page, others: Sequence[Page], chance: np.random.Generator) -> Page:
    """Returns the page, now and then with what stands before and after two other articles.

    A few lines next to the article stay, for title and byline stand there.
    """
    if chance.random() >= MIXED or not is_sound(page):
        return page
    top, bottom = pick(others, chance), pick(others, chance)
    near = chance.integers(0, 9, size=4)
    first, last = article_of(page)
    begin, end = max(0, first - near[0]), min(len(page.lines), last + near[1])
    head = slice(0, max(0, article_of(top)[0] - near[2]))
    tail = slice(article_of(bottom)[1] + near[3], None)
    parts = [(top, head), (page, slice(begin, end)), (bottom, tail)]
    return joined(page, parts)


def interruptions(pages: Iterable[Page]) -> Iterator[Part]:
    """Yields what stands amid the articles of some pages: captions, credits, pointers, prompts."""
    for page in pages:
        for one, two in pairwise(np.flatnonzero(page.gold.body).tolist()):
            if 1 < two - one <= LONGEST + 1:
                yield page, slice(one + 1, two)


def interrupt(page: Page, amid: Sequence[Part], chance: np.random.Generator) -> Page:
    """Returns the page, now and then with what stands amid other articles between its lines.

    Args:
        page: the page.
        amid: `interruptions` of pages of its style; none, and the page stays as it is.
        chance: draws up to three places, and what comes there.
    """
    body = np.flatnonzero(page.gold.body)
    if not amid or chance.random() >= INTERRUPTED or len(body) < SHORTEST:
        return page
    drawn = chance.choice(body[1:], size=int(chance.integers(1, 4)))
    parts, start = [], 0
    for place in sorted(set(drawn.tolist())):
        if place - 1 in body:
            parts += [(page, slice(start, place)), amid[int(chance.integers(len(amid)))]]
            start = place
    return joined(page, [*parts, (page, slice(start, None))])


def joined(page: Page, parts: Sequence[Part]) -> Page:
    """Returns a page with the lines of some parts, of itself and of others."""
    return replace(
        page,
        lines=tuple(line for part, some in parts for line in part.lines[some]),
        gold=GoldLines.join([part.gold.cut(some) for part, some in parts]),
        fields=np.concatenate([told(part is page, part.fields[some]) for part, some in parts]),
        others={company: join_counts(company, parts) for company in COMPANIES},
    )


def told(own: bool, fields: NDArray[np.int8]) -> NDArray[np.int8]:
    """Returns what lines state of their page's article, or of one that they now stand beside.

    What another article's lines state is not graded: who is to tell which of two titles is meant?
    """
    return fields if own else np.where(fields > 0, np.int8(UNTOLD), fields)


def join_counts(company: str, parts: Sequence[tuple[Page, slice]]) -> NDArray[np.int64]:
    """Returns in how many other files the lines of the parts stand."""
    return np.concatenate([part.others[company][some] for part, some in parts])


def article_of(page: Page) -> tuple[int, int]:
    """Returns the first line of the article and the line after its last; the end if none."""
    body = np.flatnonzero(page.gold.body)
    return (int(body[0]), int(body[-1]) + 1) if len(body) else (len(page.lines),) * 2
