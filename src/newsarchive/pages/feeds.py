"""Feeds: the newest articles of the archive and of each source, as Atom and as JSON Feed.

A feed's dates come from its articles and never from a clock. Atom wants a moment for each entry: it
is the beginning of the day, month or year that is known. An article without a date has none, so
that it stands in the JSON Feed alone, which can do without. Addresses in a feed must be whole:
without the site's address there are no feeds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsarchive.archive import Entry, start_of
from newsarchive.edtf import earliest
from newsarchive.pages import routes
from newsarchive.pages.metadata import HeadLink, plain_date
from newsarchive.settings.schema import Settings
from newsarchive.spelling.plain import plain
from newsarchive.wording.said import Said, When, counted

MOST = 50
"""Articles in a feed, the newest of those with a date; and as many of those without."""
ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"


class FeedEntry(Struct, frozen=True, kw_only=True):
    """An article in a feed."""

    address: str
    title: str
    language: str
    """Empty where it is not clear."""
    updated: str
    """The first moment that the date allows, as RFC 3339; empty where no date is known."""
    published: str
    """The same, and only where a day is known without doubt."""
    date: Said
    """Empty where it is not known."""
    authors: tuple[str, ...]
    """Those of the article; where none is known, its source; empty where that is not known."""
    sections: tuple[str, ...]
    summary: str


class FeedView(Struct, frozen=True, kw_only=True):
    """A feed."""

    title: Said
    subtitle: tuple[Said, ...]
    """What the archive is, and what an Atom feed of it leaves out: sentences."""
    language: str
    author: str
    """Who keeps the archive."""
    rights: str
    """What readers may do with articles that say nothing else."""
    address: str
    """Of the page that the feed belongs to."""
    atom: str
    json: str
    """The addresses of the feed itself."""
    updated: str
    """That of its newest entry; empty where none has a date."""
    entries: tuple[FeedEntry, ...]
    """Newest first."""
    undated: tuple[FeedEntry, ...]


def in_feed(articles: Sequence[Entry]) -> Iterator[Entry]:
    """Give the entries that a feed is made from: the newest, and all that are undated.

    Args:
        articles: in the archive's order, the undated last.
    """
    dated = bisect_left(articles, True, key=lambda entry: not entry.date)
    yield from articles[: min(dated, MOST)]
    yield from articles[dated:]


def feed_view(url: str, title: Said, articles: Sequence[Entry], settings: Settings) -> FeedView:
    """Show a feed.

    Args:
        url: of the page that it belongs to.
        title: its name.
        articles: those that it is of, in the archive's order.
        settings: the site's, with its address.
    """
    dated = [entry for entry in articles if entry.date][:MOST]
    undated = [entry for entry in articles if not entry.date]
    entries = _entries(dated, settings)
    return FeedView(
        title=title,
        subtitle=tuple(_subtitle(settings, len(undated))),
        language=settings.language,
        author=plain(settings.curator or settings.title),
        rights=plain(settings.rights.statement),
        address=routes.absolute(url, settings.url),
        atom=routes.absolute(routes.atom(url), settings.url),
        json=routes.absolute(routes.json_feed(url), settings.url),
        updated=entries[0].updated if entries else "",
        entries=entries,
        undated=_entries(undated[:MOST], settings),
    )


def _subtitle(settings: Settings, undated: int) -> Iterator[Said]:
    if settings.description:
        yield plain(settings.description)
    if undated:
        address = routes.absolute(routes.UNDATED, settings.url)
        words = "%(num)s more without a date: %(address)s"
        yield counted(words, words, undated, address=address)


def _entries(entries: Sequence[Entry], settings: Settings) -> tuple[FeedEntry, ...]:
    return tuple(_entry(entry, settings) for entry in entries)


def _entry(entry: Entry, settings: Settings) -> FeedEntry:
    moment = _moment(entry.date or "")
    day_known = len(plain_date(entry.date or "")) == len("2021-07-19")
    summary = entry.summary
    authors = summary.authors or ((entry.source,) if entry.source else ())
    return FeedEntry(
        address=routes.absolute(routes.article(entry), settings.url),
        title=plain(summary.title),
        language="" if entry.language == "und" else entry.language,
        updated=moment,
        published=moment if day_known else "",
        date=When(entry.date) if entry.date else "",
        authors=tuple(plain(author) for author in authors),
        sections=tuple(plain(section) for section in entry.section),
        summary=plain(summary.dek),
    )


def _moment(date: str) -> str:
    """Give the first moment that a date allows; of an interval that is open, its known end.

    >>> _moment("2021-07~"), _moment("../2021-07-19"), _moment("")
    ('2021-07-01T00:00:00Z', '2021-07-19T00:00:00Z', '')
    """
    if not date:
        return ""
    return f"{earliest(start_of(date))}T00:00:00Z"


def feed_links(view: FeedView, page: str) -> tuple[HeadLink, ...]:
    """Link to a feed from the page that it belongs to."""
    files = ((ATOM, routes.atom(page), "Atom"), (JSON_FEED, routes.json_feed(page), "JSON"))
    atom, json = (
        HeadLink("alternate", routes.relative(url, page), kind, view.title, name)
        for kind, url, name in files
    )
    return (atom, json) if view.updated else (json,)
