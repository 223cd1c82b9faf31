"""A rule for the short line over an article's title that passes for the text: its kicker."""

from __future__ import annotations

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.model import Label

WORDS, CHARACTERS = 4, 40
"""Words and characters of such a line, at most."""


def kicker(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of a few words right over the title, which passes for the text: "Interview"."""
    titles = [i for i, label in labels.items() if label == "title"]
    above = min(titles, default=0) - 1
    return {above: "boilerplate"} if above >= 0 and _is_small_body(page, above) else {}


def _is_small_body(page: Page, i: int) -> bool:
    text = page.lines[i].text
    small = len(text) <= CHARACTERS and text.count(" ") < WORDS
    return small and page.is_body(i) and not text.endswith(ENDS_SENTENCE)
