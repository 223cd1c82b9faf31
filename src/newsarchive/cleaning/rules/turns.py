"""Rules for texts made of turns: questions and answers, letters, a live blog, numbered points.

Such turns are short, and so look like what pages put beside an article; that they take turns is
what tells them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsarchive.cleaning.rules.asides import asks_readers
from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.cleaning.wrapping import is_amid_a_sentence
from newsarchive.finding.letters import letters_in
from newsarchive.model import Label

QUESTIONS = 3
"""Questions, at least, that make an interview."""
QUESTIONS_AMID = 2
"""As many of these, at least, stand amid the text: of a short one the labeller may see no more."""
QUESTION_CHARACTERS = 300
APART = 5
"""Lines from one question to the next, at most, where the labeller sees no more of the text."""
POINTS = 3
"""Points, at least, that make a numbered list."""
SIGNATURE_LINES, SIGNATURE_CHARACTERS = 3, 60
"""Lines below a letter that say who wrote it and where, at most, and their length."""
ENTRIES = 3
"""Entries, at least, that make a live blog."""
_ASKS = tuple(f"{mark}{quote}" for mark in "?？؟" for quote in ("", *'"”’»'))
_ENDS = tuple(f"{mark}{quote}" for mark in ".!…。！।۔" for quote in ("", *"\"”’»'」)"))
_PLACED = frozenset({"between-paragraphs", "after-the-article", "before-the-article"})
"""What the labeller calls lines that nothing speaks against but their shape and place."""
CLOCK_CHARACTERS = 16
_DASHED = re.compile("[―—─]{2}[\u3040-\u30ff\u4e00-\u9fff]")
_OPENS_DASHED = frozenset("-─")
_POINT = re.compile(r"(\d{1,2})[.)] \S")
_CLOCK = re.compile(
    r"\(?(?:[01]?\d|2[0-3])(?:[.:]|\s?h\s?)[0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,4})?\)?"
)
_TIMED_POINT = re.compile(r"[\[(]?(?:\d{1,2}:)?\d{1,2}:\d\d[\])]?[\s–—-]+[^\W\d]")
_OPENS_TIME = frozenset("([0123456789")


def question_and_answer(page: Page, _labels: Labels) -> dict[int, Label]:
    """A question of an interview: several stand amid the text, each with an answer below."""
    return dict.fromkeys(_questions(page), "body")


def answer(page: Page, labels: Labels) -> dict[int, Label]:
    """A sentence between two questions of an interview, or below the last one."""
    asked = _questions(page)
    turns = [*pairwise(asked), *((last, last + APART) for last in asked[-1:])]
    return {
        i: "body"
        for question, following in turns
        for i in _sentences_from(page, labels, question + 1, following)
        if not page.is_body(i)
    }


def _sentences_from(page: Page, labels: Labels, start: int, end: int) -> Iterator[int]:
    """Give the lines from one on, as long as each is a sentence that no rule knows."""
    for i in range(start, min(end, len(page.lines))):
        if i in labels or not (page.is_body(i) or _is_placed_sentence(page, i)):
            return
        yield i


def _is_placed_sentence(page: Page, i: int) -> bool:
    return page.verdicts[i].rule in _PLACED and page.lines[i].text.endswith((*_ENDS, "」"))


def _questions(page: Page) -> list[int]:
    """Find the questions of an interview; none where the text is none."""
    asked = [i for i in page.holding("?？؟") if _is_question(page, i)]
    if len(asked) < QUESTIONS or not page.body_end:
        return _dashed(page)
    first = page.body.index(True)
    own = [i for i in asked if first - 1 <= i < page.body_end]
    if len(own) < QUESTIONS_AMID:
        return []
    for i in asked:
        if page.body_end <= i <= own[-1] + APART:
            own.append(i)
    return own if len(own) >= QUESTIONS else []


def _dashed(page: Page) -> list[int]:
    """Find the questions of an interview in Japanese, which begin with two dashes each."""
    dashed = [
        i
        for i in page.beginning_as(_OPENS_DASHED.__contains__)
        if _DASHED.match(page.lines[i].text)
    ]
    return dashed if len(dashed) > 1 and page.body_end else []


def _is_question(page: Page, i: int) -> bool:
    """Tell whether a line asks something and the next one answers it."""
    text = page.lines[i].text
    if len(text) > QUESTION_CHARACTERS or not text.endswith(_ASKS) or i + 1 == len(page.lines):
        return False
    below = page.lines[i + 1].text
    return not below.endswith(_ASKS) and below.endswith(_ENDS) and not asks_readers(page, i + 1)


def timed_entry(page: Page, labels: Labels) -> dict[int, Label]:
    """A time that stands alone over an entry of a live blog, or a line of that entry.

    Where most times have lines of the article below them, so have the others.
    """
    opening = page.beginning_as(_OPENS_TIME.__contains__)
    times = [i for i in opening if _is_time(page.folded[i])]
    entries = list(pairwise([*times, len(page.lines)]))
    full = [(start, end) for start, end in entries if any(page.body[start:end])]
    if len(full) < ENTRIES - 1 or len(entries) < ENTRIES or 2 * len(full) < len(entries):
        return {}
    found: dict[int, Label] = {}
    for start, end in entries:
        entry = dict(_entry(page, labels, start + 1, end))
        if entry:
            found[start] = "subheading"
            found |= entry
    return {i: label for i, label in found.items() if label != "body" or not page.is_body(i)}


def time_amid_a_sentence(page: Page, _labels: Labels) -> dict[int, Label]:
    """A time in the transcript of a recording, where most such times stand amid a sentence."""
    opening = page.beginning_as(_OPENS_TIME.__contains__)
    times = [i for i in opening if _is_time(page.folded[i]) and 0 < i < len(page.lines) - 1]
    amid = sum(is_amid_a_sentence(page.lines[i - 1].text, page.lines[i + 1].text) for i in times)
    return dict.fromkeys(times, "boilerplate") if amid >= max(ENTRIES, len(times) / 2) else {}


def _is_time(folded: str) -> bool:
    return len(folded) <= CLOCK_CHARACTERS and _CLOCK.fullmatch(folded) is not None


def _entry(page: Page, labels: Labels, start: int, end: int) -> Iterator[tuple[int, Label]]:
    """Label an entry's lines: perhaps its writer and a heading, then sentences."""
    start += start in labels
    if start + 1 < end and not page.lines[start].text.endswith(_ENDS) and start not in labels:
        if _is_sentence(page, labels, start + 1):
            yield start, "subheading"
        start += 1
    for i in range(start, end):
        if not _is_sentence(page, labels, i):
            return
        yield i, "body"


def _is_sentence(page: Page, labels: Labels, i: int) -> bool:
    return i not in labels and (page.is_body(i) or _is_placed_sentence(page, i))


def timed_point(page: Page, labels: Labels) -> dict[int, Label]:
    """A point of a list with the time of each in a recording, most of which is the article's."""
    return {
        i: "body"
        for points in _timed(page)
        if len(points) >= POINTS and 2 * sum(map(page.is_body, points)) > len(points)
        for i in points
        if i not in labels and not page.is_body(i)
    }


def _timed(page: Page) -> list[list[int]]:
    """Give the lines of each list of times that stand one below the other."""
    lists: list[list[int]] = []
    for i in page.beginning_as(_OPENS_TIME.__contains__):
        if _TIMED_POINT.match(page.lines[i].text):
            if not (lists and lists[-1][-1] == i - 1):
                lists.append([])
            lists[-1].append(i)
    return lists


def numbered_point(page: Page, labels: Labels) -> dict[int, Label]:
    """A point of a numbered list, most of which stands in the article's text."""
    return {
        i: "body"
        for points in _numbered(page)
        if len(points) >= POINTS and 2 * sum(map(page.is_body, points)) > len(points)
        for i in points
        if i not in labels and not page.is_body(i)
    }


def _numbered(page: Page) -> list[list[int]]:
    """Give the lines of each list that counts from one, however far they are apart."""
    lists: list[list[int]] = []
    for i in page.beginning_as(str.isdigit):
        number = int(point[1]) if (point := _POINT.match(page.lines[i].text)) else 0
        if number == 1:
            lists.append([i])
        elif number and lists and number == len(lists[-1]) + 1:
            lists[-1].append(i)
    return lists


def signed_letter(page: Page, labels: Labels) -> dict[int, Label]:
    """A letter to the editor beside another, or who signed it, below it and above the next one."""
    opens = letters_in(tuple([line.text for line in page.lines]))
    if not any(map(page.is_body, opens)):
        return {}
    found: dict[int, Label] = {
        i: "body"
        for start, end in pairwise([*opens, len(page.lines)])
        if _is_sentence(page, labels, start)
        for i in _letter(page, labels, start, end)
        if i not in labels and not page.is_body(i)
    }
    return found | dict(_heading_of_first(page, labels, opens))


def _heading_of_first(
    page: Page, labels: Labels, opens: Sequence[int]
) -> Iterator[tuple[int, Label]]:
    """Give the heading of the first letter, where another one has one."""
    above = [i - 1 for i in opens if i and not page.lines[i - 1].text.endswith(_ENDS)]
    headed = any(page.verdicts[i].label != "boilerplate" for i in above[1:])
    if headed and above[0] == opens[0] - 1 and above[0] not in labels:
        yield above[0], "subheading"


def _letter(page: Page, labels: Labels, start: int, end: int) -> range:
    """Give a letter's paragraphs, and the short lines below the last of them."""
    last = start
    while last + 1 < end and _is_sentence(page, labels, last + 1):
        last += 1
    signed = last + 1
    while signed < min(end, last + 1 + SIGNATURE_LINES) and _signs(page, signed):
        signed += 1
    return range(start, signed)


def _signs(page: Page, i: int) -> bool:
    return len(page.lines[i].text) <= SIGNATURE_CHARACTERS
