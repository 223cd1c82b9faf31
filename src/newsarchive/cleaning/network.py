"""Small convolutional networks over the lines of pages, in whole numbers.

Networks alike, trained with other seeds, judge together: each errs in its own way, and the mean of
what they say counts. Each makes two passes, each a stack of dilated convolutions with residual
connections (after van den Oord et al., "WaveNet", 2016). The first looks at a line and its
neighbourhood. The second also knows what the first took for the article on the whole page, and so
prefers the lines that go with it.

Activations are whole numbers from 0 to 256, for 0 to 4; weights are multiples of 1/128 from -2 to
2. Every sum is then a multiple of 1/128 and, as the weights are tested to promise, below 2**17:
exact in single precision. So the result is the same bits in whatever order a machine adds, and
however many pages are read at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from newsarchive.cleaning.arrays import Doubles, Floats, Ints
from newsarchive.cleaning.features import Table
from newsarchive.cleaning.place_features import SLOT_BITS
from newsarchive.cleaning.scales import GRID, TOP

UNIT = 128
"""Weights are multiples of 1/128."""
FULL = GRID * TOP
"""The largest activation."""
LIMIT = 1 << 17
"""What no sum may reach."""
DILATIONS = (1, 2, 4, 8, 16)
FIELDS = ("title", "date", "authors")
"""What a line may state beside the body."""


class Layer(NamedTuple):
    """A linear map: `weight` has a row an input."""

    weight: Floats
    bias: Floats


Convolution = Floats
"""A linear map of a line and of two lines as far above and below it: a row an output.

Its columns are the inputs of the line above, of the line itself and of the line below, and a last
one whose input is 1. What the line holds already is added (1 in the diagonal of its part), and a
half, to round.
"""


class Member(NamedTuple):
    """The weights of one of the networks that judge together."""

    embedding: NDArray[np.int16]
    enter: Layer
    local: tuple[Convolution, ...]
    guess: Layer
    recall: Layer
    whole: tuple[Convolution, ...]
    decide: Layer


class Network(Struct, frozen=True, eq=False):
    """Networks alike but for the lot that their training drew; the mean of what they say counts."""

    rows: NDArray[np.uint16]
    """For each bucket of words, its row of an `embedding`; row 0 is all zeros: unknown words."""
    members: tuple[Member, ...]


class Opinion(NamedTuple):
    """What the network says of each line: logits, positive for yes."""

    local: Floats
    """Body, from the line and its neighbourhood alone."""
    body: Floats
    subheading: Floats
    fields: Floats
    """A row a field of `FIELDS`: whether the line states it. No row if that was not learned."""


Crossings = tuple[Ints, ...]
"""For each of the `DILATIONS`, the lines as far below which another page goes on."""


def read_pages(network: Network, table: Table, shared: Floats) -> Opinion:
    """Run the network over all lines of some pages.

    Args:
        network: the weights.
        table: what was counted in the lines.
        shared: a row a line: what other files of the archive say of it.

    Returns:
        An `Opinion` with a number a line in every field.
    """
    crossings = tuple(
        np.flatnonzero(table.page[:-reach] != table.page[reach:]) for reach in DILATIONS
    )
    counted = np.concatenate([table.dense, shared], axis=1) * np.float32(GRID)
    rows = network.rows[table.buckets]
    said = [_ask(member, table, crossings, counted, rows) for member in network.members]
    mean = np.sum(said, axis=0) / np.float32(GRID * len(said))
    return Opinion(mean[0], mean[1], mean[2], mean[3:])


def _ask(
    member: Member, table: Table, crossings: Crossings, counted: Floats, rows: NDArray[np.uint16]
) -> Floats:
    """Give what a member says: a row for each row of an `Opinion`."""
    meaning, ends = embed(member.embedding, rows, table.bounds)
    entering = _apply(member.enter, np.concatenate([counted, meaning, ends], axis=1))
    state = _convolve(member.local, entering, crossings)
    local = _apply(member.guess, state)[:, 0]
    known = recollect(table, state, meaning, local)
    state = _convolve(member.whole, _apply(member.recall, known), crossings)
    verdict = _apply(member.decide, state)
    return np.concatenate([local[None], verdict.T])


def embed(
    embedding: NDArray[np.int16], rows: NDArray[np.uint16], bounds: Ints
) -> tuple[Floats, Floats]:
    """Look up what the lines' words mean, each with its pair.

    Args:
        embedding: what each known word means.
        rows: for each word, the rows of the embedding of itself and of its pair.
        bounds: each line's first word, and the number of words at the end.

    Returns:
        The mean over each line's words, and side by side the sums over its first two words and
        over its last two: "Read more: …" and "… Photo: Somebody" are told by their ends.
    """
    words = embedding.take(rows[:, 0], axis=0)
    words += embedding.take(rows[:, 1], axis=0)
    filled = np.diff(bounds) > 0
    start, end = bounds[:-1][filled], bounds[1:][filled]
    mean = np.zeros((len(filled), words.shape[1]), np.float32)
    ends = np.zeros((len(filled), 2 * words.shape[1]), np.float32)
    if len(start):
        sums = np.add.reduceat(words, start, axis=0, dtype=np.int32)
        mean[filled] = _divide(sums, (end - start)[:, None])
        first = words[start] + words[np.minimum(start + 1, end - 1)]
        last = words[np.maximum(end - 2, start)] + words[end - 1]
        ends[filled] = np.concatenate([first, last], axis=1)
    return np.clip(mean, -FULL, FULL), np.clip(ends, -FULL, FULL)


def recollect(table: Table, state: Floats, meaning: Floats, local: Floats) -> Floats:
    """Give the second pass's input: each line beside what the first took for the article."""
    belief = _belief(local)
    weight = belief * _ROOTS[np.minimum(np.diff(table.bounds), len(_ROOTS) - 1)]
    width = state.shape[1]
    sums = _page_sums(table, weight, np.concatenate([state, meaning], axis=1))
    total = np.bincount(table.page, weight, len(table.starts) - 1) + GRID * 8
    means = _divide(sums, total[:, None]).astype(np.float32)
    article, topic = means[table.page, :width], means[table.page, width:]
    agreement = np.clip(np.floor(meaning * topic / np.float32(GRID)), -FULL, FULL)
    own = np.stack([belief * 4, *_cohesion(table, belief)], axis=1).astype(np.float32)
    return np.concatenate([state, article, own, agreement, topic], axis=1)


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
    return [np.floor(some * FULL / count), np.floor(often / count)]


def _page_sums(table: Table, weight: Doubles, values: Floats) -> Doubles:
    """Weighted sums over each page's lines; exact, since all are whole and below 2**53."""
    doubles = values.astype(np.float64)
    stretches = pairwise(table.starts.tolist())
    return np.stack([weight[start:end] @ doubles[start:end] for start, end in stretches])


def _divide(sums: Doubles | Ints, count: Doubles | Ints) -> Doubles:
    return np.floor(sums / count + 0.5)


def _apply(layer: Layer, values: Floats) -> Floats:
    return values @ layer.weight + layer.bias


def _convolve(layers: tuple[Convolution, ...], entering: Floats, crossings: Crossings) -> Floats:
    """Give the activations after a stack of convolutions, each added to what came before.

    Within, a line is a column: what is done to one field of all lines is done to neighbours in
    memory, which takes half the time.
    """
    state = np.add(entering.T, np.float32(0.5), order="C")
    fields, lines = state.shape
    stacked = np.empty((3 * fields + 1, lines), np.float32)  # fresh memory costs time
    above, here, below, ones = np.split(stacked, [fields, 2 * fields, 3 * fields])
    ones[:] = 1
    for layer, reach, crossing in zip(layers, DILATIONS, crossings, strict=True):
        np.clip(np.floor(state, out=state), 0, FULL, out=here)
        above[:, reach:], above[:, :reach] = here[:, :-reach], 0
        below[:, :-reach], below[:, -reach:] = here[:, reach:], 0
        above[:, crossing + reach], below[:, crossing] = 0, 0
        np.matmul(layer, stacked, out=state)
    return np.clip(np.floor(state, out=state), 0, FULL, out=state).T


def load_network(arrays: Mapping[str, NDArray[Any]]) -> Network:
    """Give the network that a weights file holds."""
    numbers = range(sum(name.endswith("embedding") for name in arrays))
    return Network(arrays["rows"], tuple(_load_member(arrays, f"{n}.") for n in numbers))


def _load_member(arrays: Mapping[str, NDArray[Any]], prefix: str) -> Member:
    def layer(name: str) -> Layer:
        weight, bias = arrays[f"{prefix}{name}.weight"], arrays[f"{prefix}{name}.bias"]
        unit = np.float32(1 / UNIT)
        return Layer(weight.astype(np.float32) * unit, bias.astype(np.float32) * unit)

    def stack(name: str) -> tuple[Convolution, ...]:
        return tuple(_convolution(layer(f"{name}{reach}")) for reach in DILATIONS)

    return Member(
        arrays[f"{prefix}embedding"].astype(np.int16), layer("enter"), stack("local"),
        layer("guess"), layer("recall"), stack("whole"), layer("decide"),
    )  # fmt: skip


def _convolution(layer: Layer) -> Convolution:
    above, here, below = np.split(layer.weight, 3)
    unchanged = np.eye(len(here), dtype=np.float32)
    half = layer.bias[None] + np.float32(0.5)
    return np.ascontiguousarray(np.concatenate([above, here + unchanged, below, half]).T)
