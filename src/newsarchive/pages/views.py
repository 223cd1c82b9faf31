"""What the templates get: frozen records of strings, numbers and links. Templates compute nothing.

What is `Said` is printed in the words of the site's language; a string is printed as it is.

Those of articles stand in `articleviews`, of lists in `listviews`, what both are made of in
`entryviews`, charts in `chartviews`; here are the others, and the frame.

`templates/README.md` says which template gets which view.
"""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from newsarchive.pages.articleviews import ArticleView
from newsarchive.pages.chartviews import TimelineView
from newsarchive.pages.downloads import DataView
from newsarchive.pages.entryviews import EntryView, Link
from newsarchive.pages.feeds import FeedView
from newsarchive.pages.listviews import IndexView, ListingView, NamesOfKindView, NamesView
from newsarchive.pages.metadata import Metadata
from newsarchive.pages.reprints import ReprintsView
from newsarchive.pages.sitemaps import SitemapView
from newsarchive.wording.said import Said


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
    all_names: Link
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


class AboutView(Struct, frozen=True):
    """The About page."""

    html: Markup
    """What the curator wrote, sanitised; the only HTML that a template prints as it is."""
    articles: int
    sources: int
    dated: int


class LedgerRow(Struct, frozen=True):
    """What became of an input, and why."""

    place: str
    what: str
    """In the program's own words, which are English."""
    href: str = ""
    """Of the article that it is about, or that is published in its place; empty where none is."""


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
    unknown: tuple[Link, ...]
    """To the articles of which something is not known that a curator may know."""
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
    elsewhere: tuple[Link, ...]
    """Pages that lead to the articles without JavaScript."""


class NotFoundView(Struct, frozen=True):
    """The page for addresses that lead nowhere.

    It is served under any of them, so that its links begin at the top of the host.
    """

    dates: Link
    sources: Link
    topics: Link
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
    | ReprintsView
    | SearchView
    | NotFoundView
    | AliasView
    | DataView
    | FeedView
    | SitemapView
)
