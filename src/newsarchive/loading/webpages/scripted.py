"""The text of a page that shows none of it, or its beginning alone, and has it in a script."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from newsarchive.loading.tails import bare
from newsarchive.loading.webpages.guard import excess_of
from newsarchive.loading.webpages.linked import Node, article_of
from newsarchive.loading.webpages.metadata import titles_of
from newsarchive.loading.webpages.states import record_in_states
from newsarchive.loading.webpages.tree import SCRIPT, SEPARATOR, Line, lines
from newsarchive.model import Element
from newsarchive.settings.limits import DEFAULT

_PARAGRAPH = 80
"""Characters of a line that is one."""
_LINKED = 0.5
"""The share of a paragraph that is links, at most."""
_TEASER = 2_000
"""Characters of paragraphs that a page shows of an article which it has in a script, at most."""
_MORE = 2
"""How many times as long as all that a page shows its text in a script is, at least."""
_LONGEST = 200_000
"""Characters of a text in a script."""
_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|li|blockquote)\b", re.IGNORECASE)


class Scripted(Struct, frozen=True):
    """What a page's scripts hold of its article and the page does not show."""

    records: tuple[Node, ...] = ()
    lines: tuple[Line, ...] = ()


def told_in_scripts(page: LexborHTMLParser, records: list[Node], shown: list[Line]) -> Scripted:
    """Read the article's text from a page's scripts, where the page shows little of it.

    Args:
        page: the parsed page.
        records: its JSON-LD records.
        shown: the lines that it shows.
    """
    prose = [line.text for line in shown if _is_paragraph(line)]
    if sum(map(len, prose)) > _TEASER:
        return Scripted()
    titles = titles_of(page)
    if text := article_of(records, titles).get("articleBody"):
        return Scripted(lines=_unshown(text, prose))
    state = record_in_states(page, titles)
    found = _unshown(state["articleBody"], prose) if state else ()
    return Scripted((state,), found) if state and found else Scripted()


def _is_paragraph(line: Line) -> bool:
    return len(line.text) >= _PARAGRAPH and line.element.links < _LINKED


def _unshown(text: Any, prose: list[str]) -> tuple[Line, ...]:  # noqa: ANN401  JSON is anything
    """Give a text's lines if it is much more than what the page shows, and goes on from that."""
    if not isinstance(text, str) or len(text) > _LONGEST:
        return ()
    found = _lines(text)
    size = sum(len(line.text) for line in found)
    whole = bare(" ".join(line.text for line in found))
    is_begun = any(one in whole for one in map(bare, prose))
    is_more = size >= _MORE * sum(map(len, prose))
    return found if is_more and (is_begun or not prose) else ()


def _lines(text: str) -> tuple[Line, ...]:
    """Cut a text into its paragraphs, which are elements or lines."""
    if _BLOCK.search(text) and not excess_of(text, DEFAULT.depth):
        read = lines(LexborHTMLParser(text))
        return tuple(Line(one.text, _element(one.element.tag)) for one in read)
    told = (LexborHTMLParser(line).text() for line in text.splitlines() if line.strip())
    return tuple(Line(" ".join(line.split()), _element("p")) for line in told if line.strip())


def _element(tag: str) -> Element:
    return Element(tag=tag, path=f"{SCRIPT}{SEPARATOR}{tag}", told="articleBody")
