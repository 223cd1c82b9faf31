"""A page's elements, read back from the paths of its lines, and what they hold together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from newsarchive.cleaning.arrays import Doubles, Ints
from newsarchive.loading.webpages.tree import INLINE, SEPARATOR

Number = TypeVar("Number", np.float64, np.intp)

NUMBERED = re.compile(r":[0-9]+(?= > |\Z)|#[^.\[ >:]*[0-9][^.\[ >:]*")
_TAG_END = re.compile(r"[#.\[:]")
WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]+")
LEVELS = 5
"""How many elements above a line's own block are measured."""


@lru_cache(maxsize=10_000)
def kind_of(path: str) -> str:
    """Give the path that all elements of a kind share: without numbers and numbered names.

    >>> kind_of("body > div#story-17.text:2 > p")
    'body > div.text > p'
    """
    return NUMBERED.sub("", path)


@lru_cache(maxsize=10_000)
def tag_of(step: str) -> str:
    """Give the tag of a step.

    >>> tag_of("div#main.story[role=main]")
    'div'
    """
    return _TAG_END.split(step, maxsplit=1)[0]


class Elements:
    """The elements that hold a page's lines: a tree of nodes, numbered from the outside in.

    Node 0 stands for the page. `inner[i]` is the innermost element of line i, `block[i]` the
    innermost that is no inline one, `above[i, k]` the element k levels over that.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.steps: list[str] = [""]
        self.parents: list[int] = [0]
        self.depths: list[int] = [0]
        self._inline: list[bool] = [True]
        self._numbers: dict[tuple[int, str], int] = {}
        known = {path: self._nodes(path) for path in dict.fromkeys(paths)}
        table: Ints = np.array([known[path] for path in paths], dtype=np.intp)
        self.inner, self.block, self.above = table[:, 0], table[:, 1], table[:, 2:]
        depths = np.array(self.depths)
        self.parent: Ints = np.array(self.parents, dtype=np.intp)
        self._layers = [np.flatnonzero(depths == depth) for depth in range(1, depths.max() + 1)]

    def _nodes(self, path: str) -> list[int]:
        """Give a path's innermost node, its innermost block, and the nodes above that."""
        node, chain, block = 0, [0], 0
        for step in path.split(SEPARATOR):
            number = self._numbers.get((node, step))
            if number is None:
                number = self._numbers[node, step] = len(self.steps)
                self.steps.append(step)
                self.parents.append(node)
                self.depths.append(len(chain))
                self._inline.append(tag_of(step) in INLINE)
            node = number
            chain.append(node)
            if not self._inline[node]:
                block = len(chain) - 1
        block = block or len(chain) - 1
        return [node, chain[block], *(chain[max(1, block - k)] for k in range(1, LEVELS + 1))]

    def held(self, values: Doubles) -> Doubles:
        """Add up lines' values, (lines, kinds), over each element: (nodes, kinds)."""
        sums = np.zeros((len(self.steps), values.shape[1]))
        np.add.at(sums, self.block, values)
        for layer in reversed(self._layers):
            np.add.at(sums, self.parent[layer], sums[layer])
        return sums

    def first(self) -> Ints:
        """Give each element's first line: (nodes,)."""
        found = np.full(len(self.steps), len(self.block))
        np.minimum.at(found, self.block, np.arange(len(self.block)))
        for layer in reversed(self._layers):
            np.minimum.at(found, self.parent[layer], found[layer])
        return found

    def down(self, values: NDArray[Number]) -> NDArray[Number]:
        """Add to each element's values those of all elements around it: (nodes, ...)."""
        sums = values.copy()
        for layer in self._layers:
            sums[layer] += sums[self.parent[layer]]
        return sums

    def shared(self, node: int) -> Ints:
        """Count how many of a node and the elements around it hold each line too: (lines,)."""
        around = np.zeros(len(self.steps), dtype=np.intp)
        while node > 0:
            around[node] = 1
            node = self.parents[node]
        return self.down(around)[self.block]

    def depth(self) -> Ints:
        """Count the elements around each line: (lines,)."""
        return np.array(self.depths, dtype=np.intp)[self.block]
