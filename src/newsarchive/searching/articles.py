"""What is searched: what an article's page prints, its title and its text, and no evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from newsarchive.archive import Archive, Entry, Group, start_of
from newsarchive.archive.names import Named
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.anchors import anchors_of, note_anchor, text_of
from newsarchive.pages.entries import date_view, direction_of
from newsarchive.pages.search import year_of
from newsarchive.wording.said import Said

Say = Callable[[Said], str]
"""Puts what is said into words of the site's language."""


class Passage(Struct, frozen=True):
    """A part of an article's text that its page has an anchor for."""

    anchor: str
    text: str


class Searchable(Struct, frozen=True, kw_only=True):
    """An article as a search knows it."""

    sha256: str
    url: str
    title: str
    source: str
    """As the source's page spells it; empty where it is not known."""
    topics: tuple[str, ...]
    """As the topics' pages spell them."""
    names: tuple[str, ...]
    """People, places and organisations, as their pages spell them."""
    year: str
    """`2021`, `undated`."""
    date: str
    """In words; what is only inferred is no date here, for there is no room to say so."""
    start: str
    """The date's beginning, as EDTF that sorts; empty where no date is known."""
    language: str
    direction: str
    passages: tuple[Passage, ...]
    """Paragraphs, subheadings, lists, captions and notes; none where its article is not given."""


class Groups(Struct, frozen=True):
    """The groups of all articles, by SHA-256, as their pages spell them."""

    sources: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]

    def of(self, entry: Entry) -> tuple[tuple[str, ...], ...]:
        """Give the source, the topics and the names of an article."""
        kinds = (self.sources, self.topics, self.names)
        return tuple(kind.get(entry.sha256, ()) for kind in kinds)


def groups_of(archive: Archive) -> Groups:
    """Give the groups that each article is in."""
    return Groups(_names(archive.sources), _names(archive.topics), _names(archive.names))


def searchables(
    groups: Groups, articles: Iterable[Article], say: Say, entries: Iterable[Entry]
) -> list[Searchable]:
    """Give what is to be searched, in the order of some entries.

    Args:
        groups: of all articles.
        articles: those of the entries, in any order; or none, where their texts are not asked for.
        say: puts dates into words.
        entries: the oldest first.
    """
    passages = {article.sha256: passages_of(article) for article in articles}
    return [
        Searchable(
            sha256=entry.sha256,
            url=routes.article(entry),
            title=printable(entry.title),
            source="".join(groups.sources[entry.sha256]),
            topics=groups.topics.get(entry.sha256, ()),
            names=groups.names.get(entry.sha256, ()),
            year=year_of(entry),
            date=say(date_view(entry.date, entry.basis).words),
            start=start_of(entry.date or ""),
            language=entry.language,
            direction=direction_of(entry.language),
            passages=passages.get(entry.sha256, ()),
        )
        for entry in entries
    ]


def _names(groups: Iterable[Group | Named]) -> Mapping[str, tuple[str, ...]]:
    """Give the names of the groups that an article is in, by its SHA-256."""
    names: dict[str, tuple[str, ...]] = {}
    for group in groups:
        for entry in group.entries:
            names[entry.sha256] = (*names.get(entry.sha256, ()), printable(group.name))
    return names


def passages_of(article: Article) -> tuple[Passage, ...]:
    """Give the parts of an article's text that its page has anchors for."""
    blocks = zip(anchors_of(article.blocks), map(text_of, article.blocks), strict=True)
    notes = ((note_anchor(i), note.text) for i, note in enumerate(article.notes, 1))
    return tuple(
        Passage(anchor, printable(text.strip()))
        for anchor, text in (*blocks, *notes)
        if text.strip()
    )


def printable(text: str) -> str:
    """Replace halves of surrogate pairs, which a page prints as `?` too and JSON cannot hold."""
    return text.encode("utf-8", "replace").decode()
