"""The one list of columns that every table of articles has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from newsarchive.body import Bullets, Paragraph, Subheading, Table
from newsarchive.exporting import Record
from newsarchive.model import Article
from newsarchive.spelling.plain import plain

Cell = str | int | None


class Column(Struct, frozen=True):
    """A column of a table of articles."""

    name: str
    type: Literal["string", "integer"]
    words: str
    """What it holds, in a sentence."""
    value: Callable[[Record], Cell]


COLUMNS = (
    Column("id", "string", "Names the article in citations.", lambda r: r.citation.key),
    Column("title", "string", "The headline.", lambda r: r.citation.title),
    Column("source", "string", "Who published it.", lambda r: r.citation.publication or None),
    Column(
        "date",
        "string",
        "When it was published, as EDTF; empty where nothing states it.",
        lambda r: r.citation.date or None,
    ),
    Column(
        "date_basis",
        "string",
        "How the date is known: stated, url, corrected, or inferred.",
        lambda r: r.article.date.basis,
    ),
    Column(
        "date_inferred",
        "string",
        "Where no date is known, the interval it lies in, as EDTF. A bound is no date.",
        lambda r: r.citation.bounds or None,
    ),
    Column(
        "authors",
        "string",
        "The authors, with a semicolon between them.",
        lambda r: "; ".join(author.natural for author in r.citation.authors) or None,
    ),
    Column(
        "section",
        "string",
        "The section it stood in, from the widest to the narrowest, with a slash between them.",
        lambda r: r.citation.section or None,
    ),
    Column("language", "string", "As BCP 47.", lambda r: r.citation.language or None),
    Column("words", "integer", "Words of the body.", lambda r: r.entry.summary.words),
    Column("url", "string", "Where it was published.", lambda r: r.citation.original or None),
    Column("page", "string", "Its page in the archive.", lambda r: r.citation.address),
    Column("path", "string", "The raw text it was read from.", lambda r: plain(r.article.path)),
    Column(
        "record",
        "string",
        "Which record of a raw file that holds many.",
        lambda r: plain(r.article.record or "") or None,
    ),
    Column("sha256", "string", "SHA-256 of the raw text's bytes.", lambda r: r.article.sha256),
    Column(
        "corrected",
        "string",
        "Why the curator corrected it; empty where nothing was corrected.",
        lambda r: plain(r.article.correction.why) if r.article.correction else None,
    ),
    Column(
        "rights",
        "string",
        "What readers may do with it: a statement, or the address of one.",
        lambda r: r.rights.address or r.rights.text or None,
    ),
    Column(
        "text",
        "string",
        "The body, with an empty line between paragraphs; an excerpt where no more is published.",
        lambda r: body_of(r.article),
    ),
)


def row(record: Record) -> tuple[Cell, ...]:
    """Give a record's cells, in the order of the columns."""
    return tuple(column.value(record) for column in COLUMNS)


def body_of(article: Article) -> str:
    """Give the body as text: paragraphs, subheadings, lists and tables; no figures."""
    texts: list[str] = []
    for block in article.blocks:
        match block:
            case Paragraph() | Subheading():
                texts.append(plain(block.text))
            case Bullets():
                texts.extend(plain(item) for item in block.items)
            case Table():
                if block.caption:
                    texts.append(plain(block.caption.text))
                texts.append("\n".join("\t".join(map(plain, row)) for row in block.rows))
            case _:
                pass
    return "\n\n".join(texts)
