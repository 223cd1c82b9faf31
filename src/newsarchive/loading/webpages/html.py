"""`.html`, `.htm`: a saved page is one article; its visible text becomes lines, a line a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from newsarchive.loading.decoding import Decoded
from newsarchive.loading.exports import naming_the_user
from newsarchive.loading.exports.pages import (
    articles_in,
    doubt_of_many,
    is_of_database,
    text_of_export,
)
from newsarchive.loading.opened import Opened, doubts, read_text, reader_in
from newsarchive.loading.texts.text import read as read_as_text
from newsarchive.loading.texts.text import read_within
from newsarchive.loading.webpages.guard import excess_of
from newsarchive.loading.webpages.linked import Node, is_article, nodes, strings
from newsarchive.loading.webpages.metadata import statements
from newsarchive.loading.webpages.scripted import told_in_scripts
from newsarchive.loading.webpages.teasers import doubt_of_teasers
from newsarchive.loading.webpages.tree import Line, lines
from newsarchive.loading.xml.file import is_feed
from newsarchive.model import Document, Problem, Statement
from newsarchive.settings.limits import DEFAULT, Limits, beyond

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s?=\s?[\"']?([\w-]{2,40})", re.IGNORECASE)
CHARSET_WITHIN = 4_096  # bytes; the standard says 1,024, and pages do not keep to it
BOOKMARKS = re.compile(r"<!DOCTYPE NETSCAPE-Bookmark|<a [^>]{0,1000}\btime_added=", re.IGNORECASE)
"""What browsers and programs to read later begin the list of pages with that somebody kept."""
MAX_TOLD = 200_000  # characters of a record's text that lines are looked for in
MAX_TOLD_LINES = 5_000  # lines that are looked for: the time is the product of the two
SIGNS = re.compile(r"[\W_]+")
TAG = re.compile(r"<[a-zA-Z!/?]")
MARKUP = re.compile(r"<[^<>]{1,1000}>")


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield a saved page as one document; what has no tag in it is read as the text that it is."""
    text = read_text(opened, declared_charset)
    if isinstance(text, Problem):
        yield text
        return
    if not TAG.search(text.decoded.text):
        opened.stream.seek(0)
        yield from read_as_text(opened)
        return
    if is_feed(text.decoded.text):
        opened.stream.seek(0)
        yield from reader_in("xml.file")(opened)
        return
    yield from doubts(opened.name, text.decoded)
    if BOOKMARKS.search(text.decoded.text[:CHARSET_WITHIN]):
        what, remedy = "it lists addresses of pages, and holds none", "Save those that you need"
        yield Problem(opened.name, what, remedy)
        return
    if articles := _of_database(opened, text.decoded):
        yield from articles
        return
    page = page_document(opened.name, text.sha256, text.decoded, limits=opened.limits)
    if isinstance(page, Document):
        yield from doubt_of_many(page)
        yield from doubt_of_teasers(page)
    yield page


def _of_database(opened: Opened, decoded: Decoded) -> list[Document | Problem]:
    """Read the articles of a page that a newspaper database made; nothing of any other page."""
    if not is_of_database(decoded.text) or excess_of(decoded.text, opened.limits.depth):
        return []
    if text := text_of_export(decoded.text):
        return list(read_within(opened, text))
    articles = articles_in(decoded.text, opened.name, decoded.encoding)
    return [*(doubt for one in articles[:1] for doubt in naming_the_user(one)), *articles]


def declared_charset(raw: bytes) -> str | None:
    """Give the charset that a page declares in its head."""
    match = CHARSET.search(raw[:CHARSET_WITHIN])
    return match[1].decode() if match else None


def page_document(
    name: str,
    sha256: str,
    decoded: Decoded,
    record: str | None = None,
    stated: tuple[Statement, ...] = (),
    *,
    limits: Limits = DEFAULT,
) -> Document | Problem:
    """Read a page's text, its lines' places in the tree, and what it states about itself.

    Args:
        name: the file.
        sha256: of the bytes that the page was decoded from.
        decoded: the page's source.
        record: which record of the file it is.
        stated: what stands about it outside the page; it goes first.
        limits: how much of it is read.
    """
    if excess := excess_of(decoded.text, limits.depth):
        what = f"the page is not read: {excess.what}"
        if excess.of_depth:
            return beyond(name, what, "depth")
        return Problem(name, what, "Take it out of the archive")
    page = LexborHTMLParser(decoded.text)
    records, shown = nodes(page), lines(page)
    scripted = told_in_scripts(page, records, shown)
    records += scripted.records
    own = statements(page, records, decoded.text)
    found = _with_told([*shown, *scripted.lines], records, own)
    if not found:
        return _without_text(name, page)
    return Document(
        path=name,
        sha256=sha256,
        encoding=decoded.encoding,
        text="\n".join(line.text for line in found),
        record=record,
        statements=(*stated, *own),
        elements=tuple(line.element for line in found),
    )


def _with_told(found: list[Line], records: list[Node], own: list[Statement]) -> list[Line]:
    """Mark the lines that the page's own records hold too."""
    articles = [node for node in records if is_article(node)]
    texts = [text for node in articles for text in strings(node.get("articleBody"))]
    bodies = " ".join(map(_bare, texts))[:MAX_TOLD]
    leads = {_bare(text) for node in articles for text in strings(node.get("description"))}
    titles = {_bare(one.value) for one in own if one.field == "title" and one.rule != "heading"}
    marked = []
    for line in found[:MAX_TOLD_LINES]:
        bare = _bare(line.text)
        told = (
            "headline"
            if bare in titles
            else "description"
            if bare in leads
            else "articleBody"
            if bare and bare in bodies
            else ""
        )
        marked.append(Line(line.text, replace(line.element, told=told)) if told else line)
    return marked + found[MAX_TOLD_LINES:]


def _without_text(name: str, page: LexborHTMLParser) -> Problem:
    """Say that a page shows nothing, and where its text is."""
    if page.css_first("frameset"):
        what = "the page has no text of its own: it shows other pages in frames"
        return Problem(name, what, "Open the frame that has the text by itself, and save that")
    return Problem(name, "the page has no text", "Save it again when its scripts have filled it")


def _bare(text: str) -> str:
    return SIGNS.sub("", MARKUP.sub("", text)).casefold()
