"""A page's elements, read back from the paths of its lines, and what they hold together."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

SEPARATOR = " > "
NUMBERED = re.compile(r":[0-9]+(?= > |\Z)|#[^.\[ >:]*[0-9][^.\[ >:]*")
WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]+")
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp"
    " rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
LEVELS = 5
"""How many elements above a line's own block are measured."""


def kind_of(path: str) -> str:
    """Give the path that all elements of a kind share: without numbers and numbered names.

    >>> kind_of("body > div#story-17.text:2 > p")
    'body > div.text > p'
    """
    return NUMBERED.sub("", path)


def tag_of(step: str) -> str:
    """Give the tag of a step.

    >>> tag_of("div#main.story[role=main]")
    'div'
    """
    return re.split(r"[#.\[:]", step, maxsplit=1)[0]


class Elements:
    """The elements that hold a page's lines: a tree of nodes, numbered from the outside in.

    `block[i]` is the innermost block of line i, `above[i, k]` the element k levels over it.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.steps: list[str] = [""]
        self.parents: list[int] = [-1]
        self._numbers: dict[tuple[int, str], int] = {}
        distinct = {path: self._chain(path) for path in dict.fromkeys(paths)}
        self.chains = [distinct[path] for path in paths]
        self.block: Ints = np.array([chain[-1] for chain in self.chains], dtype=np.intp)
        rows = {
            path: [chain[max(0, len(chain) - 2 - k)] for k in range(LEVELS)]
            for path, chain in distinct.items()
        }
        self.above: Ints = np.array([rows[path] for path in paths], dtype=np.intp)

    def _chain(self, path: str) -> list[int]:
        """Give the nodes from the body down to a path's innermost block."""
        steps = path.split(SEPARATOR)
        while len(steps) > 1 and tag_of(steps[-1]) in INLINE:
            steps.pop()
        node, chain = 0, []
        for step in steps:
            key = (node, step)
            if key not in self._numbers:
                self._numbers[key] = len(self.steps)
                self.steps.append(step)
                self.parents.append(node)
            node = self._numbers[key]
            chain.append(node)
        return chain

    def held(self, values: Floats) -> Floats:
        """Add up lines' values, (lines, kinds), over each element: (nodes, kinds)."""
        sums = np.zeros((len(self.steps), values.shape[1]))
        np.add.at(sums, self.block, values)
        for node in range(len(self.steps) - 1, 0, -1):
            sums[self.parents[node]] += sums[node]
        return sums

    def first(self) -> Ints:
        """Give each element's first line: (nodes,)."""
        found = np.full(len(self.steps), len(self.block))
        for line in range(len(self.block) - 1, -1, -1):
            found[self.chains[line]] = line
        return found

    def shared(self, node: int) -> Ints:
        """Count how many of the elements around a node hold each line too: (lines,)."""
        around = set()
        while node > 0:
            around.add(node)
            node = self.parents[node]
        return np.array([sum(n in around for n in chain) for chain in self.chains])

    def depth(self, node: int) -> int:
        """Count the elements from the body down to a node."""
        count = 0
        while node > 0:
            count, node = count + 1, self.parents[node]
        return count
