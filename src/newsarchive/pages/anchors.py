"""Names of an article's passages within its page.

A passage is named by its text, so that its address stays when others come, go or are read anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from newsarchive.body import Block, Bullets, Figure, Paragraph, Subheading, Table, texts_of

DIGITS = 8
"""Hex digits of the text's SHA-256 in an anchor."""


def anchors_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Name blocks; those of the same text are numbered.

    >>> anchors_of([Paragraph("Rain.", (2,)), Subheading("Rain.", (3,)), Paragraph("Snow.", (4,))])
    ('p389be629', 'p389be629-2', 'paf497313')
    """
    names = [_anchor(text_of(block)) for block in blocks]
    if len(set(names)) == len(names):
        return tuple(names)
    used: Counter[str] = Counter()
    for number, name in enumerate(names):
        used[name] += 1
        if used[name] > 1:
            names[number] = f"{name}-{used[name]}"
    return tuple(names)


def _anchor(text: str) -> str:
    return f"p{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


def note_anchor(number: int) -> str:
    """Name a footnote by its number, from 1."""
    return f"note-{number}"


def text_of(block: Block) -> str:
    """Give all that a block says."""
    match block:
        case Bullets() | Table():
            return "\n".join(texts_of(block))
        case Figure():
            return f"{block.caption}\n{block.credit}"
        case Paragraph() | Subheading():
            return block.text
