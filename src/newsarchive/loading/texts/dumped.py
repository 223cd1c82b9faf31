"""A page as Lynx, Links or w3m dump it: a number before each link, and their addresses below.

    Bridge to close                        References

       By [6]Jane Roe                         Visible links
                                              6. https://port-courier.example/staff/jane-roe
       The [7]harbour bridge …                7. https://port-courier.example/harbour

The numbers are none of the text, and neither is the list. A footnote's number stands behind a
word; a link's stands before one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.model import Label, Marks
from newsarchive.patterns import late

RULES = {"list-of-links": "the addresses of a page's links, as a text browser lists them below it"}
(LISTED,) = RULES
MAY_BE = late(r"(?<![\w\]])\[\d{1,4}\]\S")
NUMBER = late(r"(?<![\w\].,;:!?])\[(\d{1,4})\](?=\S|$)")
PICTURE = r"\[(?:INLINE|IMAGE|EMBED|LINK)\]|\(BUTTON\)"
MARK = late(rf"{NUMBER.pattern}|{PICTURE}")
ADDRESS = late(r"(?:(\d{1,4})\.|\[(\d{1,4})\]) ?[a-z][a-z+.-]{1,15}:\S+", re.IGNORECASE)
HEADING = late(
    r"(?:references?|(?:visible |hidden )?links|verweise|(?:sichtbare|versteckte) links"
    r"|références|liens (?:visibles|cachés)|referencias|enlaces (?:visibles|ocultos)|riferimenti"
    r"|collegamenti (?:visibili|nascosti)|verwijzingen|(?:zichtbare|verborgen) verwijzingen):?",
    re.IGNORECASE,
)
"""A line over such a list, in languages that text browsers speak."""
SHARE = 1 / 3
"""The share of the listed addresses whose numbers stand in the text, at least."""
FEWEST = 5
"""Numbers of links that tell of themselves that they are such, at least, where no list does."""
IN_TURN = 0.8
"""The share of them that follow each other without a gap, at least."""


def dumped(text: str) -> tuple[Annotations, Marks] | None:
    """Say which lines list a page's links, and what marks them; None for another text.

    Args:
        text: the whole text.
    """
    if not MAY_BE.search(text):
        return None
    rows = rows_of(text)
    start, listed = _list_of(rows)
    found = [int(number[1]) for row in rows[:start] for number in NUMBER.finditer(row.text)]
    if listed:
        known = listed.intersection(found)
        is_dump = len(known) > 1 and len(known) >= SHARE * len(listed)
    else:
        known = set(found)
        is_dump = _are_in_turn(found)
    if not is_dump:
        return None
    labels: dict[int, tuple[Label, str]] = {
        row.number: ("boilerplate", LISTED) for row in rows[start:]
    }
    return Annotations(labels), {
        row.number: ("", *marks, "") for row in rows[:start] if (marks := _marks(row, known))
    }


def _list_of(rows: Sequence[Row]) -> tuple[int, set[int]]:
    """Give where the list of addresses begins at the end of a text, and their numbers."""
    start, listed = len(rows), set[int]()
    for i in range(len(rows) - 1, -1, -1):
        if address := ADDRESS.fullmatch(rows[i].text):
            listed.add(int(address[1] or address[2]))
        elif not (listed and HEADING.fullmatch(rows[i].text)):
            break
        start = i
    return start, listed


def _marks(row: Row, known: set[int]) -> list[str]:
    found = MARK.finditer(row.text)
    return [mark[0] for mark in found if not mark[1] or int(mark[1]) in known]


def _are_in_turn(found: Sequence[int]) -> bool:
    """Tell whether some numbers are those of a page's links, from the first on."""
    if len(found) < FEWEST or found[0] > FEWEST:
        return False
    return sum(b == a + 1 for a, b in pairwise(found)) >= IN_TURN * (len(found) - 1)
