"""Records: articles with what the archive says of them, for their pages and for exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsarchive.archive import Entry, entry_of
from newsarchive.citing import citation_of
from newsarchive.exporting import Record
from newsarchive.model import Article
from newsarchive.pages import routes
from newsarchive.rights import rights_of
from newsarchive.settings.schema import Settings


def records_of(articles: Iterable[Article], settings: Settings) -> Iterator[Record]:
    """Give the articles with what the archive says of them."""
    for article in articles:
        yield record_of(article, entry_of(article), settings)


def record_of(article: Article, entry: Entry, settings: Settings) -> Record:
    """Give an article with what the archive says of it."""
    address = routes.absolute(routes.article(entry), settings.url)
    cited = citation_of(article, title=entry.title, address=address, archive=settings.title)
    return Record(article, entry, cited, rights_of(article, settings.rights))
