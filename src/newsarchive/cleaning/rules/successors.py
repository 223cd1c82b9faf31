"""The rule for another article that follows on the same page, as pages without an end have them."""

from __future__ import annotations

import re

from newsarchive.cleaning.rules.page import SHORT, Labels, Page
from newsarchive.model import Label

_FIGURES, _WORDS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
FEWEST = 3
"""Lines of body of the page's own article before another can begin."""
ALIKE = 12
"""Characters by which two days of one form differ, at most: "May 1" and "September 30"."""
NAMES = 6
"""Words of a byline that is nothing but names, at most."""


def next_article(page: Page, _labels: Labels) -> dict[int, Label]:
    """What follows from where a byline and a day stand again as they do above the article."""
    own = _head(page)
    body = page.paragraphs
    if own is None or len(body) <= FEWEST or own[0] > body[0]:
        return {}
    dated, step = own
    day, name = _form(page, dated), _signs(page, dated + step)
    length = len(page.lines[dated].text)
    for i in range(body[FEWEST], len(page.lines) - 1):
        if name is None or abs(len(page.lines[i].text) - length) > ALIKE:
            continue
        if _form(page, i) == day and _signs(page, i + step) == name:
            return dict.fromkeys(range(min(i, i + step), len(page.lines)), "boilerplate")
    return {}


def _head(page: Page) -> tuple[int, int] | None:
    """Give the line of the article's day, and where from there its byline stands: -1 or 1."""
    signed = {i for i, _ in page.stated("authors") if len(page.lines[i].text) <= SHORT}
    for i, said in page.stated("date"):
        for step in (-1, 1):
            if not said.where and len(page.lines[i].text) <= SHORT and i + step in signed - {i}:
                return i, step
    return None


def _form(page: Page, i: int) -> str:
    """Give a line with all figures and all words alike: "a 0, 0" of "July 19, 2021"."""
    return _WORDS.sub("a", _FIGURES.sub("0", page.lines[i].text)[: SHORT + 1])


def _signs(page: Page, i: int) -> str | None:
    """Give the signs of a line that may be a byline; None for any other."""
    text = page.lines[i].text
    words = _WORDS.findall(text)
    if not 1 < len(words) <= NAMES or len(text) > SHORT or any(map(str.isdigit, text)):
        return None
    capitals = [word for word in words if word[0].isupper()]
    return _WORDS.sub("", text).replace(" ", "") if len(capitals) > 1 else None
