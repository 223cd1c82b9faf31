"""`.wacz`: what a browser crawled, WARC files with a list of the pages among their records.

A browser fetches frames, advertisements and parts of pages as HTML too; the list says which records
are the pages that somebody wanted. https://specs.webrecorder.net/wacz/1.1.1/ describes the format.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from urllib.parse import urldefrag, urljoin, urlsplit

import msgspec
from msgspec import Struct
from warcio.recordloader import ArcWarcRecord

from newsarchive.loading.opened import Opened
from newsarchive.loading.packed.warc import Wanted, address_of, articles_in, is_article
from newsarchive.loading.packed.zipped import BROKEN, MAX_RATIO, items_in, placed
from newsarchive.model import Document, Problem

RECORDS = "archive/"
LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
MOST_LISTED = 2**28  # bytes of a list that are read: a million pages with their texts have less


class Listed(Struct, frozen=True):
    """A line of the list; the first one, which describes it, has no address."""

    url: str = ""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each page of the crawl."""
    try:
        with zipfile.ZipFile(opened.stream) as archive:
            pages = _Pages(_listed(archive))
            yield from _articles(opened, archive, pages.wants)
            if not pages.met:  # there is no list, or one of other addresses than the records
                yield from _articles(opened, archive, is_article)
    except BROKEN as error:
        yield Problem(opened.name, f"the archive cannot be read: {error}", "Fetch it again")


def _articles(
    opened: Opened, archive: zipfile.ZipFile, wanted: Wanted
) -> Iterator[Document | Problem]:
    """Yield the articles of all records that are wanted."""
    reader = partial(articles_in, wanted=wanted)
    for member in archive.infolist():
        if member.is_dir() or not member.filename.startswith(RECORDS):
            continue
        if member.file_size > MAX_RATIO * max(1, member.compress_size):
            what = f"{member.filename} unpacks to {member.file_size:,} bytes and is not read"
            yield Problem(opened.name, what, "Unpack it yourself if you trust it")
            continue
        for one in items_in(opened, archive, member, reader):
            yield placed(one, opened.name, member.filename)


def _listed(archive: zipfile.ZipFile) -> Iterator[str]:
    """Give the addresses of the pages that the crawl was made for, as far as they can be read."""
    decoder = msgspec.json.Decoder(Listed)
    for name in LISTS:
        if name in archive.namelist():
            with archive.open(name) as stream:
                for line in stream.read(MOST_LISTED).splitlines():
                    with suppress(msgspec.DecodeError):
                        yield decoder.decode(line).url


class _Pages:
    """The pages that a crawl was made for, and where they led on to."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """Know the addresses that the crawl's list has."""
        self._wanted = {_plain(address) for address in addresses if address}
        self.met = False
        """A record of one of them was found."""

    def wants(self, record: ArcWarcRecord) -> bool:
        """Tell whether a record is one of the pages."""
        address = address_of(record)
        if _plain(address) not in self._wanted:
            return False
        headers = record.http_headers
        if headers and headers.get_statuscode().startswith("3"):
            self._wanted.add(_plain(urljoin(address, str(headers.get_header("Location") or ""))))
        wanted = is_article(record)
        self.met |= wanted
        return wanted


def _plain(address: str) -> str:
    """Spell an address without what names a place within its page.

    >>> _plain("https://a.example#top"), _plain("https://a.example/b?c=1#d")
    ('https://a.example/', 'https://a.example/b?c=1')
    """
    plain = urldefrag(address).url
    return plain if urlsplit(plain).path else f"{plain}/"
