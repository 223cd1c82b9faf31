"""A small convolutional network over the lines of pages, in whole numbers.

Two passes, each a stack of dilated convolutions with residual connections (after van den Oord et
al., "WaveNet", 2016). The first looks at a line and its neighbourhood. The second also knows what
the first took for the article on the whole page, and so prefers the lines that go with it.

Activations are whole numbers from 0 to 256, for 0 to 4; weights are multiples of 1/128 from -2 to
2. Every sum is then a multiple of 1/128 and, as the weights are tested to promise, below 2**17:
exact in single precision. So the result is the same bits in whatever order a machine adds, and
however many pages are read at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsarchive.cleaning.characters import Ints
from newsarchive.cleaning.features import GRID, SLOT_BITS, TOP, Floats, Table

Doubles = NDArray[np.float64]

UNIT = 128
"""Weights are multiples of 1/128."""
FULL = GRID * TOP
"""The largest activation."""
LIMIT = 1 << 17
"""What no sum may reach."""
GAP = 16
"""Rows of zeros between two pages: as many as the widest convolution reaches."""
DILATIONS = (1, 2, 4, 8, 16)


class Layer(NamedTuple):
    """A linear map: `weight` has a row an input."""

    weight: Floats
    bias: Floats


@dataclass(frozen=True, eq=False)
class Network:
    """The weights."""

    rows: NDArray[np.uint16]
    """For each bucket of words, its row of `embedding`; row 0 is all zeros, for unknown words."""
    embedding: NDArray[np.int8]
    enter: Layer
    local: tuple[Layer, ...]
    guess: Layer
    recall: Layer
    whole: tuple[Layer, ...]
    decide: Layer


class Opinion(NamedTuple):
    """What the network says of each line: logits, positive for yes."""

    local: Floats
    """Body, from the line and its neighbourhood alone."""
    body: Floats
    subheading: Floats


class Packing(NamedTuple):
    """Where the lines of pages stand among the gaps between them."""

    at: Ints
    """Each line's row."""
    inside: Floats
    """A column: 1 for a row that is a line, 0 for one in a gap."""


def pack(table: Table) -> Packing:
    """Returns rows for the lines, with a gap before, between and after the pages."""
    at = np.arange(len(table.page)) + GAP * (table.page + 1)
    inside = np.zeros((len(table.page) + GAP * len(table.starts), 1), np.float32)
    inside[at] = 1
    return Packing(at, inside)


def read_pages(network: Network, table: Table, shared: Floats) -> Opinion:
    """Runs the network over all lines of some pages.

    Args:
        network: The weights.
        table: What was counted in the lines.
        shared: A row a line: what other files of the archive say of it.

    Returns:
        An `Opinion` with a number a line in every field.
    """
    packing = pack(table)
    meaning, ends = embed(network, table)
    seen = np.concatenate([table.dense * GRID, shared * GRID, meaning, ends], axis=1)
    state = _settle(_apply(network.enter, seen))
    state = _convolve(network.local, state, packing)
    local = _apply(network.guess, state)[:, 0]
    known = recollect(table, state, meaning, local)
    state = _settle(_apply(network.recall, known))
    state = _convolve(network.whole, state, packing)
    verdict = _apply(network.decide, state)
    unit = np.float32(1 / GRID)
    return Opinion(local * unit, verdict[:, 0] * unit, verdict[:, 1] * unit)


def embed(network: Network, table: Table) -> tuple[Floats, Floats]:
    """Looks up what the lines' words mean, each with its pair.

    Returns:
        The mean over each line's words, and side by side the sums over its first two words and
        over its last two: "Read more: …" and "… Photo: Somebody" are told by their ends.
    """
    rows = network.rows[table.buckets]
    words = network.embedding[rows[:, 0]].astype(np.int32) + network.embedding[rows[:, 1]]
    filled = np.diff(table.bounds) > 0
    start, end = table.bounds[:-1][filled], table.bounds[1:][filled]
    mean = np.zeros((len(filled), words.shape[1]), np.float32)
    ends = np.zeros((len(filled), 2 * words.shape[1]), np.float32)
    if len(start):
        sums = np.add.reduceat(words, start, axis=0)
        mean[filled] = _divide(sums, (end - start)[:, None])
        first = words[start] + words[np.minimum(start + 1, end - 1)]
        last = words[np.maximum(end - 2, start)] + words[end - 1]
        ends[filled] = np.concatenate([first, last], axis=1)
    return np.clip(mean, -FULL, FULL), np.clip(ends, -FULL, FULL)


def recollect(table: Table, state: Floats, meaning: Floats, local: Floats) -> Floats:
    """Returns the second pass's input: each line beside what the first took for the article."""
    belief = _belief(local)
    weight = belief * _ROOTS[np.minimum(np.diff(table.bounds), len(_ROOTS) - 1)]
    total = _page_sums(table, weight[:, None])[:, 0] + GRID * 8
    article = _divide(_page_sums(table, weight[:, None] * state), total[:, None])
    topic = _divide(_page_sums(table, weight[:, None] * meaning), total[:, None])[table.page]
    agreement = np.clip(np.floor(meaning * topic / GRID), -FULL, FULL)
    columns: list[Floats | Doubles] = [
        state,
        article[table.page],
        belief[:, None] * 4,
        *_cohesion(table, belief),
        agreement,
        topic,
    ]
    return np.concatenate(columns, axis=1).astype(np.float32)


_ROOTS = np.floor(8 * np.sqrt(np.arange(1.0, 4097.0)))


def _belief(logit: Floats) -> Doubles:
    """A probability in 1/64, by a straight line in place of the logistic curve."""
    return np.clip(np.floor(logit.astype(np.float64) / 4 + GRID / 2 + 0.5), 0, GRID)


def _cohesion(table: Table, belief: Doubles) -> list[Doubles]:
    """How many of a line's long words, and how often, stand in other lines of the article."""
    said = belief[table.slot_lines]
    slots = (len(table.starts) - 1) << SLOT_BITS
    elsewhere = np.bincount(table.slots, weights=said, minlength=slots)[table.slots] - said
    lines = len(table.page)
    count = np.maximum(np.bincount(table.slot_lines, minlength=lines), 1)
    some = np.bincount(table.slot_lines[elsewhere >= GRID / 2], minlength=lines)
    often = np.bincount(table.slot_lines, weights=np.minimum(elsewhere, FULL), minlength=lines)
    return [np.floor(some * FULL / count)[:, None], np.floor(often / count)[:, None]]


def _page_sums(table: Table, values: Doubles) -> Doubles:
    """Sums over each page's lines; exact, since all values are whole."""
    sums = np.zeros((len(table.page) + 1, values.shape[1]))
    np.cumsum(values, axis=0, out=sums[1:])
    return sums[table.starts[1:]] - sums[table.starts[:-1]]


def _divide(sums: Doubles | Ints, count: Doubles | Ints) -> Doubles:
    return np.floor(sums / count + 0.5)


def _apply(layer: Layer, values: Floats) -> Floats:
    return values @ layer.weight + layer.bias


def _settle(sums: Floats) -> Floats:
    """Returns activations of sums: rounded, and cut off below 0 and above the largest."""
    sums += np.float32(0.5)
    np.floor(sums, out=sums)
    return np.clip(sums, 0, FULL, out=sums)


def _convolve(layers: tuple[Layer, ...], state: Floats, packing: Packing) -> Floats:
    """Returns the activations after a stack of convolutions, each added to what came before."""
    width = state.shape[1]
    rows = np.zeros((len(packing.inside), width), np.float32)
    rows[packing.at] = state
    inner = slice(GAP, len(rows) - GAP)
    for layer, reach in zip(layers, DILATIONS, strict=True):
        sums = rows[inner] @ layer.weight[width : 2 * width]
        sums += rows[GAP - reach : len(rows) - GAP - reach] @ layer.weight[:width]
        sums += rows[GAP + reach : len(rows) - GAP + reach] @ layer.weight[2 * width :]
        sums += layer.bias
        sums += rows[inner]
        rows[inner] = _settle(sums) * packing.inside[inner]
    return rows[packing.at]


def load_network(arrays: Mapping[str, NDArray[Any]]) -> Network:
    """Returns the network that a weights file holds."""

    def layer(name: str) -> Layer:
        weight, bias = arrays[f"{name}.weight"], arrays[f"{name}.bias"]
        unit = np.float32(1 / UNIT)
        return Layer(weight.astype(np.float32) * unit, bias.astype(np.float32) * unit)

    def stack(name: str) -> tuple[Layer, ...]:
        return tuple(layer(f"{name}{reach}") for reach in DILATIONS)

    return Network(
        arrays["rows"], arrays["embedding"], layer("enter"), stack("local"), layer("guess"),
        layer("recall"), stack("whole"), layer("decide"),
    )  # fmt: skip
