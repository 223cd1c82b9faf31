"""What was saved in an article's place: a server's error, a check for robots, a paywall's edge.

Only short texts are looked at: what is written about such pages stays an article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from newsarchive.cleaning.rules.page import fold
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Article, Problem

MOST = 1_000
"""Characters of body that such a page has at most."""
QUOTED = 60
"""Characters of its words that are told."""


class _Kind(Struct, frozen=True):
    """A kind of page that is no article, or none to its end."""

    says: re.Pattern[str]
    """Matches the beginning of what tells it, folded."""
    what: str
    remedy: str


BY_TITLE = (
    _Kind(
        any_of("page-lost", r"\W*(?:(?:[^\W\d_]+ )?[45]\d\d\b\W*)?", r"\W*(?:$|\s[|·–-]\s)"),
        "it looks like what a server sends when it has no page",
        "Save the page from where it is now, or from a web archive",
    ),
    _Kind(
        any_of("consent-wall"),
        "it looks like what a site asks before it shows a page",
        "Answer it in a browser, and save the page that comes then",
    ),
)
BY_LINE = (
    _Kind(
        any_of("robot-check"),
        "it looks like a check for robots in place of a page",
        "Open the page in a browser, and save it when the article is there",
    ),
    _Kind(
        any_of("paywall"),
        "it looks like the beginning of an article, up to a paywall",
        "Save it again where you may read all of it, unless this is enough",
    ),
)


def stand_in(article: Article) -> Problem | None:
    """Doubt a text that looks like none of an article, or like its beginning alone.

    Args:
        article: what was read from it; one that its curator corrected was looked at already.
    """
    body = sum(len(line.words) for line in article.lines if line.label == "body")
    if body > MOST or article.correction:
        return None
    lines = [(line.words, line.number) for line in article.lines if line.label != "related"]
    titled = _found(BY_TITLE, [(article.title.value or "", None)])
    kind, text, number = titled or _found(BY_LINE, lines) or (None, "", None)
    if kind is None:
        return None
    which = f"record {article.record}: " if article.record else ""
    what = f"{which}{kind.what}: {text[:QUOTED]}"
    sha256 = article.sha256
    return Problem(article.path, what, kind.remedy, number, fate="doubtful", article=sha256)


def _found(
    kinds: Sequence[_Kind], lines: Iterable[tuple[str, int | None]]
) -> tuple[_Kind, str, int | None] | None:
    """Give the first line that says what some kind of page says, with that kind and its number."""
    for text, number in lines:
        folded = fold(text)
        for kind in kinds:
            if kind.says.match(folded):
                return kind, text, number
    return None
