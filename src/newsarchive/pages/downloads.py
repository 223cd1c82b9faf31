"""The data page: all articles to take away, and what stands in which column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsarchive.archive import start_of
from newsarchive.archive.overviews import Dates, Overview
from newsarchive.archive.shelves import UNDATED
from newsarchive.exporting import FORMATS, Format
from newsarchive.exporting.columns import COLUMNS
from newsarchive.pages import routes
from newsarchive.pages.entryviews import Link
from newsarchive.pages.reprints import TABLE_WORDS
from newsarchive.rights import RightsStatement, statement_of
from newsarchive.settings.schema import Settings
from newsarchive.wording.said import Said, When, message

OFFERED = ("csv", "jsonl", "bibtex", "ris")
"""The formats on the page; the others are for the command line."""
WHOLE = 2_000
"""Articles up to which a format is one file. Of more it is a file for each year: an edit changes
that of its own year, and no host refuses a file for its size."""


class DownloadView(Struct, frozen=True):
    """A file to take away, or several of one kind."""

    name: str
    href: str
    """Empty where there are several."""
    words: Said
    """What it holds."""
    parts: tuple[Link, ...] = ()
    """The files of the years."""


class ColumnView(Struct, frozen=True):
    """A column of the table."""

    name: str
    words: Said


class DataView(Struct, frozen=True):
    """The data page."""

    articles: int
    files: tuple[DownloadView, ...]
    columns: tuple[ColumnView, ...]
    rights: RightsStatement
    """Of articles that have none of their own."""
    excerpt: int
    """Words of each article that are published; 0 for all."""
    reprints: str
    """The way to the page of texts that stand here more than once; empty where none does."""
    ledger: str
    """The way to the page that says what became of every input."""
    root: str
    """One value for all originals: while it stays, all of them are as they were archived."""


def period_of(date: str) -> str:
    """Name the period whose file holds the articles of a date.

    >>> period_of("2021-07~"), period_of("")
    ('2021', 'undated')
    """
    return start_of(date)[:4] or UNDATED


def periods_of(dates: Dates) -> tuple[str, ...]:
    """Name the periods that have files of their own, from the newest; one empty name for all."""
    if sum(dates.values()) <= WHOLE:
        return ("",)
    return tuple(sorted(set(map(period_of, dates)), key=lambda name: (name != UNDATED, name)))[::-1]


def file_of(form: Format, period: str) -> str:
    """Name the file that holds the articles of a period.

    >>> file_of(FORMATS["csv"], ""), file_of(FORMATS["csv"], "2021")
    ('articles.csv', 'articles-2021.csv')
    """
    stem, _, ending = form.file.partition(".")
    return f"{stem}-{period}.{ending}" if period else form.file


def data_view(overview: Overview, settings: Settings, root: str) -> DataView:
    """Show the data page."""
    periods = periods_of(overview.dates)
    files = [_download(form, periods) for form in offered()]
    package = DownloadView(
        "datapackage.json", "datapackage.json", message("Describes these files.")
    )
    name = routes.MANIFEST.removeprefix(routes.DATA)
    manifest = DownloadView(name, name, message("The SHA-256 of each original."))
    return DataView(
        articles=overview.articles,
        files=(*files, *_tables_of(overview), package, manifest),
        columns=tuple(ColumnView(column.name, message(column.words)) for column in COLUMNS),
        rights=statement_of(settings.rights.statement),
        excerpt=settings.rights.excerpt,
        reprints=routes.relative(routes.REPRINTS, routes.DATA) if overview.reprinted else "",
        ledger=routes.relative(routes.LEDGER, routes.DATA),
        root=root,
    )


def _tables_of(overview: Overview) -> Iterator[DownloadView]:
    """Offer the table of the reprints, if there are any."""
    if overview.reprinted:
        name = routes.REPRINTS_TABLE.removeprefix(routes.DATA)
        yield DownloadView(name, name, TABLE_WORDS)


def _download(form: Format, periods: Sequence[str]) -> DownloadView:
    if periods == ("",):
        return DownloadView(form.file, form.file, message(form.words))
    parts = tuple(
        Link(message("Undated") if period == UNDATED else When(period), file_of(form, period))
        for period in periods
    )
    return DownloadView(file_of(form, "*"), "", message(form.words), parts)


def offered() -> tuple[Format, ...]:
    """Give the formats on the page."""
    return tuple(FORMATS[name] for name in OFFERED)
