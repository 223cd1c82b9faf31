"""A rule for boxes beside an article's text that say what they are: "Zur Person", "At a glance"."""

from __future__ import annotations

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import SHORT, Labels, Page
from newsarchive.model import Label

_HEADING = opening("box-heading", after=r"\s?(?:[:|–—-].*)?$")
LAST_LINES = 4
LINES = 12
"""Lines of a box below its heading, at most."""


def box_of_facts(page: Page, _labels: Labels) -> dict[int, Label]:
    """A box beside the text: a heading such as "Zur Person", and what stands close below it."""
    found: dict[int, Label] = {}
    for heading in page.opening_with(_HEADING, SHORT):
        end = len(page.lines) if _is_last(page, heading) else end_of_box(page, heading)
        if end > heading + 1:
            found |= dict.fromkeys(range(heading, end), "boilerplate")
    return found


def _is_last(page: Page, heading: int) -> bool:
    """Tell whether a text without blank lines ends with a box."""
    near = len(page.lines) - heading <= LAST_LINES
    return near and not any(line.blanks for line in page.lines)


def end_of_box(page: Page, heading: int) -> int:
    """Give the line behind those that stand close below a heading which is set apart itself.

    It is the one below the heading where none do, or more than a box holds.
    """
    most = heading + LINES + 1
    if page.lines[heading].blanks:
        for end in range(heading + 1, min(most + 1, len(page.lines))):
            if page.lines[end].blanks:
                return end
        if len(page.lines) <= most:
            return len(page.lines)
    return heading + 1
