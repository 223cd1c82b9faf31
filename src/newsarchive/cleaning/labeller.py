"""Judges of every line of a page whether it belongs to the body of the page's article.

The judgement is a trained network's (`network`), made from what can be counted in the lines
(`features`) and from what other files of the archive say of them (`repetition`). It knows no
publisher. Beside its label every line gets the name of a rule, which says in plain words what
there is to see: a reader who doubts the label can check it against the line and its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TypeVar

import numpy as np

from newsarchive.cleaning.arrays import Bools, Doubles, Floats, Ints
from newsarchive.cleaning.choosing import choose_by_page
from newsarchive.cleaning.features import (
    UNKNOWN,
    Table,
    count_features,
    describe_sharing,
)
from newsarchive.cleaning.network import Network, Opinion, load_network, read_pages
from newsarchive.cleaning.repetition import SharedLines
from newsarchive.cleaning.republished import are_republished
from newsarchive.cleaning.verdict import Hint, Verdict
from newsarchive.model import Line

T = TypeVar("T")

RULES = {
    "reads-like-prose": "a line of sentences, among lines that are the article",
    "in-doubt": "in doubt by itself, but leaving it out would likely lose more than it spares",
    "part-of-the-article": "too short to tell by itself, but the article goes on around it",
    "heading-in-the-article": "a short line without a full stop over a part of the article",
    "stands-in-several-files": "other files of the archive have the same line",
    "repeated-on-the-page": "the same line stands elsewhere on the page",
    "address-or-rights": "an address of the web, an e-mail or a copyright sign in a short line",
    "another-text": "reads like an article, but is not of the one that the page is about",
    "before-the-article": "above the first line of the article",
    "after-the-article": "below the last line of the article",
    "between-paragraphs": "amid the article, but not of it: a teaser, a caption, an advertisement",
    "no-article": "the page has no line that reads like an article",
}
"""Why a line has its label, by the rule's name: the first that holds, for its label."""


def judge(
    pages: Sequence[Sequence[Line]], shared: SharedLines | None = None
) -> list[tuple[Verdict, ...]]:
    """Judge every line of some pages.

    Args:
        pages: each page's lines, as `split_lines` returns them.
        shared: what the archive's files share, these pages among them; None if that is not known.

    Returns:
        For every page a verdict a line. A page's verdicts are the same to the last bit whichever
        pages it is read with; only `shared` carries knowledge from one page to another.
    """
    return [verdicts for some in _portions(pages) for verdicts in _judge(some, shared)]


def hint(
    pages: Sequence[Sequence[Line]], shared: SharedLines | None = None
) -> list[tuple[Hint, ...]]:
    """Tell what the lines of some pages may state, where something else judges the body.

    Args:
        pages: each page's lines, as `split_lines` returns them.
        shared: what the archive's files share, as for `judge`.

    Returns:
        For every page a hint a line, the same as in a verdict of `judge`.
    """
    return [hints for some in _portions(pages) for hints in _hint(some, shared)]


SURE = 8
"""The largest hint: a chance of one in three thousand that the line does not state the field."""
_PORTION = 160_000
"""Characters read at once: enough to make numpy's overhead small, few enough for the cache."""


def _portions(pages: Sequence[Sequence[Line]]) -> Iterator[list[Sequence[Line]]]:
    portion: list[Sequence[Line]] = []
    size = 0
    for page in pages:
        portion.append(page)
        size += sum([len(line.text) for line in page])
        if size >= _PORTION:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


def _judge(
    pages: Sequence[Sequence[Line]], shared: SharedLines | None
) -> Iterator[tuple[Verdict, ...]]:
    table = count_features(pages)
    others = count_elsewhere(table, shared)
    opinion = read_pages(network(), table, describe_sharing(others))
    chances = probabilities(side_with_neighbours(table, opinion.body))
    body = choose_by_page(chances, np.diff(table.bounds), table.page)
    heading = body & (opinion.subheading > 0)
    labels = np.where(heading, "subheading", np.where(body, "body", "boilerplate")).tolist()
    rules = name_rules(table, others, opinion, body, heading)
    hints, elsewhere = _hints(table, others)
    verdicts = list(map(Verdict, labels, chances.tolist(), rules, hints, elsewhere))
    yield from _by_page(verdicts, table)


def _hint(
    pages: Sequence[Sequence[Line]], shared: SharedLines | None
) -> Iterator[tuple[Hint, ...]]:
    table = count_features(pages)
    hints, elsewhere = _hints(table, count_elsewhere(table, shared))
    yield from _by_page(list(map(Hint, hints, elsewhere)), table)


def _hints(table: Table, others: Ints) -> tuple[list[tuple[int, ...]], list[int | None]]:
    stated = read_pages(field_network(), table, describe_sharing(others))
    elsewhere = [None if files == UNKNOWN else files for files in others.tolist()]
    return list(map(tuple, hints_of(stated).tolist())), elsewhere


def _by_page(lines: list[T], table: Table) -> Iterator[tuple[T, ...]]:
    for start, end in pairwise(table.starts.tolist()):
        yield tuple(lines[start:end])


def count_elsewhere(table: Table, shared: SharedLines | None) -> Ints:
    """Give in how many other files each line stands; `UNKNOWN` on pages read as if alone."""
    if shared is None or shared.files < 2:
        return np.full(len(table.page), UNKNOWN)
    others = shared.elsewhere(table.fingerprints)
    return np.where(are_republished(table, others)[table.page], UNKNOWN, others)


def hints_of(opinion: Opinion) -> Ints:
    """Give whole logits, a row a line and a column a field of `network.FIELDS`."""
    logits = np.floor(opinion.fields.T + np.float32(0.5))
    hints: Ints = np.clip(logits, -SURE, SURE).astype(np.int64)
    return hints


def side_with_neighbours(table: Table, logits: Floats) -> Floats:
    """Give the body's logits, raised for each neighbour that belongs to the body; prose more."""
    body = logits > 0
    together = table.page[1:] == table.page[:-1]
    neighbours = np.zeros(len(body), np.float32)
    neighbours[1:] += body[:-1] & together
    neighbours[:-1] += body[1:] & together
    raised: Floats = logits + neighbours * np.where(table.prose, 1, 0.5).astype(np.float32)
    return raised


def probabilities(logits: Floats) -> Doubles:
    """Give chances, to three decimals, for the logits, which are twice as sure as right."""
    halves = np.clip(logits.astype(np.float64), -60, 60) / 2
    return np.round(1 / (1 + np.exp(-halves)), 3)


def name_rules(
    table: Table,
    others: Ints,
    opinion: Opinion,
    body: Bools,
    heading: Bools,
) -> list[str]:
    """Give for every line the name of the first rule of its label that holds."""
    before, after = _beside_the_body(table, body)
    cases = {
        "heading-in-the-article": heading,
        "in-doubt": body & (opinion.body <= 0),
        "reads-like-prose": body & table.prose,
        "part-of-the-article": body,
        "stands-in-several-files": others > 0,
        "repeated-on-the-page": table.repeated,
        "address-or-rights": table.signed,
        "no-article": before & after,
        "another-text": (opinion.local > 0) & table.prose,
        "before-the-article": before,
        "after-the-article": after,
    }
    names = [*cases, "between-paragraphs"]
    first = np.select(list(cases.values()), range(len(cases)), len(cases))
    return [names[number] for number in first.tolist()]


def _beside_the_body(table: Table, body: Bools) -> tuple[Bools, Bools]:
    """Give which lines have no line of the body above them, and which none below."""
    sums = np.concatenate([[0], np.cumsum(body)])
    above = sums[:-1] - sums[table.starts[table.page]]
    below = sums[table.starts[table.page + 1]] - sums[1:]
    return above == 0, below == 0


@cache
def network() -> Network:
    """Give the network that was trained to tell the body, read once."""
    return _load("labeller.npz")


@cache
def field_network() -> Network:
    """Give the network that was trained to tell what lines state as well, read once.

    It learns from pages whose body is not known, too, and tells the body a little worse.
    """
    return _load("fields.npz")


def _load(name: str) -> Network:
    with files(__package__).joinpath(name).open("rb") as file:
        return load_network(np.load(file, allow_pickle=False))
