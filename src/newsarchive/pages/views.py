"""What the templates get: frozen records of strings, numbers and links. Templates compute nothing.

What is `Said` is printed in the words of the site's language; a string is printed as it is.

`templates/README.md` says which template gets which view.
"""

from __future__ import annotations

from msgspec import Struct

from newsarchive.pages.chartviews import CalendarView, TimelineView
from newsarchive.pages.citations import CiteView
from newsarchive.pages.downloads import DataView
from newsarchive.pages.feeds import FeedView
from newsarchive.pages.metadata import Metadata
from newsarchive.pages.sitemaps import SitemapView
from newsarchive.rights import Statement
from newsarchive.wording.said import Said


class Link(Struct, frozen=True):
    """A link to a page of the archive, relative to the page it stands on."""

    text: Said
    href: str
    current: bool = False
    """It leads to the page it stands on."""
    count: int = 0
    """Articles behind it, where that is worth saying."""


class DateView(Struct, frozen=True):
    """A date in words, with how it is known."""

    words: Said
    """`19 July 2021`, `on or after 16 January 2020`, `undated`."""
    machine: str
    """For `<time datetime>`: empty unless a day, a month or a year is known."""
    edtf: str
    """Empty where nothing is known."""
    basis: str
    """`stated`, `url`, `crawl`, `inferred`, `corrected`, or empty where nothing is known."""


class EvidenceView(Struct, frozen=True):
    """One reason for a field's value."""

    explanation: Said
    """What the rule sees, as a sentence."""
    text: str
    """The words that the value was read from."""
    line: int
    """0 where it stands on no line."""
    where: str


class ReasonView(Struct, frozen=True, kw_only=True):
    """Why an article has no date, and what its text says all the same."""

    corrected: bool
    """The curator took the date away."""
    bounds: Said
    """What the text allows, in words; empty where it names no day."""
    edtf: str
    evidence: tuple[EvidenceView, ...]
    href: str
    """To the article, whose lines have the ids `L1`, `L2`, …"""


class EntryView(Struct, frozen=True, kw_only=True):
    """An article in a listing."""

    title: Link
    source: Link | None
    date: DateView
    section: tuple[Link, ...]
    dek: str
    words: int
    """0 where they cannot be counted: not every language sets blanks between them."""
    language: str
    direction: str
    """`ltr` or `rtl`."""
    reason: ReasonView | None = None
    """Among the undated: why it is one of them."""


class GroupView(Struct, frozen=True):
    """Articles under a heading of a listing."""

    heading: Said
    """Empty where there is none."""
    entries: tuple[EntryView, ...]
    anchor: str = ""
    """Of a day on its month's page."""
    start: str = ""
    """The year, the month or the day that the heading names, as EDTF."""


class Piece(Struct, frozen=True):
    """A run of a paragraph's text, or a mark that leads to a note."""

    text: str
    note: str = ""
    """The id of the note that it leads to; empty for text."""
    anchor: str = ""
    """The mark's own id, to come back to."""


class BlockView(Struct, frozen=True, kw_only=True):
    """A block of the body."""

    kind: str
    """`paragraph`, `subheading`, `list` or `figure`."""
    anchor: str
    pieces: tuple[Piece, ...] = ()
    """Of a paragraph; a subheading has one."""
    items: tuple[str, ...] = ()
    """Of a list."""
    caption: str = ""
    credit: str = ""
    """Both of a figure."""


class NoteView(Struct, frozen=True):
    """A footnote."""

    anchor: str
    marker: str
    text: str
    back: tuple[str, ...]
    """The ids of the marks that lead to it."""


class FieldView(Struct, frozen=True):
    """A field and how it is known."""

    name: str
    value: Said
    """Empty where it is not known."""
    basis: str
    """As `DateView.basis`."""
    evidence: tuple[EvidenceView, ...]


class LineView(Struct, frozen=True):
    """A line of the raw text."""

    number: int
    text: str


class RunView(Struct, frozen=True, kw_only=True):
    """Lines of the raw text that follow each other and fared alike for the same reason.

    A page may have thousands of lines; what is said of each is said once for its run.
    """

    label: str
    kept: bool
    """They are shown in the article, or what they say is."""
    rule: str
    explanation: Said
    """What the rule sees, as a sentence."""
    count: int
    lines: tuple[LineView, ...]


class OriginView(Struct, frozen=True, kw_only=True):
    """How an article's page was made."""

    path: str
    record: str
    sha256: str
    encoding: str
    profile: str
    fields: tuple[FieldView, ...]
    correction: str
    """The curator's reason; empty where nothing was corrected."""
    correction_path: str
    runs: tuple[RunView, ...]
    """All lines but the blank ones, in their order."""
    lines: int
    """How many they are."""
    kept: int
    removed: int
    excerpt: bool
    """The archive publishes excerpts: most lines have no words here."""


class NamesGroupView(Struct, frozen=True):
    """What an article names of one kind."""

    kind: str
    """`person`, `place` or `organisation`."""
    names: tuple[Link, ...]


class ArticleView(Struct, frozen=True, kw_only=True):
    """An article's page."""

    title: str
    language: str
    direction: str
    source: Link | None
    date: DateView
    authors: tuple[str, ...]
    section: tuple[Link, ...]
    dateline: str
    words: int
    """As `EntryView.words`."""
    blocks: tuple[BlockView, ...]
    notes: tuple[NoteView, ...]
    related: tuple[str, ...]
    names: tuple[NamesGroupView, ...]
    """People, places and organisations that it names, as far as they have a page."""
    permalink: Link
    """Its text is the whole address where `site.yaml` gives the site's, else the path."""
    original: str
    """The address the text was published at; empty where it is not known or no web address."""
    dated: bool
    """Its date is known, and so newer and older are; else its neighbours are those by title."""
    collected: str
    """The day it was collected, where that is known: `2021-07-19`."""
    cite: CiteView
    rights: Statement
    withheld: int
    """Words that are not published, where the archive publishes excerpts."""
    newer: Link | None
    older: Link | None
    origin: OriginView


class HomeView(Struct, frozen=True, kw_only=True):
    """The first page."""

    articles: int
    known_sources: int
    """Not counting the one that stands for articles whose source is not known."""
    sources: tuple[Link, ...]
    """The link to the articles whose source is not known has no text."""
    more_sources: Link | None
    """To all sources, where not all stand here; so with topics and years."""
    topics: tuple[Link, ...]
    more_topics: Link | None
    years: tuple[Link, ...]
    """Newest first."""
    more_years: Link | None
    names: tuple[Link, ...]
    """Those that most articles name."""
    timeline: TimelineView | None
    """All articles in one row."""
    span: Said
    """The time that the dated articles cover, in words; empty where none is dated."""
    dated: int
    undated: int
    latest: tuple[EntryView, ...]
    more: Link | None
    """To all by date, where not all stand here."""
    without_date: tuple[EntryView, ...]
    more_undated: Link | None


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
    part: Said
    """The period, where the page is a part of a longer list; else empty."""
    count: int
    span: Said
    up: Link
    """To the list that this page stands in."""
    latest: tuple[EntryView, ...]
    """The newest, where the list is split into parts."""
    groups: tuple[GroupView, ...]
    """What stands on no part's page."""
    parts: tuple[PartView, ...]
    """What the list is split into; a year's months in any case."""
    parts_kind: str
    """`years`, `months`, `days` or `letters`; empty where there are none."""
    newer: Link | None
    older: Link | None
    query: str = ""
    """What narrows a search to these articles, to be put behind the search page's address."""
    sections: tuple[Link, ...] = ()
    """Of a source: its topics."""
    profiles: tuple[ProfileView, ...] = ()
    """Of a source: what cleaned its articles."""
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


class AboutView(Struct, frozen=True):
    """The About page."""

    html: str
    """What the curator wrote, sanitised; the only HTML that a template prints as it is."""
    articles: int
    sources: int
    dated: int


class LedgerRow(Struct, frozen=True):
    """What became of an input, and why."""

    place: str
    what: str
    """In the program's own words, which are English."""


class LedgerPartView(Struct, frozen=True):
    """Inputs that one thing became of."""

    fate: str
    """`set-aside`, `duplicate` or `doubtful`."""
    rows: tuple[LedgerRow, ...]
    more: int
    """How many are not shown."""


class LedgerView(Struct, frozen=True):
    """The page that says what became of every input."""

    inputs: int
    published: int
    duplicates: int
    set_aside: int
    parts: tuple[LedgerPartView, ...]


class Choice(Struct, frozen=True):
    """What a search can be narrowed to."""

    value: str
    text: Said
    count: int
    """Articles it would leave."""


class NamesChoices(Struct, frozen=True):
    """Names of a kind that a search can be narrowed to."""

    kind: str
    """`person`, `place` or `organisation`."""
    choices: tuple[Choice, ...]


class SearchView(Struct, frozen=True, kw_only=True):
    """The search page."""

    articles: int
    sources: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    names: tuple[NamesChoices, ...]
    years: tuple[Choice, ...]
    """Newest first."""
    undated: int
    more: bool
    """There are sources, topics or names beside these, which are searched from their own pages."""
    engines: str
    """What search.js must know, as JSON."""
    from_disk: bool
    """It also works where the site is opened from disk."""
    elsewhere: tuple[Link, ...]
    """Pages that lead to the articles without JavaScript."""


class NotFoundView(Struct, frozen=True):
    """The page for addresses that lead nowhere."""

    home: Link


class AliasView(Struct, frozen=True):
    """A page that leads on to an article's or a name's."""

    target: Link
    canonical: str
    """The target's whole address; empty where the site has none."""


class Frame(Struct, frozen=True, kw_only=True):
    """What every page has around its content."""

    site_title: str
    site_description: str
    curator: str
    language: str
    direction: str
    """`ltr` or `rtl`, of the site's language."""
    title: Said
    """Of the page, for the browser's tab; empty on the first page."""
    description: str
    canonical: str
    """The page's absolute address; empty where `site.yaml` gives none."""
    root: str
    """The way to the site's root: `../../`, or empty at the root."""
    home: Link
    navigation: tuple[Link, ...]
    search: Link | None
    """To the search page; None on that page, and where there is no search."""
    static: str
    """The way to the folder of style sheets, ending in `/`."""
    policy: str
    """The Content-Security-Policy."""
    version: str
    """newsarchive's."""
    metadata: Metadata
    """What the head says to programs."""
    noindex: bool
    """Search engines are asked to leave the page out."""
    data: Link
    """To the page with all articles to take away."""


View = (
    ArticleView
    | HomeView
    | ListingView
    | IndexView
    | NamesView
    | NamesOfKindView
    | AboutView
    | LedgerView
    | SearchView
    | NotFoundView
    | AliasView
    | DataView
    | FeedView
    | SitemapView
)
