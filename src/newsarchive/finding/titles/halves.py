"""Puts a title together that stands in two halves, with the colon on a line of its own.

Pages set the first half apart, as a kicker: what stands over "Bridge closed" says "Port Elsewhere",
and between them stands ":", alone, before the second half, or behind the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.model import Line, Statement

_COLONS = (":", "：")
_LONGEST_HALF = 100


def with_halves(found: Sequence[Statement], lines: tuple[Line, ...]) -> tuple[Statement, ...]:
    """Give the statements of a title with both its halves; none where it is whole.

    Args:
        found: the statements of the title as one line has it.
        lines: the page's lines.
    """
    places = {line.number: i for i, line in enumerate(lines)}
    for said in found:
        halves = _halves(lines, places[said.line]) if said.value == said.text and said.line else ()
        if halves:
            first, second = (lines[i].text.strip(" :：") for i in halves)
            title = f"{first}: {second}"
            return tuple(
                Statement("title", title, said.rule, lines[i].text, lines[i].number) for i in halves
            )
    return ()


def _halves(lines: tuple[Line, ...], i: int) -> tuple[int, int] | None:
    """Give the places of the two halves, of which a line is one; None where it is none."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    if lines[i].text.endswith(_COLONS) and 0 < len(below) <= _LONGEST_HALF:
        return i, i + 1
    for first, colon, second in (
        (i, i + 1, i + 2),
        (i - 2, i - 1, i),
        (i - 1, i, i),
        (i, i + 1, i + 1),
    ):
        if first < 0 or second >= len(lines):
            continue
        text = lines[colon].text
        alone = colon != second and text in _COLONS
        before = colon == second and text.startswith(_COLONS) and len(text) > 1
        if (alone or before) and 0 < len(lines[first].text) <= _LONGEST_HALF:
            return first, second
    return None
