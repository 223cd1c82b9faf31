"""Rules for the headlines of other articles: lists of them, and pointers amid the text.

They are rules as those of `rules`.
"""

from __future__ import annotations

import re

from newsarchive.cleaning.page import Labels, Page
from newsarchive.model import Label

_RELATED = frozenset(
    """related|related articles|related stories|related news|related content|related topics
    |read also|read more|see also|also read|more on this story|more on this|more like this
    |you may also like|recommended reading|mehr zum thema|lesen sie auch|auch interessant
    |à lire aussi|lire aussi|sur le même sujet|lea también|te puede interesar
    |noticias relacionadas|leia também|veja também|leggi anche|lees ook|czytaj też|czytaj także
    |читайте также|по теме|ilgili haberler|関連記事|相关新闻|اقرأ أيضا""".replace(
        "\n    ", ""
    ).split("|")
)
POINTER_CHARACTERS = 200
"""A line that leads to another article is no longer."""
HEADLINE_WORDS = 5
"""A headline has at least so many words; a button or a menu's entry rarely has."""


def related_heading(page: Page, _labels: Labels) -> dict[int, Label]:
    """The words over a list of other articles: "Related:", "See also"."""
    return dict.fromkeys(page.saying_any(_RELATED), "boilerplate")


def related_list(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the list below "Related:"."""
    found: dict[int, Label] = {}
    for heading in related_heading(page, labels):
        for i in range(heading + 1, len(page.lines)):
            if not _like_headline(page.lines[i].text):
                break
            found[i] = "related"
    return found


_POINTER = re.compile(
    r"(?:read more|read next|read also|also read|must read|see also|related|watch|listen|more"
    r"|recommended|don't miss|lesen sie auch|lies auch|mehr zum thema|mehr dazu|auch interessant"
    r"|à lire aussi|à lire|lire aussi|lea también|lee también|le puede interesar|te puede interesar"
    r"|más información|ver también|leia também|leia mais|veja também|leggi anche|lees ook"
    r"|czytaj też|czytaj także|zobacz też|читайте также|по теме|läs också|läs mer|les også|læs også"
    r"|lue myös|ilgili haber|関連記事)\s?[:：|–—-]|【関連記事】"
)


def points_to_another(folded: str) -> bool:
    """Whether a folded line opens with an invitation to another article.

    >>> points_to_another("read more: the ferries"), points_to_another("read more of his books")
    (True, False)
    """
    return _POINTER.match(folded) is not None


def pointer_to_another(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that opens with an invitation to another article: "Read more: …", "See also: …"."""
    return {
        i: "related"
        for i, folded in enumerate(page.folded[: page.body_end])
        if len(folded) <= POINTER_CHARACTERS and points_to_another(folded)
    }


def _like_headline(text: str) -> bool:
    """Whether a line could be another article's headline.

    >>> _like_headline("Airport in the North Comes Under Attack"), _like_headline("All news")
    (True, False)
    """
    return HEADLINE_WORDS <= text.count(" ") + 1 <= 30 and not text.endswith((".", ":", "…", ","))


def related_inside(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the middle of the text that the list of related articles holds too."""
    listed = {page.folded[i] for i in related_list(page, labels)}
    return {
        i: "related" for i, folded in enumerate(page.folded[: page.body_end]) if folded in listed
    }


_ARROWS = ("»", "›", ">>", "→", "▶", "►", "➔", "⟶")


def arrow_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in an arrow, as links to other pages do."""
    return {
        i: "related"
        for i, line in enumerate(page.lines)
        if line.text.endswith(_ARROWS)
        and len(line.text) <= POINTER_CHARACTERS
        and "«" not in line.text
    }
