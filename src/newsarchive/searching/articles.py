"""What is searched: what an article's page prints, its title and its text, and no evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from newsarchive.archive import Archive, Group, start_of
from newsarchive.model import Article, Block, Bullets, Figure, Paragraph, Subheading
from newsarchive.pages import routes
from newsarchive.pages.links import date_view, direction_of
from newsarchive.pages.search import year_of
from newsarchive.wording.said import Said

Say = Callable[[Said], str]
"""Puts what is said into words of the site's language."""


class Searchable(Struct, frozen=True, kw_only=True):
    """An article as a search knows it."""

    sha256: str
    url: str
    title: str
    source: str
    """As the source's page spells it; empty where it is not known."""
    topics: tuple[str, ...]
    """As the topics' pages spell them."""
    year: str
    """`2021`, `undated`."""
    date: str
    """In words; what is only inferred is no date here, for there is no room to say so."""
    start: str
    """The date's beginning, as EDTF that sorts; empty where no date is known."""
    language: str
    direction: str
    text: tuple[str, ...]
    """Paragraphs, subheadings, captions and notes."""


def searchables(archive: Archive, articles: Iterable[Article], say: Say) -> list[Searchable]:
    """Give what is to be searched: the oldest first, the undated last.

    In this order an article that is newer than the others changes nothing that stands before it.
    """
    sources, topics = _names(archive.sources), _names(archive.topics)
    texts = {article.sha256: _text(article) for article in articles}
    return [
        Searchable(
            sha256=entry.sha256,
            url=routes.article(entry),
            title=_printable(entry.title),
            source="".join(sources[entry.sha256]),
            topics=topics.get(entry.sha256, ()),
            year=year_of(entry),
            date=say(date_view(entry.date, entry.basis).words),
            start=start_of(entry.date or ""),
            language=entry.language,
            direction=direction_of(entry.language),
            text=texts[entry.sha256],
        )
        for entry in (*reversed(archive.dated), *archive.undated)
    ]


def _names(groups: Iterable[Group]) -> Mapping[str, tuple[str, ...]]:
    """Give the names of the groups that an article is in, by its SHA-256."""
    names: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for entry in group.entries:
            names[entry.sha256] = (*names.get(entry.sha256, ()), _printable(group.name))
    return names


def _text(article: Article) -> tuple[str, ...]:
    blocks = (text for block in article.blocks for text in _texts_of(block))
    texts = (*blocks, *(note.text for note in article.notes))
    return tuple(_printable(text) for text in texts if text)


def _printable(text: str) -> str:
    """Replace halves of surrogate pairs, which a page prints as `?` too and JSON cannot hold."""
    return text.encode("utf-8", "replace").decode()


def _texts_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Subheading():
            yield block.text
        case Bullets():
            yield from block.items
        case Figure():
            yield block.caption
            yield block.credit
