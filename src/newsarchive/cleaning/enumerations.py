"""A rule for lists that a sentence of the article announces.

It is a rule as those of `rules`.
"""

from __future__ import annotations

from newsarchive.cleaning.page import Labels, Page
from newsarchive.model import Label

POINTS = range(2, 15)
"""Lines of such a list."""
ANNOUNCING_CHARACTERS = 15
"""Characters of the line that announces it, at least: "Contact:" is none."""
DOUBTFUL_POINT = 0.1
"""What the labeller must give a point, at least."""


def announced_point(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of a list amid the text, below a paragraph that ends in a colon."""
    found: dict[int, Label] = {}
    for i in page.paragraphs:
        if page.lines[i].text.endswith(":") and len(page.folded[i]) > ANNOUNCING_CHARACTERS:
            points = _points(page, labels, i + 1)
            if i not in labels and len(points) in POINTS:
                found |= dict.fromkeys(points, "body")
    return found


def _points(page: Page, labels: Labels, start: int) -> range:
    """Give the lines from one on that only their shape keeps out of the text around them."""
    end = start
    while end < page.body_end and end not in labels and _is_in_doubt(page, end):
        end += 1
    return range(start, end)


def _is_in_doubt(page: Page, i: int) -> bool:
    verdict = page.verdicts[i]
    return verdict.rule == "between-paragraphs" and verdict.probability >= DOUBTFUL_POINT
