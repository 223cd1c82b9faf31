"""Lines that are points of lists, rows of tables or quoted, as the page's tree or tabs tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from newsarchive.cleaning.lines import compose, drop_invisible, unite_line_ends
from newsarchive.cleaning.tree_paths import tag_of
from newsarchive.loading.webpages.tree import CAPTIONS, INLINE, SEPARATOR
from newsarchive.model import Document, LabelledLine
from newsarchive.spelling.cells import Row, cells_of


class Point(Struct, frozen=True):
    """A line that is a point of a list."""

    of: str
    """The path of the list."""
    number: int = 0
    """Its own; 0 where points have none."""


class Cells(Struct, frozen=True):
    """A line that is a row of a table."""

    of: str
    """The path of the table, and for a plain text nothing."""
    row: Row
    heads: bool = False
    """Whether the page says that it heads the table."""


class Caption(Struct, frozen=True):
    """A line that says what a table shows."""

    of: str
    """The path of the table."""


class Quoted(Struct, frozen=True):
    """A line that a page sets apart as a quotation."""


Form = Point | Cells | Caption | Quoted
Forms = Mapping[int, Form]
"""Line number → what the line is; others are none of these."""


def forms_of(document: Document, lines: Sequence[LabelledLine]) -> Forms:
    """Tell which lines of a document's body are points, rows or quoted.

    Args:
        document: the document.
        lines: its lines with their labels.
    """
    body = [line.number for line in lines if line.label == "body" and not line.unmarked]
    paths = [element.path for element in document.elements]
    forms: dict[int, Form] = {}
    if paths:
        forms |= dict.fromkeys(_quoted(body, paths), Quoted())
        forms |= {number: point for number in body if (point := _point(paths[number - 1]))}
    if "\t" in document.text:
        texts = unite_line_ends(document.text).split("\n")
        for number in body:
            if row := cells_of(compose(drop_invisible(texts[number - 1]))):
                forms[number] = _cells(row, paths[number - 1] if paths else "")
    if paths:
        forms |= _captions(body, paths, forms)
    return forms


def _quoted(body: Sequence[int], paths: Sequence[str]) -> Sequence[int]:
    """Find the lines in quotations; where all stand in one, it is how the page sets its text."""
    quoted = [number for number in body if "blockquote" in map(tag_of, _steps(paths[number - 1]))]
    return quoted if len(quoted) < len(body) else ()


def _steps(path: str) -> list[str]:
    return path.split(SEPARATOR)


def _cells(row: Row, path: str) -> Cells:
    """Say of which table a row is; of a plain text there is no path."""
    steps = _steps(path)
    tags = [tag_of(step) for step in steps]
    table = max((i for i, tag in enumerate(tags) if tag == "table"), default=-1)
    return Cells(SEPARATOR.join(steps[: table + 1]), row, heads="thead" in tags[table + 1 :])


def _captions(body: Sequence[int], paths: Sequence[str], forms: Forms) -> Mapping[int, Caption]:
    """Find the captions of tables: in the table, or in the figure that holds it."""
    rows = Counter(form.of for form in forms.values() if isinstance(form, Cells) and form.of)
    tables = [path for path, number in rows.items() if number > 1]
    held = {_holder(path.rpartition(SEPARATOR)[0]): path for path in tables}
    held |= {path: path for path in tables}
    holders = {number: _holder(paths[number - 1]) for number in body if number not in forms}
    return {
        number: Caption(held[holder])
        for number, holder in holders.items()
        if holder in held and not CAPTIONS.isdisjoint(map(tag_of, _steps(paths[number - 1])))
    }


def _holder(path: str) -> str:
    """Give the innermost table or figure that a place lies in; nothing outside of any."""
    while path and tag_of(path.rpartition(SEPARATOR)[2]) not in _CAPTIONED:
        path = path.rpartition(SEPARATOR)[0]
    return path


def _point(path: str) -> Point | None:
    """Tell whether a line stands in a point of a list, or in a paragraph that is one."""
    steps = _steps(path)
    tags = [tag_of(step) for step in steps]
    while tags and tags[-1] in INLINE:
        tags.pop()
    if tags[-1:] == ["p"]:
        tags.pop()
    lists = [i for i, tag in enumerate(tags) if tag in ("ul", "ol", "dl")]
    if not lists or tags[-1] not in ("li", "dt", "dd"):
        return None
    number = _number(steps[lists[-1]], steps[len(tags) - 1])
    return Point(SEPARATOR.join(steps[: lists[0] + 1]), number)


def _number(of_list: str, of_point: str) -> int:
    """Give the number of a point by the steps of its path; 0 where it has none, or they count down.

    >>> _number("ul", "li"), _number("ol.a", "li:3"), _number("ol[start=5]:2", "li.b")
    (0, 3, 5)
    """
    if tag_of(of_list) != "ol" or "[reversed]" in of_list:
        return 0
    start, place = _START.search(of_list), _PLACE.search(of_point)
    return (int(start[1]) if start else 1) + (int(place[1]) - 1 if place else 0)


_CAPTIONED = frozenset(("table", "figure"))
_START, _PLACE = re.compile(r"\[start=(\d+)\]"), re.compile(r":(\d+)\Z")
_FIGURE = re.compile(r"[+−–-]?\s?[$€£¥]?\s?\d[\d.,:'’\s]*\s?(?:%|[^\W\d_]{1,4})?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def is_headed(rows: Sequence[Row]) -> bool:
    """Tell whether the first row of a table says what stands in a column: figures are below it.

    >>> is_headed([("", "2020"), ("North", "61.2 %"), ("South", "48.9 %")])
    True
    >>> is_headed([("Born", "1950"), ("Died", "2011")])
    False
    """
    return any(_is_headed(head, below) for head, *below in zip(*rows, strict=True))


def _is_headed(head: str, below: Sequence[str]) -> bool:
    """Tell whether figures stand below a word, or figures other than years below a year."""
    figures = [cell for cell in below if _FIGURE.fullmatch(cell)]
    if not figures or len(figures) < sum(map(bool, below)):
        return False
    is_year = _YEAR.fullmatch(head) is not None
    years = all(map(_YEAR.fullmatch, figures))
    return head != "" and ((is_year and not years) or not _FIGURE.fullmatch(head))
