"""Reads what whoever saved a text noted above it or below it, and what a web archive prints there.

    Title: Bridge to close                 https://web.archive.org/web/20210720…/https://…
    Source: The Port Courier               URL: https://port-courier.example/bridge
    Date: 19 July 2021                     Accessed: 20 July 2021

Two such lines at the top are a head that states the article's fields; an address and the day of a
visit need no other beside them. The day of a visit is never the article's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from newsarchive.finding.date_patterns import find_days
from newsarchive.finding.names import split_names
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late
from newsarchive.spelling.captures import capture_in

FIELDS = ("title", "authors", "date", "source", "section", "url", "crawled")
ALONE = ("url", "crawled")
"""What is noted without a head too."""
_HEAD, _FOOT = 12, 6
"""Lines at the top and at the end of a text that may be notes."""
_LONGEST = 600
_LONGEST_VISIT = 40
"""Characters of a line that notes the day of a visit without a colon: "Accessed 3 July 2014"."""
_SIGNS = ":：="
_NOTE = late(rf"([^\W\d_][\w ()-]{{1,24}}?)\s?[{_SIGNS}]\s?(?=\S)(?!//)")
_ADDRESS = late(r"https?://[^\s<>\"]+?(?=[).,;\]]*(?:\s|$))")
_VISIT = any_of("noted-crawled", r"[(\[]?", r"(?: on| am)?\b[:\s]")
_PATH = late(r"https?://[^\s/]+/\S*\w{4}\S*")


def find_notes(lines: Sequence[Line]) -> tuple[Statement, ...]:
    """Returns what the notes of a text state, each with its line.

    Args:
        lines: The page's lines.
    """
    ends = [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _FOOT) :]]
    head = [said for line in takewhile(_is_note, lines[:_HEAD]) for said in _noted(line)]
    whole = len({said.field for said in head}) > 1
    notes = [said for line in ends for said in (*_captured(line), *_noted(line))]
    if lines and _PATH.fullmatch(lines[0].text) and "url" not in {said.field for said in notes}:
        notes = [_statement("url", lines[0].text, lines[0])]
    found = [said for said in notes if said.field in ALONE or (whole and said in head)]
    return tuple(dict.fromkeys(found))


def _is_note(line: Line) -> bool:
    return any(_noted(line)) or _ADDRESS.fullmatch(line.text) is not None


def _noted(line: Line) -> Iterator[Statement]:
    """Gives what a line notes: behind a key, or of a visit behind an address."""
    keyed = len(line.text) <= _LONGEST and any(map(line.text.__contains__, _SIGNS))
    note = _NOTE.match(line.text) if keyed else None
    field = _keys().get(note[1].lower(), "") if note else ""
    value = line.text[note.end() :] if note else ""
    address = _ADDRESS.match(value) if field in ("url", "source") else None
    if address:
        yield _statement("url", address[0], line)
        rest = value[address.end() :]
        if visit := _VISIT.search(rest):
            yield from _day("crawled", rest[visit.end() :], line)
    elif field in ("date", "crawled"):
        yield from _day(field, value, line)
    elif field == "authors":
        yield from [_statement(field, name, line) for name in split_names(value)]
    elif field not in ("", "url"):
        yield _statement(field, value, line)
    elif not note and len(line.text) <= _LONGEST_VISIT and (visit := _VISIT.match(line.text)):
        yield from _day("crawled", line.text[visit.end() :], line)


def _day(field: str, text: str, line: Line) -> Iterator[Statement]:
    """Gives the day that a note begins with, if it can be read in one way only."""
    for mention in find_days(0, text)[:1]:
        if mention.other is None and mention.start < len("Wednesday, "):
            yield _statement(field, mention.day.isoformat(), line)


def _captured(line: Line) -> Iterator[Statement]:
    """Gives what the address of a web archive's copy says: what was copied, and when."""
    if copy := capture_in(line.text):
        yield _statement("url", copy.address, line)
        yield _statement("crawled", copy.day, line)


def _statement(field: str, value: str, line: Line) -> Statement:
    return Statement(field, value, "noted", line.text, line.number)


@cache
def _keys() -> dict[str, str]:
    """Returns the field that each key is noted for."""
    return {key: field for field in FIELDS for key in words(f"noted-{field}")}
