"""An article's page: the text as it was read, and how the page was made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal
from urllib.parse import urlsplit

from newsarchive.archive import Entry
from newsarchive.archive.reprints import Reprint
from newsarchive.body import Block, Bullets, Figure, Mark, Note, Paragraph, Subheading, Table
from newsarchive.exporting import Record
from newsarchive.model import Article, Field, LabelledLine, Statement
from newsarchive.pages import routes
from newsarchive.pages.anchors import anchors_of, note_anchor
from newsarchive.pages.articleviews import (
    ArticleView,
    BlockView,
    FieldView,
    LineView,
    NoteView,
    OriginView,
    Piece,
    RunView,
)
from newsarchive.pages.citations import cite_view
from newsarchive.pages.entries import (
    article_date,
    article_link,
    direction_of,
    source_link,
    topic_links,
    words_in,
)
from newsarchive.pages.entryviews import EvidenceView, Link
from newsarchive.pages.metadata import Crumb, Metadata, article_metadata
from newsarchive.pages.names import Mention, names_of_article
from newsarchive.pages.reasons import Explanations, evidence_view, explained
from newsarchive.pages.reprints import reprint_views
from newsarchive.settings.schema import Settings
from newsarchive.spelling.plain import turns_shown
from newsarchive.wording.said import Names, Said, When

SHOWN = frozenset({"title", "body", "subheading", "caption", "credit", "footnote", "related"})
USED = frozenset({"date", "source", "section", "byline", "url"})
"""Labels of lines that are not printed but whose value is."""

Neighbours = tuple[Entry | None, Entry | None]
"""The newer and the older article."""


def article_view(
    record: Record,
    neighbours: Neighbours,
    explanations: Explanations,
    settings: Settings,
    *,
    names: Sequence[Mention] = (),
    reprints: Sequence[Reprint] = (),
) -> ArticleView:
    """Show an article."""
    article, entry = record.article, record.entry
    page = routes.article(entry)
    newer, older = (_neighbour(neighbour, entry, page) for neighbour in neighbours)
    blocks = _blocks(article.blocks)
    return ArticleView(
        title=entry.title,
        language=entry.language,
        direction=direction_of(entry.language),
        source=source_link(entry.source, page),
        date=article_date(article),
        authors=article.authors.value or (),
        section=topic_links(entry.section, page),
        dateline=article.dateline.value or "",
        words=words_in(entry.summary, entry.language),
        blocks=blocks,
        notes=_notes(article.notes, blocks),
        related=article.related,
        names=names_of_article(names, page),
        reprints=reprint_views(reprints, page),
        all_reprints=routes.relative(routes.REPRINTS, page),
        permalink=_permalink(page, settings.url),
        original=_web_address(article.url.value),
        dated=bool(entry.date),
        collected=_day_of(article.crawled),
        cite=cite_view(record.citation),
        rights=record.rights,
        withheld=article.withheld,
        newer=newer,
        older=older,
        origin=_origin(article, explanations),
    )


def _neighbour(neighbour: Entry | None, entry: Entry, page: str) -> Link | None:
    """Link to a neighbour, unless one of the two is dated alone: nobody knows which is older."""
    if neighbour is None or bool(neighbour.date) != bool(entry.date):
        return None
    return article_link(neighbour.title, neighbour, page)


def head_of(record: Record, settings: Settings) -> Metadata:
    """Describe an article's page to programs."""
    entry, summary = record.entry, record.entry.summary
    page = routes.article(entry)
    steps = [(settings.title, routes.HOME)]
    if entry.source:
        steps.append((entry.source, routes.source(entry.source)))
    steps.append((entry.title, page))
    return article_metadata(
        record.citation,
        description=summary.dek,
        words=summary.words,
        rights=record.rights,
        crumbs=[Crumb(name, _address(url, page, settings.url)) for name, url in steps],
    )


def _address(url: str, page: str, site_url: str) -> str:
    return routes.absolute(url, site_url) if site_url else routes.relative(url, page)


def _permalink(page: str, site_url: str) -> Link:
    address = routes.absolute(page, site_url)
    return Link(address, address if site_url else routes.relative(page, page))


def _web_address(address: str | None) -> str:
    """Let through what is safe to link to and leads somewhere: http and https with a host.

    >>> _web_address("https://example.org/a"), _web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(address or "")
        _ = parts.port  # asked, for a wrong one is told only then
    except ValueError:
        return ""
    return address or "" if parts.scheme in ("http", "https") and parts.hostname else ""


def _blocks(blocks: Sequence[Block]) -> tuple[BlockView, ...]:
    named = zip(blocks, anchors_of(blocks), strict=True)
    return tuple(_block(block, anchor, i) for i, (block, anchor) in enumerate(named))


def _block(block: Block, anchor: str, number: int) -> BlockView:
    match block:
        case Paragraph():
            pieces = _pieces(block.text, block.marks, number)
            return BlockView(kind="paragraph", anchor=anchor, pieces=pieces, quoted=block.quoted)
        case Subheading():
            return BlockView(kind="subheading", anchor=anchor, pieces=(Piece(block.text),))
        case Bullets():
            return BlockView(kind="list", anchor=anchor, items=block.items, first=block.first)
        case Table():
            head, rows = block.rows[: block.headed], block.rows[block.headed :]
            caption = block.caption.text if block.caption else ""
            return BlockView(kind="table", anchor=anchor, head=head, rows=rows, caption=caption)
        case Figure():
            return BlockView(
                kind="figure", anchor=anchor, caption=block.caption, credit=block.credit
            )


def _pieces(text: str, marks: Sequence[Mark], block: int) -> tuple[Piece, ...]:
    """Cut a paragraph at the marks that lead to notes."""
    pieces, start = [], 0
    for i, mark in enumerate(marks, 1):
        end = mark.offset + len(mark.marker)
        pieces += [
            Piece(text[start : mark.offset]),
            Piece(mark.marker, note_anchor(mark.note), f"mark-{block}-{i}"),
        ]
        start = end
    return tuple(piece for piece in (*pieces, Piece(text[start:])) if piece.text)


def _notes(notes: Sequence[Note], blocks: Sequence[BlockView]) -> tuple[NoteView, ...]:
    marks: dict[str, list[str]] = {}
    for block in blocks:
        for piece in block.pieces:
            marks.setdefault(piece.note, []).append(piece.anchor)
    return tuple(
        NoteView(anchor, note.marker, note.text, tuple(marks.get(anchor, ())))
        for anchor, note in ((note_anchor(i), note) for i, note in enumerate(notes, 1))
    )


def _origin(article: Article, explanations: Explanations) -> OriginView:
    runs = _runs(article.lines, explanations)
    kept = sum(run.count for run in runs if run.kept)
    correction = article.correction
    return OriginView(
        path=article.path,
        record=article.record or "",
        sha256=article.sha256,
        encoding=article.encoding,
        profile=article.profile or "",
        fields=_fields(article, explanations),
        correction=correction.why if correction else "",
        correction_path=correction.path if correction else "",
        runs=runs,
        lines=len(article.lines),
        kept=kept,
        removed=len(article.lines) - kept,
        excerpt=not all(line.text for line in article.lines),
    )


def _fields(article: Article, explanations: Explanations) -> tuple[FieldView, ...]:
    fields: list[tuple[str, Field[str] | Field[tuple[str, ...]], Said]] = [
        ("title", article.title, article.title.value or ""),
        ("source", article.source, article.source.value or ""),
        ("date", article.date, article_date(article).words if article.date.value else ""),
        ("authors", article.authors, Names(article.authors.value) if article.authors.value else ""),
        ("section", article.section, " / ".join(article.section.value or ())),
        ("dateline", article.dateline, article.dateline.value or ""),
        ("language", article.language, article.language.value or ""),
        ("url", article.url, article.url.value or ""),
    ]
    if article.crawled.value:
        fields.append(("crawled", article.crawled, _day_of(article.crawled)))
    return tuple(
        FieldView(
            name,
            value,
            field.basis or "",
            tuple(evidence_view(evidence, explanations) for evidence in field.evidence),
            *_unsure(name, article.unsure, explanations),
        )
        for name, field, value in fields
    )


def _unsure(
    name: str, unsure: Sequence[Statement], explanations: Explanations
) -> tuple[Said, tuple[EvidenceView, ...]]:
    """Show what comes near to a field that is not known, and what speaks for it."""
    said = [one for one in unsure if one.field == name]
    if not said:
        return "", ()
    value = When(said[0].value) if name == "date" else said[0].value
    return value, tuple(evidence_view(one, explanations) for one in said)


def _day_of(field: Field[str]) -> When | Literal[""]:
    return When(field.value) if field.value else ""


def _runs(lines: Sequence[LabelledLine], explanations: Explanations) -> tuple[RunView, ...]:
    return tuple(
        _run(tuple(run), label, rule, explanations)
        for (label, rule), run in groupby(lines, lambda line: (line.label, line.rule))
    )


def _run(
    lines: Sequence[LabelledLine], label: str, rule: str, explanations: Explanations
) -> RunView:
    return RunView(
        label=label,
        kept=label in SHOWN | USED,
        rule=rule,
        explanation=explained(rule, explanations),
        count=len(lines),
        lines=tuple(LineView(line.number, turns_shown(line.text)) for line in lines),
    )
