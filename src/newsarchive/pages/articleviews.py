"""What the template of an article gets."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from newsarchive.pages.citations import CiteView
from newsarchive.pages.entryviews import DateView, EvidenceView, Link
from newsarchive.pages.reprints import ReprintView
from newsarchive.rights import RightsStatement
from newsarchive.wording.said import Said, When


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
    """`paragraph`, `subheading`, `list`, `table` or `figure`."""
    anchor: str
    pieces: tuple[Piece, ...] = ()
    """Of a paragraph; a subheading has one."""
    quoted: bool = False
    """Of a paragraph: whether it stands in a quotation."""
    items: tuple[str, ...] = ()
    first: int = 0
    """Both of a list: the number of its first item, or 0 where items have none."""
    head: tuple[tuple[str, ...], ...] = ()
    """Of a table: the row that says what stands in the columns, if there is one."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table, the others: the cells of each."""
    caption: str = ""
    """Of a table or a figure."""
    credit: str = ""
    """Of a figure."""


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
    unsure: Said = ""
    """What comes near to a value that is not known; empty where nothing does."""
    hints: tuple[EvidenceView, ...] = ()
    """What speaks for that."""


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
    source: Link
    """Without a text where the source is not known."""
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
    reprints: tuple[ReprintView, ...]
    """Articles with much of its text."""
    all_reprints: str
    """The way to the page of all reprints."""
    permalink: Link
    """Its text is the whole address where `site.yaml` gives the site's, else the path."""
    original: str
    """The address the text was published at; empty where it is not known or no web address."""
    dated: bool
    """Its date is known, and so newer and older are; else its neighbours are those by title."""
    collected: When | Literal[""]
    """The day it was collected, where that is known."""
    cite: CiteView
    rights: RightsStatement
    withheld: int
    """Words that are not published, where the archive publishes excerpts."""
    newer: Link | None
    older: Link | None
    origin: OriginView
