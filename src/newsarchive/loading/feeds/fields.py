"""What the elements of a feed's item state about the article, beside its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from msgspec.structs import replace

from newsarchive.loading.webpages.fragment import TAG
from newsarchive.loading.webpages.metadata import READ
from newsarchive.loading.xml.elements import Found, elements
from newsarchive.model import Statement

Item = Mapping[str, Sequence[Found]]
"""Elements by their paths, with the prefixes that are usual: `dc:creator`, `author/name`."""

FIELDS = {  # field → the elements that hold it, best first
    "title": "title dc:title",
    "source": "source/title source dc:publisher",
    "date": "pubDate published issued dcterms:issued dc:date created dcterms:created updated"
    " modified dcterms:modified",
    "authors": "dc:creator author/name author",
    "language": "dc:language",
    "url": "feedburner:origLink link guid",
}
FIELDS_OF_FEED = {"source": "channel/title title", "language": "channel/language language"}
SPACES = {  # address of a namespace → the prefix that is usual for it
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
ROOT = re.compile(r"<(?:([\w.-]+):)?(?:rss|rdf|feed)\b", re.IGNORECASE)
SPACE = re.compile(r"\bxmlns:([\w.-]{1,20})\s*=\s*[\"']([^\"'<>]{1,100})[\"']")
LANGUAGE = re.compile(r"\bxml:lang\s*=\s*[\"']([\w-]{2,20})[\"']")
LANGUAGE_WITHIN = 1_000  # characters of an item in which its language stands
ADDRESSED = re.compile(r"(?=\S+@\S)\S++\s++\((.+)\)")
BETWEEN = re.compile(r" (?:[|·•»>:–—-]|::) |: | » ")
"""What parts a paper's name from a section's in a feed's title."""
HOST = re.compile(r"https?://([^/:?#@\s]+)", re.IGNORECASE)
SIGNS = re.compile(r"[\W_]+")
SHORTEST_NAME = 3  # letters
MAX_VALUE = 1_000  # characters
MAX_EACH = 40  # statements of one field


def prefixes(xml: str) -> dict[str, str]:
    """Give the usual form of each prefix that is declared; a feed's own elements have none."""
    root = ROOT.search(xml)
    usual = {prefix: SPACES.get(space.strip(), prefix) for prefix, space in SPACE.findall(xml)}
    return usual | ({root[1]: ""} if root and root[1] else {})


def item_of(xml: str, usual: Mapping[str, str], *, whole: bool = True) -> Item:
    """Parse an item, or what stands in a feed above its items.

    Args:
        xml: the item.
        usual: the usual form of each prefix that the feed declares.
        whole: whether it must be so.

    Raises:
        ValueError: it is not XML.
    """
    usual = {**usual, **prefixes(xml)}
    item: dict[str, list[Found]] = {}
    for found in elements(xml, whole=whole):
        path = "/".join(_named(name, usual) for name in found.path.split("/"))
        item.setdefault(path, []).append(found)
    return item


def _named(name: str, usual: Mapping[str, str]) -> str:
    prefix, _, local = name.rpartition(":")
    return ":".join(filter(None, (usual.get(prefix, prefix), local)))


def statements(xml: str, item: Item, authors: Mapping[str, str]) -> Iterator[Statement]:
    """Yield what an item states, the best of each field first.

    Args:
        xml: the item as it stands in the feed.
        item: its elements.
        authors: the names of those who are named by something else.
    """
    sources = [said.value for said in _stated("source", FIELDS["source"], item, "", authors)]
    for field, paths in FIELDS.items():
        for said in _stated(field, paths, item, "", authors):
            tail = f" - {sources[0]}" if sources and field == "title" else ""
            yield replace(said, value=said.value.removesuffix(tail) or said.value)
    for found in item.get("category", ())[:MAX_EACH]:
        if found.attributes.get("domain") == "category":  # of a blog's export; else it is any word
            yield from _statement("section", found.text, "category element")
    yield from _language(xml[:LANGUAGE_WITHIN])


def statements_of_feed(xml: str, head: Item) -> Iterator[Statement]:
    """Yield what a feed states of all its items."""
    addresses = [said.value for said in _stated("url", "channel/link link", head, "", {})]
    for field, paths in FIELDS_OF_FEED.items():
        for said in _stated(field, paths, head, "the feed's ", {}):
            named = field == "source" and addresses
            yield replace(said, value=_own_part(said.value, addresses[0])) if named else said
    yield from _language(xml)


def _own_part(title: str, address: str) -> str:
    """Give the part of a feed's title that its address is made of: the rest names a section.

    >>> _own_part("World news | The Guardian", "https://www.theguardian.com/world")
    'The Guardian'
    """
    found = HOST.match(address)
    labels = found[1].lower().removeprefix("www.").split(".")[:-1] if found else []
    host = SIGNS.sub("", max(labels, key=len, default=""))
    for part in BETWEEN.split(title):
        bare = SIGNS.sub("", part).casefold()
        if len(bare) >= SHORTEST_NAME and host and (host in bare or bare in host):
            return part.strip()
    return title


def _stated(
    field: str, paths: str, item: Item, whose: str, authors: Mapping[str, str]
) -> Iterator[Statement]:
    """Yield what the first element states that states something."""
    for path in paths.split():
        said = [
            statement
            for found in item.get(path, ())[:MAX_EACH]
            for statement in _statement(
                field, _words(field, found, authors), f"{whose}{path} element"
            )
        ]
        yield from said
        if said:
            return


def _words(field: str, found: Found, authors: Mapping[str, str]) -> str:
    """Give what an element says of a field; of links the one to the article itself."""
    text = found.text.strip()
    if field == "url":
        kind, is_address = (found.attributes.get(name) for name in ("rel", "isPermaLink"))
        is_own = kind in (None, "alternate") and is_address != "false"
        return found.attributes.get("href", text) if is_own else ""
    if field == "authors":
        person = ADDRESSED.fullmatch(text)
        return authors.get(text, person[1] if person else text)
    return text


def _statement(field: str, text: str, where: str) -> Iterator[Statement]:
    words = " ".join(unescape(TAG.sub("", text)).split())
    if words and len(words) <= MAX_VALUE:
        for value in READ[field](words):
            yield Statement(field, value, "feed-element", words, where=where)


def _language(xml: str) -> Iterator[Statement]:
    if found := LANGUAGE.search(xml):
        yield from _statement("language", found[1], "xml:lang attribute")
