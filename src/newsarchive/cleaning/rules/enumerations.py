"""Rules for lists that a sentence of the article announces."""

from __future__ import annotations

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.model import Label

POINTS = range(2, 15)
"""Lines of such a list."""
ANNOUNCING_CHARACTERS = 15
"""Characters of the line that announces it, at least: "Contact:" is none."""
POINT_CHARACTERS = 80
"""Characters of a point of which the labeller is sure, at most."""
DOUBTFUL_POINT = 0.1
"""What the labeller must give a point, at least."""


def announced_point(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of a list amid the text, below a paragraph that ends in a colon."""
    found: dict[int, Label] = {}
    for i in page.paragraphs:
        if _announces(page, i):
            points = _points(page, labels, i + 1)
            if i not in labels and len(points) in POINTS:
                found |= {point: "body" for point in points if not page.is_body(point)}
    return found


POINT_WORDS = 4
"""Words of a point below the text, at least: an entry of a menu has fewer."""
CLOSING_CHARACTERS = 30
"""Characters of the sentence below such a list, at least."""


def closing_list(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of a list below the text, which ends in a colon, or the sentence that closes it."""
    last = end = page.body_end
    while last and page.is_body(last - 1) and not _ends(page.lines[last - 1].text):
        last -= 1
    last -= 1
    if last < 0 or last in labels or not _announces(page, last):
        return {}
    while end < len(page.lines) and _is_point(page, labels, end):
        end += 1
    closes = end < len(page.lines) and end not in labels and _closes(page.lines[end].text)
    if end - last - 1 not in POINTS or not closes:
        return {}
    return dict.fromkeys(range(page.body_end, end + 1), "body")


def _announces(page: Page, i: int) -> bool:
    long = len(page.folded[i]) > ANNOUNCING_CHARACTERS
    return long and page.lines[i].text.endswith(":")


def _is_point(page: Page, labels: Labels, i: int) -> bool:
    text = page.lines[i].text
    few = text.count(" ") + 1 < POINT_WORDS
    placed = page.verdicts[i].rule == "after-the-article"
    return placed and i not in labels and not few and not text.endswith(ENDS_SENTENCE)


def _closes(text: str) -> bool:
    return len(text) >= CLOSING_CHARACTERS and text.endswith(ENDS_SENTENCE)


def _points(page: Page, labels: Labels, start: int) -> range:
    """Give the lines from one on that only their shape keeps out of the text around them."""
    end = start
    while end < page.body_end and end not in labels and _is_in_doubt(page, end):
        end += 1
    return range(start, end)


def _is_in_doubt(page: Page, i: int) -> bool:
    """Tell whether a line may be a point: the labeller leaves it open, or takes some of them."""
    if page.is_body(i):
        return len(page.folded[i]) <= POINT_CHARACTERS and not _ends(page.lines[i].text)
    verdict = page.verdicts[i]
    return verdict.rule == "between-paragraphs" and verdict.probability >= DOUBTFUL_POINT


def _ends(text: str) -> bool:
    return text.endswith((":", *ENDS_SENTENCE))
