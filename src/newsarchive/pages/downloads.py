"""The data page: all articles to take away, and what stands in which column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from newsarchive.archive import Entry, entry_of, start_of
from newsarchive.archive.overviews import Dates, Overview
from newsarchive.archive.shelves import UNDATED
from newsarchive.edtf import earliest, latest
from newsarchive.exporting import FORMATS, Format, Record
from newsarchive.exporting.columns import COLUMNS
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.citations import citation
from newsarchive.pages.entryviews import Link
from newsarchive.pages.metadata import CONTEXT, LinkedData, Metadata, rights_data, said_only
from newsarchive.pages.reprints import TABLE_WORDS, table_resource
from newsarchive.rights import RightsStatement, rights_of, statement_of
from newsarchive.settings.schema import Settings
from newsarchive.spelling.slugs import slug_of
from newsarchive.wording.said import Said, When, counted, message

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


def records_of(articles: Iterable[Article], settings: Settings) -> Iterator[Record]:
    """Give the articles with what the archive says of them."""
    for article in articles:
        yield record_of(article, entry_of(article), settings)


def record_of(article: Article, entry: Entry, settings: Settings) -> Record:
    """Give an article with what the archive says of it."""
    cited = citation(article, entry, settings)
    return Record(article, entry, cited, rights_of(article, settings.rights))


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
    files = [_download(form, periods) for form in _offered()]
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


def _offered() -> tuple[Format, ...]:
    return tuple(FORMATS[name] for name in OFFERED)


def data_package(
    settings: Settings, periods: Sequence[str] = ("",), *, reprints: bool = False
) -> bytes:
    """Describe the files as a Frictionless Data Package.

    Args:
        settings: the site's.
        periods: those that have files of their own.
        reprints: whether there is a table of them.
    """
    rights = statement_of(settings.rights.statement)
    package: LinkedData = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slug_of(settings.title) or "news-archive",
        "title": settings.title,
        "description": settings.description,
        "homepage": settings.url,
        "contributors": [{"title": settings.curator, "roles": ["curator"]}]
        if settings.curator
        else [],
        "licenses": [{"path": rights.address, "title": rights.text}] if rights.address else [],
        "resources": [
            *(_resource(form, one) for form in _offered() for one in periods),
            *([table_resource()] if reprints else []),
        ],
    }
    return msgspec.json.format(msgspec.json.encode(said_only(package)), indent=2) + b"\n"


def _resource(form: Format, period: str) -> LinkedData:
    resource: LinkedData = {
        "name": f"articles-{form.name}-{period}".rstrip("-"),
        "path": file_of(form, period),
        "mediatype": form.media_type,
        "encoding": "utf-8",
        "description": form.words,
    }
    if form.name != "csv":
        return resource
    fields = [{"name": c.name, "type": c.type, "description": c.words} for c in COLUMNS]
    schema = {"fields": fields, "primaryKey": ["sha256"], "missingValues": [""]}
    return {**resource, "type": "table", "schema": schema}


def data_metadata(overview: Overview, settings: Settings) -> Metadata:
    """Describe the data page to search engines for data sets."""
    periods = periods_of(overview.dates)
    said: LinkedData = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": settings.title,
        "description": _description(overview, settings),
        "url": routes.absolute(routes.DATA, settings.url) if settings.url else "",
        "creator": {"@type": "Organization", "name": settings.curator} if settings.curator else "",
        "temporalCoverage": _coverage(overview.dates),
        "isAccessibleForFree": True,
        "distribution": [
            _distribution(form, period, settings.url) for form in _offered() for period in periods
        ],
        **rights_data(statement_of(settings.rights.statement)),
    }
    return Metadata(linked_data=(said_only(said),))


def _description(overview: Overview, settings: Settings) -> Said:
    """Say what the data are, at the length that search engines for data sets ask for."""
    archived = settings.description or message(
        "%(title)s: an archive of news.", title=settings.title
    )
    return counted(
        "%(archive)s %(num)s article with its evidence.",
        "%(archive)s %(num)s articles with their evidence.",
        overview.articles,
        archive=archived,
    )


def _coverage(dates: Dates) -> str:
    """Give the time that articles cover, as an interval of ISO 8601."""
    known = [date for date in dates if date]
    starts = [day for day in map(earliest, known) if day]
    ends = [day for day in map(latest, known) if day]
    return f"{min(starts)}/{max(ends)}" if starts and ends else ""


def _distribution(form: Format, period: str, site_url: str) -> LinkedData:
    file = file_of(form, period)
    address = routes.absolute(routes.download(file), site_url) if site_url else file
    return {
        "@type": "DataDownload",
        "name": file,
        "encodingFormat": form.media_type,
        "contentUrl": address,
    }
