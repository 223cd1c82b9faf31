"""Nexis Uni, full text: `Length: 212 words … Body … End of Document`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsarchive.loading.annotations import Row, plainly
from newsarchive.loading.exports.dividing import Form
from newsarchive.loading.exports.parts import (
    RIGHTS,
    Kind,
    RecordPart,
    first_of_run,
    keyed,
    name_on,
    whole,
)
from newsarchive.loading.exports.values import ADDRESS, CORRECTED, COUNT, is_dated
from newsarchive.patterns import late

HEAD: dict[str, Kind] = {
    **dict.fromkeys(("length", "highlight", "series", "url", "edition", "bio"), "field"),
    **dict.fromkeys(("länge", "longueur", "longitud", "lunghezza", "lengte", "encart"), "field"),
    **dict.fromkeys(("section", "rubrik", "rubrique", "sección", "sezione", "rubriek"), "section"),
    **dict.fromkeys(
        ("byline", "autor", "auteur", "autore", "signature", "anchors", "name"), "authors"
    ),
    **dict.fromkeys(("headline", "title", "überschrift", "titre", "titular", "kop"), "title"),
    **dict.fromkeys(("dateline", "ort", "ortszeile", "lieu"), "dateline"),
}
"""Names of fields above a text, in the languages in which the database speaks to readers."""
TAIL: dict[str, Kind] = dict.fromkeys(
    ("language", "sprache", "langue", "idioma", "taal"), "language"
)
STRONG = frozenset(
    "load-date pub-type publication-type journal-code document-type update zeitungs-code"
    " date-chargement type-publication fecha-carga".split()
)
"""Names of fields below a text that no text has."""
WEAK = STRONG | frozenset(
    "language graphic notes note type subject name series company organization person country"
    " state city geographic ticker industry correction correction-date category distribution"
    " copyright sprache langue idioma taal grafik sujet localisation-geo societe symbole-boursier"
    " secteur-activite organisation".split()
)
GRAPHIC = frozenset(("Graphic", "Notes", "Correction"))
"""Headings of the new form with lines that have no names, just above its fields."""
MOST_GRAPHIC = 8
"""Rows from such a heading to the fields."""
MOST_ABSTRACT = 12
"""Rows from the word over an abstract to that over the full text."""
COUNTED = late(r"(?:DOCUMENT )?\d{1,6} OF \d{1,6}(?: DOCUMENTS?)?\.?", re.IGNORECASE)
PAGE = late(r"Page \d{1,5} of \d{1,5}")
LENGTH = late(rf"(?:length|länge|longueur|longitud|lunghezza|lengte): ?{COUNT}", re.IGNORECASE)
BODY = late(r"Body:?|(?:BODY|TEXT|TEKST):.*")
END = late(r"End of Document")
MOST_TITLE = 2
"""Rows of a title and a paper; a blog of the paper may stand in brackets on a third."""
CENTRED = 12
"""Characters of white space before a line that is set in the middle."""
NEW_HEADER = late(
    r"^[ \t]*Length:[ \t]*[\d,.]{1,9} words[ \t]*\n(?:[^\n]{0,2000}\n){0,60}?[ \t]*Body[ \t]*$",
    re.MULTILINE,
)


def _is_new(text: str) -> bool:
    if "Length:" not in text or "Body" not in text:
        return False
    return NEW_HEADER.search(plainly(text)) is not None


def _length_of_head(lines: Sequence[str]) -> int:
    """Give the lines from the title to the length: title, source and date stand above it."""
    if PAGE.fullmatch(lines[-1]):
        return lines[-1].startswith("Page 1 ")
    shown = [i for i, line in enumerate(lines) if line]
    dated = [k for k, i in enumerate(shown) if is_dated(lines[i])]
    return len(lines) - shown[dated[-1] - 2] if dated and dated[-1] >= 2 else 0


def _new_parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    named = first_field(rows, 0)
    date = date_above(rows, named, 2) or _corrected_above(rows, named)
    source = date - 1 - (date > MOST_TITLE and rows[date - 1].text.startswith("("))
    title = rows[source - 1].text if date else ""
    body = body_after(rows, named)
    tail = tail_after(rows, body)
    if date:
        yield from _above(rows[: source - 1], title)
        yield from whole("title", rows[source - 1 : source])
        yield from whole("source", rows[source:date])
        yield from whole("date" if is_dated(rows[date].text) else "field", rows[date : date + 1])
    yield from keyed(rows[date + bool(date) : named], {})
    yield from head_parts(rows[named:body])
    yield from text_parts(rows[body:tail], title)
    yield from parts_below(rows[tail:])


def head_parts(rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Tell the fields above the text from the word above it, which may stand close below them."""
    fields = rows[:-1] if rows and BODY.fullmatch(rows[-1].text) else rows
    yield from keyed(fields, HEAD)
    yield from whole("field", rows[len(fields) :])


def first_field(rows: Sequence[Row], start: int) -> int:
    """Find the first field with a name, below the cover page if there is one."""
    length = next((i for i, row in enumerate(rows) if LENGTH.fullmatch(row.text)), len(rows))
    first = min(length, len(rows))
    for i in range(length - 1, start, -1):
        if is_dated(rows[i].text) or COUNTED.fullmatch(rows[i].text):
            break
        if name_on(rows[i].text) in HEAD:
            first = i
    return first


def date_above(rows: Sequence[Row], named: int, first: int) -> int:
    """Find the date above the fields, from a row on; where there is none, 0."""
    return next((i for i in range(named - 1, first - 1, -1) if is_dated(rows[i].text)), 0)


def _corrected_above(rows: Sequence[Row], named: int) -> int:
    """Find the row that stands in place of the date where a correction was appended; or 0."""
    above = range(min(named, len(rows)) - 1, 1, -1)
    return next((i for i in above if rows[i].text == CORRECTED), 0)


def body_after(rows: Sequence[Row], named: int) -> int:
    """Find the first row of the text: below `Body`, or below the last field where there is none."""
    after = range(named, len(rows))
    body = next((i for i in after if BODY.fullmatch(rows[i].text)), None)
    if body is not None:
        return body + 1
    fields = [i for i in after[:WITHIN] if name_on(rows[i].text) in HEAD]
    last = fields[-1] if fields else named
    return next((i for i in range(last + 1, len(rows)) if rows[i].apart), len(rows))


WITHIN = 12
"""Rows from the first field within which the others stand."""


def tail_after(rows: Sequence[Row], body: int) -> int:
    """Find the first row below the text."""
    last = next((i for i in range(body, len(rows)) if _closes(rows, i)), len(rows))
    if last == len(rows):
        return last
    near = range(max(last - MOST_GRAPHIC, body), last)
    heading = next((i for i in near if rows[i].apart and rows[i].text in GRAPHIC), last)
    return min(heading, first_of_run(rows, last, WEAK, body))


def _closes(rows: Sequence[Row], i: int) -> bool:
    """Tell whether a row is none of the text and no row below it is."""
    row, below = rows[i], "".join(row.text for row in rows[i + 1 : i + 2])
    if END.fullmatch(row.text) or (row.text == "Classification" and name_on(below)):
        return True
    return row.apart and (
        name_on(row.text) in STRONG
        or row.text.startswith("GRAPHIC:")
        or (row.indent >= CENTRED and bool(RIGHTS.match(row.text)))
    )


def _above(rows: Sequence[Row], title: str) -> Iterator[RecordPart]:
    """Tell the record's own first lines, the number of a page and the title, from a cover page."""
    own = [i for i, row in enumerate(rows) if PAGE.fullmatch(row.text)]
    start = own[-1] if own else next((i for i, r in enumerate(rows) if r.text == title), len(rows))
    yield from whole("outside", rows[:start])
    yield from whole("field", rows[start:])


def text_parts(rows: Sequence[Row], title: str) -> Iterator[RecordPart]:
    """Tell the text from what stands between its pages: their number and the title again."""
    pages = {i for i, row in enumerate(rows) if PAGE.fullmatch(row.text)}
    pages |= {i + 1 for i in pages if i + 1 < len(rows) and rows[i + 1].text == title}
    pages |= set(range(_end_of_abstract(rows)))
    end = len(rows) - bool(rows and ADDRESS.fullmatch(rows[-1].text))
    yield from whole("field", [rows[i] for i in sorted(pages)])
    yield from whole("body", [row for i, row in enumerate(rows[:end]) if i not in pages])
    yield from whole("url" if end and _has_path(rows[-1].text) else "field", rows[end:])


def _has_path(address: str) -> bool:
    """Tell whether an address is a page's and not a site's."""
    return address.rstrip("/").count("/") > len("//")


def _end_of_abstract(rows: Sequence[Row]) -> int:
    """Find the first row below an abstract that stands above the full text; 0 without one."""
    if not rows or rows[0].text != "ABSTRACT":
        return 0
    near = enumerate(rows[1:MOST_ABSTRACT], 2)
    return next((i for i, row in near if row.text == "FULL TEXT"), 0)


def parts_below(rows: Sequence[Row]) -> Iterator[RecordPart]:
    """Tell the fields below the text, the copyright among them, from what stands outside."""
    end = next((i for i, row in enumerate(rows, 1) if END.fullmatch(row.text)), len(rows))
    yield from keyed(rows[:end], TAIL)
    yield from whole("outside", rows[end:])


NEW = Form(
    is_in=_is_new,
    parts=_new_parts,
    holds=late(r"Body$"),
    opens=late(rf"{PAGE.pattern}$|{LENGTH.pattern}$", re.IGNORECASE),
    length=_length_of_head,
    whole=late(r"Body$"),
    ends=late(rf"{END.pattern}$"),
)
