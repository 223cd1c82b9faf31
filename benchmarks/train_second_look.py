"""Trains the forests that judge once more the lines that no rule knows.

    python benchmarks/train_second_look.py KIT --labellers FOLDER [--write]

KIT and FOLDER are those of `train_finders.py`. A line's features come from what networks say that
have not seen its publisher, as they will of publishers that nobody knows. For each fold a forest is
trained without its publishers and laid beside its networks, `0-look.npz` to `4-look.npz`, and the
figures are printed with the rules alone and with the second look. With `--write` the forest of all
pages is kept. Needs lightgbm, which newsarchive itself does not.

The finders, by whose statements some rules go, are those that are shipped.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from boosting import SAME_EVERYWHERE, flatten
from folds import FOLDS, has_body
from gold_lines import GoldLines, Shingles, agreement, find_gold_lines, gold_shingles
from judged_pages import JudgedPage, judged_pages, use_forest
from newsarchive.cleaning import rule, second_look
from newsarchive.cleaning.arrays import Doubles
from newsarchive.cleaning.surroundings import Asked, measure

TREES = 60
SEEDS = (1, 2, 3)
"""Forests that judge together: each errs in its own way."""
SETTINGS: dict[str, Any] = {
    **SAME_EVERYWHERE,
    "objective": "binary",
    "learning_rate": 0.15,
    "num_leaves": 15,
    "max_depth": 7,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 20,
}
Arrays = dict[str, NDArray[Any]]


class Example(Struct, frozen=True, eq=False):
    """A page whose lines are ruled, and what is right."""

    judged: JudgedPage
    ruled: second_look.Ruled
    asked: Asked
    measured: Doubles
    gold: GoldLines
    shingles: list[Shingles]

    @property
    def right(self) -> Doubles:
        """Whether each of the lines asked after is of the article."""
        return np.array(self.gold.body, dtype=np.float64)[self.asked.lines]

    @property
    def weight(self) -> Doubles:
        """What each of them counts: its part of the page; a stand-first is right either way."""
        size = np.array([max(len(line.text), 1) for line in self.judged.lines], dtype=np.float64)
        counts: Doubles = np.where(self.gold.either, 0.0, 100 * size / size.sum())
        return counts[self.asked.lines]

    def f1(self, body: Sequence[bool]) -> float:
        """How well a choice of lines agrees with the gold."""
        lines = zip(self.judged.lines, body, strict=True)
        return agreement([line for line, taken in lines if taken], self.shingles)


def examples_of(pages: Iterable[JudgedPage]) -> list[Example]:
    """Returns the pages whose body is known, as the rules leave them."""
    return [_example(judged) for judged in pages if has_body(judged.gold, judged.style)]


def _example(judged: JudgedPage) -> Example:
    ruled = rule(judged.document, judged.lines, judged.verdicts)
    asked = second_look.asked_of(ruled)
    gold = find_gold_lines(judged.lines, judged.gold)
    return Example(judged, ruled, asked, measure([asked]), gold, gold_shingles(judged.gold))


def fit(examples: Sequence[Example]) -> Arrays:
    """Returns the forest that is trained on some pages, as the arrays of a weights file."""
    asked = [each for each in examples if each.asked.lines]
    table = lightgbm.Dataset(
        np.concatenate([each.measured for each in asked]).astype(np.float32),
        np.concatenate([each.right for each in asked]),
        weight=np.concatenate([each.weight for each in asked]),
        free_raw_data=False,
    )
    return flatten(*[lightgbm.train({**SETTINGS, "seed": seed}, table, TREES) for seed in SEEDS])


def cross_validate(examples: Sequence[Example], labellers: Path) -> None:
    """Trains a forest for each fold and prints what it does to the pages of the fold."""
    scores = defaultdict[tuple[str, str, bool], list[tuple[float, float]]](list)
    for fold in range(FOLDS):
        arrays = fit([each for each in examples if each.judged.fold != fold])
        np.savez_compressed(labellers / f"{fold}-look.npz", allow_pickle=False, **arrays)
        use_forest(labellers, fold)
        for each in examples:
            judged, ruled = each.judged, each.ruled
            if judged.fold == fold:
                (again,) = second_look.look_again([ruled])
                then = replace(ruled, known={**again, **ruled.known})
                both = each.f1(each.asked.body), each.f1(second_look.article_of(then))
                scores[judged.gold["set"], judged.style, judged.alone].append(both)
    print("set      style  read      pages    rules alone      second look")
    for (kind, style, alone), found in scores.items():
        means, high = np.mean(found, axis=0), np.mean(np.array(found) >= 0.95, axis=0)
        read = "alone" if alone else "together"
        row = f"{kind:8} {style:6} {read:8} {len(found):6}"
        print(row, *(f"   {f1:.4f} {share:.3f}" for f1, share in zip(means, high, strict=True)))


def main() -> None:
    """Trains, cross-validates and writes as asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--labellers", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = examples_of(judged_pages(options.kit, options.labellers))
    print(
        f"{len(examples)} pages, {sum(len(each.asked.lines) for each in examples)} lines",
        flush=True,
    )
    cross_validate(examples, options.labellers)
    if options.write:
        target = Path(second_look.__file__).with_name("second_look.npz")
        np.savez_compressed(target, allow_pickle=False, **fit(examples))
        print(target.name, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
