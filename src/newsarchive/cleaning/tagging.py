"""A rule for the words that an article is filed under, a line each below what they are called.

It is a rule as those of `rules`.
"""

from __future__ import annotations

from newsarchive.cleaning.page import Labels, Page
from newsarchive.finding.vocabulary import words
from newsarchive.model import Label

TAG_WORDS, TAG_CHARACTERS = 4, 40
"""Words and characters of each, at most."""
_CALLED = frozenset({*words("tags"), "temas", "themen", "taggar", "ämnen", "emner", "topics"})


def tag_below_its_name(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of some words low on the page, in a list that stands below "Tags" or the like."""
    found: dict[int, Label] = {}
    for name in page.saying_any(_CALLED):
        i = name + 1
        while page.body_end // 2 < i < len(page.lines) and _is_tag(page.lines[i].text):
            found[i] = "boilerplate"
            i += 1
    return found


def _is_tag(text: str) -> bool:
    few = len(text) <= TAG_CHARACTERS and text.count(" ") < TAG_WORDS
    return few and text[-1].isalnum()
