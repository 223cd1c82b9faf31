"""Trains the weights of the finders, and tells how they do on publishers they have not seen.

    python benchmarks/train_finders.py KIT --labellers FOLDER [--write] [--predictions FOLDER]

KIT is a folder with `gold.jsonl` and `text/STYLE/ID.txt`, laid out as its own README says. None of
its text gets into the weights, save words that stand beside publishers' names on many pages.

Publishers are dealt into five folds, as `train_labeller.py` deals them. FOLDER holds five pairs of
the labeller's networks, `0.npz` and `0-fields.npz` to `4-fields.npz`, each trained without the
publishers of its fold, and the forests of its second look, `0-look.npz` to `4-look.npz`, alike
(`train_second_look.py`): every page is read by what has not seen its publisher. The pages
of a style and a set are read together, as one archive; some are read a second time, each alone, and
those whose body is known once more as somebody keeps them, without the page around it.

With `--predictions`, each prediction comes from weights that have not seen that page's publisher.
With `--write` the weights of all pages are kept: some six minutes on an idle core.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from extraction import prediction
from folds import FOLDS
from judged_pages import KEPT, STYLES, JudgedPage, judged_pages, use_forest
from newsarchive import finding
from newsarchive.cleaning import judged_page, read_judged
from newsarchive.describing import describe
from newsarchive.explain import explained
from newsarchive.finding import scoring
from newsarchive.finding.days import dates
from newsarchive.finding.days.on_page import dated_lines, list_mentions
from newsarchive.finding.days.order import month_comes_first
from newsarchive.finding.page import lay_out
from newsarchive.finding.people import authors
from newsarchive.finding.sources import source
from newsarchive.finding.sources.register import key_of, publisher_of
from newsarchive.finding.titles import choice, title

FIELDS = ("title", "date", "source", "authors")
KEEP = {"title": 0.2, "date": 0.53, "source": 0.6, "authors": 0.25}
"""How sure a finder must be: a wrong date or source is far worse than none."""
SELECTION = 3.0
"""How many other pages a selection counts for the source: it names its publisher in prose."""
SMALLEST = 0.02
"""Weights nearer to nothing than this are left out."""
RIDGE = 10.0
"""How much small weights are preferred: a page in five styles is less than five pages."""
RAREST = 5
"""A feature that pages of fewer publishers show is left out: none may stand for one of them."""

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


def fit_each(groups: Sequence[Group], ridge: float = RIDGE) -> dict[str, float]:
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

    def __init__(self, judged: JudgedPage) -> None:
        self.judged, self.gold, self.style = judged, judged.gold, judged.style
        self.fold, self.alone = judged.fold, judged.alone
        self.page = page = judged_page(judged.lines, judged.verdicts)
        self.layout = lay_out(page)
        self.mentions = list_mentions(self.layout)
        self.dated = dated_lines(self.layout, self.mentions)
        self.titles = title.list_candidates(page.lines, self.layout, self.dated)
        self.place: int | None = None
        self.headline = ""
        self.known: dict[tuple[str, int | None, str], Group | None] = {}
        self.count = 1.0 if self.gold["set"] != "article" else 0.6

    def settle_title(self, weights: scoring.Weights) -> None:
        """Chooses the title, which the other finders look at."""
        statements = choice.choose(self.page.lines, self.titles, weights, self.layout.start)
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
        gold, style, count = self.gold, self.style, self.count
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
            if not gold["score"]["source"] or style == KEPT:
                return None
            names = {key_of(n) for n in [*gold["publisher_accepted"], gold["split_key"]]}
            names |= {key_of(publisher_of(name) or name) for name in names}
            count *= SELECTION if style == "part" else 1.0
            chosen = source.list_candidates(self.layout, self.headline)
            right = [key_of(each.name) in names for each in chosen]
        else:
            if not gold["authors"] or not (gold["author_in"] or {}).get(style):
                return None
            people_named = {plain(text) for text in gold["authors"]}
            chosen = authors.list_candidates(self.layout, self.place, self.dated, self.headline)
            right = [plain(each.name) in people_named for each in chosen]
        return [each.features for each in chosen], right, count, gold["split_key"]

    def days(self) -> list[dates.Candidate]:
        """Returns the candidates for the date."""
        language = finding.language_of(self.layout)
        month_first = month_comes_first(self.mentions, self.layout, language)
        return dates.list_candidates(self.layout, self.mentions, self.place, month_first)


def fit(examples: Iterable[Example], field: str) -> scoring.Weights:
    """Returns the weights of a field, fitted on these examples."""
    groups = [g for g in (each.group(field) for each in examples) if g and g[0]]
    fitted = fit_each(groups) if field == "authors" else fit_choice(groups)
    return scoring.Weights(KEEP[field], fitted)


def settle_titles(examples: Sequence[Example]) -> list[scoring.Weights]:
    """Chooses each page's title, which the other finders look at, by weights of other publishers.

    Returns:
        For each fold the weights that were fitted without it.
    """
    learned = []
    for fold in range(FOLDS):
        weights = fit((each for each in examples if each.fold != fold), "title")
        for each in examples:
            if each.fold == fold:
                each.settle_title(weights)
        learned.append(weights)
    return learned


def predict(example: Example) -> dict[str, Any]:
    """Returns what newsarchive says of a page, as the kit's referee reads it."""
    judged = example.judged
    (reading,) = read_judged([(judged.document, judged.lines, judged.verdicts)])
    return prediction(explained(describe(reading), 0.0))


def main() -> None:
    """Trains, cross-validates, prints and writes as asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--labellers", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = [Example(judged) for judged in judged_pages(options.kit, options.labellers)]
    print(f"{len(examples)} examples", flush=True)
    titles = settle_titles(examples)
    if options.write:
        write(examples)
    if options.predictions:
        options.predictions.mkdir(parents=True, exist_ok=True)
        cross_validate(examples, titles, options.labellers, options.predictions)


def write(examples: Sequence[Example]) -> None:
    """Keeps the weights of all examples."""
    folder = Path(scoring.__file__).parent / "weights"
    folder.mkdir(exist_ok=True)
    for field in FIELDS:
        weights = fit(examples, field)
        record = {"keep": weights.keep, "features": dict(sorted(weights.features.items()))}
        text = json.dumps(record, ensure_ascii=False, indent=0) + "\n"
        (folder / f"{field}.json").write_text(text, encoding="utf-8")
        print(f"{field}: {len(weights.features)} features, {len(text)} bytes", flush=True)


def cross_validate(
    examples: Sequence[Example], titles: Sequence[scoring.Weights], labellers: Path, folder: Path
) -> None:
    """Writes one file of predictions a style, each page read with weights that never saw it."""
    rows: dict[str, list[str]] = {style: [] for style in STYLES}
    for fold in range(FOLDS):
        seen = [each for each in examples if each.fold != fold]
        learned = {field: fit(seen, field) for field in FIELDS if field != "title"}
        scoring.use({**learned, "title": titles[fold]})
        use_forest(labellers, fold)
        for each in examples:
            if each.fold == fold and not each.alone:
                rows[each.style].append(json.dumps(predict(each), ensure_ascii=False))
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    scoring.use({})
    for style, records in rows.items():
        (folder / f"{style}.jsonl").write_text("\n".join(records) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
