"""Rules for what a page prints once more: contents, quotes out of the text, captions."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.model import Label

ENTRIES = 3
"""Entries, at least, that make a table of contents."""
ENTRY_CHARACTERS = 120


def entry_of_contents(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of a table of contents: each is said once more below, over a part of the text."""
    return dict.fromkeys(_contents(page.folded), "boilerplate")


def heading_of_contents(page: Page, _labels: Labels) -> dict[int, Label]:
    """A heading that the table of contents names, where its part of the text begins."""
    return {
        i: "subheading"
        for i in _contents(page.folded).values()
        if page.paragraphs[:1] < (i,) and i + 1 < page.body_end
        if page.is_body(i + 1) and not page.is_body(i)
    }


_TIMED = re.compile(r"^\(?(?:[01]?\d|2[0-3])(?:[.:]|\s?h\s?)[0-5]\d(?: ?[ap]m)?\)?[ :–—-]+(?=\D)")
_OPENS_TIME = frozenset("(0123456789")


@lru_cache(maxsize=1)  # two rules ask of the same page
def _contents(rows: tuple[str, ...]) -> dict[int, int]:
    """Give the lines of the tables of contents, each with the line that says it once more.

    An entry of a live blog's has its time before it.
    """
    rows = tuple([_TIMED.sub("", row) if row[:1] in _OPENS_TIME else row for row in rows])
    last = {row: i for i, row in enumerate(rows)}
    above = {i: last[row] for i, row in enumerate(rows) if last[row] > i}
    times = Counter([rows[i] for i in above])
    entries = [i for i in above if times[rows[i]] == 1 and len(rows[i]) <= ENTRY_CHARACTERS]
    runs: list[list[int]] = []
    for i in entries:
        if not (runs and runs[-1][-1] == i - 1 and above[i] > above[i - 1] + 1):
            runs.append([])
        runs[-1].append(i)
    return {i: above[i] for run in runs if len(run) >= ENTRIES for i in run}


QUOTE_CHARACTERS = range(50, 400)
_QUOTES = frozenset("\"'“„«»”‘")
_QUOTE_ENDS = tuple(f"{stop}{quote}" for stop in ".!?" for quote in "\"”“»«’'")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])[\"']?\s")
_AROUND = " \"'.,!?-"
SPEAKER_CHARACTERS = 60


def pulled_quote(page: Page, labels: Labels) -> dict[int, Label]:
    """A quotation that stands alone and, sentence by sentence, within paragraphs too."""
    quoted = [
        i
        for i in page.beginning_as(_QUOTES.__contains__)
        if i < page.body_end
        and len(page.folded[i]) in QUOTE_CHARACTERS
        and page.lines[i].text.endswith(_QUOTE_ENDS)
        and _stands_in_others(page, i)
    ]
    return {line: "boilerplate" for i in quoted for line in (i, *_speaker(page, labels, i))}


def _stands_in_others(page: Page, i: int) -> bool:
    spoken = [said.strip(_AROUND) for said in _BETWEEN_SENTENCES.split(page.folded[i])]
    longer = [
        page.folded[j]
        for j in page.paragraphs
        if j != i and len(page.folded[j]) > len(page.folded[i])
    ]
    return all(any(said in other for other in longer) for said in spoken if said)


def _speaker(page: Page, labels: Labels, quote: int) -> range:
    """Give the lines below a quotation that name who said so, and what that person is."""
    end = quote + 1
    while end < min(quote + 3, page.body_end) and _may_name(page, labels, end):
        end += 1
    named = end > quote + 1 and any(
        page.folded[quote + 1].strip(_AROUND) in page.folded[j]
        for j in page.paragraphs
        if j not in range(quote, end)
    )
    return range(quote + 1, end if named else quote + 1)


def _may_name(page: Page, labels: Labels, i: int) -> bool:
    text = page.lines[i].text
    return i not in labels and len(text) <= SPEAKER_CHARACTERS and not text.endswith(ENDS_SENTENCE)


CAPTION_CHARACTERS = 15


def _with_more(folded: str) -> tuple[str, ...]:
    return f"{folded}. ", f"{folded} (", f"{folded}.("


DOUBLED = range(6, 25)
"""Words of a caption that is said twice in a row: a heading has fewer, a paragraph more."""


def doubled_caption(page: Page, labels: Labels) -> dict[int, Label]:
    """A line said twice in a row, for those who see a picture and for those who hear of it."""
    doubled = [
        i
        for i in range(1, min(page.body_end + 1, len(page.lines)))
        if page.folded[i] == page.folded[i - 1] and page.folded[i].count(" ") + 1 in DOUBLED
    ]
    times = Counter(page.folded) if doubled else Counter()
    return {
        line: "caption"
        for i in doubled
        if times[page.folded[i]] == 2
        for line in (i - 1, i)
        if line not in labels
    }


TEASER_CHARACTERS = range(40, 350)


def teaser_said_below(page: Page, _labels: Labels) -> dict[int, Label]:
    """A sentence amid the text that stands below it too, among other articles; its headline."""
    below = frozenset(page.folded[page.body_end + 2 :])
    teasers = [
        i
        for i in page.paragraphs[1:]
        if page.folded[i] in below
        and len(page.folded[i]) in TEASER_CHARACTERS
        and not page.folded[i][0].isdigit()
        and page.lines[i].text.endswith(ENDS_SENTENCE)
    ]
    headlines = [i - 1 for i in teasers if page.folded[i - 1] in below]
    return dict.fromkeys((*headlines, *teasers), "related")


COPIED = 3
"""Different paragraphs, at least, of a text that was copied twice."""
SHARE_COPIED = 0.9
"""The share of what follows that is a copy, at least, by its lines."""


def said_before(page: Page, _labels: Labels) -> dict[int, Label]:
    """The article's text once more, from its first paragraph on, as where it was copied twice."""
    opens = page.folded[page.paragraphs[0]] if page.paragraphs else ""
    again = next((i for i in page.paragraphs[1:] if page.folded[i] == opens), page.body_end)
    first = {page.folded[i] for i in page.paragraphs if i < again}
    below = [i for i in page.paragraphs if i >= again]
    copied = [i for i in below if page.folded[i] in first]
    if len({page.folded[i] for i in copied}) < COPIED or len(copied) < SHARE_COPIED * len(below):
        return {}
    return dict.fromkeys(copied, "boilerplate")


def caption_without_its_credit(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of the text that a caption opens with, before it says whose the picture is."""
    captions = [page.folded[i] for i, label in labels.items() if label == "caption"]
    return {
        i: "boilerplate"
        for i in (page.paragraphs if captions else ())
        if len(page.folded[i]) >= CAPTION_CHARACTERS
        and any(said.startswith(_with_more(page.folded[i])) for said in captions)
    }
