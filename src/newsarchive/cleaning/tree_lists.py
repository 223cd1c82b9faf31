"""Lists and tables that stand amid the paragraphs of a page's article.

The forest learned that prose is the article, and takes few points of some words and hardly a row
of figures. Where a list stands tells more: among the article's paragraphs, in the element that
holds them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from newsarchive.cleaning.arrays import Bools, Doubles
from newsarchive.cleaning.tree_paths import tag_of
from newsarchive.loading.webpages.tree import INLINE, SEPARATOR
from newsarchive.model import Element

_LISTS = frozenset(("ul", "ol", "dl"))
_ROW = "tr"
_GROUPS = _LISTS | {"table", "figure", "div"}
"""Lists and tables, and what a table stands in for its caption, or to be moved sideways."""
_OF_TEXT = INLINE | {"p"}
_FEWEST, _CHARACTERS = 2, 150
"""Paragraphs, and characters of them, that an element holds which holds the article."""
_LINKED = 0.5
"""The share of a list that is links, at most: lists of other articles are nothing else."""
_ROWS = 0.5
"""The share of an element around a table that is its rows, at least."""


def lists_amid(elements: Sequence[Element], taken: Bools, size: Doubles) -> Bools:
    """Find the lines of lists and tables that belong to the article by where they stand.

    Args:
        elements: the page's lines' places.
        taken: which lines are the article's already: (lines,).
        size: characters of each: (lines,).

    Returns:
        Which lines stand in such a list or table, taken or not: (lines,).
    """
    found = np.zeros_like(taken)
    holders = _holders(elements, taken, size)
    if not holders:
        return found
    first, last = np.flatnonzero(taken)[[0, -1]]
    grouped = {path: _group(path, holders) for path in {element.path for element in elements}}
    groups: dict[str, list[int]] = {}
    for i, element in enumerate(elements):
        groups.setdefault(grouped[element.path], []).append(i)
    groups.pop("", None)
    for path, lines in groups.items():
        of_data = _share(lines, size, (elements[i].tag == _ROW for i in lines)) >= _ROWS
        of_points = tag_of(path.rpartition(SEPARATOR)[2]) in _LISTS and lines[-1] < last
        linked = _share(lines, size, (elements[i].links for i in lines)) > _LINKED
        if first < lines[0] and (of_data or of_points) and not linked:
            found[lines] = [not elements[i].hidden for i in lines]
    return found


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


def _group(path: str, holders: set[str]) -> str:
    """Give the path of the list, or of what a table stands in, directly in one of the elements.

    Empty where there is none. Whether a wrapper holds a table and nothing else is to be seen from
    all its lines.
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
