"""Reports of services that monitor papers and broadcasts, with the lines that say whose they are.

    PM1907154021 Eastport THE COURIER in English 19 Jul 89 p 3        Harbour bridge to close
    [Article by Ann Ode: "Harbor Bridge To Close"]                    Text of report in English by …
    [Text] Eastport--The Town Council voted …                         …
                                                Source: The Courier, Eastport, in English 19 Jul 97

On the left the Foreign Broadcast Information Service, on the right BBC Monitoring and its Summary
of World Broadcasts. Both name the paper or the station, and the day on which it had the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from newsarchive.finding.people.names import is_agency
from newsarchive.finding.people.splitting import split_names
from newsarchive.finding.sources.paper_names import printed
from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.loading.days import MONTHS
from newsarchive.model import Label, Marks, Statement
from newsarchive.patterns import late

RULES = {"monitored-report": "whose report it is, as services that monitor papers and stations say"}
(MONITORED,) = RULES
TOP, FOOT = 5, 4
"""Lines at either end of a text that may say so."""
LONGEST = 300
WHEN = (
    r"in [A-Z][A-Za-z]+(?:(?: and|,) [A-Z][a-z]+)*,? (?:\d{4} ?(?i:gmt),? )?"
    r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2,8}) (?P<year>\d{4}|\d{2})(?:,? pp? ?[\d, -]+)?"
)
HEAD = late(rf"[A-Z]{{2,3}}\d{{6,10}}[A-Z]? (?P<place>[A-Z][a-z]+) (?P<name>.{{2,60}}?) {WHEN}")
CODED = late(r"^[A-Z]{2,3}\d{6,10}", re.MULTILINE)
BEGINNING = 1_000
"""Characters of a text in which the number of a report would be, told cheaply of all texts."""
END = late(rf"Source: (?P<name>[^,]{{2,80}}), .{{2,80}}?, {WHEN}")
REPORTED = late(r"(?:Text|Excerpts?|Summary) (?:of|from) .{2,120} by .{2,160}")
ENTITLED = late(
    r"\[(?:[A-Z][a-z]+ ){0,3}?(?:article|report|interview|commentary|editorial|dispatch)"
    r"(?: by (?P<by>[^:\]\"“]{3,80}?))?(?::|,? entitled:?)? ?"
    r"[\"“](?P<title>[^\"”]{3,200})[\"”][^\]]*\]",
    re.IGNORECASE,
)
SIGNED = late(
    r"(?:\([cC]\)|©|Copyright)?\s?(?:BBC Mon\b|BBC Monitoring|British Broadcasting Corp).*"
)
WHOLE = late(r"\[(?:Text|Excerpts?|Summary|Passage omitted)\] ")
CENTURY = 30
"""Years of two figures from it on are of the last century: such services began in 1939."""


def monitored(text: str) -> tuple[Annotations, Marks] | None:
    """Say what such a service states of a report, and what stands before its words.

    Args:
        text: the whole text; None is given where no service shows.
    """
    if "Source: " not in text and not CODED.search(text, 0, BEGINNING):
        return None
    rows = [row for row in rows_of(text) if len(row.text) <= LONGEST]
    ends = [(row, HEAD.fullmatch(row.text)) for row in rows[:TOP]]
    ends += [(row, END.fullmatch(row.text)) for row in rows[-FOOT:]]
    said = next(((row, found) for row, found in ends if found), None)
    if not said:
        return None
    beside = [row for row in rows[:TOP] if REPORTED.fullmatch(row.text)]
    beside += [row for row in rows[-FOOT:] if SIGNED.fullmatch(row.text)]
    labels: dict[int, tuple[Label, str]] = {
        row.number: ("boilerplate", MONITORED) for row in (said[0], *beside)
    }
    entitled = dict(_entitled(rows[:TOP])) if said[0] in rows[:TOP] else {}
    labels |= {row.number: ("boilerplate", MONITORED) for row in entitled}
    stated = (*_origin(*said), *(one for found in entitled.values() for one in found))
    return Annotations(labels, stated), _marks(text)


def _origin(row: Row, said: re.Match[str]) -> Iterator[Statement]:
    """State the paper or the station, and the day."""
    name, place = said["name"], said.groupdict().get("place")
    if place and not name.isupper():
        name = f"{place} {name}"
    yield _statement("source", name if is_agency(name) else printed(name), row)
    if day := _day(said):
        yield _statement("date", day, row)


def _day(said: re.Match[str]) -> str | None:
    month, year = said["month"][:3].lower(), int(said["year"])
    if len(said["year"]) == len("89"):
        year += 1900 if year >= CENTURY else 2000
    try:
        return date(year, MONTHS.index(month) + 1, int(said["day"])).isoformat()
    except ValueError:
        return None


def _entitled(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Statement]]]:
    """Give the line in brackets that says what the report was called, and who wrote it."""
    for row in rows:
        if found := ENTITLED.fullmatch(row.text):
            names = split_names(found["by"] or "")
            signed = [_statement("authors", name, row) for name in names]
            yield row, [_statement("title", found["title"], row), *signed]


def _marks(text: str) -> Marks:
    """Give what stands before the words of the text: that it is all of it, or a part."""
    found = ((row, WHOLE.match(row.text)) for row in rows_of(text))
    return {row.number: (mark[0], "") for row, mark in found if mark}


def _statement(field: str, value: str, row: Row) -> Statement:
    return Statement(field, value, MONITORED, row.text, row.number)
