"""Trains the labeller's network, measures it on publishers it has not seen, writes the weights.

    python benchmarks/train_labeller.py KIT [--keep FOLDER] [--only measure|train] [--fold N ...]

KIT is an unpacked evaluation kit: `dev/gold.jsonl` and `dev/text/STYLE/ID.txt`. Needs torch
(`pip install newsarchive[train]`) and about forty minutes on one idle core. The seed is fixed: on
one machine, the same kit and the same torch give the same weights.

Two networks tell the body, and one which lines state the title, the day and the authors: it learns
from pages without a known body too, and the finders weigh what it says (`train_finders.py`).

The tables are of cross-validation over publishers: every page is judged by a network that has
seen no page of its publisher. `alone`: nothing is known of other files; `core` and `all`: what the
files of the core set, or all of a style, share. FOLDER keeps the networks of each fold, and those
that lie there are measured as they are: the finders are trained with them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from folds import FOLDS, SEED, STYLES, deal_publishers
from gold_fields import UNTOLD
from gold_lines import GoldLines, gold_shingles
from labeller_pages import CHANCES, COMPANIES, Page, is_sound, read_golds, read_pages_of
from labeller_scores import Scores, print_scores, score_pages
from line_network import Batch, LineNetwork
from newsarchive.cleaning.features import BUCKET_BITS, count_features, describe_sharing
from newsarchive.cleaning.network import FIELDS, Network, load_network

WEIGHTS = Path(__file__).parent.parent / "src/newsarchive/cleaning"

MEMBERS = 2
"""How many networks tell the body, each with a seed of its own."""
EPOCHS = 10
PAGES_A_STEP = 12
RATE = 3e-3
EMBEDDING_RATE = 6 * RATE
PUBLISHERS_A_WORD = {"body": 15, "fields": 20}
"""A word is known to a network if so many of its publishers use it."""
MEMORY = 0.99
"""The weights are a running average of those of about the last hundred steps."""
MIXED = 0.4
"""The share of pages that are given the head and the tail of other pages."""

FIELDS_COUNT = 0.15
"""What the fields count beside the body."""


def main() -> None:
    """Reads the kit, prints the tables, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", choices=("measure", "train"))
    parser.add_argument("--fold", type=int, nargs="*", default=range(FOLDS))
    options = parser.parse_args()
    golds = read_golds(options.kit)
    pages = [page for style in STYLES for page in read_pages_of(options.kit, style, golds)]
    if options.only != "train":
        measure(pages, golds, options.fold, options.keep)
    if options.only != "measure":
        save(WEIGHTS / "labeller.npz", train_body(pages))
        save(WEIGHTS / "fields.npz", train_fields(pages))


Arrays = dict[str, NDArray[np.generic]]


def save(path: Path, arrays: Arrays) -> None:
    """Writes the arrays of networks, and says how large they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)
    print(f"{path.name}: {path.stat().st_size} bytes", flush=True)


def train_body(pages: Sequence[Page]) -> Arrays:
    """Returns the arrays of the networks that tell the body."""
    sound = [page for page in pages if is_sound(page)]
    rows = known_words(sound, PUBLISHERS_A_WORD["body"])
    arrays: Arrays = {"rows": rows}
    for number in range(MEMBERS):
        member = train(sound, rows, 0, SEED + number)
        arrays |= {f"{number}.{name}": values for name, values in member.arrays().items()}
    return arrays


def train_fields(pages: Sequence[Page]) -> Arrays:
    """Returns the arrays of the network that tells what lines state."""
    rows = known_words(pages, PUBLISHERS_A_WORD["fields"])
    member = train(pages, rows, len(FIELDS), SEED)
    return {"rows": rows} | {f"0.{name}": values for name, values in member.arrays().items()}


def train(pages: Sequence[Page], rows: NDArray[np.uint16], fields: int, seed: int) -> LineNetwork:
    """Returns a network trained on the pages, to tell so many fields beside the body."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = np.random.default_rng(seed)
    network = LineNetwork(count_features([pages[0].lines]).dense.shape[1], rows, fields)
    rest = [value for name, value in network.named_parameters() if name != "embedding"]
    optimiser = torch.optim.AdamW(
        [
            {"params": [network.embedding], "weight_decay": 0.0},
            {"params": rest, "weight_decay": 0.05},
        ]
    )
    steps = [drawn for _ in range(EPOCHS) for drawn in draw_epoch(pages, chance)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [EMBEDDING_RATE, RATE], total_steps=len(steps), pct_start=0.05, div_factor=10
    )
    average = [value.detach().clone() for value in network.parameters()]
    network.train()
    for number, drawn in enumerate(steps):
        lesson = prepare(drawn, rows, chance)
        loss = grade(lesson, *network(lesson.batch))
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        for mean, value in zip(average, network.parameters(), strict=True):
            mean.lerp_(value.detach(), 1 - MEMORY)
        if number % 200 == 0:
            print(f"  step {number} of {len(steps)}: loss {loss.item():.3f}", flush=True)
    for mean, value in zip(average, network.parameters(), strict=True):
        value.data.copy_(mean)
    network.eval()
    return network


def known_words(pages: Sequence[Page], least: int) -> NDArray[np.uint16]:
    """Returns each bucket's row of the embedding: 0 for words of fewer publishers than `least`."""
    said: dict[str, list[NDArray[np.int32]]] = {}
    for page in pages:
        if page.style in ("dump", "split"):  # between them they have all the texts
            said.setdefault(page.publisher, []).append(count_features([page.lines]).buckets.ravel())
    publishers = np.zeros(1 << BUCKET_BITS, np.int64)
    for buckets in said.values():
        publishers[np.unique(np.concatenate(buckets))] += 1
    known = publishers >= least
    return np.where(known, np.cumsum(known), 0).astype(np.uint16)


def draw_epoch(pages: Sequence[Page], chance: np.random.Generator) -> list[list[Page]]:
    """Returns steps in which each text comes in styles drawn by lot, with parts changed.

    A text whose body is known comes twice, any other once.
    """
    styles: dict[str, list[Page]] = {}
    for page in pages:
        styles.setdefault(page.id, []).append(page)
    sound = [page for page in pages if is_sound(page)]
    alike = {style: [page for page in sound if page.style == style] for style in STYLES}
    drawn = [
        pick(texts, chance) for texts in styles.values() for _ in range(1 + is_sound(texts[0]))
    ]
    mixed = [mix(page, alike[page.style], chance) for page in shuffled(drawn, chance)]
    return [mixed[n : n + PAGES_A_STEP] for n in range(0, len(mixed), PAGES_A_STEP)]


def pick(pages: Sequence[Page], chance: np.random.Generator) -> Page:
    """Returns one of the pages."""
    return pages[int(chance.integers(len(pages)))]


def shuffled(pages: Sequence[Page], chance: np.random.Generator) -> list[Page]:
    """Returns the pages in an order drawn by lot."""
    return [pages[n] for n in chance.permutation(len(pages))]


def mix(page: Page, others: Sequence[Page], chance: np.random.Generator) -> Page:
    """Returns the page, now and then with what stands before and after two other articles.

    Publishers are few, their furniture is not the matter: so an article learns to be known in
    any surroundings. A few lines next to the article stay, for title and byline stand there.
    """
    if chance.random() >= MIXED or not is_sound(page):
        return page
    top, bottom = pick(others, chance), pick(others, chance)
    near = chance.integers(0, 9, size=4)
    first, last = article_of(page)
    begin, end = max(0, first - near[0]), min(len(page.lines), last + near[1])
    head = slice(0, max(0, article_of(top)[0] - near[2]))
    tail = slice(article_of(bottom)[1] + near[3], None)
    parts = [(top, head), (page, slice(begin, end)), (bottom, tail)]
    return replace(
        page,
        lines=tuple(line for part, some in parts for line in part.lines[some]),
        gold=GoldLines.join([part.gold.cut(some) for part, some in parts]),
        fields=np.concatenate([told(part is page, part.fields[some]) for part, some in parts]),
        others={company: join_counts(company, parts) for company in COMPANIES},
    )


def told(own: bool, fields: NDArray[np.int8]) -> NDArray[np.int8]:
    """Returns what lines state of their page's article, or of one that they now stand beside.

    What another article's lines state is not graded: who is to tell which of two titles is meant?
    """
    return fields if own else np.where(fields > 0, np.int8(UNTOLD), fields)


def join_counts(company: str, parts: Sequence[tuple[Page, slice]]) -> NDArray[np.int64]:
    """Returns in how many other files the lines of the parts stand."""
    return np.concatenate([part.others[company][some] for part, some in parts])


def article_of(page: Page) -> tuple[int, int]:
    """Returns the first line of the article and the line after its last; the end if none."""
    body = np.flatnonzero(page.gold.body)
    return (int(body[0]), int(body[-1]) + 1) if len(body) else (len(page.lines),) * 2


class Lesson(NamedTuple):
    """A batch and what should be said of its lines: an entry a line."""

    batch: Batch
    body: Tensor
    heading: Tensor
    counted: Tensor
    """1 for a line that is graded, 0 for one that is right either way."""
    words: Tensor
    fields: Tensor
    """A column a field: 1, 0, or `UNTOLD`."""


def prepare(pages: Sequence[Page], rows: NDArray[np.uint16], chance: np.random.Generator) -> Lesson:
    """Returns the lesson of some pages, each in a company drawn by lot."""
    table = count_features([page.lines for page in pages])
    shared = np.concatenate(
        [describe_sharing(page.others[str(chance.choice(COMPANIES, p=CHANCES))]) for page in pages]
    )
    body, heading, either, words = (
        torch.tensor([value for page in pages for value in page.gold[field]], dtype=torch.float32)
        for field in range(4)
    )
    fields = torch.from_numpy(np.concatenate([page.fields for page in pages])).float()
    return Lesson(Batch.of(table, shared, rows), body, heading, 1 - either, words, fields)


def grade(lesson: Lesson, local: Tensor, body: Tensor, heading: Tensor, fields: Tensor) -> Tensor:
    """Returns the loss of the logits of lines.

    Body: one minus each page's F1 in words, made smooth, plus the cross entropy of the lines in
    proportion to their words. Both passes are graded, the second more. Headings: cross entropy
    over the lines of the body. Fields: cross entropy over the lines of which the gold tells.
    """
    page, pages = lesson.batch.page, lesson.batch.pages

    def total(values: Tensor) -> Tensor:
        return torch.zeros(pages).index_add(0, page, values)

    size = total(lesson.words * lesson.body).clamp(min=50)[page]
    weight = ((lesson.words + 3) / size).clamp(max=0.5) * lesson.counted
    words = lesson.words * lesson.counted
    graded = (total(lesson.counted) > 0).float()

    def body_loss(logits: Tensor) -> Tensor:
        chance = torch.sigmoid(logits)
        hits = total(chance * lesson.body * words)
        claims = total((chance + lesson.body) * words)
        entropy = binary_cross_entropy_with_logits(logits, lesson.body, weight, reduction="sum")
        missed = ((1 - (2 * hits + 5) / (claims + 5)) * graded).sum()
        return (entropy + missed) / graded.sum().clamp(min=1)

    entropy = binary_cross_entropy_with_logits(
        heading, lesson.heading, lesson.body, reduction="sum"
    )
    headings = entropy / lesson.body.sum().clamp(min=1)
    learned = lesson.fields[:, : fields.shape[1]]
    known = (learned != UNTOLD).float()
    stated = binary_cross_entropy_with_logits(fields, learned.clamp(min=0), known, reduction="sum")
    return 0.4 * body_loss(local) + body_loss(body) + 0.3 * headings + FIELDS_COUNT * stated / pages


def measure(
    pages: Sequence[Page], golds: Mapping[str, Any], folds: Iterable[int], keep: Path | None
) -> None:
    """Prints the tables of cross-validation over publishers."""
    judged = [page for page in pages if is_sound(page)]
    shingles = {name: gold_shingles(golds[name]) for name in {page.id for page in judged}}
    dealt = deal_publishers(golds.values())
    scores: Scores = {}
    for fold in folds:
        network = network_without(fold, pages, dealt, keep)
        score_pages(network, [p for p in judged if dealt[p.publisher] == fold], shingles, scores)
        print_scores(scores)


def network_without(
    fold: int, pages: Sequence[Page], dealt: Mapping[str, int], keep: Path | None
) -> Network:
    """Returns the networks that have seen no publisher of a fold: trained, or as they were kept."""
    print(f"fold {fold + 1} of {FOLDS}", flush=True)
    if keep and (keep / f"{fold}.npz").exists():
        return load_network(np.load(keep / f"{fold}.npz", allow_pickle=False))
    others = [page for page in pages if dealt[page.publisher] != fold]
    arrays = train_body(others)
    if keep:
        save(keep / f"{fold}.npz", arrays)
        save(keep / f"{fold}-fields.npz", train_fields(others))
    return load_network(arrays)


if __name__ == "__main__":
    main()
