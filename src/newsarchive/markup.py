"""What a curator writes as Markdown, made to HTML that can do no harm.

The only module that calls text HTML. Raw text of articles never comes here.
"""

from __future__ import annotations

from markupsafe import Markup

MAX_CHARACTERS = 100_000
"""Python-Markdown takes time in the square of some patterns; a longer text is cut short."""
TAGS = frozenset(
    """a abbr b blockquote br cite code dd del dfn dl dt em h2 h3 h4 h5 h6 hr i ins kbd li ol p pre
    q s samp small strong sub sup table tbody td th thead tr ul var""".split()
)
ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}, "th": {"scope"}}


def html_of(markdown: str) -> str:
    """Turn a curator's Markdown into sanitised HTML, headings from the second level down."""
    from markdown import markdown as convert  # noqa: PLC0415  heavy: only where there is something
    from nh3 import clean  # noqa: PLC0415

    if not markdown.strip():
        return ""
    html = convert(markdown[:MAX_CHARACTERS], extensions=["extra", "sane_lists"])
    html = html.replace("<h1", "<h2").replace("</h1>", "</h2>")
    return clean(
        html,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )


def trusted(html: str) -> Markup:
    """Mark sanitised HTML as safe to print.

    Args:
        html: what `html_of` returned.
    """
    return Markup(html)  # noqa: S704  sanitised by nh3 above
