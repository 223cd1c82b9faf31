"""All articles as a data set, described to programs: as a Data Package, and to search engines."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from newsarchive.archive.overviews import Dates, Overview
from newsarchive.edtf import earliest, latest
from newsarchive.exporting import Format
from newsarchive.exporting.columns import COLUMNS
from newsarchive.pages import routes
from newsarchive.pages.downloads import file_of, offered, periods_of
from newsarchive.pages.metadata import CONTEXT, LinkedData, Metadata, rights_data, said_only
from newsarchive.pages.reprints import table_resource
from newsarchive.rights import statement_of
from newsarchive.settings.schema import Settings
from newsarchive.spelling.slugs import slug_of
from newsarchive.wording.said import Said, counted, message


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
            *(_resource(form, one) for form in offered() for one in periods),
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
            _distribution(form, period, settings.url) for form in offered() for period in periods
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
