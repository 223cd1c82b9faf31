"""What a page states in JSON-LD: the article's own record among the many that a page holds.

https://schema.org/Article names the properties, https://www.w3.org/TR/json-ld11/ the syntax; of it
only nesting and `@graph` are followed, as search engines do.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsarchive.loading.tails import bare

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

Node = dict[str, Any]

MAX_SCRIPT = 2 * 2**20  # characters of one script: a live blog's record reaches 0.5 million
MAX_NODES = 5_000  # records of a page: a shop's page has some hundreds
MAX_TITLE = 2_000  # characters
MAX_LEVELS = 40  # nesting of records: real ones stay below 10
ARTICLE = re.compile(r"(?:article|posting|report|review|newsreport|story|recipe)$", re.IGNORECASE)
WRAPPED = re.compile(r"(?://\s*)?(?:<!\[CDATA\[|<!--)")
ENDS = ("]]>", "-->")


def nodes(page: LexborHTMLParser) -> list[Node]:
    """Give all records of a page, outer ones first, each with its type in `@type`."""
    found: list[Node] = []
    for script in page.css('script[type*="ld+json"]'):
        text = script.text()
        if len(text) <= MAX_SCRIPT:
            found.extend(flat(_parsed(text)))
        if len(found) > MAX_NODES:
            break
    return found[:MAX_NODES]


def _parsed(text: str) -> Any:  # noqa: ANN401  JSON is anything
    """Parse a script as JSON; None where it is none, and the rest of the page is read without."""
    for candidate in (text, html.unescape(_unwrapped(text.strip()))):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(script: str) -> str:
    """Give a script without what hides it from old browsers, and from XML.

    >>> _unwrapped("//<![CDATA[ {} //]]>"), _unwrapped("<!-- {} -->"), _unwrapped("{}")
    (' {} ', ' {}', '{}')
    """
    wrapped = WRAPPED.match(script)
    inner = script[wrapped.end() :] if wrapped else script
    return inner[:-3].rstrip().removesuffix("//") if inner.endswith(ENDS) else inner


def flat(value: Any, level: int = 0) -> Iterator[Node]:  # noqa: ANN401  JSON is anything
    """Give all records of a value, outer ones first: of lists and of nested records."""
    if level > MAX_LEVELS:
        return
    if isinstance(value, list):
        for one in value:
            yield from flat(one, level + 1)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            if isinstance(one, dict | list):
                yield from flat(one, level + 1)


def is_article(node: Node) -> bool:
    """Tell whether a record is of an article."""
    return any(ARTICLE.search(kind) for kind in strings(node.get("@type")))


def article_of(records: list[Node], titles: str) -> Node:
    """Give the record of the page's article; an empty one if there is none.

    Of several articles' records it is the one whose headline is among the page's titles, else the
    first: pages carry the records of their teasers too.

    Args:
        records: the page's.
        titles: all that it calls itself, as `bare` spells it.
    """
    articles = [node for node in records if is_article(node)]
    own = [node for node in articles if is_among(strings(node.get("headline")), titles)]
    return next(iter(own or articles), {})


def is_among(texts: list[str], titles: str) -> bool:
    """Tell whether one of some texts is among a page's titles, as `bare` spells those."""
    return any(one in titles for text in texts if (one := bare(text[:MAX_TITLE])))


def strings(value: Any) -> list[str]:  # noqa: ANN401  JSON is anything
    """Give the texts of a property: itself, its list, or the names of the records it holds.

    >>> strings([{"@type": "Person", "name": "Ann Ode"}, "Bo Li", 7])
    ['Ann Ode', 'Bo Li']
    """
    if isinstance(value, str):
        text = " ".join(html.unescape(value).split())
        return [text] if text else []
    if isinstance(value, dict):
        return strings(value.get("name") or value.get("@value") or value.get("value"))
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return []
