"""Which of a feed item's elements is the article's text, and in which form it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from newsarchive.loading.feeds.fields import SIGNS, Item
from newsarchive.loading.webpages.fragment import TAG, in_paragraphs, visible
from newsarchive.loading.xml.elements import Found

WHOLE = ("content:encoded", "content", "xhtml:body", "body")
SHORT = (
    *("description", "summary", "excerpt:encoded", "dc:description"),
    *("media:group/media:description", "media:description"),
)
TITLE = ("title", "source")
"""What some feeds say once more in place of a text."""
PLAIN = ("text", "text/plain")
PREFIX = re.compile(r"(</?)[\w.-]{1,20}:(?=[a-zA-Z])")


class Text(Struct, frozen=True):
    """An item's text."""

    text: str
    is_page: bool
    """Whether HTML's elements stand in it."""
    is_whole: bool
    """Whether the feed gives it as the content, and not as what the item is about."""


def text_of(item: Item) -> Text | None:
    """Give the longest text of an item: some feeds have a picture alone for its content."""
    texts = [*_texts(item, WHOLE, is_whole=True), *_texts(item, SHORT, is_whole=False)]
    text = max(texts, key=_shown, default=None)
    return None if text and _says_title(item, text) else text


def _says_title(item: Item, text: Text) -> bool:
    """Tell whether a text is no more than the title, with the source's name perhaps."""
    said = [visible(found.text) for path in TITLE for found in item.get(path, ())[:1]]
    bare = SIGNS.sub("", visible(text.text))
    return bool(said) and bare in (SIGNS.sub("", said[0]), SIGNS.sub("", "".join(said)))


def _texts(item: Item, paths: tuple[str, ...], *, is_whole: bool) -> Iterator[Text]:
    for path in paths:
        for found in item.get(path, ()):
            text, is_page = _read(found)
            if visible(text).strip():
                yield Text(text, is_page, is_whole)


def _read(found: Found) -> tuple[str, bool]:
    """Give an element's text, and whether it is HTML."""
    if found.markup:
        return PREFIX.sub(r"\1", found.markup), True
    if found.attributes.get("type") in PLAIN or not TAG.search(found.text):
        return unescape(found.text), False
    return in_paragraphs(found.text), True


def _shown(text: Text) -> int:
    return len(" ".join(visible(text.text).split())) if text.is_page else len(text.text)
