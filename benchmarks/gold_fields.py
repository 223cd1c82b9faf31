"""On which lines of a page its title, its day and its authors' names are stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsarchive import finding
from newsarchive.cleaning.network import FIELDS
from newsarchive.finding.days import dates
from newsarchive.finding.days.on_page import list_mentions
from newsarchive.finding.days.order import month_comes_first
from newsarchive.finding.page import Page, lay_out
from newsarchive.finding.titles.choice import same_title
from newsarchive.model import Line

UNTOLD = -1
"""Of a line of which the gold does not tell whether it states the field."""
_LONGEST = 120
"""Characters of a line that names the author; a longer one is prose about somebody."""
_TAIL = re.compile(r"\s(?:[|–—-]|[·»])\s|[|｜»]")

Gold = Mapping[str, Any]


def find_gold_fields(
    lines: Sequence[Line], gold: Gold, style: str, body: Sequence[bool]
) -> NDArray[np.int8]:
    """Tell which lines state a field.

    Args:
        lines: the page's lines.
        gold: what a careful reader gets from the page.
        style: how the page became text.
        body: whether each line is one of the body.

    Returns:
        A row a line, a column a field of `FIELDS`: 1 where it is stated, 0 where it is not, and
        `UNTOLD` on the whole page where the gold does not say, or no line states it as it stands.
    """
    told = np.full((len(lines), len(FIELDS)), UNTOLD, np.int8)
    found = {
        "title": _title(lines, gold, style),
        "date": _date(lines, gold, style, body),
        "authors": _authors(lines, gold, style, body),
    }
    for column, field in enumerate(FIELDS):
        places = found[field]
        if places is not None:
            told[:, column] = 0
            told[sorted(places), column] = 1
    return told


def _title(lines: Sequence[Line], gold: Gold, style: str) -> set[int] | None:
    """Find the lines that are the title, or begin with it before a publisher's name."""
    if not gold["score"]["title"] or (gold["title_in"] or {}).get(style) != "line":
        return None
    wanted = {same_title(text) for text in (gold["title"], *gold["title_alt"])}
    places = {
        i for i, line in enumerate(lines) if not wanted.isdisjoint(map(same_title, _heads(line)))
    }
    return places or None


def _heads(line: Line) -> Iterator[str]:
    yield line.text
    for cut in _TAIL.finditer(line.text):
        yield line.text[: cut.start()]


def _date(lines: Sequence[Line], gold: Gold, style: str, body: Sequence[bool]) -> set[int] | None:
    """Find the lines that state the day; none of a page that states no day of its own."""
    stated = (gold["date_in"] or {}).get(style)
    if stated == "none":
        return set()
    if stated != "full" or not gold["score"]["date"]:
        return None
    layout = lay_out(Page(tuple(lines), tuple(map(float, body))))
    mentions = list_mentions(layout)
    month_first = month_comes_first(mentions, layout, finding.language_of(layout))
    days = dates.list_candidates(layout, mentions, None, month_first)
    accepted = set(gold["date_accepted"])
    return {day.line for day in days if day.day.isoformat() in accepted} or None


def _authors(
    lines: Sequence[Line], gold: Gold, style: str, body: Sequence[bool]
) -> set[int] | None:
    """Find the short lines outside of the body that hold an author's name."""
    if not gold["authors"] or not (gold["author_in"] or {}).get(style):
        return None
    names = [name.casefold() for name in gold["authors"]]
    places = {
        i
        for i, line in enumerate(lines)
        if not body[i] and len(line.text) <= _LONGEST
        if any(name in line.text.casefold() for name in names)
    }
    return places or None
