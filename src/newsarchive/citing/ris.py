"""Citations as RIS, which Zotero, EndNote and Mendeley read.

A line is a tag of two letters, two blanks, a dash, a blank and a value; it ends in CR LF, and a
value never goes over to another line.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.citing import Citation, provenance
from newsarchive.citing.dates import american, point_of, worded
from newsarchive.edtf import Point

LINE_END = "\r\n"


def ris(citation: Citation) -> str:
    """Write a record, with its last line's end."""
    lines = (f"{tag}  - {value}" for tag, value in _fields(citation) if value)
    return LINE_END.join((*lines, "ER  - ", ""))


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", citation.key
    yield "TI", citation.title
    for name in citation.authors:
        yield "AU", name.inverted
    yield "T2", citation.publication
    yield "SE", citation.section
    yield from _date(citation)
    yield "LA", citation.language
    yield "UR", citation.found_at
    yield "DB", citation.archive
    yield "N1", provenance(citation)


def _date(citation: Citation) -> Iterator[tuple[str, str]]:
    """Give the year, and the date as `year/month/day/other words`."""
    point = point_of(citation.date)
    if point is None:
        yield "N1", f"Date: {worded(citation.date, citation.bounds, american)}"
        return
    yield "PY", f"{point.year:04d}"
    yield "DA", _slashed(point)


def _slashed(point: Point) -> str:
    """Write a date with three slashes.

    >>> _slashed(Point(2021, 7, doubt="~"))
    '2021/07//approximate'
    """
    month, day = (f"{part:02d}" if part else "" for part in (point.month, point.day))
    doubt = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
    return f"{point.year:04d}/{month}/{day}/{doubt.get(point.doubt, '')}"
