"""Cuts a file of many records into them, line by line, with no more than one record held."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from newsarchive.loading.annotations import Row
from newsarchive.loading.exports.parts import RecordPart
from newsarchive.loading.lines import RawLine

WINDOW = 40
"""How many lines above a line of a record's header its first line is looked for."""
LONGEST_MARK = 120
"""How many characters a line may have that tells where records begin or end: a mark."""
LONGEST_LINE = 400
"""How many it may have with the white space around it."""

NOTHING = RawLine(b"", "\n")


class Form(Struct, frozen=True):
    """The form that a database gives the articles that it exports.

    A record is cut off only where one is held and another begins, or where it says that it ends. So
    what stands above the first record becomes part of it, and what stands below the last one of
    that.
    """

    is_in: Callable[[str], bool]
    """Whether a text holds a whole header of the form."""
    parts: Callable[[Sequence[Row]], Iterable[RecordPart]]
    """Given the rows of a record, gives its parts, in any order."""
    holds: re.Pattern[str]
    """Matches a line that shows that a record has begun."""
    opens: re.Pattern[str]
    """Matches a line of a header, by which the first line of the next record can be found."""
    length: Callable[[Sequence[str]], int]
    """Given the last lines, which end in one that `opens` matches, gives how many of them belong to
    the next record; 0 if none begins."""
    whole: re.Pattern[str]
    """Matches a line after which a line that `ends` matches is the record's last."""
    ends: re.Pattern[str] | None = None
    alone: re.Pattern[str] | None = None
    """Matches the name of a field with its text behind it on the same line, which are parted."""


class Record(Struct, frozen=True):
    """The lines of a record, without the blank ones above and below it."""

    lines: Sequence[RawLine]
    over: bool
    """Whether it is larger than it may be: then most of its lines are left out."""


class _Held:
    """The lines since the last cut."""

    def __init__(self, lines: Iterable[RawLine], form: Form, most: int) -> None:
        self.form, self.most = form, most
        self.lines: list[RawLine] = []
        self.marks: list[str] = []
        self.size, self.over, self.whole = 0, False, False
        self.begun: int | None = None
        for line in lines:
            self.add(line)

    def add(self, line: RawLine) -> None:
        """Hold one more line."""
        mark = _mark_on(line)
        self.lines.append(line)
        self.marks.append(mark)
        self.size += len(line.raw)
        if mark and self.begun is None and self.form.holds.match(mark):
            self.begun = len(self.lines) - 1
        if mark and not self.whole and self.form.whole.match(mark):
            self.whole = True
        if self.size > self.most and (not self.over or len(self.lines) > 2 * WINDOW):
            self._forget()

    def _forget(self) -> None:
        """Drop the lines of a record that is too large, but for those that may begin the next."""
        self.over, self.begun = True, None if self.begun is None else 0
        self.marks = self.marks[-WINDOW:]
        kept = zip(self.lines[-WINDOW:], self.marks, strict=True)
        self.lines = [line if mark else NOTHING for line, mark in kept]

    def cut(self) -> list[RawLine] | None:
        """Take out the lines that belong to the next record, if one begins here; None if not."""
        form, mark = self.form, self.marks[-1]
        if self.begun is None or not mark:
            return None
        if form.opens.match(mark):
            count = form.length(self.marks[-WINDOW:])
            at = len(self.lines) - count
            if count and at > self.begun:
                after = self.lines[at:]
                del self.lines[at:]
                return after
        ends = self.whole and form.ends and form.ends.match(mark)
        return [] if ends else None

    def record(self, after: Sequence[RawLine] = (), *, over: bool = False) -> Record:
        """Give what is held as a record, with lines that stand behind it."""
        return Record(without_blank_ends([*self.lines, *after]), self.over or over)


def without_blank_ends(lines: list[RawLine]) -> list[RawLine]:
    """Leave out the blank lines around a record: another export may have more or fewer of them."""
    shown = [i for i, line in enumerate(lines) if line.text.strip()]
    return lines[shown[0] : shown[-1] + 1] if shown else []


def _mark_on(line: RawLine) -> str:
    """Give a line as it is compared with marks; empty if it is too long to be one."""
    if len(line.text) > LONGEST_LINE:
        return ""
    text = line.text.replace("\u00a0", " ").strip("\ufeff\f \t\r\n")
    return text if len(text) <= LONGEST_MARK else ""


def divided(lines: Iterable[RawLine], form: Form, most: int) -> Iterator[Record]:
    """Yield the records of a file.

    Args:
        lines: the file's.
        form: how it is made.
        most: bytes of a record.
    """
    before, held = None, _Held([], form, most)
    for line in lines:
        held.add(line)
        after = held.cut()
        if after is not None:
            if before:
                yield before.record()
            before, held = held, _Held(after, form, most)
    if held.begun is None and before:
        yield before.record(held.lines, over=held.over)
        return
    if before:
        yield before.record()
    yield held.record()


def one_line(_lines: Sequence[str]) -> int:
    """Say that one line belongs to the next record: for forms whose `opens` matches its first."""
    return 1
