"""What a program that draws a page in the browser is sent of the article: its state, as JSON.

It stands in a script (`__NEXT_DATA__`, `window.__INITIAL_STATE__ = {…}`). How it is laid out is
each house's own; but what says the page's title, and holds a long text or a list of pieces of one,
is the article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsarchive.loading.webpages.linked import (
    MAX_LEVELS,
    MAX_NODES,
    MAX_SCRIPT,
    Node,
    flat,
    is_among,
    strings,
)

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

TYPE = "state of the page's article"
"""The type of the record that is made of a state, which ends as an article's must."""
_SET = re.compile(r"[\s;]*(?:(?:window|self|globalThis)\.|(?:var|let|const) )[\w$.]{1,80}\s*=\s*")
_QUOTED = "JSON.parse("
_ALSO = {
    "headline": ("headline", "title", "name"),
    "datePublished": (
        *("datePublished", "publishedAt", "published_at", "publishDate", "publishedDate"),
        *("firstPublished", "firstPublishedAt", "publicationDate", "published", "date"),
    ),
    "author": ("author", "authors", "byline", "creator"),
}
"""A property of records of articles → what states call it."""
_WORDS = ("text", "html", "value", "content", "body", "children", "data", "model")
"""What a piece of a text has its words in, or the pieces that it consists of."""


def record_in_states(page: LexborHTMLParser, titles: str) -> Node | None:
    """Give what the page's state says of its article, as a record; None if it says nothing.

    Args:
        page: the parsed page.
        titles: what it states as its titles, as `bare` spells them.
    """
    told = islice((node for state in _states(page) for node in flat(state)), MAX_NODES)
    called = ((node, _first(node, "headline")) for node in told)
    own = [node for node, title in called if is_among(title, titles)]
    article = max(own, key=lambda node: len(_text_in(node)), default={})
    text = _text_in(article)
    said = {name: _first(article, name) for name in _ALSO}
    return {"@type": TYPE, "articleBody": text, **said} if text else None


def _states(page: LexborHTMLParser) -> Iterator[Any]:
    for script in page.css("script:not([src])"):
        text = script.text()
        if len(text) > MAX_SCRIPT:
            continue
        begins = _SET.match(text)
        if script.attributes.get("type") == "application/json":
            yield _parsed(text.strip())
        elif begins:
            yield _parsed(text[begins.end() :])


def _parsed(text: str) -> Any:  # noqa: ANN401  JSON is anything
    """Parse the JSON that a text begins with; None where it begins with none."""
    quoted = text.startswith(_QUOTED)
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(text.removeprefix(_QUOTED))
        return json.loads(value, strict=False) if quoted else value
    except (ValueError, TypeError, RecursionError):
        return None


def _first(node: Node, name: str) -> list[str]:
    return next((found for key in _ALSO[name] if (found := strings(node.get(key)))), [])


def _text_in(node: Node) -> str:
    """Give the longest text of a record: of one property, or of the pieces in a list."""
    return max(map(_text_of, node.values()), key=len, default="")


def _text_of(value: Any) -> str:  # noqa: ANN401  JSON is anything
    """Give a property's text, its pieces a line each."""
    if isinstance(value, str):
        return value
    pieces = value if isinstance(value, list) else _pieces(value)
    return "\n".join(filter(None, map(_words, pieces)))


def _pieces(value: Any) -> list[Any]:  # noqa: ANN401  JSON is anything
    """Give the list of pieces that a document of an editor holds."""
    found = (value.get(key) for key in _WORDS) if isinstance(value, dict) else ()
    return next((pieces for pieces in found if isinstance(pieces, list)), [])


def _words(piece: Any, level: int = 0) -> str:  # noqa: ANN401  JSON is anything
    """Give the words of a piece, those of its own pieces in one line."""
    if isinstance(piece, str):
        return piece
    if level > MAX_LEVELS:
        return ""
    if isinstance(piece, list):
        return "".join(_words(one, level + 1) for one in piece)
    found = (piece.get(key) for key in _WORDS) if isinstance(piece, dict) else ()
    return next((words for one in found if (words := _words(one, level + 1))), "")
