"""What the templates of lists and indexes get."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.pages.chartviews import CalendarView, TimelineView
from newsarchive.pages.entryviews import EntryView, GroupView, Link
from newsarchive.wording.said import Said


class PartView(Struct, frozen=True):
    """A period that a list is split into."""

    link: Link
    anchor: str = ""
    """Of a day on its month's page."""


class ProfileView(Struct, frozen=True):
    """A publisher's profile, and how many articles it cleaned."""

    name: str
    """Empty for articles that were cleaned by the general rules alone."""
    count: int


class EquationView(Struct, frozen=True):
    """Where a text says that two names are one."""

    name: str
    other: str
    article: Link
    line: int


class NameView(Struct, frozen=True):
    """What is known of a name, beside the articles that it stands in."""

    kind: str
    """`person`, `place` or `organisation`."""
    spellings: tuple[str, ...]
    equations: tuple[EquationView, ...]


class ListingView(Struct, frozen=True, kw_only=True):
    """A page that lists articles: of a source, a topic, a name, a time, or without a date."""

    kind: str
    """`source`, `topic`, `name`, `year`, `month`, `day` or `undated`."""
    heading: Said
    """Empty for the articles whose source is not known."""
    part: Said = ""
    """The period, where the page is a part of a longer list; else empty."""
    count: int
    span: Said = ""
    """The time that the articles of a whole list cover; empty on a part's page, and of a period."""
    up: Link
    """To the list that this page stands in."""
    latest: tuple[EntryView, ...] = ()
    """The newest, where the list is split into parts."""
    groups: tuple[GroupView, ...]
    """What stands on no part's page."""
    parts: tuple[PartView, ...] = ()
    """What the list is split into; a year's months in any case."""
    parts_kind: str = ""
    """`years`, `months`, `days` or `letters`; empty where there are none."""
    newer: Link | None
    older: Link | None
    query: str = ""
    """What narrows a search to these articles, to be put behind the search page's address."""
    sections: tuple[Link, ...] = ()
    """Of a source: its topics."""
    profiles: tuple[ProfileView, ...] = ()
    """Of a source: what cleaned its articles."""
    spellings: tuple[str, ...] = ()
    """Of a source: how else its articles print its name."""
    name: NameView | None = None
    calendar: CalendarView | None = None
    timeline: TimelineView | None = None


class IndexRow(Struct, frozen=True):
    """A source, a topic or a year in its index."""

    link: Link
    span: Said
    parts: tuple[Link, ...]
    """A year's months, named without the year."""


class IndexView(Struct, frozen=True):
    """A page that lists all sources, all topics or all dates."""

    kind: str
    """`sources`, `topics` or `dates`."""
    rows: tuple[IndexRow, ...]
    undated: Link | None
    """Of dates: to the articles without one."""
    timeline: TimelineView | None = None
    """Of dates: the whole archive."""


class LetterView(Struct, frozen=True):
    """Names that are filed under one letter."""

    letter: str
    anchor: str
    names: tuple[Link, ...]


class KindView(Struct, frozen=True):
    """A kind of names."""

    kind: str
    """`person`, `place` or `organisation`."""
    link: Link
    """To its index; how many there are."""
    most: tuple[Link, ...]
    """Those that most articles name."""


class NamesView(Struct, frozen=True):
    """The people, places and organisations that the archive's articles name."""

    kinds: tuple[KindView, ...]
    least: int
    """Articles that a name must stand in to be listed."""


class NamesOfKindView(Struct, frozen=True):
    """All names of a kind, from A to Z."""

    kind: str
    """`person`, `place` or `organisation`."""
    up: Link
    count: int
    letters: tuple[LetterView, ...]
