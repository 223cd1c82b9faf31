"""Reads what whoever saved a text noted above it or below it, and what a web archive prints there.

    Title: Bridge to close                 https://web.archive.org/web/20210720…/https://…
    Source: The Port Courier               URL: https://port-courier.example/bridge
    Date: 19 July 2021                     Accessed: 20 July 2021
    Document Type: Article
    Full Text:                             - Author: [[Jane Doe]]

Two such fields at the top are a head that states the article's, be they written by hand or a
database's or a reference program's; an address and the day of a visit need no other beside them.
The day of a visit is never the article's. A key may stand on a line of its own above its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.days.months import month_of_line
from newsarchive.finding.people.splitting import split_names
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late
from newsarchive.spelling.captures import capture_in
from newsarchive.spelling.inverted import paper_in_order, people_in_order

FIELDS = ("title", "authors", "date", "source", "publisher", "section", "url", "crawled")
ALONE = ("url", "crawled")
"""What is noted without a head too."""
_BESIDE, _TEXT = "beside", "text"
"""A field of whoever keeps the text that states none of the article's; the one above the text."""
_HEAD, _FOOT = 12, 6
"""Lines at the top and at the end of a text that may be notes."""
_MOST = 40
"""Lines of all fields above a text, or below it."""
_LONGEST = 600
_LONGEST_BESIDE = 120
"""Characters of a field that nothing but those around it tells."""
_LONGEST_VISIT = 40
"""Characters of a line that notes the day of a visit without a colon: "Accessed 3 July 2014"."""
_SIGNS = ":：="
_NOTE = late(rf"(?:[-*•]\s)?([^\W\d_][\w ()/-]{{1,24}}?)\s?[{_SIGNS}]\s?(?=\S)(?!//)")
_KEY = late(rf"(?:[-*•]\s)?([^\W\d_][\w ()/-]{{1,24}}?)\s?[{_SIGNS}]")
_ADDRESS = late(r"https?://[^\s<>\"]+?(?=[).,;\]]*(?:\s|$))")
_VISIT = any_of("noted-crawled", r"[(\[]?", r"(?: on| am)?\b[:\s]")
_PATH = late(r"https?://[^\s/]+/\S*\w{4}\S*")
_CACHED = any_of("over-copy", after=r".{0,20}?(https?://[^\s<>]+?)[.,]?(?=\s|$)")
_ISSUE = late(r"(?:1[6-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
"""A year, or a year and a month."""
_PAGE = late(r"[,;]\s(?:p[gp]?s?|pages?|s|seite)\b[.:]?\s?[\w-]+$", re.IGNORECASE)
_LINKED = dict.fromkeys(map(ord, "[]"))
"""What notes put around the name of another note."""
_OF_DAY = late(r"[\s,;·–—(-]+(?:vom|du|del|of|van)?\s*$")
"""What stands between a paper's name and its day."""


class _Entry(Struct, frozen=True):
    """A field that is noted."""

    field: str
    value: str
    key: Line
    line: Line
    """The one with its value: the same, or the next."""


def find_notes(lines: Sequence[Line]) -> tuple[Statement, ...]:
    """Give what the notes of a text state, each with its line.

    Args:
        lines: the page's lines.
    """
    entries = _head(lines)
    entries += _foot(lines[len(entries) :])
    stated = [said for entry in entries for said in _stated(entry)]
    ends = [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _FOOT) :]]
    alone = [said for line in ends for said in (*_captured(line), *_alone(line))]
    if lines and _PATH.fullmatch(lines[0].text) and not any(s.field == "url" for s in alone):
        alone.append(_statement("url", lines[0].text, lines[0]))
    return tuple(dict.fromkeys((*_firmest(stated), *alone)))


def _head(lines: Sequence[Line]) -> list[_Entry]:
    """Give the fields at the top; three may stand below a title, four below one more line."""
    for start in (0, 1, 2):
        entries = _entries(lines[start : start + _MOST])
        if len(_fields(entries)) > 1 + start:
            return entries
    return []


def _foot(lines: Sequence[Line]) -> list[_Entry]:
    """Give the fields at the end, of which one is the title."""
    if not lines or not (_keyed(lines[-1]) or _entry(lines[-2:])):
        return []
    for start in range(max(0, len(lines) - _MOST), len(lines)):
        entries = _entries(lines[start:])
        fields = _fields(entries) if entries and entries[-1].line is lines[-1] else set()
        if "title" in fields and len(fields) > 2:
            return entries
    return []


def _fields(entries: Sequence[_Entry]) -> set[str]:
    return {said.field for entry in entries for said in _stated(entry)} - {_BESIDE}


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    """Give the fields that stand one below the other from the first line on."""
    entries: list[_Entry] = []
    at = 0
    while entry := _entry(lines[at : at + 2], within=bool(entries)):
        entries.append(entry)
        at += 1 if entry.line is entry.key else 2
    return entries


def _entry(lines: Sequence[Line], *, within: bool = False) -> _Entry | None:
    """Give the field that a line notes, if need be with the next one.

    Args:
        lines: it and the next one.
        within: others stand above; then what only looks like a field is one, over another.
    """
    if not lines or len(lines[0].text) > _LONGEST:
        return None
    line, below = lines[0], lines[1] if len(lines) > 1 else None
    if _ADDRESS.fullmatch(line.text):
        return _Entry("", "", line, line)
    if note := _NOTE.match(line.text):
        amid = within and len(line.text) <= _LONGEST_BESIDE and below and _keyed(below)
        field = _keys().get(note[1].lower(), _BESIDE if amid else _TEXT)
        return _Entry(field, line.text[note.end() :], line, line) if field != _TEXT else None
    key = _KEY.fullmatch(line.text)
    field = _keys().get(key[1].lower(), "") if key else ""
    if not field:
        return None
    if below is None or field == _TEXT or _keyed(below):
        return _Entry(_BESIDE, "", line, line)
    return _Entry(field, below.text, line, below)


def _keyed(line: Line) -> bool:
    """Tell whether a line begins with the key of a field that is known."""
    key = _NOTE.match(line.text) or _KEY.fullmatch(line.text)
    return key is not None and key[1].lower() in _keys()


def _stated(entry: _Entry) -> Iterator[Statement]:
    """Give what a field of a head states; its lines are none of the text, whatever it is."""
    for line in dict.fromkeys((entry.key, entry.line)) if entry.field else ():
        yield _statement(_BESIDE, line.text, line)
    yield from _said(entry.field, entry.value, entry.line)


def _said(field: str, value: str, line: Line) -> Iterator[Statement]:
    address = _ADDRESS.match(value) if field in ("url", "source") else None
    if address:
        yield _statement("url", address[0], line)
        rest = value[address.end() :]
        if visit := _VISIT.search(rest):
            yield from _day("crawled", rest[visit.end() :], line)
    elif field in ("date", "crawled"):
        yield from _day(field, value, line)
    elif field == "authors":
        names = split_names(people_in_order(value.translate(_LINKED)))
        yield from [_statement(field, name, line) for name in names]
    elif field in ("source", "publisher"):
        yield from _paper(field, value, line)
    elif field in ("title", "section"):
        yield _statement(field, _PAGE.sub("", value.lstrip("#")), line)


def _paper(field: str, value: str, line: Line) -> Iterator[Statement]:
    """Give a paper, and the day that may stand behind its name: "Post, The, 22 May 2019"."""
    if "@" in value:
        return
    mention = next((one for one in find_days(0, value) if one.start), None)
    name = _OF_DAY.sub("", value[: mention.start]) if mention else value
    yield _statement(field, paper_in_order(name), line)
    if mention and mention.other is None:
        yield _statement("date", mention.day.isoformat(), line)


def _day(field: str, text: str, line: Line) -> Iterator[Statement]:
    """Give the day that a note begins with, if it can be read in one way only; or its month."""
    mentions = find_days(0, text)[:1]
    for mention in mentions:
        if mention.start < len("Wednesday, "):
            yield from _days(field, text[: mention.end], line)
    if not mentions and (issue := text if _ISSUE.fullmatch(text) else month_of_line(text)):
        yield _statement(field, issue, line)


def _days(field: str, text: str, line: Line) -> Iterator[Statement]:
    """Give the first day of a text, if it can be read in one way only."""
    for mention in find_days(0, text)[:1]:
        if mention.other is None:
            yield _statement(field, mention.day.isoformat(), line)


def _firmest(stated: Sequence[Statement]) -> Iterator[Statement]:
    """Give what is stated; the house that owns a paper stands for it where nothing names it."""
    named = any(said.field == "source" for said in stated)
    for said in stated:
        house = said.field == "publisher"
        yield replace(said, field=_BESIDE if named else "source") if house else said


def _alone(line: Line) -> Iterator[Statement]:
    """Give the address that a line notes, or the day of a visit, with a key or without one."""
    entry = _entry([line]) if any(map(line.text.__contains__, _SIGNS)) else None
    if entry and entry.field:
        yield from (s for s in _said(entry.field, entry.value, line) if s.field in ALONE)
    elif len(line.text) <= _LONGEST_VISIT and (visit := _VISIT.match(line.text)):
        yield from _day("crawled", line.text[visit.end() :], line)


def _captured(line: Line) -> Iterator[Statement]:
    """Give what a web archive says of its copy, or a search engine: what was copied, and when."""
    if copy := capture_in(line.text):
        yield _statement("url", copy.address, line)
        yield _statement("crawled", copy.day, line)
    elif "http" in line.text and (cached := _CACHED.match(line.text)):
        yield _statement("url", cached[1], line)
        yield from _days("crawled", line.text[cached.end() :], line)


def _statement(field: str, value: str, line: Line) -> Statement:
    return Statement(field, value, "noted", line.text, line.number)


@cache
def _keys() -> dict[str, str]:
    """Give the field that each key is noted for."""
    return {key: field for field in (*FIELDS, _BESIDE, _TEXT) for key in words(f"noted-{field}")}
