"""What a page's tree and its text say about each line, as numbers.

Every line is measured by itself (`tree_text`, `tree_names`), in the elements that hold it, beside
its neighbours and in the page; and from where the article seems to stand: the headline, and the
element with most prose in it, weighed by what elements are called. Scoring elements by the prose
under them, fading with distance, is Readability's idea (https://github.com/mozilla/readability).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from newsarchive.cleaning.arrays import Bools, Doubles, Ints
from newsarchive.cleaning.tree_names import REGIONS, Names, read_names
from newsarchive.cleaning.tree_paths import Elements, kind_of
from newsarchive.cleaning.tree_text import COLUMN, count_text
from newsarchive.loading.webpages.tree import SEPARATOR
from newsarchive.model import Document, Element

PROSE = 10  # words from which a line with few links counts as prose
DECAY = (1.0, 0.6, 0.3, 0.1)  # how much of a line's prose counts for each element above it
UNLIKELY = {"comments": 0.1, "aside": 0.3, "caption": 0.3}
"""How much a line's prose counts for the article where an element around it is called so."""


class Sizes(Struct, frozen=True, eq=False):
    """What the lines bring into the elements that hold them: an entry a line."""

    chars: Doubles
    linked: Doubles
    """Characters that are links."""
    prose: Doubles
    """Characters, where the line reads like prose; else 0."""
    weight: Doubles
    """Characters of prose, weighed by how likely their place is to be the article."""


def features(document: Document) -> Doubles:
    """Measure each line of a page.

    Returns:
        (lines, features), each line's row a function of its page alone.
    """
    texts, elements = document.text.split("\n"), document.elements
    exact = Elements([element.path for element in elements])
    kinds = Elements([kind_of(element.path) for element in elements])
    text, names = count_text(texts, elements), read_names(exact)
    first = headline(elements)
    others = np.zeros(len(texts))
    others[other_headlines(texts, elements, first)] = 1.0
    others = others.cumsum()
    sizes = _sizes(text, names, elements, (np.arange(len(texts)) < first, others > 0))
    return np.concatenate(
        [
            text,
            names.table(),
            _level_features(exact, sizes),
            _level_features(kinds, sizes),
            _place_features(exact, sizes),
            _place_features(kinds, sizes),
            _headline_features(exact, first, others),
            _page_features(text, names, sizes),
            _neighbour_features(text, sizes.prose, exact),
        ],
        axis=1,
    )


def headline(elements: Sequence[Element]) -> int:
    """Find the line of the headline: a heading that the page's records state; -1 if none."""
    told = [i for i, element in enumerate(elements) if element.told == "headline"]
    headings = [i for i, element in enumerate(elements) if element.tag == "h1"]
    both = [i for i in told if elements[i].tag.startswith("h")]
    return next(iter(both or headings or told), -1)


def other_headlines(texts: Sequence[str], elements: Sequence[Element], first: int) -> list[int]:
    """Find the headlines of further articles, on pages that load one under the other.

    They are elements like the headline, in another element like the one around it, with another
    text. A page's own second heading stands in the same element as its first.
    """
    if first < 0:
        return []
    path, around, text = elements[first].path, _around(elements[first]), texts[first]
    kind = kind_of(path)
    return [
        line
        for line in range(first + 1, len(elements))
        if texts[line] != text
        and _around(elements[line]) != around
        and kind_of(elements[line].path) == kind
    ]


def _around(element: Element) -> str:
    return element.path.rpartition(SEPARATOR)[0]


def _sizes(
    text: Doubles, names: Names, elements: Sequence[Element], outside: tuple[Bools, Bools]
) -> Sizes:
    """Tell prose from other lines, and weigh it as a first guess of the article.

    Args:
        text: what is counted in the lines.
        names: what the elements around them are called.
        elements: theirs.
        outside: which lines stand above the headline, and which below another one.
    """
    chars, links = text[:, COLUMN["size"]], text[:, COLUMN["links"]]
    prose = np.where((text[:, COLUMN["words"]] >= PROSE) & (links < 0.5), chars, 0.0)
    before, after = outside
    weight = prose * (1 - links) ** 2 / text[:, COLUMN["copies"]]
    for group, share in UNLIKELY.items():
        weight = weight * np.where(names.called(group) > 0, share, 1.0)
    weight = weight * np.where([element.tag in ("li", "td") for element in elements], 0.4, 1.0)
    weight = weight * np.where(text[:, COLUMN["hidden"]] > 0, 0.2, 1.0)
    weight = weight * np.where(before, 0.3, 1.0) * np.where(after, 0.1, 1.0)
    weight = weight * np.where(names.marked[:, 0] > 0, 3.0, 1.0)
    return Sizes(chars, chars * links, prose, weight)


def _level_features(tree: Elements, sizes: Sizes) -> Doubles:
    """Measure the elements around each line: size, links, prose, and the line's place in them."""
    lines = np.arange(len(sizes.chars))
    measured = [sizes.chars, sizes.linked, sizes.prose, sizes.prose > 0, np.ones(len(lines))]
    chars, linked, prose, prosy, count = tree.held(np.stack(measured, axis=1)).T
    first = tree.first()
    table = np.stack(
        [
            count,
            linked / np.maximum(chars, 1.0),
            prose / max(prose[0], 1.0),
            prosy / np.maximum(count, 1.0),
            chars / np.maximum(count, 1.0),
        ],
        axis=1,
    )
    levels = [table[tree.block]]
    for level in range(4):
        node = tree.above[:, level]
        levels += [table[node], ((lines - first[node]) / np.maximum(count[node], 1.0))[:, None]]
    return np.concatenate(levels, axis=1)


def _scores(tree: Elements, weight: Doubles) -> Doubles:
    """Score each element by the prose right under it, fading with distance: (nodes,)."""
    scores = np.zeros(len(tree.steps))
    for level, decay in enumerate(DECAY):
        np.add.at(scores, tree.above[:, level], decay * weight)
    return scores


def _place_features(tree: Elements, sizes: Sizes) -> Doubles:
    """Tell how far each line is from the element that seems to hold the article."""
    weight = sizes.weight
    held = tree.held(np.stack([weight, sizes.chars, sizes.linked], axis=1))
    scores = _scores(tree, weight) * (1 - held[:, 2] / np.maximum(held[:, 1], 1.0))
    best = int(scores.argmax())
    half = _deepest(tree, held[:, 0], 0.5)
    most = _deepest(tree, held[:, 0], 0.8)
    own = scores[tree.above[:, 0]] / max(scores.max(), 1.0)
    columns: list[Doubles | Ints] = [own, scores[tree.above[:, 1]] / max(scores.max(), 1.0)]
    depth = tree.depth()
    for node in (best, half, most):
        shared = tree.shared(node)
        columns += [tree.depths[node] - shared, depth - shared]
    columns.append(np.full(len(weight), scores[best] / max(weight.sum(), 1.0)))
    return np.stack(columns, axis=1).astype(np.float64)


def _deepest(tree: Elements, held: Doubles, share: float) -> int:
    """Find the deepest element that holds a share of all weight."""
    node = 0
    for inner in range(1, len(held)):  # children come after their parents
        if tree.parents[inner] == node and held[inner] >= share * held[0]:
            node = inner
    return node


def _headline_features(tree: Elements, first: int, others: Doubles) -> Doubles:
    """Tell how far each line is from the headline, and whether another headline came between."""
    lines = np.arange(len(others))
    if first < 0:
        return np.zeros((len(lines), 5))
    shared = tree.shared(int(tree.block[first]))
    return np.stack(
        [
            lines - first,
            tree.depths[tree.block[first]] - shared,
            tree.depth() - shared,
            others,
            np.full(len(lines), others[-1]),
        ],
        axis=1,
    ).astype(np.float64)


def _page_features(text: Doubles, names: Names, sizes: Sizes) -> Doubles:
    """Measure the page, and where in it each line stands."""
    count = len(text)
    prose, weight = sizes.prose, sizes.weight
    total, weights = max(prose.sum(), 1.0), max(weight.sum(), 1.0)
    lines = np.arange(count)
    constant = [
        count,
        total,
        (prose * text[:, COLUMN["told as body"]]).sum() / total,
        (prose * names.marked[:, 0]).sum() / total,
        (prose * (names.regions[:, REGIONS.index("article")] > 0)).sum() / total,
    ]
    return np.stack(
        [
            lines / count,
            prose.cumsum() / total,
            weight.cumsum() / weights,
            *(np.full(count, value) for value in constant),
        ],
        axis=1,
    )


def _neighbour_features(text: Doubles, prose: Doubles, tree: Elements) -> Doubles:
    """Repeat what the lines before and after are like."""
    columns = []
    links = text[:, COLUMN["links"]]
    for values in (text[:, COLUMN["words"]], links, text[:, COLUMN["ended"]], prose):
        columns += beside(values, 3)
    for reach in (5, 15):
        columns += [around(prose, reach), around(links, reach)]
    parent = np.pad(tree.above[:, 0], 1, constant_values=-1)
    columns += [parent[1:-1] == parent[:-2], parent[1:-1] == parent[2:]]
    return np.stack(columns, axis=1).astype(np.float64)


def beside(values: Doubles, reach: int) -> list[Doubles]:
    """Give the values of the lines up to `reach` before and after each line; -1 beyond the page."""
    padded = np.pad(values, reach, constant_values=-1.0)
    size = len(values)
    return [padded[by : by + size] for by in range(2 * reach + 1) if by != reach]


def around(values: Doubles, reach: int) -> Doubles:
    """Add up the values of each line and those up to `reach` beside it."""
    sums = np.concatenate([np.zeros(reach + 1), values.cumsum()])
    sums = np.pad(sums, (0, reach), mode="edge")
    near: Doubles = sums[2 * reach + 1 :] - sums[: len(values)]
    return near
