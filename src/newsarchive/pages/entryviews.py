"""What most pages are made of: links, dates, reasons, and articles as lists show them."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.wording.said import Said


class Link(Struct, frozen=True):
    """A link to a page of the archive, relative to the page it stands on."""

    text: Said
    href: str
    current: bool = False
    """It leads to the page it stands on, or to the subject that this page is a part of."""
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
    source: Link
    """Without a text where the source is not known."""
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
