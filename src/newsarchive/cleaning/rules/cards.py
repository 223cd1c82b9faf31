"""A rule for cards of other articles amid the text, which nothing tells but their form and place.

Browsers copy paragraphs with a blank line between them, and what a page puts into one link without:
a section, a headline, its sentence, its age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.model import Label

_CARDS = re.compile(r"(?:s?hp?d?){1,4}")
"""A section (s), a headline (h), its sentence (p), its age (d)."""
LINES = range(2, 9)
"""Lines of the cards that stand together."""
PARAGRAPH_CHARACTERS = 80
"""Characters of a paragraph above and below them, at least."""
SECTION_WORDS, HEADLINE_WORDS = 3, 5
HEADLINE_CHARACTERS, SENTENCE_CHARACTERS, AGE_CHARACTERS = 150, range(30, 350), 25
APART = 0.8
"""The share of long paragraphs that blank lines stand above, at least."""
FEWEST = 5
"""Long paragraphs, at least, by which that is told."""
_SMALL = frozenset("& / of the for de der la".split())
_OPENS = frozenset("\"'“„«»‘¿¡:")
_NO_HEADLINE = (",", ":", ";", "…", ")")


def card_amid_the_text(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline close to another or to its own sentence, amid paragraphs that stand apart."""
    groups = list(_close_together(page))
    if not groups or not _stand_apart(page):
        return {}
    return {
        i: "related"
        for group in groups
        if not any(labels.get(i) in ("body", "subheading") for i in group)
        and _are_cards(page, group)
        for i in group
    }


def caption_over_a_name(page: Page, labels: Labels) -> dict[int, Label]:
    """A sentence close over a name alone, amid paragraphs that stand apart: both of a picture."""
    pairs = [group for group in _close_together(page) if len(group) == 2]
    if not pairs or not _stand_apart(page):
        return {}
    shown = [
        (caption, name)
        for caption, name in pairs
        if caption not in labels and name not in labels
        if _shape(page.lines[caption].text) == "p" and _is_name(page.lines[name].text)
    ]
    captions: dict[int, Label] = dict.fromkeys([caption for caption, _ in shown], "caption")
    return captions | dict.fromkeys([name for _, name in shown], "credit")


def _is_name(text: str) -> bool:
    """Tell whether a line may be a name: of a few words, or of more that all have capitals."""
    words = text.split()
    loud = all(word[0].isupper() or word in _SMALL for word in words)
    return _shape(text) == "s" or (loud and _shape(text) in ("h", "x") and text[0].isupper())


def _close_together(page: Page) -> Iterator[range]:
    """Give the groups of lines amid the text without blank lines between them."""
    start = page.paragraphs[0] + 1 if page.paragraphs else 0
    for i in range(start + 1, page.body_end + 1):
        if i == page.body_end or page.lines[i].blanks:
            if i - start in LINES and i < page.body_end:
                yield range(start, i)
            start = i


def _stand_apart(page: Page) -> bool:
    long = [i for i in page.paragraphs if len(page.folded[i]) > PARAGRAPH_CHARACTERS]
    apart = [i for i in long if page.lines[i].blanks]
    return len(long) >= FEWEST and len(apart) >= APART * len(long)


def _are_cards(page: Page, group: range) -> bool:
    above, below = page.lines[group[0] - 1].text, page.lines[group[-1] + 1].text
    texts = [page.lines[i].text for i in group]
    return (
        min(len(above), len(below)) >= PARAGRAPH_CHARACTERS
        and not above.endswith(":")
        and not all(": " in text for text in texts)
        and _CARDS.fullmatch("".join(map(_shape, texts))) is not None
    )


def _shape(text: str) -> str:
    """Tell in a letter what a line of a card looks like, "x" if like none."""
    words = text.count(" ") + 1
    if len(text) <= AGE_CHARACTERS and any(map(str.isdigit, text)) and words < HEADLINE_WORDS:
        return "d"
    if text[0].islower() or not (text[0].isalpha() or text[0] in _OPENS):
        return "x"
    if text.endswith(ENDS_SENTENCE):
        return "p" if words >= HEADLINE_WORDS and len(text) in SENTENCE_CHARACTERS else "x"
    if text.endswith(_NO_HEADLINE) or len(text) > HEADLINE_CHARACTERS:
        return "x"
    return "h" if words >= HEADLINE_WORDS else "s" if words <= SECTION_WORDS else "x"
