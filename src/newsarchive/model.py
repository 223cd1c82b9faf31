"""The records that travel through newsarchive: frozen, and complete when made.

    Document → Reading → Article

A stage takes one kind of record and returns the next; no stage fills in a field of a record that
exists. All are `msgspec.Struct`s, so that they compare by value, hash, and read and write as JSON.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from msgspec import Struct

from newsarchive.body import Block, Note

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

Basis = Literal["stated", "url", "crawl", "inferred", "corrected"]
"""How a value is known, from the firmest source of the machine's own to the curator's word."""

Marks = dict[int, tuple[str, str]]
"""Line number → what stands before and behind the words of a line that are none of the text: the
head of a message, `>` of a mail that is quoted, `^` and `<` of an agency's wire."""

NameKind = Literal["person", "place", "organisation"]
"""What a name names."""

Fate = Literal["set aside", "duplicate", "doubtful"]
"""What became of an input with a problem: not published, published once already, or published with
a word of doubt."""

T = TypeVar("T")


class Line(Struct, frozen=True, gc=False):
    """One non-blank line of a raw text, or some that were broken at a width, put together.

    `text` is the line as it is read: NFC, every run of white space one blank, none at the ends.
    """

    number: int
    """1-based, counting the blank lines too."""
    text: str
    indent: int = 0
    """Columns of white space before the text."""
    blanks: int = 0
    """Blank lines between this line and the one before it."""
    rows: int = 1
    """Lines of the file that it stands on."""

    @property
    def numbers(self) -> range:
        """The numbers of these lines."""
        return range(self.number, self.number + self.rows)


class LabelledLine(Struct, frozen=True, gc=False):
    """A line with its label and the rule that gave it."""

    number: int
    text: str
    label: Label
    rule: str
    """The rule's name, as the catalogue in `cleaning` spells it: `repeated-caption`."""
    joins: bool = False
    """The line goes on with the paragraph of the line before it."""
    unmarked: str = ""
    """Its words, where its medium set marks around them (`Document.marks`); else nothing."""

    @property
    def words(self) -> str:
        """What is read of it."""
        return self.unmarked or self.text


class Statement(Struct, frozen=True, gc=False):
    """A field's value as one place states it: a line of the text, or something beside the text."""

    field: str
    """`title`, `source`, `date`, `authors`, `section`, `dateline`, `language`, `url`, `crawled`,
    `rights`, `slug`, `aliases`; `beside` what whoever keeps the text noted of it;
    `unsure_source` and `unsure_date` where it is not sure enough."""
    value: str
    """A date as EDTF; of several authors or sections, each is a statement of its own."""
    rule: str
    """The rule that read it, as the catalogue spells it: `byline`, `title-tail`, `meta-tag`."""
    text: str
    """The words it was read from."""
    line: int | None = None
    """The line they stand on; None where they stand beside the text."""
    where: str | None = None
    """Where they stand beside the text: `meta property="og:title"`, `WARC-Date`, `front matter`."""


class Correction(Struct, frozen=True, kw_only=True):
    """What a curator knows better, kept in `<stem>.yaml` beside a raw text and never in it."""

    path: str
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
    """How the files of a folder are named, `{source} {date} *`: what speaks for one says it."""
    places: dict[str, int] = {}
    """Key → the line of the correction file on which it stands."""


class Element(Struct, frozen=True):
    """Where in a page's tree a line stood."""

    tag: str
    """The block it is: `p`, `h2`, `li`, `figcaption`, `td`, `div`."""
    path: str
    """The elements that hold all of it, as a CSS selector: `main > div.story[role=main] > p`."""
    links: float = 0.0
    """The share of its characters that are links."""
    hidden: bool = False
    """The page's own attributes kept it from being shown."""
    told: str = ""
    """What the page's own records say it is: `articleBody`, `headline`, `description`."""


class Document(Struct, frozen=True, kw_only=True):
    """One raw text, as loaded, with where it comes from."""

    path: str
    """Relative to the archive's folder of articles, or as the caller gave it; always with `/`."""
    sha256: str
    """Of the original's bytes, in hex."""
    encoding: str
    """The encoding that the bytes were read as."""
    text: str
    """Decoded and otherwise untouched."""
    record: str | None = None
    """Which record of a file that holds many: a WARC record's id, a row's number."""
    statements: tuple[Statement, ...] = ()
    elements: tuple[Element, ...] = ()
    """For a page with a tree, one for each line of `text`; empty for a text without."""
    labels: dict[int, tuple[Label, str]] = {}
    """What a text's form makes of its lines, where it has one: a record of a database's export, a
    forwarded mail, printed pages. Line number → label and the rule that says so."""
    marks: Marks = {}
    correction: Correction | None = None
    wider: tuple[Correction, ...] = ()
    """What the curator says of all records of its file, and of its folder: the nearest goes first,
    and its own correction before these."""


class Reading(Struct, frozen=True, kw_only=True):
    """A document with every non-blank line labelled, and what the lines state about the article."""

    document: Document
    lines: tuple[LabelledLine, ...]
    statements: tuple[Statement, ...]
    profile: str | None = None
    """The publisher's profile that was applied, by name."""


class Evidence(Struct, frozen=True, gc=False):
    """One reason for a value."""

    rule: str
    text: str
    """The words that the value was read from."""
    line: int | None = None
    """The line they stand on; None where they stand outside the text."""
    where: str | None = None
    """For evidence outside the text: `URL`, `articles/a.yaml`, `WARC-Date`."""


class Field(Struct, Generic[T], frozen=True):
    """A described value and how it is known. A missing value has no basis."""

    value: T | None = None
    basis: Basis | None = None
    evidence: tuple[Evidence, ...] = ()


class Clue(Struct, frozen=True):
    """Something that tells a name's kind."""

    rule: str
    """As `naming.clues` spells it: `title-before`."""
    line: int


class Alias(Struct, frozen=True):
    """Another name for the same, as the text itself says."""

    text: str
    line: int
    """The line that says it."""


class Name(Struct, frozen=True):
    """A name as an article spells it, with where it stands."""

    text: str
    lines: tuple[int, ...]
    """One for each time that it stands there."""
    openings: int = 0
    """How often of these it opens a sentence, where a capital says nothing."""
    clues: tuple[Clue, ...] = ()
    aliases: tuple[Alias, ...] = ()
    known: str = ""
    """What the gazetteer calls it: `Germany` for `Deutschland`; empty where it does not know it."""


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
    """The publisher that the source's name stands for, as the register or the name itself tells;
    empty where the source is not known, or the curator named it: that stays as it is."""
    crawled: Field[str] = Field()
    """EDTF: the day on which somebody collected it."""
    rights: Field[str] = Field()
    """A statement, or the address of one."""
    slug: str = ""
    """The readable part of the address of its page, where a curator chose it."""
    aliases: tuple[str, ...] = ()
    """Other addresses of its page, relative to the archive."""
    withheld: int = 0
    """Words of the body that are not published, in an archive of excerpts."""
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    related: tuple[str, ...]
    lines: tuple[LabelledLine, ...]
    unsure: tuple[Statement, ...] = ()
    """What comes near to a field that is not known: for the curator, and used nowhere."""
    names: tuple[Name, ...] = ()
    """People, places and organisations that the body names, where a site is made of them."""
    correction: Correction | None = None


class Problem(Struct, frozen=True, gc=False):
    """Something wrong with one input that did not stop the others."""

    path: str
    what: str
    remedy: str
    line: int | None = None
    fate: Fate = "set aside"
    inputs: int = 1
    """How many it is about: of an archive that is cut short, all files after the cut."""
    again: bool = False
    """The system did not let it be read, which may be otherwise the next time."""
