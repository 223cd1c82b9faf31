"""Trains the weights of the finders, and tells how they do on publishers they have not seen.

    python benchmarks/train_finders.py KIT [--write] [--predictions FOLDER] [--folds 5]

KIT is a folder with `gold.jsonl` and `text/STYLE/ID.txt`, laid out as its own README says. None of
its text gets into the weights, save words that stand beside publishers' names on many pages.
Publishers are dealt into folds by a hash of their name: each prediction written comes from weights
that have not seen that page's publisher. With `--write` the weights of all pages together are kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from newsarchive import finding
from newsarchive.cleaning.labeller import judge
from newsarchive.cleaning.lines import split_lines
from newsarchive.finding import dates, people, scoring, source, title
from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.register import key_of
from newsarchive.model import Line

ROUGH = ("dump", "part")
STYLES = ("dump", "soup", "wet", "split", "part")
READ = {"core": STYLES, "article": ("dump", "wet", "part"), "meta": ("dump", "wet")}
"""The styles in which each set of pages is read: the other styles teach little more."""
FIELDS = ("title", "date", "source", "authors")
KEEP = {"title": 0.2, "date": 0.65, "source": 0.85, "authors": 0.35}
"""How sure a finder must be: a wrong date or source is far worse than none."""
SMALLEST = 0.02
"""Weights nearer to nothing than this are left out."""
RIDGE = 3.0
"""How much small weights are preferred: a page in five styles is less than five pages."""
RAREST = 5
"""A feature that pages of fewer publishers show is left out: none may stand for one of them."""

Gold = dict[str, Any]


_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ENDS = tuple(".!?\"”’'»…。」؟।：:)")


def guess_body(lines: Iterable[Line]) -> tuple[float, ...]:
    """Judges more roughly than the labeller: a long line that ends like a sentence is body.

    The labeller has seen the kit's pages; what it says of them is better than what it will say of
    others. Some pages are therefore shown to the training a second time, judged roughly.
    """
    shares = []
    for line in lines:
        words = line.text.count(" ") + 1
        long = words >= 12 or (len(line.text) >= 30 and len(_UNSPACED.findall(line.text)) > 20)
        shares.append(0.9 if long and line.text.endswith(_ENDS) else 0.1)
    return tuple(shares)


def fold_of(gold: Gold, folds: int) -> int:
    """Returns the fold that a page's publisher is dealt into."""
    digest = hashlib.sha256(gold["split_key"].encode()).hexdigest()
    return int(digest, 16) % folds


_FOLD = str.maketrans("‘’‚‛`´“”„‟«»‐‑–—−", "''''''\"\"\"\"\"\"-----", "\u200b\u200c\u200d\u00ad")


def plain(text: str | None) -> str:
    """Returns a title or a name with quotes, dashes, white space and case made alike."""
    folded = unicodedata.normalize("NFKC", (text or "").translate(_FOLD)).translate(_FOLD)
    return " ".join(folded.casefold().replace("''", '"').split()).strip(" \"'.")


Group = tuple[list[tuple[str, ...]], list[bool], float, str]
"""A page's candidates by their features, which are right, what the page counts, its publisher."""


def fit_choice(groups: Sequence[Group], ridge: float = RIDGE) -> dict[str, float]:
    """Fits weights so that the right candidates of a page, or none, take the largest share."""
    index, matrix, page, right, counts = _table(groups)
    number = len(groups)
    has = np.zeros(number, dtype=bool)
    np.logical_or.at(has, page, right)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.zeros(number)
        np.maximum.at(top, page, scores)
        powers, none = np.exp(scores - top[page]), np.exp(-top)
        total = np.bincount(page, powers, number) + none
        rightly = np.where(has, np.bincount(page, powers * right, number), none)
        value = -(counts * np.log(rightly / total)).sum() + 0.5 * ridge * (weights @ weights)
        share = powers / total[page]
        ideal = np.where(has[page], powers * right / rightly[page], 0.0)
        gradient = matrix.T @ ((share - ideal) * counts[page]) + ridge * weights
        return float(value), gradient

    return _minimise(loss, index)


def fit_each(groups: Sequence[Group], ridge: float = 1.0) -> dict[str, float]:
    """Fits weights so that each candidate's own probability is right (logistic regression)."""
    index, matrix, page, right, counts = _table(groups)
    sign = np.where(right, 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ weights)
        value = (counts[page] * np.logaddexp(0.0, -margin)).sum() + 0.5 * ridge * weights @ weights
        pull = -sign / (1.0 + np.exp(np.clip(margin, -40, 40))) * counts[page]
        return float(value), matrix.T @ pull + ridge * weights

    return _minimise(loss, index)


def _minimise(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]], index: dict[str, int]
) -> dict[str, float]:
    found = minimize(
        loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 200}
    )
    return {
        name: round(float(weight), 3)
        for name, weight in zip(index, found.x, strict=True)
        if abs(weight) >= SMALLEST
    }


def _table(groups: Sequence[Group]) -> tuple[dict[str, int], csr_matrix, Any, Any, Any]:
    seen: dict[str, set[str]] = {}
    for candidates, _, _, publisher in groups:
        for name in {name for features in candidates for name in features}:
            seen.setdefault(name, set()).add(publisher)
    index = {
        name: i for i, name in enumerate(sorted(n for n, who in seen.items() if len(who) >= RAREST))
    }
    rows: list[int] = []
    columns: list[int] = []
    page: list[int] = []
    right: list[bool] = []
    for number, (candidates, truths, _, _) in enumerate(groups):
        for features, truth in zip(candidates, truths, strict=True):
            known = [index[name] for name in features if name in index]
            rows.extend([len(page)] * len(known))
            columns.extend(known)
            page.append(number)
            right.append(truth)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(page), len(index)))
    counts = np.array([group[2] for group in groups])
    return index, matrix, np.array(page), np.array(right), counts


class Example:
    """One page in one style, with what its gold says and what was found on the way."""

    def __init__(self, gold: Gold, style: str, page: Page, *, rough: bool = False) -> None:
        self.gold, self.style, self.page, self.rough = gold, style, page, rough
        self.layout = lay_out(page)
        self.mentions = finding.list_mentions(self.layout)
        self.dated = finding.dated_lines(self.layout, self.mentions)
        self.titles = title.list_candidates(page.lines, self.layout, self.dated)
        self.place: int | None = None
        self.headline = ""
        self.known: dict[tuple[str, int | None, str], Group | None] = {}
        self.count = 1.0 if gold["set"] != "article" else 0.6

    def settle_title(self, weights: scoring.Weights) -> None:
        """Chooses the title, which the other finders look at."""
        statements = title.choose(self.page.lines, self.titles, weights)
        self.place = finding.index_of(self.page, self.layout, statements)
        self.headline = statements[0].value if statements else ""

    def group(self, field: str) -> Group | None:
        """Returns `examine`, looked up where the title has not changed since."""
        key = (field, self.place, self.headline)
        if key not in self.known:
            self.known[key] = self.examine(field)
        return self.known[key]

    def examine(self, field: str) -> Group | None:
        """Returns the candidates of a field as a training example, None where gold is silent."""
        gold, style = self.gold, self.style
        if field == "title":
            if not gold["score"]["title"] or gold["title_in"].get(style) is None:
                return None
            want = {plain(text) for text in [gold["title"], *gold["title_alt"]]}
            chosen: list[Any] = list(self.titles)
            right = [plain(each.text) in want for each in chosen]
        elif field == "date":
            if not gold["score"]["date"] or gold["date_in"].get(style) in (None, "partial"):
                return None
            chosen = list(self.days())
            right = [each.day.isoformat() in gold["date_accepted"] for each in chosen]
        elif field == "source":
            if not gold["score"]["source"]:
                return None
            names = {key_of(n) for n in [*gold["publisher_accepted"], gold["split_key"]]}
            chosen = source.list_candidates(self.layout, self.headline)
            right = [key_of(each.name) in names for each in chosen]
        else:
            if not gold["authors"] or not (gold["author_in"] or {}).get(style):
                return None
            people_named = {plain(text) for text in gold["authors"]}
            chosen = people.list_candidates(self.layout, self.place, self.dated, self.headline)
            right = [plain(each.name) in people_named for each in chosen]
        return [each.features for each in chosen], right, self.count, gold["split_key"]

    def days(self) -> list[dates.Candidate]:
        """Returns the candidates for the date."""
        language = finding.language_of(self.layout)
        order = dates.month_comes_first(self.mentions, self.layout.texts, language)
        return dates.list_candidates(self.layout, self.mentions, self.place, order)


def train(examples: Sequence[Example]) -> dict[str, scoring.Weights]:
    """Returns the weights of every field, fitted on these examples."""
    learned: dict[str, scoring.Weights] = {}
    for field in FIELDS:
        groups = [g for g in (each.group(field) for each in examples) if g and g[0]]
        fitted = fit_each(groups) if field == "authors" else fit_choice(groups)
        learned[field] = scoring.Weights(KEEP[field], fitted)
        if field == "title":
            for each in examples:
                each.settle_title(learned["title"])
    return learned


def predict(example: Example) -> dict[str, Any]:
    """Returns what the finders say of a page, as the kit's referee reads it."""
    found = finding.find(example.page)
    first = {each.field: each.value for each in reversed(found)}
    return {
        "id": example.gold["id"],
        "title": first.get("title"),
        "date": first.get("date"),
        "source": first.get("source"),
        "authors": list(dict.fromkeys(s.value for s in found if s.field == "authors")),
        "body": "",
    }


def main() -> None:
    """Trains, cross-validates, prints and writes as asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = read_examples(options.kit)
    print(f"{len(examples)} examples")
    if options.write:
        learned = train(examples)
        folder = Path(scoring.__file__).parent / "weights"
        folder.mkdir(exist_ok=True)
        for field, weights in learned.items():
            record = {"keep": weights.keep, "features": dict(sorted(weights.features.items()))}
            text = json.dumps(record, ensure_ascii=False, indent=0) + "\n"
            (folder / f"{field}.json").write_text(text, encoding="utf-8")
            print(f"{field}: {len(weights.features)} features, {len(text)} bytes")
    if options.predictions:
        options.predictions.mkdir(parents=True, exist_ok=True)
        cross_validate(examples, options.folds, options.predictions)


def read_examples(kit: Path) -> list[Example]:
    """Returns every page of the kit in every style it has."""
    with (kit / "gold.jsonl").open(encoding="utf-8") as records:
        golds = [json.loads(record) for record in records]
    examples = []
    for style in STYLES:
        paths = [kit / "text" / style / f"{gold['id']}.txt" for gold in golds]
        here = [
            (gold, path)
            for gold, path in zip(golds, paths, strict=True)
            if path.exists() and style in READ[gold["set"]]
        ]
        pages = [split_lines(path.read_text(encoding="utf-8")) for _, path in here]
        for (gold, _), lines, verdicts in zip(here, pages, judge(pages), strict=True):
            body = tuple(verdict.probability for verdict in verdicts)
            examples.append(Example(gold, style, Page(lines, body)))
            if style in ROUGH and gold["set"] == "core":
                rough = Page(lines, guess_body(lines))
                examples.append(Example(gold, style, rough, rough=True))
    return examples


def cross_validate(examples: Sequence[Example], folds: int, folder: Path) -> None:
    """Writes one file of predictions a style, each page read with weights that never saw it."""
    rows: dict[str, list[str]] = {style: [] for style in STYLES}
    for fold in range(folds):
        seen = [each for each in examples if fold_of(each.gold, folds) != fold]
        learned = train(seen)
        scoring.use(learned)
        for each in examples:
            if fold_of(each.gold, folds) == fold and not each.rough:
                rows[each.style].append(json.dumps(predict(each), ensure_ascii=False))
        print(f"fold {fold + 1} of {folds}")
    scoring.use({})
    for style, records in rows.items():
        (folder / f"{style}.jsonl").write_text("\n".join(records) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
