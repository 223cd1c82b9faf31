"""Marks that a medium sets around the words of a line, and that are none of the text.

    > The bridge is to close, the          ^Bridge to close<
    > mayor said.                          ^By JANE DOE=
                                              PORT ELSEWHERE (AP) _ The bridge is to close.<

Left a mail is quoted, right an agency's wire tells the typesetter where a line begins and ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.loading.annotations import Row, rows_of
from newsarchive.model import Marks

FEWEST = 3
"""Lines with marks, at least."""
FEWEST_HEADS = 2
"""Lines between the two marks of a wire's head, at least."""
SHARE = 1 / 2
"""The share of the text that stands in lines with marks, at least: others only quote a little."""
QUOTED = re.compile(r"(?:>\s?)+")
WIRED = re.compile(r"(\^?)(.*?)([<=]?)", re.DOTALL)
TITLED = re.compile(r"[^\n=<>]{12,100}[^\W\d_][^\n=<>]{0,9} =")
TITLE_LINES = 6
"""Lines of a wire within which the sign stands that ends its headline."""
MAY_QUOTE, MAY_BE_WIRED = re.compile(r"[\r\n][ \t]*>"), re.compile(r"[<=][ \t]*[\r\n]")


def marks_of(text: str) -> Marks:
    r"""Give the marks around the words of a text's lines, where most of it has such.

    >>> marks_of("> A mail\n>\n> of two\n> lines."), marks_of("5 > 4\n> 3")
    ({1: ('> ', ''), 2: ('>', ''), 3: ('> ', ''), 4: ('> ', '')}, {})
    >>> marks_of("^Bridge to close<\n^By JANE DOE=\nIt is old.<")
    {1: ('^', '<'), 2: ('^', '='), 3: ('', '<')}
    """
    if MAY_QUOTE.search(text) and (quoted := dict(_quoted(rows := rows_of(text)))):
        return quoted if _have_most(quoted, rows) else {}
    if MAY_BE_WIRED.search(text):
        rows = rows_of(text)
        wired = dict(_wired(rows))
        return wired if _is_headed(wired) or _have_most(wired, rows) else dict(_titled(rows))
    return {}


def _quoted(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for row in rows:
        if mark := QUOTED.match(row.text):
            yield row.number, (mark[0], "")


def _wired(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the marks of a wire; `=` ends only what `^` begins."""
    for row in rows:
        begin, _, end = WIRED.fullmatch(row.text).groups()  # type: ignore[union-attr]
        if (begin and end) or end == "<":
            yield row.number, (begin, end)


def _titled(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the mark behind a headline that nothing but it ends so: "Bridge to close ="."""
    ended = [row for row in rows if row.text.endswith(" =")]
    if len(ended) == 1 and ended[0] in rows[:TITLE_LINES] and TITLED.fullmatch(ended[0].text):
        yield ended[0].number, ("", " =")


def _is_headed(marks: Marks) -> bool:
    """Tell whether some lines stand between two marks."""
    return sum(begin == "^" for begin, _ in marks.values()) >= FEWEST_HEADS


def _have_most(marks: Marks, rows: Sequence[Row]) -> bool:
    size = sum(len(row.text) for row in rows if row.number in marks)
    return len(marks) >= FEWEST and size >= SHARE * sum(len(row.text) for row in rows)
