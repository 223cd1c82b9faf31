"""One text in several files: an agency's report in two papers, a page that was saved twice.

Lines that files share are mostly boilerplate. Where two files hold the same article they share its
paragraphs too, and what they share says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.cleaning.characters import fingerprints, read_characters
from newsarchive.cleaning.repetition import SharedLines
from newsarchive.model import Line

PARAGRAPH_CHARACTERS = 100
"""A line so long is more likely a paragraph than a menu's entry."""
SHARE = 0.5
"""A page is another's copy from so many of its paragraphs on, counted by their characters."""


def is_republished(page: Sequence[Line], shared: SharedLines) -> bool:
    """Tell whether most of a page's long lines stand in other files too.

    Args:
        page: the page's lines.
        shared: in how many of the archive's files each line stands, this page's among them.
    """
    paragraphs = [line for line in page if len(line.text) >= PARAGRAPH_CHARACTERS]
    if not paragraphs:
        return False
    elsewhere = shared.elsewhere(fingerprints(read_characters(paragraphs))) > 0
    sizes = [len(line.text) for line in paragraphs]
    copied = sum(size for size, copy in zip(sizes, elsewhere.tolist(), strict=True) if copy)
    return copied > SHARE * sum(sizes)
