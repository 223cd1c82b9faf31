"""The labeller's network for training: the same sums as `newsarchive.cleaning.network`, in torch.

Rounding stands where the runtime rounds, and passes gradients as if it were not there (the
straight-through estimator of Bengio et al., 2013), so that what is trained is what will run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from newsarchive.cleaning.arrays import Bools, Floats, Ints
from newsarchive.cleaning.features import Table
from newsarchive.cleaning.network import DILATIONS, UNIT
from newsarchive.cleaning.place_features import SLOT_BITS
from newsarchive.cleaning.scales import GRID, TOP

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch.autograd.function import FunctionCtx

WIDTH = 48
MEANING = 16
SHARING = 6
RARE = -4.0
"""The first logit of a line's stating a field: most lines state none."""
FORGOTTEN = 0.1
"""The share of words left out while training."""
FOREIGN = 0.15
"""The share of pages read as if all their words were unknown, as in a language never met."""


GAP = max(DILATIONS)
"""Rows of zeros between two pages: as many as the widest convolution reaches."""


class Packing(NamedTuple):
    """Where the lines of pages stand among the gaps between them."""

    at: Ints
    """Each line's row."""
    inside: Bools
    """Whether each row is a line, not of a gap."""


def pack(table: Table) -> Packing:
    """Returns rows for the lines, with a gap before, between and after the pages."""
    at = np.arange(len(table.page)) + GAP * (table.page + 1)
    inside = np.zeros(len(table.page) + GAP * len(table.starts), np.bool_)
    inside[at] = True
    return Packing(at, inside)


class Batch(NamedTuple):
    """Some pages, with gaps between them that no convolution reaches across."""

    pages: int
    seen: Tensor
    """A row a line or gap: the features."""
    inside: Tensor
    at: Tensor
    """Each line's row."""
    page: Tensor
    words: Tensor
    """For each word two rows of the embedding."""
    word_rows: Tensor
    slots: Tensor
    slot_rows: Tensor

    @classmethod
    def of(cls, table: Table, shared: Floats, rows: NDArray[np.uint16]) -> Batch:
        """Returns the batch of a table; `rows` gives each bucket's row of the embedding."""
        packing = pack(table)
        features = np.concatenate([table.dense, shared], axis=1)
        seen = np.zeros((len(packing.inside), features.shape[1]), np.float32)
        seen[packing.at] = features
        lines = np.repeat(np.arange(len(table.page)), np.diff(table.bounds))
        return cls(
            pages=len(table.starts) - 1,
            seen=torch.from_numpy(seen),
            inside=torch.from_numpy(packing.inside).float()[:, None],
            at=torch.from_numpy(packing.at),
            page=torch.from_numpy(table.page),
            words=torch.from_numpy(rows[table.buckets].astype(np.int64)),
            word_rows=torch.from_numpy(packing.at[lines]),
            slots=torch.from_numpy(table.slots),
            slot_rows=torch.from_numpy(packing.at[table.slot_lines]),
        )


class _Round(torch.autograd.Function):
    """Rounds to multiples of 1/grid and cuts off; gradients pass."""

    @staticmethod
    def forward(
        _ctx: FunctionCtx, values: Tensor, grid: float, lowest: float, highest: float
    ) -> Tensor:
        return values.mul(grid).add_(0.5).floor_().div_(grid).clamp_(lowest, highest)

    @staticmethod
    def backward(_ctx: FunctionCtx, *gradients: Tensor) -> tuple[Tensor, None, None, None]:
        return gradients[0], None, None, None


class _Settle(torch.autograd.Function):
    """Rounds sums to activations, and empties the gaps; gradients pass where nothing is cut."""

    @staticmethod
    def forward(ctx: FunctionCtx, sums: Tensor, inside: Tensor) -> Tensor:
        state = sums.mul(GRID).add_(0.5).floor_().div_(GRID)
        ctx.save_for_backward((state > 0) & (state < TOP) & (inside > 0))
        return state.clamp_(0, TOP).mul_(inside)

    @staticmethod
    def backward(ctx: FunctionCtx, *gradients: Tensor) -> tuple[Tensor, None]:
        (passing,) = ctx.saved_tensors  # type: ignore[attr-defined]  # torch adds it
        return gradients[0] * passing, None


def rounded(values: Tensor, grid: float = GRID, limit: float = 1e9) -> Tensor:
    """Returns values as multiples of 1/grid, from -limit to limit."""
    result: Tensor = _Round.apply(values, grid, -limit, limit)  # type: ignore[no-untyped-call]
    return result


def settled(sums: Tensor, inside: Tensor) -> Tensor:
    """Returns the activations of sums, and 0 in the gaps."""
    result: Tensor = _Settle.apply(sums, inside)  # type: ignore[no-untyped-call]
    return result


class Layer(nn.Module):
    """A linear map whose weights are multiples of 1/128 from -2 to 2."""

    def __init__(self, inputs: int, outputs: int, gain: float = 1.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, outputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        nn.init.xavier_uniform_(self.weight, gain)

    def forward(self, values: Tensor) -> Tensor:
        """Returns the sums."""
        return values @ rounded(self.weight, UNIT, 2) + rounded(self.bias, UNIT * GRID)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Returns the weights as the runtime's whole numbers."""
        weight = rounded(self.weight.detach(), UNIT, 2) * UNIT
        bias = rounded(self.bias.detach(), UNIT * GRID) * UNIT * GRID
        return {
            f"{name}.weight": weight.numpy().astype(np.int16),
            f"{name}.bias": bias.numpy().astype(np.int32),
        }


def _stack() -> nn.ModuleList:
    return nn.ModuleList([Layer(3 * WIDTH, WIDTH, 0.5) for _ in DILATIONS])


def _shift(state: Tensor, reach: int) -> Tensor:
    padding = (0, 0, reach, 0) if reach > 0 else (0, 0, 0, -reach)
    return nn.functional.pad(state[:-reach] if reach > 0 else state[-reach:], padding)


class LineNetwork(nn.Module):
    """See `newsarchive.cleaning.network.Member`; the fields have the same names."""

    def __init__(self, features: int, rows: NDArray[np.uint16], fields: int) -> None:
        super().__init__()
        self.embedding = nn.Parameter(torch.randn(int(rows.max()) + 1, MEANING) * 0.3)
        self.enter = Layer(features + SHARING + 3 * MEANING, WIDTH)
        self.local = _stack()
        self.guess = Layer(WIDTH, 1)
        self.recall = Layer(2 * WIDTH + 2 * MEANING + 3, WIDTH)
        self.whole = _stack()
        self.decide = Layer(WIDTH, 2 + fields)
        self.decide.bias.data[2:] = RARE
        self.dropout = nn.Dropout(0.15)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Returns logits a line: body (first pass), body, subheading, and a column a field."""
        meaning, ends, count = self._embed(batch)
        seen = self.dropout(torch.cat([batch.seen, meaning, ends], 1))
        state = self._convolve(self.local, self.enter(seen), batch)
        local = self.guess(state)[:, 0]
        known = self._recollect(batch, state, meaning, count, local)
        state = self._convolve(self.whole, self.recall(self.dropout(known)), batch)
        verdict = self.decide(state)[batch.at]
        return local[batch.at], verdict[:, 0], verdict[:, 1], verdict[:, 2:]

    def _embed(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        known = torch.ones(len(self.embedding), 1)
        known[0] = 0
        embedding = rounded(self.embedding, GRID, 127 / GRID) * known
        words = nn.functional.embedding(batch.words, embedding).sum(1)
        rows = len(batch.seen)
        if self.training:
            words = words * (torch.rand(len(words), 1) > FORGOTTEN)
        sums = torch.zeros(rows, MEANING).index_add(0, batch.word_rows, words)
        count = torch.bincount(batch.word_rows, minlength=rows)
        mean = rounded(sums / count.clamp(min=1)[:, None], GRID, TOP)
        ends = torch.zeros(rows, 2 * MEANING)
        filled = torch.nonzero(count)[:, 0]
        end = torch.cumsum(count[filled], 0)
        start = end - count[filled]
        first = words[start] + words[torch.minimum(start + 1, end - 1)]
        last = words[torch.maximum(end - 2, start)] + words[end - 1]
        ends[filled] = rounded(torch.cat([first, last], 1), GRID, TOP)
        if self.training:
            spoken = torch.zeros(rows, 1)
            spoken[batch.at] = (torch.rand(batch.pages, 1) > FOREIGN).float()[batch.page]
            mean, ends = mean * spoken, ends * spoken
        return mean, ends, count

    def _convolve(self, layers: nn.ModuleList, sums: Tensor, batch: Batch) -> Tensor:
        state = settled(sums, batch.inside)
        for layer, reach in zip(layers, DILATIONS, strict=True):
            around = torch.cat([_shift(state, reach), state, _shift(state, -reach)], 1)
            state = settled(state + layer(around), batch.inside)
        return state

    def _recollect(
        self, batch: Batch, state: Tensor, meaning: Tensor, count: Tensor, local: Tensor
    ) -> Tensor:
        belief = rounded(local * 0.25 + 0.5).clamp(0, 1) * batch.inside[:, 0]
        roots = torch.floor(8 * torch.sqrt(count.clamp(max=4095) + 1.0))
        weight = (belief * GRID * roots).detach()[batch.at][:, None]
        total = torch.zeros(batch.pages, 1).index_add(0, batch.page, weight) + GRID * 8

        def page_mean(values: Tensor) -> Tensor:
            sums = torch.zeros(batch.pages, values.shape[1])
            mean = rounded(sums.index_add(0, batch.page, weight * values[batch.at]) / total)
            spread = torch.zeros_like(values)
            spread[batch.at] = mean[batch.page]
            return spread

        topic = page_mean(meaning)
        agreement = rounded(meaning * topic - 0.5 / GRID, GRID, TOP)
        cohesion = self._cohesion(batch, belief.detach())
        own = belief[:, None] * TOP
        return torch.cat([state, page_mean(state), own, cohesion, agreement, topic], 1)

    @staticmethod
    def _cohesion(batch: Batch, belief: Tensor) -> Tensor:
        said = belief[batch.slot_rows]
        sums = torch.zeros(batch.pages << SLOT_BITS).index_add(0, batch.slots, said)
        elsewhere = sums[batch.slots] - said
        rows = len(belief)
        count = torch.bincount(batch.slot_rows, minlength=rows).clamp(min=1)
        some = torch.bincount(batch.slot_rows[elsewhere >= 0.5], minlength=rows)
        often = torch.zeros(rows).index_add(0, batch.slot_rows, elsewhere.clamp(max=TOP))
        columns = [some * TOP / count, often / count]
        return torch.stack([torch.floor(column * GRID) / GRID for column in columns], 1)

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Returns what the runtime's `load_network` wants of a member."""
        embedding = rounded(self.embedding.detach(), GRID, 127 / GRID) * GRID
        embedding[0] = 0
        result: dict[str, NDArray[np.generic]] = {"embedding": embedding.numpy().astype(np.int8)}
        for name in ("enter", "guess", "recall", "decide"):
            result |= getattr(self, name).arrays(name)
        for name in ("local", "whole"):
            for layer, reach in zip(getattr(self, name), DILATIONS, strict=True):
                result |= layer.arrays(f"{name}{reach}")
        return result
