"""NewsBank and Access World News: fields above the text, `Record Number:` and the like below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.loading.annotations import Row, plainly
from newsarchive.loading.exports.dividing import Form
from newsarchive.loading.exports.parts import (
    RIGHTS,
    Kind,
    RecordPart,
    first_of_run,
    keyed,
    name_on,
    whole,
)

HEAD: dict[str, Kind] = {
    **dict.fromkeys(("page", "edition", "column", "length", "readability", "word count"), "field"),
    **dict.fromkeys(("author", "authors", "author(s)", "author/byline", "byline"), "authors"),
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("publication", "source"), "source"),
    "date": "date",
    "section": "section",
    "dateline": "dateline",
}
ENDING = frozenset(("record number", "openurl link"))
BELOW = ENDING | frozenset(
    ("copyright", "caption", "index terms", "memo", "correction", "language")
)
TAIL: dict[str, Kind] = {"copyright": "rights", "language": "language"}
MOST_FIELDS = 14
HEADER = re.compile(
    r"^(?:Title|Headline): ?[^\n]{1,400}\n(?:(?:[A-Z][\w()/ ]{2,20}:[^\n]{0,400}|[ \t]*)\n){0,16}?"
    r"(?:Publication|Source): ?\S",
    re.MULTILINE,
)
END = re.compile(r"^(?:Record Number|OpenURL Link): ?\S", re.MULTILINE)


def _is_in(text: str) -> bool:
    if "Record Number:" not in text and "OpenURL Link:" not in text:
        return False
    text = plainly(text)
    header = HEADER.search(text)
    return header is not None and END.search(text, header.end()) is not None


def _length_of_head(lines: Sequence[str]) -> int:
    """Give the lines from the title to the paper's name; 0 where the fields have no title."""
    for count, line in enumerate(reversed(lines), 1):
        name = name_on(line)
        if line and name not in HEAD:
            return 0
        if HEAD.get(name) == "title":
            return count
    return 0


def _parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    start = _first_field(rows)
    text = next(
        (i for i in range(start, len(rows)) if name_on(rows[i].text) not in HEAD), len(rows)
    )
    last = next((i for i in range(text, len(rows)) if name_on(rows[i].text) in ENDING), len(rows))
    tail = first_of_run(rows, last, BELOW, text) if last < len(rows) else last
    tail = tail - (tail > text and bool(RIGHTS.match(rows[tail - 1].text)))
    yield from whole("outside", rows[:start])
    yield from keyed(rows[start:text], HEAD)
    yield from whole("body", rows[text:tail])
    yield from keyed(rows[tail:], TAIL)


def _first_field(rows: Sequence[Row]) -> int:
    """Find the title above the paper's name."""
    named = (i for i, row in enumerate(rows) if HEAD.get(name_on(row.text)) == "source")
    source = next(named, 0)
    above = range(source, max(source - MOST_FIELDS, -1), -1)
    return next((i for i in above if HEAD.get(name_on(rows[i].text)) == "title"), source)


NEWSBANK = Form(
    is_in=_is_in,
    parts=_parts,
    holds=re.compile("(?:Publication|Source|Record Number): ?"),
    opens=re.compile("(?:Publication|Source): ?"),
    length=_length_of_head,
    whole=re.compile("Record Number: ?"),
)
