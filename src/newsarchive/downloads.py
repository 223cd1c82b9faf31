"""The files of the data page: all articles in each format that a site offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsarchive.exporting import FORMATS, chunks
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.pages.downloads import OFFERED, data_package, records_of
from newsarchive.render import Artifact, Stream
from newsarchive.site import Settings


def download_files(articles: Sequence[Article], settings: Settings) -> Iterator[Artifact | Stream]:
    """Give the files, each of which is made article by article when it is written."""
    for name in OFFERED:
        url = routes.download(FORMATS[name].file)
        yield Stream(url, chunks(name, records_of(articles, settings)))
    yield Artifact(routes.DATA_PACKAGE, data_package(settings))
