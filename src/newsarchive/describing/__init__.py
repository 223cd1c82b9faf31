"""Describe: what is the article, and how is each part of it known?

    Reading → Article

Values come from four places: the curator's correction, what stands beside the text (front matter,
meta tags, a crawl's header), what the lines of the text state, and the address. The first that
says anything wins; the others that agree with it are kept as further evidence.
"""

from __future__ import annotations

from newsarchive.describing.blocks import blocks_of, notes_of, related_of
from newsarchive.describing.fields import (
    described,
    described_date,
    described_list,
    unsure_statements,
)
from newsarchive.describing.forms import forms_of
from newsarchive.finding.sources.register import house_of
from newsarchive.model import Article, Field, Reading


def describe(reading: Reading) -> Article:
    """Describe the article that a reading holds."""
    document = reading.document
    notes = notes_of(reading.lines)
    source, date = described(reading, "source"), described_date(reading)
    return Article(
        path=document.path,
        record=document.record,
        sha256=document.sha256,
        encoding=document.encoding,
        profile=reading.profile,
        title=described(reading, "title"),
        source=source,
        house=_house_of(source),
        date=date,
        authors=described_list(reading, "authors"),
        section=described_list(reading, "section"),
        dateline=described(reading, "dateline"),
        language=described(reading, "language"),
        url=described(reading, "url"),
        crawled=described(reading, "crawled"),
        rights=described(reading, "rights"),
        slug=described(reading, "slug").value or "",
        aliases=described_list(reading, "aliases").value or (),
        blocks=blocks_of(reading.lines, notes, forms_of(document, reading.lines)),
        notes=notes,
        related=related_of(reading.lines),
        lines=reading.lines,
        unsure=unsure_statements(reading, source=source, date=date),
        correction=document.correction,
    )


def _house_of(source: Field[str]) -> str:
    return house_of(source.value) if source.value and source.basis != "corrected" else ""
