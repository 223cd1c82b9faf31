"""Deals publishers into folds: no page is judged by weights that have seen its publisher."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

SEED = 20261121
FOLDS = 5
STYLES = ("dump", "wet", "soup", "split", "part")
LEAST_BODY = 0.85
"""The share of the gold's body that a text must hold to teach the body."""

Gold = Mapping[str, Any]


def has_body(gold: Gold, style: str) -> bool:
    """Returns whether a page's gold body is sound, and stands in its text of a style."""
    return bool(gold["score"]["body"] and (gold["body_in"].get(style) or 0) >= LEAST_BODY)


def deal_publishers(golds: Iterable[Gold]) -> dict[str, int]:
    """Returns each publisher's fold: by lot where bodies are known, by a hash where none is."""
    golds = list(golds)
    judged = {g["split_key"] for g in golds if any(has_body(g, style) for style in STYLES)}
    order = np.random.default_rng(SEED).permutation(len(judged))
    names = sorted(judged)
    dealt = {names[n]: place % FOLDS for place, n in enumerate(order)}
    for gold in golds:
        digest = hashlib.sha256(gold["split_key"].encode()).hexdigest()
        dealt.setdefault(gold["split_key"], int(digest, 16) % FOLDS)
    return dealt
