"""The evaluation kit's pages, each judged by networks that have not seen its publisher."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from folds import FOLDS, deal_publishers
from gold_texts import kept_texts
from newsarchive.cleaning import labeller, second_look
from newsarchive.cleaning.forest import read_forest
from newsarchive.cleaning.network import load_network
from newsarchive.cleaning.repetition import SharedLines, count_lines
from newsarchive.cleaning.verdict import Verdict
from newsarchive.cleaning.wrapping import lines_of
from newsarchive.model import Document, Line

ALONE = ("dump", "part")
"""The styles in which pages of news are read alone too: both ways of reading are to work."""
STYLES = ("dump", "soup", "wet", "split", "part")
READ = {"core": STYLES, "article": ("dump", "wet", "part"), "meta": ("dump", "wet")}
"""The styles in which each set of pages is read: the other styles teach little more."""
KEPT = "kept"
"""The style of articles that stand without the page around them."""

Gold = dict[str, Any]


class JudgedPage(NamedTuple):
    """One page in one style, and what the labeller says of it."""

    gold: Gold
    style: str
    document: Document
    lines: tuple[Line, ...]
    verdicts: tuple[Verdict, ...]
    fold: int
    alone: bool


def judged_pages(kit: Path, labellers: Path) -> Iterator[JudgedPage]:
    """Yields every page of the kit in every style it has, and its article as somebody keeps it.

    Args:
        kit: the kit's folder, with `gold.jsonl` and `text/STYLE/ID.txt`.
        labellers: the networks of each fold, `0.npz` and `0-fields.npz` to `4-fields.npz`.
    """
    with (kit / "gold.jsonl").open(encoding="utf-8") as records:
        golds = [json.loads(record) for record in records]
    dealt = deal_publishers(golds)
    for style in STYLES:
        for kind in {gold["set"]: None for gold in golds if style in READ[gold["set"]]}:
            paths = {
                gold["id"]: kit / "text" / style / f"{gold['id']}.txt"
                for gold in golds
                if gold["set"] == kind
            }
            here = [g for g in golds if g["id"] in paths and paths[g["id"]].exists()]
            documents = [page_document(gold["id"], paths[gold["id"]]) for gold in here]
            for alone in (False, True)[: 1 + (kind == "core" and style in ALONE)]:
                yield from _together(here, documents, style, dealt, labellers, alone=alone)
    kept = kept_texts(golds)
    documents = [
        Document(path=gold["id"], sha256="", encoding="utf-8", text=text) for gold, text in kept
    ]
    yield from _together([gold for gold, _ in kept], documents, KEPT, dealt, labellers, alone=True)


def _together(
    golds: Sequence[Gold],
    documents: Sequence[Document],
    style: str,
    dealt: Mapping[str, int],
    labellers: Path,
    *,
    alone: bool,
) -> Iterator[JudgedPage]:
    """Judges pages as one archive, or each alone."""
    pages = [lines_of(document) for document in documents]
    folds = [dealt[gold["split_key"]] for gold in golds]
    judged = judge(pages, folds, labellers, None if alone else count_lines(pages).repeated())
    for gold, document, lines, verdicts, fold in zip(
        golds, documents, pages, judged, folds, strict=True
    ):
        yield JudgedPage(gold, style, document, lines, verdicts, fold, alone)


def page_document(name: str, path: Path) -> Document:
    """Returns a page's text as a document."""
    text = path.read_text(encoding="utf-8")
    return Document(path=name, sha256="", encoding="utf-8", text=text)


def judge(
    pages: Sequence[tuple[Line, ...]],
    folds: Sequence[int],
    labellers: Path,
    shared: SharedLines | None,
) -> list[tuple[Verdict, ...]]:
    """Returns for every line what the labeller of its fold says."""
    judged: list[tuple[Verdict, ...]] = [()] * len(pages)
    for fold in range(FOLDS):
        use_networks(labellers, fold)
        mine = [i for i, other in enumerate(folds) if other == fold]
        for i, verdicts in zip(mine, labeller.judge([pages[i] for i in mine], shared), strict=True):
            judged[i] = verdicts
    return judged


def use_networks(labellers: Path, fold: int) -> None:
    """Lets the labeller judge with networks that have seen no publisher of a fold."""
    for name, file in (("network", f"{fold}.npz"), ("field_network", f"{fold}-fields.npz")):
        network = load_network(np.load(labellers / file, allow_pickle=False))
        setattr(labeller, name, lambda network=network: network)


def use_forest(labellers: Path, fold: int) -> None:
    """Lets the second look go by a forest that has seen no publisher of a fold."""
    with np.load(labellers / f"{fold}-look.npz", allow_pickle=False) as arrays:
        forest = read_forest(arrays)
    second_look.forest = lambda: forest  # type: ignore[assignment]
