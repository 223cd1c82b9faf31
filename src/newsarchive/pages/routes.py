"""The one module that spells URLs.

A URL is relative to the site's root and ends in `/` for a page that is a folder's `index.html`. A
published URL lives for ever: an article's depends on its title and its original's bytes, and on
nothing that other articles could change.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from urllib.parse import urlsplit

from newsarchive.archive import Entry, shelves
from newsarchive.spelling.slugs import slug_of

Route = Callable[[str], str]
"""From a group's name to its page's URL."""

HOME = ""
SOURCES = "sources/"
DATES = "dates/"
UNDATED = "dates/undated/"
TOPICS = "topics/"
NAMES = "names/"
KINDS = {"person": "people", "place": "places", "organisation": "organisations"}
"""Kind of name → the folder of its index."""
ABOUT = "about/"
DATA = "data/"
SEARCH = "search/"
ARTICLES = "articles/"
SEARCH_SCRIPT = "search/script/"
PAGEFIND = "search/pagefind/"
NOT_FOUND = "404.html"
STATIC = "static/"
SITEMAP = "sitemap.xml"
DATA_PACKAGE = f"{DATA}datapackage.json"
MANIFEST = f"{DATA}manifest-sha256.txt"
LEDGER = "ledger/"
REPRINTS = "reprints/"
REPRINTS_TABLE = f"{DATA}reprints.csv"
_TAKEN = re.compile(
    r"(?:about|data|dates|ledger|names|pagefind|reprints|search|sources|static|topics"
    r"|index\.html?|404\.html?|robots\.txt|feed\.\w+|sitemap[\w-]*\.xml)",
    re.IGNORECASE,
)


def article(entry: Entry) -> str:
    """Give an article's URL: `articles/title-in-words-0123abcd/`."""
    return f"{ARTICLES}{entry.slug}-{entry.sha256[:8]}/"


def source(name: str) -> str:
    """Give a source's URL; an empty name is the page of articles whose source is not known."""
    return f"{SOURCES}{slug_of(name)}/" if name else f"{SOURCES}unknown/"


def topic(name: str) -> str:
    """Give a topic's URL."""
    return f"{TOPICS}{slug_of(name)}/"


def period(name: str) -> str:
    """Give the URL of a year or a month.

    >>> period("2021"), period("2021-07")
    ('dates/2021/', 'dates/2021/07/')
    """
    return f"{DATES}{name.replace('-', '/')}/"


def atom(page: str) -> str:
    """Give the URL of the Atom feed that belongs to a page."""
    return f"{page}feed.xml"


def json_feed(page: str) -> str:
    """Give the URL of the JSON Feed that belongs to a page."""
    return f"{page}feed.json"


def sitemap(number: int) -> str:
    """Give the URL of one of several sitemaps."""
    return f"sitemap-{number}.xml"


def download(file: str) -> str:
    """Give the URL of a file that holds all articles."""
    return DATA + file


def kind(name: str) -> str:
    """Give the URL of the index of a kind of names.

    >>> kind("person")
    'names/people/'
    """
    return f"{NAMES}{KINDS[name]}/"


def named(slug: str) -> str:
    """Give the URL of a person, a place or an organisation."""
    return f"{NAMES}{slug}-/" if slug in KINDS.values() else f"{NAMES}{slug}/"


def part(base: str, period: str) -> str:
    """Give the URL of a part of a long list.

    >>> part("sources/press-tv/", "2021-07"), part("dates/undated/", "undated-k")
    ('sources/press-tv/2021/07/', 'dates/undated/k/')
    """
    below = period.removeprefix(shelves.UNDATED).lstrip("-") if base == UNDATED else period
    return f"{base}{below.replace('-', '/')}/" if below else base


def day(name: str) -> str:
    """Give the anchor of a day on its month's page.

    >>> day("2021-07-19")
    'd2021-07-19'
    """
    return f"d{name}"


def is_taken(part: str) -> bool:
    """Whether the first part of a URL belongs to what the site itself writes.

    Articles' own folder is not among these: an article that got another title has left an address
    there, which an alias may lead on from.

    >>> is_taken("Sources"), is_taken("feed.xml"), is_taken("articles"), is_taken("2021")
    (True, True, False, False)
    """
    return _TAKEN.fullmatch(part) is not None


def file_of_article(entry: Entry) -> str:
    """Give the file of an article's page, as `file_of` does."""
    return intern(f"{article(entry)}index.html")  # as the record of the site has it


def file_of(url: str) -> str:
    """Give the file that a URL is served from.

    >>> file_of(""), file_of("about/"), file_of("404.html")
    ('index.html', 'about/index.html', '404.html')
    """
    return f"{url}index.html" if url.endswith("/") or not url else url


def relative(url: str, page: str) -> str:
    """Spell a link from a page to a URL so that it works under any address and from disk.

    >>> relative("sources/", "articles/a-1/"), relative("", "about/"), relative("dates/", "")
    ('../../sources/index.html', '../index.html', 'dates/index.html')
    """
    return root(page) + file_of(url)


def root(page: str) -> str:
    """Spell the way from a page to the site's root.

    >>> root("articles/a-1/"), root("")
    ('../../', '')
    """
    return "../" * page.count("/")


def top(site_url: str) -> str:
    """Spell the way from the top of the host to the site's root.

    >>> top("https://example.org/news"), top("")
    ('/news/', '/')
    """
    return f"{urlsplit(site_url).path.rstrip('/')}/"


def absolute(url: str, site_url: str) -> str:
    """Spell a URL whole where the site's address is known, else from the site's root.

    >>> absolute("about/", "https://example.org/news"), absolute("about/", "")
    ('https://example.org/news/about/', 'about/')
    """
    return f"{site_url.rstrip('/')}/{url}" if site_url else url
