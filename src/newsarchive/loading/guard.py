"""Pages that would hold up the parser, found before it reads them.

The parser's time is quadratic in how deep elements nest and in how many attributes one tag has:
50,000 nested elements take 5 s, 100,000 attributes half a minute.
"""

from __future__ import annotations

import re
from collections import Counter

MAX_ATTRIBUTES = 3_000  # of one tag: real ones stay below 100
MANY_TAGS = 20_000  # with fewer no page can take the parser longer than half a second
LONG_TAG = 60_000  # characters that so many attributes need at least
# A tag as the HTML standard's tokeniser reads it. Every `<` that can begin a tag or a comment
# matches to some end and nothing is read twice, so that the time is linear.
TAG = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)"
    r"|<(?P<script>script|style)\b.*?(?:</(?P=script)|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-z][^\s/>]*+)"
    r"(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+)(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
QUOTED = re.compile(r"\"[^\"]*+\"?|'[^']*+'?")
NO_TAG = ("script", "style", "!--")  # what is long without being a tag
NEVER_DEEP = frozenset(  # these have no content, or close themselves
    "area base br col dd dt embed hr img input li link meta option p param source td th tr track"
    " wbr".split()
)
FOREIGN = ("svg", "math")
BREAKS_OUT = frozenset(  # of the HTML standard's "any other" in foreign content
    "b big blockquote body center code div dl em font h1 h2 h3 h4 h5 h6 head i listing menu nobr ol"
    " pre ruby s small span strong strike sub sup table tt u ul var".split()
)


def too_many_attributes(page: str) -> bool:
    """Tell whether a tag has more attributes than the parser takes in good time."""
    return _suspicious(page) and any(
        match["tag"] is not None
        and match.end() - match.start() > 6 * MAX_ATTRIBUTES
        and _attributes(match["rest"]) > MAX_ATTRIBUTES
        for match in TAG.finditer(page)
    )


def _suspicious(page: str) -> bool:
    """Tell by counting alone whether a page may be too much, which few are."""
    if page.count("<") > MANY_TAGS:
        return True
    parts = page.split("<")
    return any(len(part) > LONG_TAG and not part[:6].lower().startswith(NO_TAG) for part in parts)


def too_deep(page: str, most: int) -> bool:
    """Tell whether elements nest deeper than that.

    What closes no open element closes none, and `<div/>` opens one, as parsers have it: a tag
    closes itself only within an image or a formula, which these end.
    """
    if page.count("<") <= min(most, MANY_TAGS):
        return False
    depth, open_ = 0, Counter[str]()
    for match in TAG.finditer(page):
        tag = (match["tag"] or "").lower()
        if not tag or tag in NEVER_DEEP:
            continue
        closes_itself = match["rest"].endswith("/") and tag not in BREAKS_OUT
        if closes_itself and any(open_[name] for name in FOREIGN):
            continue
        step = -1 if match["close"] else 1
        if step > 0 or open_[tag]:
            open_[tag] += step
            depth += step
        if depth > most:
            return True
    return False


def _attributes(rest: str) -> int:
    """Count roughly the attributes in a tag's text."""
    bare = QUOTED.sub("", rest)
    return bare.count("=") + bare.count("/") + len(bare.split())
