"""The only module that calls a text HTML, and there are two kinds that it does.

What a curator writes as Markdown is converted and sanitised. The phrases of a catalogue may hold
markup, as the templates' own words do; what is filled into them is escaped. Raw text of articles
never comes here. A test reads the sources for any other place that would do the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape
from markupsafe import _escape_inner as _escaped  # type: ignore[attr-defined]  # in C

MAX_CHARACTERS = 100_000
"""Python-Markdown takes time in the square of some patterns; a longer text is cut short."""
_WITHIN_A_LIST = re.compile(r"^( {2,4})(?:[-*+]|\d{1,9}[.)]) ", re.MULTILINE)
"""How far points stand in: the library wants four columns for each level, people write two."""
escaped: Callable[[str], str] = _escaped
"""Escapes a text as `markupsafe.escape` does, but gives a string, which takes a tenth as long."""
TAGS = frozenset(
    """a abbr b blockquote br cite code dd del dfn dl dt em h2 h3 h4 h5 h6 hr i ins kbd li ol p pre
    q s samp small strong sub sup table tbody td th thead tr ul var""".split()
)
ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}, "th": {"scope"}}


def html_of(markdown: str) -> Markup:
    """Turn a curator's Markdown into sanitised HTML, headings from the second level down."""
    if not markdown.strip():
        return Markup()
    from markdown import markdown as convert  # noqa: PLC0415  heavy: only where there is something
    from nh3 import clean  # noqa: PLC0415

    html = convert(
        markdown[:MAX_CHARACTERS],
        extensions=["extra", "sane_lists"],
        tab_length=min(map(len, _WITHIN_A_LIST.findall(markdown)), default=4),
    )
    html = html.replace("<h1", "<h2").replace("</h1>", "</h2>")
    sanitised = clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    return Markup(sanitised)  # noqa: S704  by nh3, just now


def filled(phrase: str, values: Mapping[str, object]) -> Markup:
    """Fill a catalogue's phrase; its values are escaped, but for what a template has printed.

    Args:
        phrase: from a catalogue, never from an article.
        values: by the names that stand in the phrase: `%(articles)s`.

    >>> filled("<b>%(title)s</b>", {"title": "<script>"})
    Markup('<b>&lt;script&gt;</b>')
    """
    return Markup(phrase % {name: escape(value) for name, value in values.items()})  # noqa: S704  a catalogue's
