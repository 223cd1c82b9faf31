"""The bar that a web archive puts above its copy of a page, where the page was copied as text.

    The Wayback Machine - https://web.archive…      archive.today
    14 captures                                     webpage capture
    …                                               Saved from https://…
    About this capture                              16 Oct 2021 09:12:44 UTC
    COLLECTED BY                                    All snapshots from host …
    …                                               …
    TIMESTAMPS                                      report bug or abuse

It says what was copied, and when, and of what collection the copy is; none of it is of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.finding.days.mentions import find_days
from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.model import Label, Statement
from newsarchive.patterns import late
from newsarchive.spelling.captures import capture_in

RULES = {"archive-bar": "the bar of a web archive above its copy of a page"}
(BAR,) = RULES
PHRASES = frozenset(
    (
        *("about this capture", "collected by", "timestamps", "success", "fail"),
        *("webpage capture", "webpage screenshot", "no other snapshots from this url"),
        *("download .zip", "report bug or abuse", "report error or abuse", "buy me a coffee"),
    )
)
"""What single lines of a bar say and hardly a page does."""
FEWEST = 3
"""Such lines, at least."""
MOST_LINES = 40
LONGEST = 400
BEGINS = late(r"\d{1,7} captures?|archive\.(?:today|fo|is|li|md|ph|vn)")
SAVED = late(r"Saved from (https?://[^\s/]+/\S*)")


def archive_bar(text: str) -> Annotations | None:
    """Say what a web archive printed above a page; None where nothing shows that one did.

    Args:
        text: the whole text.
    """
    if "capture" not in text and "Webpage" not in text:
        return None
    rows = rows_of(text)[:MOST_LINES]
    said = [i for i, row in enumerate(rows) if row.text.lower() in PHRASES]
    if len(said) < FEWEST:
        return None
    begin = next((i for i, row in enumerate(rows[: said[0]]) if _begins(row)), said[0])
    bar = rows[begin : said[-1] + 1]
    labels: dict[int, tuple[Label, str]] = {row.number: ("boilerplate", BAR) for row in bar}
    return Annotations(labels, tuple(_stated(bar)))


def _begins(row: Row) -> bool:
    """Tell whether a bar begins with a line: the page's own title may stand above it."""
    return BEGINS.fullmatch(row.text) is not None or capture_in(row.text) is not None


def _stated(bar: Sequence[Row]) -> Iterator[Statement]:
    """Give the address of the page and the day of the copy."""
    for row in bar:
        if len(row.text) > LONGEST:
            continue
        if copy := capture_in(row.text):
            yield _said("url", copy.address, row)
            yield _said("crawled", copy.day, row)
        elif saved := SAVED.fullmatch(row.text):
            yield _said("url", saved[1], row)
            yield from _day_of_copy(bar)


def _day_of_copy(bar: Sequence[Row]) -> Iterator[Statement]:
    days = ((row, day) for row in bar for day in find_days(0, row.text) if not day.start)
    for row, day in list(days)[:1]:
        if not day.other:
            yield _said("crawled", day.day.isoformat(), row)


def _said(field: str, value: str, row: Row) -> Statement:
    return Statement(field, value, BAR, row.text, row.number)
