"""Citations as CSL-JSON, the input of citeproc: Pandoc, Zotero, Quarto.

Source: https://github.com/citation-style-language/schema, version 1.0.2.
"""

from __future__ import annotations

import msgspec

from newsarchive.citing import Citation, provenance
from newsarchive.citing.dates import american, worded
from newsarchive.citing.names import Name
from newsarchive.edtf import Point, parse

Value = str | dict[str, object] | list[dict[str, str]]


def csl(citation: Citation) -> dict[str, Value]:
    """Give an item as the values that JSON has. What is not known is left out."""
    date = _date(citation.date)
    words = worded(citation.date, citation.bounds, american).removesuffix(".")
    undated = "" if date else f"Date: {words}. "
    fields: dict[str, Value] = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.title,
        "author": [_name(name) for name in citation.authors],
        "container-title": citation.publication,
        "section": citation.section,
        "issued": date,
        "language": citation.language,
        "URL": citation.found_at,
        "archive": citation.archive,
        "archive_location": "" if "://" in citation.address else citation.address,
        "note": undated + provenance(citation),
    }
    return {name: value for name, value in fields.items() if value}


def csl_json(citation: Citation) -> str:
    """Write a list of one item, as programs take it in."""
    return f"[\n{csl_object(citation)}\n]\n"


def csl_object(citation: Citation) -> str:
    """Write an item, a field on each line."""
    lines = (f"{_json(name)}: {_json(value)}" for name, value in csl(citation).items())
    return "{" + ",\n ".join(lines) + "}"


def _json(value: Value) -> str:
    return msgspec.json.encode(value).decode()


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.natural}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _date(date: str) -> dict[str, object]:
    """Give a date's parts; of an interval both ends, of which none may be open.

    >>> _date("2021-07~")
    {'date-parts': [[2021, 7]], 'circa': True}
    """
    span = parse(date) if date else None
    if span is None or span.start is None or span.end is None:
        return {}
    points = (span.start, span.end) if span.interval else (span.start,)
    circa = {"circa": True} if any(point.doubt for point in points) else {}
    return {"date-parts": [_parts(point) for point in points], **circa}


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part is not None]
