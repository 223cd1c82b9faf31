"""A file with many records, cut into them: a line at a time, with one record held."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from newsarchive.loading.exports.parts import Part, Row
from newsarchive.loading.lines import RawLine

WINDOW = 40
"""Lines above one of its header in which a record's first line is looked for."""
LONGEST_MARK = 120
"""Characters of a line that may be a mark."""
LONGEST_LINE = 400
"""Those with the white space around it."""

NOTHING = RawLine(b"", "\n")


class Form(Struct, frozen=True):
    """The form that a database gives the articles that it exports.

    What stands before the first record belongs to it, and what stands behind the last one to that:
    a record is cut off only where one is held and another begins, or where it says that it ends.
    """

    is_in: Callable[[str], bool]
    """Whether a text holds a whole header of the form."""
    parts: Callable[[Sequence[Row]], Iterable[Part]]
    """What the rows of a record are, in their order or any other."""
    holds: re.Pattern[str]
    """A line that shows that a record has begun."""
    opens: re.Pattern[str]
    """A line by which another record's first line can be found."""
    length: Callable[[Sequence[str]], int]
    """How many of the last lines, such a line the last among them, belong to the other record; 0
    where there is none."""
    whole: re.Pattern[str]
    """A line after which a line of `ends` ends the record."""
    ends: re.Pattern[str] | None = None
    alone: re.Pattern[str] | None = None
    """A field's name that is set on a line of its own where the text follows it on the same."""


class Record(Struct, frozen=True):
    """The lines of a record, the blank ones among them but for those around it."""

    lines: Sequence[RawLine]
    over: bool
    """It is larger than it may be, and most of its lines are left out."""


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
        """Keep of a record that is too large what the next one may begin with."""
        self.over, self.begun = True, None if self.begun is None else 0
        self.marks = self.marks[-WINDOW:]
        kept = zip(self.lines[-WINDOW:], self.marks, strict=True)
        self.lines = [line if mark else NOTHING for line, mark in kept]

    def cut(self) -> list[RawLine] | None:
        """Take from the lines those of the next record, where one begins; None where none does."""
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
    """Leave out the blank lines around a record, which are other ones in another export."""
    shown = [i for i, line in enumerate(lines) if line.text.strip()]
    return lines[shown[0] : shown[-1] + 1] if shown else []


def _mark_on(line: RawLine) -> str:
    """Give a line as a mark is looked for in it; nothing where it is too long to be one."""
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
    """Give the length of a header above a line that is its first one."""
    return 1
