"""The evaluation kit's pages as the labeller learns from them: what the gold says of each line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from folds import SEED, has_body
from gold_fields import UNTOLD, find_gold_fields
from gold_lines import GoldLines, find_gold_lines
from newsarchive.cleaning.characters import fingerprints, read_characters
from newsarchive.cleaning.features import UNKNOWN
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.repetition import SharedLines, count_lines
from newsarchive.cleaning.wrapping import whole_lines
from newsarchive.model import Line

COMPANIES = ("alone", "core", "all", "half")
CHANCES = (0.4, 0.2, 0.2, 0.2)
"""With which other files a page is read: none, its set's, all, or a random half."""
FIELD_STYLES = ("dump", "wet", "part")
"""The styles in which pages without a sound body teach what lines state."""
Others = Mapping[str, NDArray[np.int64]]


@dataclass(frozen=True)
class Page:
    """A page with what is to be learnt of it."""

    id: str
    set: str
    language: str
    publisher: str
    style: str
    lines: tuple[Line, ...]
    gold: GoldLines
    """Of a page without a sound body: that every line counts as right either way."""
    fields: NDArray[np.int8]
    """A row a line, as `find_gold_fields` returns them."""
    others: Others
    """For each company, in how many other files each line stands, or `UNKNOWN`."""


def read_golds(kit: Path) -> dict[str, Any]:
    """Returns the gold records by page."""
    with (kit / "dev/gold.jsonl").open(encoding="utf-8") as file:
        return {record["id"]: record for record in map(json.loads, file)}


def read_pages_of(kit: Path, style: str, golds: Mapping[str, Any]) -> Iterator[Page]:
    """Yields the pages of a style whose gold body is sound and stands in the text."""
    texts = {}
    for name in golds:
        path = kit / "dev/text" / style / f"{name}.txt"
        if path.exists():
            texts[name] = whole_lines(split_lines(path.read_bytes().decode("utf-8")))
    shared = share_lines(texts, golds)
    for name, lines in texts.items():
        gold = golds[name]
        sound = has_body(gold, style)
        known = find_gold_lines(lines, gold) if sound else ungraded(lines)
        fields = find_gold_fields(lines, gold, style, known.body)
        if lines and (sound or (style in FIELD_STYLES and (fields > UNTOLD).any())):
            prints = fingerprints(read_characters(lines))
            others: Others = {
                company: np.full(len(lines), UNKNOWN) if files is None else files.elsewhere(prints)
                for company, files in shared.items()
            }
            yield Page(
                name, gold["set"], gold["lang"], gold["split_key"], style, lines,
                known, fields, others,
            )  # fmt: skip


def ungraded(lines: Sequence[Line]) -> GoldLines:
    """Returns the gold of lines of which nothing is known: each counts as right either way."""
    no = (False,) * len(lines)
    return GoldLines(no, no, (True,) * len(lines), (0,) * len(lines))


def share_lines(
    texts: Mapping[str, Sequence[Line]], golds: Mapping[str, Any]
) -> dict[str, SharedLines | None]:
    """Returns what the files of every company share."""
    chance = np.random.default_rng(SEED).random(len(texts))
    half = [lines for lines, drawn in zip(texts.values(), chance, strict=True) if drawn < 0.5]
    core = [lines for name, lines in texts.items() if golds[name]["set"] == "core"]
    return {
        "alone": None,
        "core": count_lines(core),
        "all": count_lines(texts.values()),
        "half": count_lines(half),
    }


def is_sound(page: Page) -> bool:
    """Returns whether a page's body is known."""
    return any(page.gold.body)
