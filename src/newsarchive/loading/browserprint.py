"""A page that a browser printed, as text again: it has the day of the printing and its address.

    16/06/2020, 10:32     Bridge closed | Courier       Bridge closed | Courier   https://…/bridge
    …                                                   …
    https://…/bridge                           1/2      1 of 2                   16/06/2020, 10:32

Left are the lines of Chromium and its like, right those of Firefox. The day is that of a visit and
not the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.loading.days import day
from newsarchive.loading.exports.parts import Row, Told, rows_of
from newsarchive.model import Label, Statement

RULES = {
    "printed-by-a-browser": "what a browser prints around a page: its address, the day, its title",
}
(PRINTED,) = RULES
DAY = r"(?P<day>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})(?:,? \d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: ?[AP]M)?)?"
ADDRESS = r"(?P<address>https?://\S+)"
LAYOUTS = (  # the head and the foot of a page
    (re.compile(rf"{DAY} \S.*"), re.compile(rf"{ADDRESS} \d{{1,3}}/\d{{1,3}}")),
    (
        re.compile(rf"\S.* {ADDRESS}"),
        re.compile(rf"\d{{1,3}} (?:of|von|de|sur|di|van|av|af) \d{{1,3}} {DAY}"),
    ),
)
LONGEST = 400  # characters of such a line
FEET = (  # what a text without it has no foot of either layout
    re.compile(rf"https?://\S{{1,{LONGEST}}}+\s+\d{{1,3}}/\d"),
    re.compile(r"\d\s+(?:of|von|de|sur|di|van|av|af)\s+\d{1,3}\s+\d"),
)


def browser_print(text: str) -> Told | None:
    """Say what a browser printed around a page; None where nothing shows that one did.

    Args:
        text: the whole text.
    """
    if "http" not in text or not any(foot.search(text) for foot in FEET):
        return None
    rows = [row for row in rows_of(text) if len(row.text) <= LONGEST]
    for head, foot in LAYOUTS:
        feet = [row for row in rows if foot.fullmatch(row.text)]
        if feet and rows[0] not in feet and head.fullmatch(rows[0].text):
            return _told(_alike(rows, rows[0]), feet, (head, foot))
    return None


def _alike(rows: Sequence[Row], first: Row) -> list[Row]:
    """Give the heads of all pages, which say the same."""
    return [row for row in rows if row.text == first.text]


def _told(
    heads: Sequence[Row], feet: Sequence[Row], layout: tuple[re.Pattern[str], re.Pattern[str]]
) -> Told:
    labels: dict[int, tuple[Label, str]] = {
        row.number: ("boilerplate", PRINTED) for row in (*heads, *feet)
    }
    stated = tuple(
        said
        for row, pattern in zip((heads[0], feet[0]), layout, strict=True)
        for said in _stated(row, pattern)
    )
    labels |= {said.line: ("url", PRINTED) for said in stated if said.field == "url" and said.line}
    return Told(labels, stated)


def _stated(row: Row, pattern: re.Pattern[str]) -> Iterator[Statement]:
    found = pattern.fullmatch(row.text)
    said = found.groupdict() if found else {}
    address = said.get("address", "")
    if address and "…" not in address and "..." not in address:
        yield Statement("url", address, PRINTED, row.text, row.number)
    if printed := day(said.get("day", "")):
        yield Statement("crawled", printed, PRINTED, row.text, row.number)
