"""What was saved in an article's place: a server's error, a check for robots, a paywall's edge.

Only short texts are looked at: what is written about such pages stays an article.
"""

from __future__ import annotations

import re

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
    which = f"record {article.record}: " if article.record else ""
    title = article.title.value or ""
    lines = [(line.words, line.number) for line in article.lines if line.label != "related"]
    for kinds, places in ((BY_TITLE, [(title, None)]), (BY_LINE, lines)):
        for text, number in places:
            folded = fold(text)
            for kind in kinds:
                if kind.says.match(folded):
                    what = f"{which}{kind.what}: {text[:QUOTED]}"
                    return Problem(article.path, what, kind.remedy, number, fate="doubtful")
    return None
