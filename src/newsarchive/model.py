"""The records that travel through newsarchive: frozen, and complete when made.

    Document → Reading → Article

A stage takes one kind of record and returns the next; no stage fills in a field of a record that
exists. All are `msgspec.Struct`s, so that they compare by value, hash, and read and write as JSON.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from msgspec import Struct

from newsarchive.body import Block, Note
from newsarchive.names import Name

Label = Literal[
    "title",
    "section",
    "date",
    "source",
    "byline",
    "url",
    "image",
    "caption",
    "credit",
    "body",
    "subheading",
    "related",
    "footnote",
    "boilerplate",
]
"""What a line of the raw text is. Every non-blank line has exactly one label."""

Basis = Literal["stated", "url", "inferred", "corrected"]
"""How a value is known: by the page's own words, its address, what follows, or the curator."""

Marks = dict[int, tuple[str, ...]]
"""Line number → what stands before, amid and behind the line's own words, in that order, and is no
part of the text: the head of a message, `>` in a quoted mail, `^` and `<` on an agency's wire, the
numbers of links. The first stands before them, the last behind; either may be empty."""

Fate = Literal["set aside", "duplicate", "doubtful"]
"""What became of an input with a problem: not published, published once already, or published with
a word of doubt."""

T = TypeVar("T")


class Line(Struct, frozen=True, gc=False):
    """One non-blank line of a raw text, or several that were one before a program broke them."""

    number: int
    """Of the first, from 1, counting the blank lines too."""
    text: str
    """NFC; every run of white space is one blank, and there is none at the ends."""
    indent: int = 0
    """Columns of white space before the text."""
    blanks: int = 0
    """Blank lines between this line and the one before it."""
    rows: int = 1
    """How many lines of the file it stands on."""
    is_row: bool = False
    """Whether it has cells, parted by tabs, as a row of a table."""

    @property
    def numbers(self) -> range:
        """The numbers of the lines of the file that it stands on."""
        return range(self.number, self.number + self.rows)


class LabelledLine(Struct, frozen=True, gc=False):
    """A line with its label and the rule that gave it."""

    number: int
    text: str
    label: Label
    rule: str
    """The rule's name, by which `explanations` says what the rule sees: `repeated-caption`."""
    joins: bool = False
    """Whether it goes on with the paragraph of the line before it."""
    unmarked: str = ""
    """The line without the marks around it (`Document.marks`); empty if it has none."""

    @property
    def words(self) -> str:
        """The line's own words."""
        return self.unmarked or self.text


class Statement(Struct, frozen=True, gc=False):
    """A field's value as one place states it: a line of the text, or something beside the text."""

    field: str
    """One of `Article`, such as `title`. Further `date_bounds`: between which days the text was
    written; `unsure_source` and `unsure_date`: what is not sure enough to be a source or a date;
    and `beside`: what whoever keeps the text noted beside it."""
    value: str
    """A date as EDTF; of several authors or sections, each is a statement of its own."""
    rule: str
    """The rule that read it: `byline`, `title-tail`, `meta-tag`."""
    text: str
    """The words it was read from."""
    line: int | None = None
    """The line they stand on; None where they stand beside the text."""
    where: str | None = None
    """Where they stand beside the text: `meta property="og:title"`, `WARC-Date`, `front matter`."""


class Correction(Struct, frozen=True, kw_only=True):
    """What a curator knows better, kept in `<stem>.yaml` beside a raw text and never in it."""

    path: str
    """Of the correction's own file."""
    why: str
    """The reason, in the curator's words: it is shown to every reader."""
    title: str | None = None
    source: str | None = None
    date: str | None = None
    """EDTF, or an empty string where the date is not known."""
    authors: tuple[str, ...] | None = None
    section: tuple[str, ...] | None = None
    language: str | None = None
    url: str | None = None
    dateline: str | None = None
    rights: str | None = None
    """A statement, or the address of one: `http://rightsstatements.org/vocab/InC/1.0/`."""
    slug: str | None = None
    """The readable part of the address of the article's page."""
    aliases: tuple[str, ...] | None = None
    """Addresses that lead to the article's page, relative to the archive: `2021/07/report/`."""
    labels: dict[int, Label] = {}
    """Line number → the label it should have had."""
    names: str | None = None
    """In the correction of a folder: what the names of its files hold, `{source} {date} *`."""
    places: dict[str, int] = {}
    """Key → the line of the correction file on which it stands."""


class Element(Struct, frozen=True):
    """Where in the tree of a saved page a line of its text stood."""

    tag: str
    """The innermost block around it: `p`, `h2`, `li`, `figcaption`, `td`, `div`."""
    path: str
    """The elements around all of it, as a CSS selector: `main > div.story[role=main] > p`."""
    links: float = 0.0
    """The share of its characters that stand in links: from 0 to 1."""
    hidden: bool = False
    """Whether the page's own attributes keep it from being shown."""
    told: str = ""
    """What the page's own metadata say it is: `articleBody`, `headline`, `description`."""


class Document(Struct, frozen=True, kw_only=True):
    """One raw text, as loaded, with where it comes from."""

    path: str
    """Relative to the archive's folder of articles, or as the caller gave it; always with `/`."""
    sha256: str
    """Of the original's bytes, in hex: of the file, or of the record in it."""
    encoding: str
    """The encoding that the bytes were read as."""
    text: str
    """Decoded, also from HTML's and subtitles' ways to write signs, and otherwise untouched."""
    record: str | None = None
    """Which record of a file that holds many: a WARC record's id, a row's number."""
    statements: tuple[Statement, ...] = ()
    """What is stated beside the text: in metadata, in a column, in a crawl's header."""
    elements: tuple[Element, ...] = ()
    """Of a saved page one for each line of `text`; of a plain text none."""
    labels: dict[int, tuple[Label, str]] = {}
    """Line number → label and the rule that says so, of the lines whose kind the form of the text
    tells: in a record of a database's export, a forwarded mail, printed pages."""
    marks: Marks = {}
    correction: Correction | None = None
    """The curator's, of this text alone."""
    wider: tuple[Correction, ...] = ()
    """The curator's, of all records of its file and of its folder: the nearest first."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """All that the curator says of it, the nearest first."""
        return (self.correction, *self.wider) if self.correction else self.wider


class Reading(Struct, frozen=True, kw_only=True):
    """A document with every non-blank line labelled, and what the lines state about the article."""

    document: Document
    lines: tuple[LabelledLine, ...]
    statements: tuple[Statement, ...]
    profile: str | None = None
    """The publisher's profile that was applied, by the name of its file."""


class Evidence(Struct, frozen=True, gc=False):
    """One reason for a value."""

    rule: str
    text: str
    """The words that the value was read from."""
    line: int | None = None
    """The line they stand on; None where they stand outside the text."""
    where: str | None = None
    """Where outside the text they stand: `URL`, `articles/a.yaml`, `WARC-Date`."""


class Field(Struct, Generic[T], frozen=True):
    """A value and how it is known. Where it is not known, both `value` and `basis` are None."""

    value: T | None = None
    basis: Basis | None = None
    evidence: tuple[Evidence, ...] = ()


class Article(Struct, frozen=True, kw_only=True):
    """What was read from one document, each field with its evidence."""

    path: str
    record: str | None
    sha256: str
    encoding: str
    profile: str | None
    title: Field[str]
    source: Field[str]
    date: Field[str]
    """EDTF, no more precise than the evidence."""
    authors: Field[tuple[str, ...]]
    section: Field[tuple[str, ...]]
    """From the widest to the narrowest: `("News", "Iraq")`."""
    dateline: Field[str]
    """The place a report was filed from: `BAGHDAD`."""
    language: Field[str]
    """BCP 47; `und` where it is not clear."""
    url: Field[str]
    house: str = ""
    """The publisher that the source's name stands for, by the register or by the name itself; empty
    where the source is not known, or the curator named it, whose word stands as it is."""
    crawled: Field[str] = Field()
    """EDTF: the day on which somebody collected the page."""
    rights: Field[str] = Field()
    """A statement, or the address of one."""
    slug: str = ""
    """The readable part of the address of its page, where a curator chose it."""
    aliases: tuple[str, ...] = ()
    """Other addresses of its page, relative to the archive."""
    withheld: int = 0
    """How many words of the body an archive of excerpts does not publish."""
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    related: tuple[str, ...]
    lines: tuple[LabelledLine, ...]
    unsure: tuple[Statement, ...] = ()
    """What comes near to a source or a date that is not known: it is shown, and used nowhere."""
    names: tuple[Name, ...] = ()
    """People, places and organisations that the body names, if the site has pages of them."""
    correction: Correction | None = None


class Problem(Struct, frozen=True, gc=False):
    """Something wrong with one input that did not stop the others."""

    path: str
    what: str
    remedy: str
    line: int | None = None
    fate: Fate = "set aside"
    inputs: int = 1
    """How many inputs it is about: of a ZIP that is cut short, all files after the cut."""
    again: bool = False
    """Whether the next build is to try again: the system did not let it be read this time."""
    article: str = ""
    """SHA-256 of the published original that it is about, where it is known to be about one."""
