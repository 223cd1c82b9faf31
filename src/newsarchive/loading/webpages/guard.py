"""Pages that would hold up or fill up the parser, found before it reads them.

The parser's time is quadratic in how deep elements nest, in the attributes of one tag, in the
different names of all, and in the options of one list to choose from: 50,000 nested elements take
5 s, 100,000 attributes half a minute. And elements for bold and the like that nothing closes are
opened anew in each paragraph that follows (the HTML standard's "reconstruct the active formatting
elements"), so that 22 KB can become a million elements.
"""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct

MAX_ATTRIBUTES = 3_000  # of one tag: real ones stay below 100
MAX_NAMES = 20_000  # of elements and attributes: real pages have some hundred
MAX_OPTIONS = 5_000  # of one list: all countries are 250
MAX_REOPENED = 500_000  # elements that the parser may open again: of 200 real pages 44,000 at most
MANY_TAGS = 20_000  # with fewer no page can take the parser longer than half a second
LONG_TAG = 6 * MAX_ATTRIBUTES  # characters that so many attributes need at least, in a long page
LONG_PAGE = 2**19  # characters up to which even nothing but names takes a second or two
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
VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+|\S*+)")
NAME = re.compile(r"[^\s/]+")
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
FORMATTING = re.compile(  # of the standard's formatting elements those that stand in one another
    r"<(?P<close>/?)(?P<tag>b|big|code|em|font|i|s|small|strike|strong|tt|u)(?P<rest>[\s/][^>]*+)?>",
    re.IGNORECASE,
)
ALIKE = 3  # elements of one spelling that are opened again: "Noah's Ark" in the standard
OPTION = re.compile(r"<(?:(option)|/?select)\b", re.IGNORECASE)


class Excess(Struct, frozen=True):
    """What of a page is too much."""

    what: str
    of_depth: bool = False
    """Whether it is how deep elements nest, for which there is a limit that people set."""


def excess_of(page: str, depth: int) -> Excess | None:
    """Find what would hold up the parser, or nest deeper than that; None for what people write."""
    if _reopened(page) > MAX_REOPENED:
        return Excess("bold, italics and their like are opened by the hundred and never closed")
    if _options(page) > MAX_OPTIONS:
        return Excess(f"a list to choose from has more than {MAX_OPTIONS:,} options")
    return _scanned(page, depth) if _suspicious(page, depth) else None


def _reopened(page: str) -> int:
    """Count roughly, and never too few, the elements that the parser opens again."""
    found, at, active = 0, 0, _Active()
    for match in FORMATTING.finditer(page):
        if active.size:
            found += active.size * page.count("<", at, match.start())
        at = match.start()
        active.take(match["tag"].lower(), match["rest"] or "", bool(match["close"]))
    return found + active.size * page.count("<", at)


class _Active:
    """The formatting elements that are open."""

    def __init__(self) -> None:
        self.size = 0
        self._open: dict[str, list[str]] = {}
        self._alike = Counter[tuple[str, str]]()

    def take(self, tag: str, rest: str, closes: bool) -> None:
        """Open one, or close the last of its name."""
        rests = self._open.setdefault(tag, [])
        if not closes:
            rests.append(rest)
            self._alike[tag, rest] += 1
            self.size += self._alike[tag, rest] <= ALIKE
        elif rests:
            rest = rests.pop()
            self.size -= self._alike[tag, rest] <= ALIKE
            self._alike[tag, rest] -= 1


def _options(page: str) -> int:
    """Count the options of the longest list."""
    most = count = 0
    for match in OPTION.finditer(page):
        count = count + 1 if match[1] else 0
        most = max(most, count)
    return most


def _suspicious(page: str, depth: int) -> bool:
    """Tell by counting alone whether a page may be too much, which few are."""
    if page.count("<") > min(depth, MANY_TAGS) or len(page) > LONG_PAGE:
        return True
    parts = page.split("<")
    return any(len(part) > LONG_TAG and not part[:6].lower().startswith(NO_TAG) for part in parts)


def _scanned(page: str, depth: int) -> Excess | None:
    """Look at each tag."""
    names, nesting, is_long = _Names(), _Nesting(), len(page) > LONG_PAGE
    for match in TAG.finditer(page):
        close, tag, rest = match.group("close", "tag", "rest")
        if not tag:
            continue
        tag = tag.lower()
        if len(rest) > LONG_TAG and _attributes(rest) > MAX_ATTRIBUTES:
            return Excess(f"a tag has more than {MAX_ATTRIBUTES:,} attributes")
        if is_long and names.with_those_of(tag, rest) > MAX_NAMES:
            return Excess(f"elements and attributes have more than {MAX_NAMES:,} names")
        if nesting.depth_at(tag, rest, bool(close)) > depth:
            return Excess(f"elements nest more than {depth:,} deep", of_depth=True)
    return None


class _Names:
    """The different names of elements and attributes, found in tag after tag."""

    def __init__(self) -> None:
        self._names: set[str] = set()
        self._seen: set[str] = set()

    def with_those_of(self, tag: str, rest: str) -> int:
        """Count them, with those of a further tag."""
        self._names.add(tag)
        if rest not in self._seen:
            self._seen.add(rest)
            self._names.update(NAME.findall(VALUE.sub(" ", rest)))
        return len(self._names)


class _Nesting:
    """How deep elements nest, tag after tag.

    What closes no open element closes none, and `<div/>` opens one, as parsers have it: a tag
    closes itself only within an image or a formula, which these end.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._open: dict[str, int] = {}

    def depth_at(self, tag: str, rest: str, closes: bool) -> int:
        """Give the depth behind a further tag."""
        if tag in NEVER_DEEP:
            return self._depth
        if rest.endswith("/") and tag not in BREAKS_OUT and any(map(self._open.get, FOREIGN)):
            return self._depth
        if not closes:
            self._open[tag] = self._open.get(tag, 0) + 1
            self._depth += 1
        elif self._open.get(tag):
            self._open[tag] -= 1
            self._depth -= 1
        return self._depth


def _attributes(rest: str) -> int:
    """Count roughly the attributes in a tag's text."""
    bare = QUOTED.sub("", rest)
    return bare.count("=") + bare.count("/") + len(bare.split())
