"""Factiva, full text: with tags (`HD`, `BY`, `WC` …) on lines of their own, or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.loading.annotations import Row, plainly
from newsarchive.loading.exports.dividing import Form
from newsarchive.loading.exports.parts import RIGHTS, Kind, RecordPart, whole
from newsarchive.loading.exports.values import COUNT, DAY, authors_in, is_dated, languages
from newsarchive.patterns import late

TAGS: dict[str, Kind] = {
    **dict.fromkeys(
        "CR WC ET SC ED PG VOL CT RF ART CO IN NS RE IPD IPC IC PUB AN".split(), "field"
    ),
    **dict.fromkeys(("SE", "CLM"), "section"),
    "HD": "title",
    "BY": "authors",
    "PD": "date",
    "SN": "source",
    "DLN": "dateline",
    "LA": "language",
    "CY": "rights",
    "LP": "body",
    "TD": "body",
}
AMID_TEXT = frozenset("TD CT RF ART CO IN NS RE IPD IPC IC PUB AN".split())
"""Tags that can follow a text's paragraph."""
WORDS = late(rf"(?:WC\s+)?{COUNT}", re.IGNORECASE)
COUNTING = (
    *(" words", " Wörter", " mots", " palabras", " palavras", " parole", " woorden", " ord"),
    *(" słów", " слов", "字", "語"),
)
COUNTED = {word: late(rf"{word}(?<=[\d., ]{word})\w?[ \t]*[\r\n]") for word in COUNTING}
"""What ends a count of words, which both headers have: found by its letters, as is fast."""
CLOCK = late(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?")
CODE = late(r"[A-Z][A-Z0-9]{2,7}")
NUMBER = late(
    r"(?:Do[ck]ument[oe]?|Документ|文件|文書|ドキュメント)"
    r" [A-Z][A-Z0-9]{2,11}(?:19|20)\d{6}[a-z0-9]{6,10}"
)
MOST_HEADING = 4
"""Lines above the count of words: section, title, byline, and one more."""
MOST_SECTION_LINES = 4
"""Lines from a section's tag to the next tag, the blank ones among them."""
SEPARATOR = late(r"\t| {2}")
MOST_FIELDS = 10
"""Lines from the date to the copyright."""
TAGGED_HEADER = late(
    r"^HD(?:[ \t]+[^\n]*)?\n(?:[^\n]{0,2000}\n){1,20}?"
    rf"WC\s{{1,9}}{COUNT}\s{{1,9}}PD\s{{1,9}}{DAY}[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
PLAIN_HEADER = late(
    rf"^[ \t]*(?i:{COUNT})[ \t]*\n\s{{0,9}}{DAY}(?: {CLOCK.pattern})?[ \t]*\n"
    r"(?:[^\n]{0,200}\n){1,16}?[ \t]*[A-Z][A-Z0-9]{2,7}[ \t]*\n"
    r"(?:[^\n]{0,200}\n){1,8}?[ \t]*(?:©|\(c\) |\(?Copyright )",
    re.MULTILINE,
)


def _is_in(text: str) -> bool:
    if not any(word in text and COUNTED[word].search(text) for word in COUNTING):
        return False
    text = plainly(text)
    return (TAGGED_HEADER.search(text) or PLAIN_HEADER.search(text)) is not None


def _length_of_head(lines: Sequence[str]) -> int:
    """Give the lines from a record's first one to its count of words, or the date below that."""
    if not is_dated(lines[-1]):
        return _length_of_tagged(lines)
    words = next((i for i in range(len(lines) - 2, -1, -1) if lines[i]), -1)
    if words < 0 or not WORDS.fullmatch(lines[words]):
        return 0
    first = words
    while first and lines[first - 1]:
        first -= 1
    return len(lines) - first if 0 < words - first <= MOST_HEADING else 0


def _length_of_tagged(lines: Sequence[str]) -> int:
    """Give the lines from the title's tag, or the section's above it; 0 where there is none."""
    tags = [SEPARATOR.split(line, maxsplit=1)[0] for line in lines]
    first = max((i for i, tag in enumerate(tags) if tag == "HD"), default=len(tags))
    for i in range(first - 1, -1, -1):
        if tags[i] in ("SE", "CLM") and first - i <= MOST_SECTION_LINES:
            first = i
    return len(tags) - first


def _parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    tagged = {"HD", "WC"} <= {row.text for row in rows}
    return _tagged_parts(rows) if tagged else _plain_parts(rows)


def _tagged_parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    tags = list(_tags(rows))
    first = tags[0][0]
    end = _end_of(rows, first)
    tags = [(i, tag) for i, tag in tags if i < end]
    yield from whole("outside", rows[:first])
    for (i, tag), (stop, _) in zip(tags, [*tags[1:], (end, "")], strict=True):
        yield from whole("field", rows[i : i + 1])
        yield from whole(TAGS[tag], rows[i + 1 : stop])
    yield from whole("outside", rows[end:])


def _tags(rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield the rows that are tags: amid the text only those that can follow it."""
    in_text = False
    for i, row in enumerate(rows):
        if row.text in (AMID_TEXT if in_text else TAGS):
            in_text = TAGS[row.text] == "body"
            yield i, row.text


def _end_of(rows: Sequence[Row], first: int) -> int:
    """Find the row behind the record's number, which stands below its first row."""
    below = range(first, len(rows))
    return next((i + 1 for i in below if NUMBER.fullmatch(rows[i].text)), len(rows))


def _plain_parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    words = _words_in(rows)
    date = words + 1
    end = _end_of(rows, date)
    text = end - bool(NUMBER.fullmatch(rows[end - 1].text))
    top = _top_of(rows, words)
    rights = _rights_in(rows[: min(date + MOST_FIELDS, text)], date + 1)
    yield from whole("outside", rows[:top])
    yield from _heading(rows[top:words])
    yield from whole("field", rows[words:date])
    yield from whole("date", rows[date : date + 1])
    yield from fields_below(rows[date + 1 : rights])
    yield from whole("rights", rows[max(rights, date + 1) : rights + 1])
    yield from whole("body", rows[rights + 1 : text])
    yield from whole("field", rows[text:end])
    yield from whole("outside", rows[end:])


def _rights_in(rows: Sequence[Row], first: int) -> int:
    """Find the copyright, behind which the text begins."""
    found = (i for i in range(first, len(rows)) if RIGHTS.match(rows[i].text))
    return next(found, first - 1)


def _words_in(rows: Sequence[Row]) -> int:
    counted = (i for i, row in enumerate(rows[:-1]) if WORDS.fullmatch(row.text))
    return next((i for i in counted if is_dated(rows[i + 1].text)), 0)


def _top_of(rows: Sequence[Row], words: int) -> int:
    """Find the first line of the heading, which stands without blank lines above the words."""
    top = words
    while top and words - top < MOST_HEADING and not rows[top].apart:
        top -= 1
    return max(words - MOST_HEADING + 1, 0) if top == words else top


def _heading(rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Tell section, title and byline apart; of two lines it is the title and one of the others."""
    if rows and rows[-1].text.startswith("Special to "):
        yield from whole("field", rows[-1:])
        rows = rows[:-1]
    signed = len(rows) > 1 and _is_byline(rows[-1].text, rows[-2].text, len(rows))
    title = rows[:-1] if signed else rows
    has_section = len(title) > 1 and len(title[0].text.split()) <= MOST_SECTION_WORDS
    if has_section:
        yield from whole("section", title[:1])
    yield from whole("title", title[has_section:])
    if signed:
        yield from whole("authors", rows[-1:])


MOST_SECTION_WORDS = 5
SECTION_AND_TITLE = 2
"""Lines of a heading without a byline."""
FEWEST_TITLE_WORDS = 3
"""Words of a title above a line that is taken for its byline though it does not say "By"."""


def _is_byline(text: str, above: str, lines: int) -> bool:
    if text.startswith("By "):
        return True
    words, title = text.split(), above.split()
    capitals = len(words) >= 2 and all(word[0].isupper() for word in words[:2])
    plain = capitals and not any(map(str.isdigit, text)) and bool(authors_in(text))
    if lines > SECTION_AND_TITLE:
        return plain and len(title) >= FEWEST_TITLE_WORDS
    return plain and len(title) >= max(len(words) + 1, MOST_SECTION_WORDS)


def fields_below(rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Tell the fields between the date and the copyright: the time, the source, its code."""
    clock = bool(rows and CLOCK.fullmatch(rows[0].text))
    language = bool(rows and rows[-1].text.lower() in languages())
    stop = len(rows) - language
    coded = [CODE.fullmatch(row.text) is not None for row in rows[clock : min(clock + 2, stop)]]
    source = clock + (bool(coded) and (not coded[0] or (all(coded[1:]) and len(coded) > 1)))
    yield from whole("field", rows[:clock])
    yield from whole("source", rows[clock:source])
    yield from whole("field", rows[source:stop])
    yield from whole("language", rows[stop:])


FACTIVA = Form(
    is_in=_is_in,
    parts=_parts,
    holds=late(rf"{WORDS.pattern}$", re.IGNORECASE),
    opens=late(rf"WC(?:\t|  |$)|{DAY}(?: {CLOCK.pattern})?$"),
    length=_length_of_head,
    whole=late(rf"{WORDS.pattern}$", re.IGNORECASE),
    ends=late(rf"{NUMBER.pattern}$"),
    alone=late(rf"(?:^|(?<=\r))({'|'.join(TAGS)})(?:\t| {{2}})[ \t]*(?=\S)", re.MULTILINE),
)
