"""One value for a field, from all that is stated of it, with the evidence."""

from __future__ import annotations

from msgspec.structs import replace

from newsarchive.model import Basis, Correction, Evidence, Field, Reading, Statement

MOST = 100
"""Values of one field that count, the first: each topic's page names all topics of its articles."""


def described(reading: Reading, name: str) -> Field[str]:
    """Give a field that has one value.

    Args:
        reading: the reading.
        name: the field's name, as in `Statement.field` and `Correction`.
    """
    for correction in reading.document.corrections:
        corrected = getattr(correction, name, None)
        if isinstance(corrected, str):
            return Field(corrected or None, "corrected", (_correcting(correction, name),))
    return _first(_statements(reading, name))


def described_list(reading: Reading, name: str) -> Field[tuple[str, ...]]:
    """Give a field that may have several values, such as the authors.

    All the values that the lines of the text state belong together, and so do those of one kind
    of meta tag or another place beside the text.
    """
    for correction in reading.document.corrections:
        corrected = getattr(correction, name, None)
        if corrected is not None:
            values = tuple(filter(None, corrected))[:MOST]
            return Field(values or None, "corrected", (_correcting(correction, name),))
    statements = _statements(reading, name)
    if not statements:
        return Field()
    first = statements[0]
    beside = [said for said in reading.document.statements if said.field == name]
    together = [said for said in beside or statements if _place(said) == _place(first)]
    values = tuple(dict.fromkeys(said.value for said in together))[:MOST]
    places = {said.line: said for said in reversed(together)}
    return Field(values, _basis(first), tuple(map(_evidence, reversed(places.values())))[:MOST])


def described_date(reading: Reading) -> Field[str]:
    """Give the article's date as EDTF.

    A stated date comes first, then one in the address, then the bounds that the text allows; the
    day of a crawl is no more than a bound.
    """
    date = described(reading, "date")
    if date.basis in ("stated", "url"):
        return _first(_closer(_statements(reading, "date")))
    if date.basis:
        return date
    bounds = _statements(reading, "date_bounds")
    crawls = _statements(reading, "crawled")[:1]
    if not bounds and not crawls:
        return Field()
    said = [statement.value.split("/") for statement in bounds]
    starts = [start for start, _ in said if start != ".."]
    ends = [end for _, end in said if end != ".."] + [crawl.value for crawl in crawls]
    start, end = max(starts, default=".."), min(ends, default="..")
    if starts and ends and start > end:
        start = ".."  # what the text speaks of was still to come
    return Field(f"{start}/{end}", "inferred", tuple(map(_evidence, bounds + crawls)))


def unsure_statements(reading: Reading, **fields: Field[str]) -> tuple[Statement, ...]:
    """Give what comes near to each of some fields that nothing tells: not even a curator."""
    open_ = [name for name, field in fields.items() if field.basis in (None, "inferred")]
    return tuple(replace(said, field=name) for name in open_ for said in _unsure(reading, name))


def _unsure(reading: Reading, name: str) -> list[Statement]:
    """Give what speaks for the value that comes nearest: of the text, else of what is beside it."""
    asked = f"unsure_{name}"
    said = [one for one in reading.statements if one.field == asked]
    said += [one for one in reading.document.statements if one.field == asked]
    return [one for one in said if one.value == said[0].value]


def _closer(statements: list[Statement]) -> list[Statement]:
    """Put first what says more precisely what the first statement says, unless a curator said it.

    A page may give its month to programs and its day to readers.
    """
    first = statements[0]
    if first.rule == "front-matter" or len(first.value) not in (len("2021"), len("2021-07")):
        return statements
    within = [said for said in statements if said.value.startswith(f"{first.value}-")]
    return within[:1] + statements


def _statements(reading: Reading, name: str) -> list[Statement]:
    """Give what is stated of a field, the firmest first."""
    beside = [said for said in reading.document.statements if said.field == name]
    lines = [said for said in reading.statements if said.field == name]
    return beside + sorted(lines, key=lambda said: said.where == "URL")


def _first(statements: list[Statement]) -> Field[str]:
    if not statements:
        return Field()
    first = statements[0]
    agreeing = dict.fromkeys(said for said in statements if said.value == first.value)
    return Field(first.value, _basis(first), tuple(map(_evidence, agreeing)))


def _basis(statement: Statement) -> Basis:
    if statement.where == "URL":
        return "url"
    return "stated" if statement.line or statement.where else "inferred"


def _evidence(statement: Statement) -> Evidence:
    return Evidence(statement.rule, statement.text, statement.line, statement.where)


def _correcting(correction: Correction, name: str) -> Evidence:
    line = correction.places.get(name)
    where = f"{correction.path}:{line}" if line else correction.path
    return Evidence("corrected", correction.why, where=where)


def _place(statement: Statement) -> tuple[str, str | None] | None:
    """Tell where beside the text something is stated; None where a line of the text does."""
    return None if statement.line else (statement.rule, statement.where)
