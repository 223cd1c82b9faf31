"""What a page's head says to programs: Dublin Core, Highwire, Open Graph and JSON-LD.

The original paper is the publication. Zotero takes a page as a newspaper article of that paper by
`DC.type` and `DC.source`; a `citation_journal_title` would make it a journal's, and `og:site_name`
would make the archive the newspaper, so that neither is ever written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from newsarchive.citing import Citation
from newsarchive.citing.dates import point_of
from newsarchive.citing.names import Name
from newsarchive.edtf import Point
from newsarchive.rights import RightsStatement
from newsarchive.wording.said import Said

LinkedData = dict[str, object]
"""A JSON-LD object."""

CONTEXT = "https://schema.org"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


class Tag(Struct, frozen=True):
    """A `meta` element."""

    name: str
    content: str
    attribute: Literal["name", "property"] = "name"


class HeadLink(Struct, frozen=True):
    """A `link` element."""

    rel: str
    href: str
    type: str = ""
    title: Said = ""
    name: str = ""
    """What readers know it by; empty where it is for programs alone."""


class Metadata(Struct, frozen=True):
    """What a page's head says to programs."""

    tags: tuple[Tag, ...] = ()
    links: tuple[HeadLink, ...] = ()
    linked_data: tuple[LinkedData, ...] = ()
    """Printed as JSON in a data block, which no browser runs."""


class Crumb(Struct, frozen=True):
    """A step of the way from the first page."""

    name: str
    address: str
    """Whole, or relative to the page."""


def article_metadata(
    citation: Citation,
    *,
    description: str,
    words: int,
    rights: RightsStatement,
    crumbs: Sequence[Crumb],
) -> Metadata:
    """Describe an article's page.

    Args:
        citation: what a reference to the article says.
        description: the body's first words.
        words: of the body.
        rights: what readers may do with it.
        crumbs: the way from the first page to the article's.
    """
    tags = (*_dublin_core(citation, rights), *_highwire(citation), *_graph(citation, description))
    return Metadata(
        tags=tuple(tag for tag in tags if tag.content),
        links=(HeadLink("schema.DC", DUBLIN_CORE),),
        linked_data=(_news_article(citation, words, rights), _breadcrumbs(crumbs)),
    )


def _dublin_core(citation: Citation, rights: RightsStatement) -> Iterator[Tag]:
    yield Tag("DC.type", "newspaperArticle")
    yield Tag("DC.title", citation.title)
    for author in citation.authors:
        yield Tag("DC.creator", author.natural)
    yield Tag("DC.source", citation.publication)
    yield Tag("DC.publisher", citation.publication)
    yield Tag("DC.date", citation.date)
    yield Tag("DC.language", citation.language)
    yield Tag("DC.identifier", _whole(citation.address))
    yield Tag("DC.rights", rights.address or rights.text)


def _highwire(citation: Citation) -> Iterator[Tag]:
    yield Tag("citation_title", citation.title)
    for author in citation.authors:
        yield Tag("citation_author", author.natural)
    yield Tag("citation_publication_date", plain_date(citation.date).replace("-", "/"))
    yield Tag("citation_language", citation.language)
    yield Tag("citation_public_url", _whole(citation.address))


def _graph(citation: Citation, description: str) -> Iterator[Tag]:
    yield Tag("og:type", "article", "property")
    yield Tag("og:title", citation.title, "property")
    yield Tag("og:description", description, "property")
    yield Tag("og:url", _whole(citation.address), "property")
    yield Tag("article:section", citation.section, "property")
    day = plain_date(citation.date)
    yield Tag("article:published_time", day if day.count("-") == 2 else "", "property")


@lru_cache(10_000)
def plain_date(date: str) -> str:
    """Give a day, a month or a year that is known without doubt; else an empty string.

    >>> plain_date("2021-07"), plain_date("2021-07~"), plain_date("2020-01-16/..")
    ('2021-07', '', '')
    """
    point = point_of(date)
    return _iso(point) if point and not point.doubt else ""


def _iso(point: Point) -> str:
    parts = [f"{part:02d}" for part in (point.month, point.day) if part]
    return "-".join([f"{point.year:04d}", *parts])


def _whole(address: str) -> str:
    return address if "://" in address else ""


def _news_article(citation: Citation, words: int, rights: RightsStatement) -> LinkedData:
    paper = citation.publication
    said: LinkedData = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": citation.title,
        "datePublished": plain_date(citation.date),
        "author": [_agent(name) for name in citation.authors],
        "publisher": {"@type": "Organization", "name": paper} if paper else "",
        "isPartOf": {"@type": "Periodical", "name": paper} if paper else "",
        "articleSection": citation.section,
        "inLanguage": citation.language,
        "wordCount": words,
        "url": citation.original,
        "archivedAt": _whole(citation.address),
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": citation.digest},
        **rights_data(rights),
    }
    return said_only(said)


def rights_data(rights: RightsStatement) -> LinkedData:
    """Say in schema.org's words what readers may do; a licence is only what grants something."""
    if "creativecommons.org" in rights.address:
        return {"license": rights.address}
    return {"usageInfo": rights.address} if rights.address else {"copyrightNotice": rights.text}


def said_only(said: LinkedData) -> LinkedData:
    """Leave out what is empty."""
    return {name: value for name, value in said.items() if value}


def _agent(name: Name) -> LinkedData:
    return {"@type": "Person" if name.given else "Organization", "name": name.natural}


def _breadcrumbs(crumbs: Iterable[Crumb]) -> LinkedData:
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": i, "name": crumb.name, "item": crumb.address}
            for i, crumb in enumerate(crumbs, 1)
        ],
    }
