"""Transcripts that programs make of recordings: who speaks, and when, over or before the words.

    Ann Ode  00:12                         [00:00:12] Ann Ode: The bridge is to close.
    The bridge is to close.                (00:47) Jane Doe: The ferries sail.

The times run on from the beginning of the recording, as those of no chat and no live report do.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.model import Label, Marks
from newsarchive.patterns import late

RULES = {"speaker-and-time": "who speaks in a recording, and when, over what is said"}
(SPEAKER,) = RULES
CLOCK = r"(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d\d)(?:[.,]\d{1,3})?"
OVER = late(rf"(?P<name>[^\W\d_][\w .'’-]{{1,59}}?)[,:]? ?[\[(]?{CLOCK}[\])]?:?")
BEFORE = late(rf"[\[(]{CLOCK}[\])]:? ?(?=\S)")
SHOWS = late(r"\b0?0:[0-5]\d\b")
FEWEST = 3
SHARE = 1 / 5
"""The share of a text's lines that have a time, at least."""
FIRST = 60
"""Seconds from the beginning within which somebody speaks."""


def transcript(text: str) -> tuple[Annotations, Marks] | None:
    """Say which lines name who speaks and when, and which times stand before words; or nothing.

    Args:
        text: the whole text.
    """
    if not SHOWS.search(text):
        return None
    rows = rows_of(text)
    timed = [(row, found) for row in rows if (found := _timed(row))]
    times = [_seconds(found) for _, found in timed]
    if len(timed) < FEWEST or len(timed) < SHARE * len(rows) or times[0] >= FIRST:
        return None
    if any(below < time for time, below in pairwise(times)) or times[0] == times[-1]:
        return None
    labels: dict[int, tuple[Label, str]] = {}
    marks: Marks = {}
    for row, found in timed:
        if "name" in found.groupdict():
            labels[row.number] = ("subheading", SPEAKER)
        else:
            marks[row.number] = (found[0], "")
    return Annotations(labels), marks


def _timed(row: Row) -> re.Match[str] | None:
    return OVER.fullmatch(row.text) or BEFORE.match(row.text)


def _seconds(found: re.Match[str]) -> int:
    hours, minutes, seconds = (int(found[unit] or 0) for unit in "hms")
    return hours * 3600 + minutes * 60 + seconds
