"""Rules for the words that an article is filed under, on one line or on a line each."""

from __future__ import annotations

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.finding.vocabulary import words
from newsarchive.model import Label
from newsarchive.patterns import late

_TAGGED = opening("tags", after=r"\s?:\s?\S")
ROW_CHARACTERS = 200


def tags_of_the_article(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line with the words that the article is filed under: "Tags: harbour, ferries"."""
    return dict.fromkeys(page.opening_with(_TAGGED, ROW_CHARACTERS), "boilerplate")


_CALLED = frozenset({*words("tags"), "temas", "themen", "taggar", "ämnen", "emner", "topics"})
WORDS_BELOW, CHARACTERS_BELOW = 4, 40
"""Words and characters of a tag that stands below such a word, at most."""


def tag_below_its_name(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of some words low on the page, in a list that stands below "Tags" or the like."""
    found: dict[int, Label] = {}
    for name in page.saying_any(_CALLED):
        i = name + 1
        while page.body_end // 2 < i < len(page.lines) and _is_tag(
            page.lines[i].text, WORDS_BELOW, CHARACTERS_BELOW
        ):
            found[i] = "boilerplate"
            i += 1
    return found


_HASHTAGS = late(r"(?:#[^\W\d][\w-]*[\s,;|]*)+")


def hashtags(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of nothing but words with a # before them, of which the page has two and more."""
    lines = [i for i in page.beginning_as("#".__eq__) if _HASHTAGS.fullmatch(page.folded[i])]
    marked = sum(page.folded[i].count("#") for i in lines)
    return dict.fromkeys(lines, "boilerplate") if marked > 1 else {}


TAGS, WORDS_ALONE, CHARACTERS_ALONE = 3, 3, 28
"""Lines of a list of tags that nothing names, at least; words and characters of each, at most."""


def tags_at_the_end(page: Page, labels: Labels) -> dict[int, Label]:
    """A line of some words in a list below the last sentence, as tags have."""
    start = page.body_end
    while start and start - 1 not in labels and _may_be_tag(page, start - 1):
        start -= 1
    listed = range(start, page.body_end)
    ends = start > 0 and page.lines[start - 1].text.endswith(ENDS_SENTENCE)
    return dict.fromkeys(listed, "boilerplate") if ends and len(listed) >= TAGS else {}


def _may_be_tag(page: Page, i: int) -> bool:
    """Tell whether a line of the text is like a tag, though nothing says that it is one."""
    text = page.lines[i].text
    like_a_tag = page.is_body(i) and _is_tag(text, WORDS_ALONE, CHARACTERS_ALONE)
    return like_a_tag and not any(map(str.isdigit, text))


def _is_tag(text: str, words_: int, characters: int) -> bool:
    return len(text) <= characters and text.count(" ") < words_ and text[-1].isalnum()
