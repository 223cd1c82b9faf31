"""A feed's articles: RSS 0.9 to 2.0 and RDF, Atom, and what blogs export in their form.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.loading.decoding import Decoded
from newsarchive.loading.feeds.blogs import authors_of, is_posted, without_codes
from newsarchive.loading.feeds.fields import (
    Item,
    item_of,
    prefixes,
    statements,
    statements_of_feed,
)
from newsarchive.loading.feeds.footers import with_footer
from newsarchive.loading.feeds.texts import Text, text_of
from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.webpages.fragment import fragment_document, paragraphs
from newsarchive.loading.xml.elements import DEFINES, own_entities
from newsarchive.loading.xml.file import SAMPLE, characters, encoding_of
from newsarchive.loading.xml.pieces import cut
from newsarchive.model import Document, Problem, Statement

ITEMS = ("item", "entry")
LONGEST_NAME = 200  # characters of what names an item


class Feed(Struct, frozen=True):
    """What is known of a feed when its items are read."""

    opened: Opened
    encoding: str
    prefixes: Mapping[str, str]
    authors: Mapping[str, str]
    """Names by what authors log in with."""
    stated: tuple[Statement, ...]
    """What the feed states of all its items."""

    @property
    def name(self) -> str:
        """What the feed calls itself."""
        return next((said.value for said in self.stated if said.field == "source"), "")


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each item that has a text, and say what of the others is not read."""
    encoding = encoding_of(opened.stream.read(SAMPLE))
    opened.stream.seek(0)
    pieces = cut(characters(opened.stream, encoding), ITEMS, opened.limits.bytes)
    head = next(pieces, "").lstrip("\ufeff \t\r\n")
    if DEFINES in head:
        yield own_entities(opened.name)
        return
    feed = _feed(opened, encoding, head)
    counted: Counter[str] = Counter()
    yield from _articles(feed, pieces, counted)
    yield from _told(opened.name, counted)


def _feed(opened: Opened, encoding: str, head: str) -> Feed:
    """Read what stands above a feed's items."""
    usual = prefixes(head)
    stated = tuple(statements_of_feed(head, item_of(head, usual, whole=False)))
    return Feed(opened, encoding, usual, authors_of(head), stated)


def _articles(
    feed: Feed, pieces: Iterator[str], counted: Counter[str]
) -> Iterator[Document | Problem]:
    """Yield the articles of items, and count what is said of all together."""
    name, most = feed.opened.name, feed.opened.limits.bytes
    for number, xml in enumerate(pieces, 1):
        counted["items"] = number
        if len(xml) > most:
            yield too_large(feed.opened, f"item {number} is")
            continue
        try:
            item = item_of(xml, feed.prefixes)
        except ValueError as error:
            yield Problem(name, f"item {number} is lost: {error}", "Save its own page instead")
            continue
        text = text_of(item)
        if not is_posted(item):
            counted["not posted"] += 1
        elif not text:
            counted["empty"] += 1
        else:
            counted["short"] += not text.is_whole
            yield _article(feed, number, xml, item, text)


def _article(feed: Feed, number: int, xml: str, item: Item, text: Text) -> Document | Problem:
    """Make an item's article, with what is stated beside its text."""
    name, record = feed.opened.name, _name_of(item) or str(number)
    digest = sha256(xml.encode("utf-8", "replace")).hexdigest()
    stated = _stated(feed, xml, item)
    page = without_codes(text.text) if text.is_page else paragraphs(text.text)
    decoded, limits = Decoded(page, feed.encoding), feed.opened.limits
    found = fragment_document(name, digest, decoded, record, stated, limits)
    if isinstance(found, Problem):
        return replace(found, what=f"item {number}: {found.what}")
    return with_footer(found, feed.name)


def _stated(feed: Feed, xml: str, item: Item) -> Iterator[Statement]:
    """Yield what an item states, and what else the feed states of all."""
    of_item = tuple(statements(xml, item, feed.authors))
    fields = {said.field for said in of_item}
    yield from of_item
    yield from (said for said in feed.stated if said.field not in fields)


def _name_of(item: Item) -> str:
    """Give what an item calls itself."""
    names = (found.text.strip() for path in ("guid", "id") for found in item.get(path, ()))
    return next((name for name in names if 0 < len(name) <= LONGEST_NAME), "")


def _told(name: str, counted: Counter[str]) -> Iterator[Problem]:
    """Say once how many items have no text, are no posts, or have no more than a description."""
    items = f"of {counted['items']:,}"
    if empty := counted["empty"]:
        what = f"items without a text: {empty:,} {items}"
        yield Problem(name, what, "Save their own pages, if you need them", inputs=empty)
    if left := counted["not posted"]:
        what = f"items that are no posts which readers could see: {left:,} {items}"
        yield Problem(name, what, "Publish those of them that are drafts, and export", inputs=left)
    if short := counted["short"]:
        what = f"items with a description alone, perhaps a teaser: {short:,} {items}"
        yield Problem(name, what, "Save their own pages, if you need all", fate="doubtful")
