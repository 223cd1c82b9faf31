"""What Obsidian writes that other Markdown does not have, as Obsidian shows it."""

from __future__ import annotations

import re

SHOWN = (
    (re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]"), ""),
    (re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]"), r"\1"),
    (re.compile(r"^([ \t]{0,3}(?:>[ \t]?)+)\[![\w-]{1,30}\][+-]?", re.MULTILINE), r"\1"),
    (re.compile(r"==(?=[^\s=])([^=\n]{1,1000})(?<=\S)=="), r"\1"),
    (re.compile(r"[ \t]\^[A-Za-z0-9-]{1,40}$", re.MULTILINE), ""),
)
"""Pictures and notes that are shown in place, links to notes, kinds of boxes, marked passages,
names of paragraphs."""


def as_shown(markdown: str) -> str:
    r"""Give Markdown without what Obsidian alone knows.

    >>> as_shown("> [!note] Mind\n\nThe ==old== [[Pier|pier]] of [[Eastport]]. ^a1")
    '>  Mind\n\nThe old pier of Eastport.'
    """
    for pattern, shown in SHOWN:
        markdown = pattern.sub(shown, markdown)
    return markdown
