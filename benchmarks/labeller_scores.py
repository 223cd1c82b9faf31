"""How well a labeller tells the body: by itself, and with the named rules after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from gold_lines import Shingles, agreement
from labeller_pages import Page
from newsarchive.cleaning.choosing import choose_by_page
from newsarchive.cleaning.features import count_features, describe_sharing
from newsarchive.cleaning.labeller import probabilities, side_with_neighbours
from newsarchive.cleaning.network import Network, read_pages
from newsarchive.cleaning.rules import apply_rules
from newsarchive.cleaning.rules.page import page_of
from newsarchive.cleaning.verdict import Verdict
from newsarchive.model import Line

BODY = ("body", "subheading")
Scores = dict[tuple[str, str, str], list[tuple[float, float, bool]]]
"""By set, style and company: for each page its F1, that after the rules, whether it is English."""


def score_pages(
    network: Network,
    pages: Iterable[Page],
    golds: Mapping[str, Sequence[Shingles]],
    scores: Scores,
) -> None:
    """Adds to the scores how well a network tells the body of some pages."""
    for page in pages:
        for company in ("alone", "core", "all"):
            verdicts = judge(network, page, company)
            told = [agreement(lines, golds[page.id]) for lines in _chosen(page, verdicts)]
            key = page.set, page.style, company
            scores.setdefault(key, []).append((told[0], told[1], page.language == "en"))


def judge(network: Network, page: Page, company: str) -> tuple[Verdict, ...]:
    """Returns what a network says of a page's lines, read in a company."""
    shared = describe_sharing(page.others[company])
    table = count_features([page.lines])
    opinion = read_pages(network, table, shared)
    chances = probabilities(side_with_neighbours(table, opinion.body))
    body = choose_by_page(chances, np.diff(table.bounds), table.page)
    heading = body & (opinion.subheading > 0)
    labels = np.where(heading, "subheading", np.where(body, "body", "boilerplate")).tolist()
    return tuple(
        Verdict(label, chance, "") for label, chance in zip(labels, chances.tolist(), strict=True)
    )


def _chosen(page: Page, verdicts: tuple[Verdict, ...]) -> tuple[list[Line], list[Line]]:
    """Returns the lines of the body as the network tells it, and as the rules leave it."""
    known = apply_rules(page_of(page.lines, verdicts, ()), {})
    ruled = [known.get(i, (verdict.label, ""))[0] for i, verdict in enumerate(verdicts)]
    told = [verdict.label for verdict in verdicts]
    first, second = (
        [line for line, label in zip(page.lines, labels, strict=True) if label in BODY]
        for labels in (told, ruled)
    )
    return first, second


def print_scores(scores: Scores) -> None:
    """Prints a row for every set, style and company."""
    print("                             the labeller            with the rules")
    print("set      style  read   pages     F1  >=.95     F1  >=.95     en  other")
    for (kind, style, company), results in scores.items():
        alone, f1 = np.array([row[:2] for row in results]).T
        english = np.array([row[2] for row in results])
        other = f"{f1[~english].mean():.4f}" if not english.all() else "-"
        print(
            f"{kind:8} {style:6} {company:6} {len(f1):5}"
            f" {alone.mean():.4f} {(alone >= 0.95).mean():6.3f}"
            f" {f1.mean():.4f} {(f1 >= 0.95).mean():6.3f}"
            f" {f1[english].mean():.4f} {other:>6}",
            flush=True,
        )
