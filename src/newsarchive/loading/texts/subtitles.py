"""Subtitles (SRT, WebVTT, SBV), and transcripts copied with the times: what is said, running on.

    12                                     WEBVTT                           0:00
    00:00:31,000 --> 00:00:33,500          Language: en                     Good evening. The
    <i>The bridge, built in                                                 0:04
    1904, is to close.</i>                 00:31.000 --> 00:33.500          harbour bridge is
                                           <v Ann Ode>The bridge is to …    to close.

Nothing tells where a paragraph of speech ends: one does where somebody else speaks, where a
sentence ends and nobody speaks for a while or much was said, and else where very much was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from html import unescape
from itertools import pairwise

from msgspec import Struct

from newsarchive.loading.annotations import Annotations, Row, rows_of
from newsarchive.model import Label, Marks, Statement
from newsarchive.patterns import late
from newsarchive.spelling.languages import language_code

RULES = {
    "subtitle": "what is said, where a paragraph begins: somebody else speaks, or much was said",
    "subtitle-goes-on": "what is said, and goes on with the paragraph above",
    "subtitle-time": "when something is said, or another remark of the subtitles' own",
    "subtitle-again": "the subtitle above, which stays while the next one is shown",
}
BEGINS, GOES_ON, TIME, AGAIN = RULES
CLOCK = r"(?:(?P<h{0}>\d{{1,3}}):)?(?P<m{0}>\d{{1,3}}):(?P<s{0}>\d\d)(?:[.,]\d{{1,3}})"
SPAN = late(rf"{CLOCK.format(1)} ?(?:-->|,) ?{CLOCK.format(2)}(?: .*)?")
MOMENT = late(rf"{CLOCK.format(1)}?")
SHOWS_SPAN = late(r"^[ \t]*[\d:]{4,9}[.,]\d{1,3}[ \t]*(?:-->|,)[ \t]*[\d:]{4,9}[.,]", re.MULTILINE)
SHOWS_MOMENT = late(r"\s*(?:00?:)?00?:[0-2]\d[ \t]*[\r\n]")
"""How a transcript copied with the times begins: at its beginning, or somewhat later."""
SPEAKER = re.compile(r"<v(?:\.[^ <>\n]{1,40})?[ \t]([^<>\n]{1,80})>")
TAG = re.compile(
    r"</?(?:[cibuv]|lang|ruby|rt|font|\d[\d:.]{4,12})(?:[. ][^<>\n]{0,120})?>|\{\\[^{}\n]{1,80}\}"
)
WEBVTT = "WEBVTT"
REMARKS = (WEBVTT, "NOTE", "STYLE", "REGION")
LANGUAGE = re.compile(r"Language: ?([\w-]{2,12})")
SPEAKS = late(r"(?:>>+|[-–—]) ?(?=\S)")
"""Stands before what another one says."""
ENDS = tuple('.!?…؟。！？"”’»)]')
FEWEST, FEWEST_MOMENTS = 3, 5
"""Times that subtitles have, at least, and that a copied transcript has, which shows it by less."""
SHARE = 1 / 4
"""The share of a text's lines that are times, at least."""
ROLLING = 1 / 3
"""The share of subtitles that begin as the one above ended, at least, where all of them roll."""
PAUSE = 2
"""Seconds."""
MUCH, VERY_MUCH = 500, 1_200
"""Characters of a paragraph after which the next sentence begins another, or the next words do."""


class _Cue(Struct, frozen=True):
    """Something that is said at a time."""

    start: int
    """In seconds."""
    end: int | None
    rows: tuple[Row, ...]


def as_shown(text: str) -> str:
    r"""Give a text as viewers of its subtitles see it; any other text as it is.

    >>> cue = "00:01.000 --> 00:02.000\n"
    >>> as_shown(f"WEBVTT\n\n{cue}<v Ann Ode>Roe &amp; <i>Son</i>").splitlines()[-1]
    'Ann Ode: Roe & Son'
    """
    if not SHOWS_SPAN.search(text):
        return text
    shown = TAG.sub("", SPEAKER.sub(r"\1: ", text))
    return unescape(shown) if text.lstrip("\ufeff\n ").startswith(WEBVTT) else shown


def subtitles(text: str) -> tuple[Annotations, Marks] | None:
    """Say of the lines of subtitles what is said and what are times; None for any other text.

    Args:
        text: the whole text, as it is shown.
    """
    if SHOWS_SPAN.search(text):
        time, fewest = SPAN, FEWEST
    elif SHOWS_MOMENT.match(text):
        time, fewest = MOMENT, FEWEST_MOMENTS
    else:
        return None
    rows = rows_of(text)
    times = {row.number for row in rows if time.fullmatch(row.text)}
    if len(times) < fewest or len(times) < SHARE * len(rows):
        return None
    own = times | (set(_own(rows, times)) if time is SPAN else set())
    cues = list(_cues(rows, times, own, time))
    if time is MOMENT and any(below.start < cue.start for cue, below in pairwise(cues)):
        return None
    again = _again(cues)
    spoken = list(_spoken(cues, again))
    labels: dict[int, tuple[Label, str]] = {
        **dict.fromkeys(own, ("boilerplate", TIME)),
        **dict.fromkeys(again, ("boilerplate", AGAIN)),
        **{row.number: ("body", rule) for row, rule, _ in spoken},
    }
    marks: Marks = {row.number: (mark, "") for row, _, mark in spoken if mark}
    return Annotations(labels, tuple(_language(rows, own))), marks


def _own(rows: Sequence[Row], times: AbstractSet[int]) -> Iterator[int]:
    """Yield the lines that are the subtitles' own: their head, remarks, the cues' numbers."""
    remark = -1
    for row, below in pairwise((*rows, None)):
        if not row or row.number in times:
            continue
        if (row.apart and row.text.startswith(REMARKS)) or row.number == remark + 1:
            remark = row.number
            yield remark
        elif below and below.number in times and not below.apart and _is_name(row):
            yield row.number


def _is_name(row: Row) -> bool:
    """Tell whether a line over a time may be the number or the name of what is said then."""
    return row.apart or row.text.isdecimal()


def _cues(
    rows: Sequence[Row], times: AbstractSet[int], own: AbstractSet[int], time: re.Pattern[str]
) -> Iterator[_Cue]:
    """Yield what is said, each with its time."""
    said: list[Row] = []
    when: re.Match[str] | None = None
    for row in rows:
        if row.number in times:
            if when:
                yield _cue(when, said)
            when, said = time.fullmatch(row.text), []
        elif row.number not in own and when:
            said.append(row)
    if when:
        yield _cue(when, said)


def _cue(when: re.Match[str], said: Sequence[Row]) -> _Cue:
    found = when.groupdict()
    end = _seconds(found, 2) if found.get("s2") else None
    return _Cue(_seconds(found, 1), end, tuple(said))


def _seconds(found: dict[str, str], which: int) -> int:
    hours, minutes, seconds = (int(found[f"{unit}{which}"] or 0) for unit in "hms")
    return hours * 3600 + minutes * 60 + seconds


def _spoken(cues: Sequence[_Cue], again: AbstractSet[int]) -> Iterator[tuple[Row, str, str]]:
    """Yield the lines that are said, each with its rule and what marks that another one speaks."""
    above, length, end = "", 0, None
    for cue in cues:
        paused = end is not None and cue.start - end >= PAUSE
        for row in cue.rows:
            if row.number in again:
                continue
            mark = SPEAKS.match(row.text)
            ended = above.endswith(ENDS) and (paused or length >= MUCH)
            begins = not above or mark is not None or ended or length >= VERY_MUCH
            length = len(row.text) + (0 if begins else length + 1)
            above, paused = row.text, False
            yield row, BEGINS if begins else GOES_ON, mark[0] if mark else ""
        end = cue.end


def _again(cues: Sequence[_Cue]) -> set[int]:
    """Give the lines that only stay from the subtitle above, in a file in which all roll so."""
    again: list[int] = []
    shown = ""
    for cue in cues:
        texts = [row.text for row in cue.rows]
        if texts and texts[0] == shown:
            again.append(cue.rows[0].number)
        shown = texts[-1] if texts else shown
    return set(again) if len(again) >= ROLLING * len(cues) else set()


def _language(rows: Sequence[Row], own: AbstractSet[int]) -> Iterator[Statement]:
    """State the language that the head of WebVTT names."""
    for row in rows[:5]:
        said = LANGUAGE.fullmatch(row.text) if row.number in own else None
        if said and (code := language_code(said[1])):
            yield Statement("language", code, TIME, row.text, row.number)
