"""Reprints: on an article's page, on a page of them all, and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from newsarchive.archive import Entry, Summary
from newsarchive.archive.reprints import Reprint, Reprints
from newsarchive.pages import routes
from newsarchive.pages.entries import article_link, date_view, entry_views, source_link
from newsarchive.pages.entryviews import DateView, GroupView, Link
from newsarchive.pages.metadata import LinkedData
from newsarchive.wording.said import Said, message

MOST_GROUPS = 200
"""On the page; the table has all."""

NEARLY_ALL, MOST = 0.9, 0.5
COLUMNS = {
    "sha256": "The article.",
    "reprint": "The SHA-256 of an article that shares much of its text.",
    "share": "How much of the article's text stands there, from 0 to 1, as a sample tells it.",
}
"""Of the table: name → what it holds."""

TABLE_WORDS = message("Articles that share much of their text.")


class ReprintView(Struct, frozen=True):
    """An article with much of another's text."""

    title: Link
    source: Link
    """Without a text where the source is not known."""
    date: DateView
    share: Said
    """How much of the text of the article on whose page it stands."""


class ReprintsView(Struct, frozen=True):
    """The page of all reprints."""

    groups: tuple[GroupView, ...]
    """Articles with much the same text, the newest first."""
    count: int
    """Of all groups."""
    table: str
    """The way to the table of them all."""


def reprint_views(reprints: Sequence[Reprint], page: str) -> tuple[ReprintView, ...]:
    """Show an article's reprints on its page."""
    return tuple(_reprint_view(one.entry, one.entry.summary, one.share, page) for one in reprints)


def _reprint_view(entry: Entry, summary: Summary, share: float, page: str) -> ReprintView:
    return ReprintView(
        article_link(summary.title, entry, page),
        source_link(entry.source, page),
        date_view(entry.date or summary.bounds, entry.basis),
        _words(share),
    )


def _words(share: float) -> Said:
    if share >= NEARLY_ALL:
        return message("nearly all of this text")
    return message("most of this text") if share >= MOST else message("a part of this text")


def reprints_view(groups: Sequence[Sequence[Entry]], count: int) -> ReprintsView:
    """Show groups of articles with much the same text.

    Args:
        groups: those that the page shows.
        count: how many there are.
    """
    page = routes.REPRINTS
    shown = tuple(GroupView("", entry_views(group, page)) for group in groups)
    return ReprintsView(shown, count, routes.relative(routes.REPRINTS_TABLE, page))


def reprints_table(reprints: Reprints) -> bytes:
    """Write all reprints as CSV, an article's together."""
    rows = chain.from_iterable(
        (f"{sha256},{one.entry.sha256},{one.share:.2f}" for one in others)
        for sha256, others in sorted(reprints.items())
    )
    return "".join(f"{row}\r\n" for row in chain([",".join(COLUMNS)], rows)).encode()


def table_resource() -> LinkedData:
    """Describe the table as a resource of a Frictionless Data Package."""
    fields = [
        {"name": name, "type": "number" if name == "share" else "string", "description": words}
        for name, words in COLUMNS.items()
    ]
    return {
        "name": "reprints",
        "path": routes.REPRINTS_TABLE.removeprefix(routes.DATA),
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": TABLE_WORDS.text,
        "type": "table",
        "schema": {"fields": fields, "primaryKey": ["sha256", "reprint"]},
    }
