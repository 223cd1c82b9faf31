"""One text in several files: an agency's report in two papers, a page that was saved twice.

Lines that files share are mostly boilerplate. Where two files hold the same article they share its
paragraphs too, and what they share says nothing.
"""

from __future__ import annotations

import numpy as np

from newsarchive.cleaning.arrays import Bools, Ints
from newsarchive.cleaning.features import Table

PARAGRAPH_CHARACTERS = 100
"""A line so long is more likely a paragraph than a menu's entry."""
SENTENCE_CHARACTERS = 40
"""So long is a sentence of a page that has no such paragraph: news in brief, a newsletter."""
SHARE = 0.5
"""A page is another's copy from so many of its paragraphs on, counted by their characters."""


def are_republished(table: Table, others: Ints) -> Bools:
    """Tell of each page whether most of its paragraphs stand in other files too.

    Args:
        table: what was counted in the pages' lines.
        others: in how many other files each line stands.
    """
    pages = len(table.starts) - 1
    long = table.characters >= PARAGRAPH_CHARACTERS
    brief = np.bincount(table.page, long, pages)[table.page] == 0
    counted = long | (brief & (table.characters >= SENTENCE_CHARACTERS))
    sizes = np.where(counted, table.characters, 0)
    copied = np.bincount(table.page, np.where(others > 0, sizes, 0), pages)
    return copied > SHARE * np.bincount(table.page, sizes, pages)
