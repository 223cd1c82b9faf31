"""Lists, quotations and tables that stand amid the paragraphs of a page's article.

The forest learned that prose is the article, and takes few points of some words and hardly a row
of figures. Where they stand tells more: among the article's paragraphs, in the element that holds
them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from newsarchive.cleaning.arrays import Bools, Doubles
from newsarchive.cleaning.tree_paths import tag_of
from newsarchive.loading.webpages.tree import CAPTIONS, INLINE, SEPARATOR
from newsarchive.model import Element

_INSETS = frozenset(("ul", "ol", "dl", "blockquote"))
_EMBEDDED = re.compile("tweet|twitter|instagram|tiktok|bluesky|mastodon|embed", re.IGNORECASE)
"""What a quotation is called that shows a post from elsewhere."""
_ROW = "tr"
_GROUPS = _INSETS | {"table", "figure", "div"}
"""Insets and tables, and what a table stands in for its caption, or to be moved sideways."""
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_OF_TEXT = INLINE | {"p"}
_FEWEST, _CHARACTERS = 2, 80
"""Paragraphs, and characters of them, that an element holds which holds the article."""
_LINKED = 0.5
"""The share of an inset that is links, at most: lists of other articles are nothing else."""
_ROWS = 0.5
"""The share of an element around a table that is its rows, at least, but for its caption."""


def insets(elements: Sequence[Element], taken: Bools, size: Doubles) -> Bools:
    """Find the lines of insets that belong to the article by where they stand.

    Args:
        elements: the page's lines' places.
        taken: which lines are the article's already: (lines,).
        size: characters of each: (lines,).

    Returns:
        Which lines stand in such an inset, taken or not: (lines,).
    """
    found = np.zeros_like(taken)
    holders = _holders(elements, taken, size)
    if not holders:
        return found
    first, last = np.flatnonzero(taken)[[0, -1]]
    for path, lines in _groups(elements, holders).items():
        others = [i for i in lines if elements[i].tag not in CAPTIONS]
        rows = _share(others, size, (elements[i].tag == _ROW for i in others))
        links = _share(lines, size, (elements[i].links for i in lines))
        may_end = rows >= _ROWS
        amid = first < lines[0] and (may_end or (_is_inset(path) and lines[-1] < last))
        if amid and links <= _LINKED:
            found[lines] = [not elements[i].hidden for i in lines]
            found[lines[0] - 1] |= _is_heading(elements[lines[0] - 1], holders)
    return found


def _is_heading(element: Element, holders: set[str]) -> bool:
    """Tell whether a line is a heading directly in one of the elements."""
    around, _, step = element.path.rpartition(SEPARATOR)
    while tag_of(step) in INLINE:
        around, _, step = around.rpartition(SEPARATOR)
    return tag_of(step) in _HEADINGS and around in holders and not element.hidden


def _is_inset(path: str) -> bool:
    """Tell whether an element is a list or a quotation."""
    step = path.rpartition(SEPARATOR)[2]
    return tag_of(step) in _INSETS and not _EMBEDDED.search(step)


def _holders(elements: Sequence[Element], taken: Bools, size: Doubles) -> set[str]:
    """Give the paths of the elements that hold the article's paragraphs."""
    numbers, characters = Counter[str](), Counter[str]()
    for i in np.flatnonzero(taken).tolist():
        steps = elements[i].path.split(SEPARATOR)
        while len(steps) > 1 and tag_of(steps[-1]) in _OF_TEXT:
            steps.pop()
        path = SEPARATOR.join(steps)
        numbers[path] += 1
        characters[path] += int(size[i])
    return {
        path
        for path, number in numbers.items()
        if number >= _FEWEST and characters[path] >= _CHARACTERS
    }


def _groups(elements: Sequence[Element], holders: set[str]) -> dict[str, list[int]]:
    """Give the elements that may be insets, each with its lines."""
    group = {path: _group(path, holders) for path in {element.path for element in elements}}
    groups: dict[str, list[int]] = {}
    for i, element in enumerate(elements):
        groups.setdefault(group[element.path], []).append(i)
    groups.pop("", None)
    return groups


def _group(path: str, holders: set[str]) -> str:
    """Give the path of what may be an inset, directly in one of the elements; or nothing.

    Whether a wrapper holds a table and little else is to be seen from all its lines.
    """
    while path:
        around, _, step = path.rpartition(SEPARATOR)
        if around in holders and tag_of(step) in _GROUPS:
            return path
        path = around
    return ""


def _share(lines: Sequence[int], size: Doubles, each: Iterable[float]) -> float:
    """Weigh what is said of each line by its characters."""
    sizes = size[list(lines)]
    return float((sizes * np.array(list(each), dtype=np.float64)).sum() / max(sizes.sum(), 1.0))
