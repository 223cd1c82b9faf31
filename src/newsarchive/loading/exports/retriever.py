"""Retriever (Mediearkivet, Atekst), full text: the paper with the day below each title.

Bron stängs i nio veckor
Hamnposten, 2021-07-19 05:26
Sida 4
Publicerat i print.

…
© Hamnposten
Läs hela artikeln på http://…
==============================================
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.loading.annotations import Row, plainly
from newsarchive.loading.exports.dividing import Form
from newsarchive.loading.exports.parts import RIGHTS, RecordPart, whole
from newsarchive.loading.exports.values import ADDRESS
from newsarchive.patterns import late

DAY = r"(?:(?:19|20)\d\d-\d\d-\d\d|\d\d\.\d\d\.(?:19|20)\d\d)"
DATED = late(rf"(?P<paper>\S.{{0,118}}), (?P<day>{DAY})(?: \d\d[:.]\d\d)?")
PAGE = late(r"Sid[ae]n? \d.{0,40}")
PUBLISHED = late(r"(?:Publicerat|Publisert|Publiceret|Udgivet) (?:på|i) [^\W\d_]{3,12}\.?")
SAID = ("Publicerat ", "Publisert ", "Publiceret ", "Udgivet ")
RULE = late(r"[=-]{20,}")
BELOW = late(r"(?:Läs|Les|Læs) hela?e? |Se webb?arti|Alla artiklar är skyddade|Alle artikler ")
WINDOW = 8
"""Lines of a head, and some above it."""
MOST_TITLE = 3
"""Lines of a title."""
MOST_BELOW = 8
"""Rows below a text: whose it is, where it stands, a rule."""


def _is_in(text: str) -> bool:
    if not any(map(text.__contains__, SAID)):
        return False
    lines = [line.strip() for line in plainly(text).split("\n")]
    published = (i for i, line in enumerate(lines) if PUBLISHED.fullmatch(line))
    return any(_length_of_head(lines[max(0, i - WINDOW) : i + 1]) for i in published)


def _length_of_head(lines: Sequence[str]) -> int:
    """Give the lines from the title to where the article was published; 0 where it is no head."""
    dated = len(lines) - 2
    if dated > 0 and PAGE.fullmatch(lines[dated]):
        dated -= 1
    if dated < 1 or not DATED.fullmatch(lines[dated]):
        return 0
    first = dated
    while first and lines[first - 1] and dated - first < MOST_TITLE:
        first -= 1
    return len(lines) - first if first < dated else 0


def _parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    published = next((i for i, row in enumerate(rows) if PUBLISHED.fullmatch(row.text)), 0)
    dated = next((i for i in range(published, -1, -1) if DATED.fullmatch(rows[i].text)), 0)
    first = dated
    while first and dated - first < MOST_TITLE and not rows[first].apart:
        first -= 1
    yield from whole("outside", rows[:first])
    yield from whole("title", rows[first:dated])
    yield from _paper(rows[dated])
    yield from whole("field", rows[dated + 1 : published + 1])
    end = _end_of(rows, published + 1)
    yield from whole("body", rows[published + 1 : end])
    for row in rows[end:]:
        yield from _below(row)


def _paper(row: Row) -> Iterator[RecordPart]:
    said = DATED.fullmatch(row.text)
    if said is None:
        yield from whole("field", [row])
    else:
        yield RecordPart("date", [row], said["day"])
        yield RecordPart("source", [row], said["paper"])


def _end_of(rows: Sequence[Row], first: int) -> int:
    """Find the first row below the text."""
    near = range(max(first, len(rows) - MOST_BELOW), len(rows))
    return next((i for i in near if _is_below(rows[i])), len(rows))


def _is_below(row: Row) -> bool:
    said = RIGHTS.match(row.text) or BELOW.match(row.text) or RULE.fullmatch(row.text)
    return said is not None


def _below(row: Row) -> Iterator[RecordPart]:
    if RIGHTS.match(row.text):
        yield from whole("rights", [row])
    else:
        yield from whole("url" if ADDRESS.search(row.text) else "field", [row])


RETRIEVER = Form(
    is_in=_is_in,
    parts=_parts,
    holds=late(rf"{PUBLISHED.pattern}$"),
    opens=late(rf"{PUBLISHED.pattern}$"),
    length=_length_of_head,
    whole=late(rf"{PUBLISHED.pattern}$"),
    ends=late(rf"{RULE.pattern}$"),
)
