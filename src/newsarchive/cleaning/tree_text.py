"""What can be counted in the text of a page's lines, each by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from newsarchive.cleaning.arrays import Doubles
from newsarchive.model import Element
from newsarchive.patterns import late

HEAD = 200  # characters of a line from which its letters and phrases are told
WIDE = late(r"[\u3040-\u9fff\uac00-\ud7af]")  # two of these make about a word
COUNTED = (
    *("size", "words", "links", "letters", "capitals", "digits", "commas", "stops", "ended"),
    *("introduces", "hidden", "copies", "told as body", "told as headline", "told as lead"),
    "capitalised",
)
PHRASES = {
    "leads on": late(
        r"\A(?:read|see|watch|lesen|mehr|weiterlesen|more|related|also|leia|lire|siehe)\b"
    ),
    "asks": late(
        r"\b(?:newsletter|subscribe|sign up|inbox|abonn|log ?in\b|cookies?\b|follow us|click here"
        r"|download)"
    ),
    "credits": late(
        r"\b(?:photo|image|getty|reuters|file|foto|picture|ap|afp|dpa|shutterstock|courtesy|imago)\b"
    ),
    "claims rights": late(r"©|\(c\)|copyright|all rights|alle rechte"),
    "tells of the author": late(
        r"\b(?:contributed|reporting by|edited by|about the author"
        r"|is an? \w{1,20} (?:writer|reporter|editor|journalist))\b"
    ),
    "names a year": late(r"\b(?:19|20)\d\d\b"),
}
COLUMN = {name: number for number, name in enumerate((*COUNTED, *PHRASES))}
"""What each column of the table counts → its number."""


def count_text(texts: Sequence[str], elements: Sequence[Element]) -> Doubles:
    """Count what each line's own text is like: (lines, columns), as `COLUMN` names them."""
    copies = Counter(texts)
    return np.array(
        [
            (*_counted(text, element, copies[text]), *_phrases(text))
            for text, element in zip(texts, elements, strict=True)
        ],
        dtype=np.float64,
    )


def _counted(text: str, element: Element, copies: int) -> tuple[float, ...]:
    parts = text.split(" ")
    head = text[:HEAD]
    letters = sum(map(str.isalpha, head)) or 1
    wide = 0 if text.isascii() else len(WIDE.findall(text))
    return (
        len(text),
        max(len(parts), wide // 2),
        element.links,
        letters / len(head),
        sum(map(str.isupper, head)) / letters,
        sum(map(str.isdigit, head)) / len(head),
        sum(map(text.count, ",，、")),
        sum(map(text.count, ".!?。")),
        text[-1] in '.!?。”"»’…',
        text[-1] == ":",
        element.hidden,
        min(copies, 9),
        element.told == "articleBody",
        element.told == "headline",
        element.told == "description",
        sum(part[:1].isupper() for part in parts) / len(parts),
    )


def _phrases(text: str) -> list[bool]:
    lower = text[:HEAD].lower()
    return [pattern.search(lower) is not None for pattern in PHRASES.values()]
