"""Paragraphs whose lines were broken at a fixed width, as in mails, agencies' wires and old files.

Such lines are one text: they are labelled alike, and read as one paragraph. A break is told from
the end of a paragraph by its reason: the next line's first word would not have fitted any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsarchive.model import Line

NARROWEST, WIDEST = 50, 110
"""Characters of the width at which programs break lines."""
SLACK = 6
"""Characters by which a line may be longer than those of the paragraphs that show the width."""
FEWEST = 3
"""Lines of a paragraph that shows the width."""
MOST = 2 / 3
"""The share of lines that are full, at least: paragraphs may follow without a blank line."""
MID_SENTENCE = 3
"""One in so many breaks of a page goes on in lower case, at least: a list of headlines has none."""


def wrapped_runs(lines: Sequence[Line]) -> tuple[range, ...]:
    """Find the paragraphs of two lines and more that were broken at the page's width.

    Args:
        lines: the page's lines.

    Returns:
        The indices of each paragraph's lines; nothing for a page whose lines are as they were.
    """
    groups = [group for group in _groups(lines) if len(group) > 1]
    width = max((_width(lines, group) for group in groups), default=0)
    if not width:
        return ()
    runs = tuple(run for group in groups for run in _runs(lines, group, width))
    breaks = [lines[i].text for run in runs for i in run[1:]]
    going_on = sum(text[0].islower() for text in breaks)
    return runs if going_on * MID_SENTENCE >= len(breaks) else ()


def _groups(lines: Sequence[Line]) -> Iterator[range]:
    """Yield the stretches of lines without a blank line between them."""
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i].blanks:
            yield range(start, i)
            start = i


def _width(lines: Sequence[Line], group: range) -> int:
    """Give the width at which most lines of a group were broken, 0 where that is not to be seen."""
    width = max(len(lines[i].text) for i in group)
    if len(group) < FEWEST or not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(_is_full(lines[i], lines[i + 1], width) for i in group[:-1])
    return width if full >= MOST * (len(group) - 1) else 0


HYPHENS = ("-", "\u2010", "\u00ad")


def _is_full(line: Line, below: Line, width: int) -> bool:
    """Tell whether the first word of the line below would not have fitted."""
    word = below.text.partition(" ")[0]
    return len(line.text) + 1 + len(word) > width or line.text.endswith(HYPHENS)


def _runs(lines: Sequence[Line], group: range, width: int) -> Iterator[range]:
    """Yield the paragraphs of a group: stretches of full lines, each with the line that ends it."""
    start = group.start
    for i, below in pairwise((*group, group.stop)):
        whole = below == group.stop or not _is_full(lines[i], lines[below], width)
        if whole or len(lines[i].text) > width + SLACK:
            if i > start:
                yield range(start, below)
            start = below
