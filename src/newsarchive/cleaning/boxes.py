"""A rule for boxes that stand beside an article's text and say what they are: "Zur Person".

It is one as those of `rules`.
"""

from __future__ import annotations

from newsarchive.cleaning.openings import opening
from newsarchive.cleaning.page import SHORT, Labels, Page
from newsarchive.model import Label

_HEADING = opening("box-heading", after=r"\s?(?:[:|–—-].*)?$")
LINES = 12
"""Lines of a box below its heading, at most."""


def box_of_facts(page: Page, _labels: Labels) -> dict[int, Label]:
    """A box beside the text: a heading such as "Zur Person", and what stands close below it."""
    found: dict[int, Label] = {}
    for heading in page.opening_with(_HEADING, SHORT):
        end = _end(page, heading)
        if page.lines[heading].blanks and end > heading + 1:
            found |= dict.fromkeys(range(heading, end), "boilerplate")
    return found


def _end(page: Page, heading: int) -> int:
    """Give the line behind a box; the heading where no blank line ends it soon enough."""
    for end in range(heading + 1, min(heading + LINES + 2, len(page.lines))):
        if page.lines[end].blanks:
            return end
    return len(page.lines) if len(page.lines) <= heading + LINES + 1 else heading
