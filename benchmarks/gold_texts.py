"""Articles as somebody keeps them: title, byline, day and paragraphs, made of gold.

The kit's texts are pages of the web. Who types an article, or cleans it by hand, keeps less: the
finders learn from these what such texts look like.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

Gold = dict[str, Any]
LENGTHS = (2, 3, 5, 8, 30)
"""Paragraphs that are kept, in turns: a brief, or a whole article."""


def kept_texts(golds: Iterable[Gold]) -> list[tuple[Gold, str]]:
    """Returns articles as texts, each with a gold that says what of it the text states."""
    sound = (
        gold for gold in golds if gold["title"] and gold["score"]["title"] and gold["score"]["body"]
    )
    return [_kept(gold, turn) for turn, gold in enumerate(sound)]


def _kept(gold: Gold, turn: int) -> tuple[Gold, str]:
    signed = ", ".join(gold["authors"] or [])
    english = gold["lang"] == "en" and turn % 3
    byline = f"By {signed}" if signed and english else signed
    heads = [line for line in (byline, gold["date"]) if line] if turn % 5 != 4 else []
    lead = [gold["lead"]] if gold["lead"] and turn % 2 else []
    body = json.loads(gold["body"]) if isinstance(gold["body"], str) else gold["body"]
    paragraphs = [block["x"] for block in body[: LENGTHS[turn % len(LENGTHS)]]]
    blank = "\n\n" if turn % 2 else "\n"
    text = blank.join([gold["title"], *lead, *heads[:: -1 if turn % 4 == 3 else 1], *paragraphs])
    said = {"title_in": "line", "date_in": "full" if gold["date"] in heads else "none"}
    stated: Gold = {name: {"kept": value} for name, value in said.items()}
    return {**gold, **stated, "author_in": {"kept": bool(signed and heads)}}, f"{text}\n"
