"""Train the forest that judges lines by a page's tree: `python benchmarks/train_tree.py KIT HTML`.

KIT holds gold.jsonl (one page a line: id, split_key, set, body blocks, lead), HTML the pages as
ID.html.gz. Prints cross-validated figures over publishers and, with `--write`, trains on all pages
and writes src/newsarchive/cleaning/tree.npz. Needs lightgbm, which newsarchive itself does not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import unicodedata
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from boosting import SAME_EVERYWHERE, flatten
from newsarchive.cleaning import tree as judged
from newsarchive.cleaning.arrays import Doubles
from newsarchive.cleaning.forest import Forest, read_forest
from newsarchive.cleaning.tree_features import features
from newsarchive.loading.decoding import decode
from newsarchive.loading.webpages.html import declared_charset, page_document
from newsarchive.model import Document

FOLDS = 5
TREES = 120
SETTINGS: dict[str, Any] = {
    **SAME_EVERYWHERE,
    "objective": "cross_entropy",
    "learning_rate": 0.1,
    "num_leaves": 12,
    "max_depth": 6,
    "min_data_in_leaf": 80,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 20,
    "seed": 1,
}
ALONE = r"\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f"  # characters of scripts without blanks
TOKEN = re.compile(rf"[{ALONE}]|[^\W{ALONE}]+")


class Page(Struct, frozen=True, eq=False):
    """A page with what is measured and what is right."""

    document: Document
    measured: Doubles
    right: Doubles
    """The share of each line that is the article's."""
    weight: Doubles
    fold: int
    gold: list[str]
    """The article's text, without and with its lead."""


def tokens(text: str) -> list[str]:
    """Split a text into words, and into characters where a script has no blanks."""
    return TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count runs of four words."""
    words = tokens(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def share_of(part: Counter[tuple[str, ...]], whole: Counter[tuple[str, ...]]) -> float:
    """Give the share of a part's shingles that the whole holds."""
    return sum((part & whole).values()) / max(1, sum(part.values()))


def align(lines: list[str], gold: list[str], blocks: set[str]) -> Doubles:
    """Tell how much of each line is the article's.

    Of lines that stand twice on the page, the one counts that has more of the article around it.
    """
    left = shingles(gold[-1])
    counted = [shingles(line) for line in lines]
    long = [len(tokens(line)) >= 4 for line in lines]
    cover = np.array(
        [
            share_of(own, left) if many else float(" ".join(tokens(line)) in blocks)
            for line, own, many in zip(lines, counted, long, strict=True)
        ]
    )
    size = np.array([len(line) for line in lines], dtype=np.float64)
    near = np.convolve(cover * size, np.ones(11))[5 : 5 + len(lines)]
    right = np.zeros(len(lines))
    for i in np.argsort(-near, kind="stable"):
        if not long[i]:
            right[i] = cover[i] * (near[i] > 0)
            continue
        right[i] = share_of(counted[i], left)
        if right[i] >= 0.5:
            left -= counted[i]
    return right


def load_pages(kit: Path, html: Path) -> list[Page]:
    """Read the pages whose body gold is sound."""
    pages = []
    for line in (kit / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        path = html / f"{gold['id']}.html.gz"
        if gold["score"]["body"] and (gold["body_in"]["dump"] or 0) >= 0.85 and path.exists():
            pages.append(load_page(gold, gzip.decompress(path.read_bytes())))
    return pages


def load_page(gold: dict[str, Any], raw: bytes) -> Page:
    """Measure a page and align its gold."""
    document = page_document(gold["id"], "", decode(raw, declared_charset(raw)))
    if not isinstance(document, Document):
        raise TypeError(document.what)
    body = "\n".join(block["x"] for block in gold["body"])
    texts = [body, f"{gold['lead']}\n{body}"] if gold["lead"] else [body]
    lines = document.text.split("\n")
    blocks = {" ".join(tokens(block["x"])) for block in gold["body"]}
    weight = np.sqrt([max(1, len(tokens(line))) for line in lines])
    return Page(
        document,
        features(document).astype(np.float32).astype(np.float64),
        align(lines, texts, blocks),
        weight * np.sqrt(300 / weight.sum()),
        zlib.crc32(gold["split_key"].encode()) % FOLDS,
        texts,
    )


def fit(pages: list[Page]) -> Forest:
    """Train a forest on some pages."""
    return read_forest(flatten(boost(pages)))


def boost(pages: list[Page]) -> Any:  # noqa: ANN401  lightgbm is untyped
    """Train lightgbm on some pages, in the precision that newsarchive evaluates in."""
    table = lightgbm.Dataset(
        np.concatenate([page.measured for page in pages]).astype(np.float32),
        np.concatenate([page.right for page in pages]),
        weight=np.concatenate([page.weight for page in pages]),
    )
    return lightgbm.train(SETTINGS, table, TREES)


def f1(page: Page, chosen: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Score a choice of lines: F1, precision, recall by shingles."""
    taken = [
        line for line, take in zip(page.document.text.split("\n"), chosen, strict=True) if take
    ]
    got = shingles("\n".join(taken))
    best = (0.0, 0.0, 0.0)
    for text in page.gold:
        want = shingles(text)
        both = sum((got & want).values())
        if both:
            precision, recall = both / sum(got.values()), both / sum(want.values())
            best = max(best, (2 * precision * recall / (precision + recall), precision, recall))
    return best


def cross_validate(pages: list[Page]) -> None:
    """Judge every page by a forest that saw no page of its publisher, and print the figures."""
    scores = []
    for fold in range(FOLDS):
        forest = fit([page for page in pages if page.fold != fold])
        for page in pages:
            if page.fold == fold:
                choice = judged.decide(page.document, forest.probabilities(page.measured))
                scores.append(f1(page, choice.taken | choice.inset))
    found, precision, recall = np.mean(scores, axis=0)
    high = np.mean([score[0] >= 0.95 for score in scores])
    low = np.mean([score[0] < 0.5 for score in scores])
    print(f"body F1 {found:.4f}  precision {precision:.4f}  recall {recall:.4f}")
    print(f"pages with F1 >= 0.95: {high:.3f}, < 0.5: {low:.3f}", flush=True)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kit", type=Path)
    parser.add_argument("html", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pages = load_pages(options.kit, options.html)
    print(len(pages), "pages,", pages[0].measured.shape[1], "features", flush=True)
    cross_validate(pages)
    if options.write:
        target = Path(judged.__file__).with_name("tree.npz")
        np.savez_compressed(target, allow_pickle=False, **flatten(boost(pages)))
        print(target.name, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
