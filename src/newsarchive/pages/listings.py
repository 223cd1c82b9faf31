"""Pages that list the articles of a source, a topic or a name, and those without a date.

A list that is too long for a page becomes an overview with the newest and a page for each period.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive import Archive, Entry, Group
from newsarchive.archive.names import Named
from newsarchive.archive.overviews import Dates, dates_of
from newsarchive.archive.shelves import UNDATED, Front, Period, Shelf, front_of, shelved
from newsarchive.incremental.deferred import Deferred
from newsarchive.pages import routes
from newsarchive.pages.entries import (
    entry_view,
    entry_views,
    grouped,
    link,
    span_of,
    topic_links,
)
from newsarchive.pages.entryviews import GroupView, Link
from newsarchive.pages.listviews import ListingView, PartView, ProfileView
from newsarchive.pages.names import name_view
from newsarchive.pages.reasons import Explanations, reason_view
from newsarchive.pages.search import query_of
from newsarchive.pages.timelines import timeline_of
from newsarchive.wording.said import Said, When, message

ON_OVERVIEW = 20
"""Articles shown on the overview of a list that is split."""

WORTH_SEARCHING = 10
"""Articles from which a list leads to a search among them."""

SEARCHED_AS = {"source": "source", "topic": "topic", "name": "named"}
"""Kind of list → what the search calls it."""

NAMED = {
    "person": message("People"),
    "place": message("Places"),
    "organisation": message("Organisations"),
}
"""Kind of name → what its index is called."""

UNKNOWN_SOURCE = message("Source unknown")
"""What the browser's tab says where a list has no heading."""


class Listing(Struct, frozen=True):
    """A page that lists articles."""

    url: str
    title: Said
    """For the browser's tab."""
    made: Deferred[ListingView]


class Subject(Struct, frozen=True, kw_only=True):
    """What the articles of a list have in common."""

    kind: str
    heading: Said
    """Empty for the articles whose source is not known."""
    url: str
    up: tuple[Said, str]
    """Text and URL of the page that leads to it."""


def source_pages(group: Group) -> Iterator[Listing]:
    """Show a source: how many articles, of which time, in which sections, cleaned by what."""
    subject = Subject(
        kind="source",
        heading=group.name,
        url=routes.source(group.name),
        up=(message("Sources"), routes.SOURCES),
    )
    first, *others = subject_pages(subject, group.entries)
    topics = tuple(dict.fromkeys(topic for entry in group.entries for topic in entry.section))
    about = topics, _profiles(group.entries), dates_of(group.entries), group.spellings
    made = Deferred(_source_view, (first.made, subject.url, *about))
    yield Listing(first.url, first.title, made)
    yield from others


def _source_view(
    view: ListingView,
    page: str,
    topics: tuple[str, ...],
    profiles: tuple[ProfileView, ...],
    dates: Dates,
    spellings: tuple[str, ...],
) -> ListingView:
    return replace(
        view,
        spellings=spellings,
        sections=topic_links(topics, page),
        profiles=profiles,
        timeline=timeline_of(dates),
    )


def _profiles(entries: Sequence[Entry]) -> tuple[ProfileView, ...]:
    counts = Counter(entry.profile or "" for entry in entries)
    ranked = sorted(counts.items(), key=lambda item: (not item[0], -item[1], item[0]))
    return tuple(ProfileView(name, count) for name, count in ranked)


def topic_pages(group: Group) -> Iterator[Listing]:
    """Show the articles of a topic."""
    url = routes.topic(group.name)
    subject = Subject(
        kind="topic", heading=group.name, url=url, up=(message("Topics"), routes.TOPICS)
    )
    yield from subject_pages(subject, group.entries)


def named_pages(named: Named) -> Iterator[Listing]:
    """Show the articles that name a person, a place or an organisation."""
    url, up = routes.named(named.slug), routes.kind(named.kind)
    subject = Subject(kind="name", heading=named.name, url=url, up=(NAMED[named.kind], up))
    first, *others = subject_pages(subject, named.entries)
    yield Listing(first.url, first.title, Deferred(_named_view, (first.made, named)))
    yield from others


def _named_view(view: ListingView, named: Named) -> ListingView:
    return replace(view, name=name_view(named), timeline=timeline_of(dates_of(named.entries)))


def undated_pages(archive: Archive, explanations: Explanations) -> Iterator[Listing]:
    """Show the articles whose date is not known, each with the reason."""
    url = routes.UNDATED
    subject = Subject(
        kind="undated", heading=message("Undated"), url=url, up=(message("Dates"), routes.DATES)
    )
    for page, shelf in subject_shelves(subject, archive.undated, UNDATED):
        shown = shelf.own if not shelf.parts else ()
        made = Deferred(_undated_view, (page.made, page.url, shown, explanations))
        yield Listing(page.url, page.title, made)


def _undated_view(
    view: ListingView, page: str, entries: Sequence[Entry], explanations: Explanations
) -> ListingView:
    shown = tuple(
        entry_view(entry, page, reason_view(entry, page, explanations)) for entry in entries
    )
    return replace(view, groups=(GroupView("", shown),) if shown else ())


def subject_pages(subject: Subject, entries: Sequence[Entry]) -> Iterator[Listing]:
    """Give the page of a subject, and those of the periods that it is split into."""
    for listing, _ in subject_shelves(subject, entries):
        yield listing


def subject_shelves(
    subject: Subject, entries: Sequence[Entry], period: str = ""
) -> Iterator[tuple[Listing, Shelf]]:
    """Give the pages of a subject, each with the shelf that it shows."""
    whole = shelved(entries, period)
    level = [(whole, Link(subject.up[0], subject.up[1]))]
    while level:
        shelves = [shelf for shelf, _ in level]
        for number, (shelf, up) in enumerate(level):
            newer = shelves[number - 1] if number else None
            older = shelves[number + 1] if number + 1 < len(shelves) else None
            yield _listing(subject, shelf, up, newer, older), shelf
        level = [
            (part, Link(_up_words(subject, shelf), routes.part(subject.url, shelf.period)))
            for shelf, _ in level
            for part in shelf.parts
        ]


def _up_words(subject: Subject, shelf: Shelf) -> Said:
    heading = subject.heading or UNKNOWN_SOURCE
    return period_words(shelf.period) if shelf.period not in ("", UNDATED) else heading


def _listing(
    subject: Subject, shelf: Shelf, up: Link, newer: Shelf | None, older: Shelf | None
) -> Listing:
    page = routes.part(subject.url, shelf.period)
    heading = subject.heading or UNKNOWN_SOURCE
    part: Said = period_words(shelf.period) if page != subject.url else ""
    title = message("%(heading)s, %(part)s", heading=heading, part=part) if part else heading
    span = span_of(dates_of(shelf.entries)) if not part else ""
    around = tuple(
        _period_link(subject, Period(other.period, len(other.entries)), page) if other else None
        for other in (newer, older)
    )
    front = front_of(shelf, ON_OVERVIEW)
    return Listing(page, title, Deferred(_listing_view, (subject, front, span, up, *around)))


def _listing_view(
    subject: Subject, shelf: Front, span: Said, up: Link, newer: Link | None, older: Link | None
) -> ListingView:
    page = routes.part(subject.url, shelf.period)
    part: Said = period_words(shelf.period) if page != subject.url else ""
    return ListingView(
        kind=subject.kind,
        heading=subject.heading,
        part=part,
        count=shelf.count,
        span=span,
        up=link(up.text, up.href, page),
        latest=entry_views(shelf.latest, page),
        groups=grouped(shelf.own, page, _heading_length(shelf)),
        parts=tuple(PartView(_period_link(subject, inner, page)) for inner in shelf.parts),
        parts_kind=parts_kind(shelf),
        newer=newer,
        older=older,
        query=_query(subject, shelf),
    )


def _period_link(subject: Subject, period: Period, page: str) -> Link:
    url = routes.part(subject.url, period.name)
    return link(period_words(period.name), url, page, period.count)


def _query(subject: Subject, shelf: Front) -> str:
    """Narrow a search to the articles of a shelf; empty where they are few, or of a month."""
    whole = shelf.period in ("", UNDATED) or len(shelf.period) == 4
    if shelf.count < WORTH_SEARCHING or not whole or not subject.heading:
        return ""
    kind = SEARCHED_AS.get(subject.kind)
    return query_of(year=shelf.period, **({kind: str(subject.heading)} if kind else {}))


def _heading_length(shelf: Front) -> int:
    """Say how many characters of a date head its articles: its year; in a year, its month."""
    return {0: 4, 4: 7}.get(len(shelf.period), 10)


def parts_kind(shelf: Front) -> str:
    """Say what a shelf is split into; empty where it is not.

    >>> parts_kind(Front("2021", 1, (), (), (Period("2021-07", 1),)))
    'months'
    """
    if not shelf.parts:
        return ""
    if shelf.period.startswith(UNDATED):
        return "letters"
    return {0: "years", 4: "months", 7: "days"}[len(shelf.period)]


def period_words(period: str) -> Said:
    """Name a period, or the first letter that some of the undated share.

    >>> period_words("2021-07"), period_words("undated-k")
    (When(edtf='2021-07', form='heading'), 'K')
    """
    if period.startswith(UNDATED):
        letter = period.removeprefix(UNDATED).lstrip("-")
        named: dict[str, Said] = {"": message("Undated"), "0": "0–9"}
        return named.get(letter, letter.upper())
    return When(period, "heading")
