"""Paragraphs whose lines were broken at a fixed width, as in mails, agencies' wires and old files.

Such lines are one text: they are labelled alike, and read as one paragraph. A break is told from
the end of a paragraph by its reason: the next line's first word would not have fitted any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from newsarchive.model import Line, Statement
from newsarchive.spelling.wrapped import join_lines

NARROWEST, WIDEST = 50, 110
"""Characters of the width at which programs break lines."""
SLACK = 6
"""Characters by which a line may be longer than those of the paragraphs that show the width."""
FEWEST = 3
"""Lines of a paragraph that shows the width."""
MOST = 2 / 3
"""The share of lines that are full, at least: paragraphs may follow without a blank line."""
TITLE = 4
"""Lines of a title, at most."""
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
    if len(group) < FEWEST:
        return 0
    width = max(len(lines[i].text) for i in group)
    if not NARROWEST <= width <= WIDEST:
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


def whole_titles(
    statements: Sequence[Statement], lines: Sequence[Line], runs: Sequence[range]
) -> tuple[Statement, ...]:
    """Give the statements of a page, those of its title with all lines that it was broken into.

    Such a title stands between blank lines, or goes on in lower case. A line that states something
    else, such as a byline, is none of it.

    Args:
        statements: what the lines state.
        lines: the page's lines.
        runs: the paragraphs that were broken, as `wrapped_runs` gives them.
    """
    taken = {said.line for said in statements if said.field != "title"}
    whole = {
        lines[i].number: [lines[j] for j in run]
        for run in runs
        if len(run) <= TITLE and _is_one_title(lines, run)
        for i in run
        if taken.isdisjoint(lines[j].number for j in run)
    }
    return tuple(chain.from_iterable(_with_all_lines(said, whole) for said in statements))


def _is_one_title(lines: Sequence[Line], run: range) -> bool:
    above = run.start == 0 or lines[run.start].blanks > 0
    below = run.stop == len(lines) or lines[run.stop].blanks > 0
    return (above and below) or all(lines[i].text[0].islower() for i in run[1:])


def _with_all_lines(said: Statement, whole: Mapping[int, Sequence[Line]]) -> Sequence[Statement]:
    lines = whole.get(said.line or 0, ())
    if said.field != "title" or said.value != said.text or not lines:
        return [said]
    title = join_lines([line.text for line in lines])
    return [Statement("title", title, said.rule, line.text, line.number) for line in lines]
