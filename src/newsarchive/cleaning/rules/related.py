"""Rules for the headlines of other articles: lists of them, and pointers amid the text."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from newsarchive.cleaning.rules.boxes import end_of_box
from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import SHORT, Labels, Page
from newsarchive.finding.vocabulary import beginning_with, one_of, words
from newsarchive.model import Label

_RELATED = frozenset(words("related-heading"))
POINTER_CHARACTERS = 200
"""A line that leads to another article is no longer."""
_NO_HEADLINE = (*(f".{quote}" for quote in ("", *"\"”’»'")), ":", "…", ",", "।", "。")
TWO_SENTENCES = 100
"""Characters from which on a text of two sentences is no headline."""
_ANOTHER_SENTENCE = re.compile(r"[^\W\d_]{2}[.!][”\"’»]? [^\W\d_]")
HEADLINE_WORDS = 5
"""A headline has at least so many words; a button or a menu's entry rarely has."""


_RANKED = re.compile(r"most (?:read|viewed|watched) in [\w& -]{2,30}")
_OF_A_REPORT = "up next"
"""What agencies also print over the last paragraph of a report on a game: who plays whom."""


def related_heading(page: Page, _labels: Labels) -> dict[int, Label]:
    """The words over a list of other articles: "Related:", "See also"."""
    said = [i for i in page.saying_any(_RELATED) if not _of_a_report(page, i)]
    ranked = [i for i in page.beginning_with({"most"}) if _RANKED.fullmatch(page.folded[i])]
    return dict.fromkeys(sorted({*said, *ranked}), "boilerplate")


def _of_a_report(page: Page, i: int) -> bool:
    """Tell whether a heading is the article's own: in capitals, over a sentence of the text."""
    below = i + 1
    return (
        page.lines[i].text.isupper()
        and page.folded[i].rstrip(":") == _OF_A_REPORT
        and below < page.body_end
        and page.is_body(below)
        and page.lines[below].text.endswith(_STOPS)
    )


def related_list(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the list below "Related:"."""
    found: dict[int, Label] = {}
    for heading in related_heading(page, labels):
        end = end_of_box(page, heading)
        while end < len(page.lines) and _like_headline(page.lines[end].text):
            end += 1
        if _stands_over_the_text(page, heading, end - 1):
            end -= 1
        found |= dict.fromkeys(range(heading + 1, end), "related")
    return found


def _stands_over_the_text(page: Page, heading: int, last: int) -> bool:
    """Whether the last line below a heading is set apart from its list, as the text below is."""
    apart = page.lines[last].blanks > max(
        [line.blanks for line in page.lines[heading + 1 : last]], default=len(page.lines)
    )
    return apart and last + 1 < page.body_end and page.is_body(last + 1)


_POINTERS = words("related-pointer")
_BARE = words("related-pointer-bare")
_POINTERS_BEGIN = frozenset(phrase[:3] for phrase in (*_POINTERS, *_BARE))
"""Three letters tell of most lines that they do not begin so."""


@cache
def _pointer(letters: str) -> re.Pattern[str]:
    """Give a pattern of what leads to another article and begins with three letters."""
    led = [rf"{each}\s?[:：|–—-]" for each in beginning_with(letters, _POINTERS)]
    return one_of(*led, *beginning_with(letters, _BARE))


def points_to_another(folded: str) -> bool:
    """Whether a folded line opens with an invitation to another article.

    >>> points_to_another("read more: the ferries"), points_to_another("read more of his books")
    (True, False)
    """
    letters = folded[:3]
    return letters in _POINTERS_BEGIN and _pointer(letters).match(folded) is not None


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
    words = text.count(" ") + 1
    if len(text) >= TWO_SENTENCES and _ANOTHER_SENTENCE.search(text):
        return False
    return HEADLINE_WORDS <= words <= 30 and "©" not in text and not text.endswith(_NO_HEADLINE)


def related_inside(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline in the middle of the text that the list of related articles holds too."""
    listed = {page.folded[i] for i in related_list(page, labels)}
    return {
        i: "related" for i, folded in enumerate(page.folded[: page.body_end]) if folded in listed
    }


_OVER_TEASERS = opening("over-teasers")
TEASER_CHARACTERS = 350
TEASER_LINES = 60
"""Lines below a heading that are looked at."""
_STOPS = (".", "!", "?", "…", "”", '"', "»")
_BELOW = r"s{0,3}(?:p(?![pP])|q(?=s{0,3}[hq]|$))s{0,3}"
_TEASERS = re.compile(rf"s{{0,3}}h{{1,2}}{_BELOW}(?:[hq]{{1,2}}{_BELOW})+")
"""Headlines (h), each with a paragraph (p) but never two, and with short lines (s) anywhere.

A question (q) may be either, but no list begins with one: it may be a pointer amid the text."""
_HEADLINES_ALONE = re.compile(r"s*hs*h[^pq]*[pq][^pq]*(?:[pq][^pq]*)?")
"""A list that begins with headlines alone, and below it a paragraph or two: the text goes on."""
_QUESTION_WORDS = 20


def teaser(page: Page, _labels: Labels) -> dict[int, Label]:
    """A headline or the sentence under it, in a list below "More from …" or "Most popular"."""
    opening = page.opening_with(_OVER_TEASERS, SHORT)
    over = [i for i in opening if _over_a_list(page.lines[i].text)]
    found: dict[int, Label] = {}
    for heading, following in pairwise([*over, len(page.lines)]):
        below = range(heading + 1, min(following, heading + 1 + TEASER_LINES))
        teasers = _TEASERS.match("".join([_shape(page.lines[i].text) for i in below]))
        if teasers and not _HEADLINES_ALONE.fullmatch(teasers[0]):
            end = _where_text_goes_on(page, below[: teasers.end()])
            found |= dict.fromkeys(range(below[0], end), "related")
    return found


SURE_TEXT, SURE_HEADLINE = 0.8, 0.3
"""What the labeller gives a paragraph, at least, with which the article goes on below a list, and
the headline above it, at most."""


def _where_text_goes_on(page: Page, teasers: range) -> int:
    """Give the line behind a list: amid the article, its text follows what is only headlines.

    The sentence under a headline passes for the article's text where the headline does too.
    """
    for i in teasers[1:]:
        above, here = page.verdicts[i - 1].probability, page.verdicts[i].probability
        if here >= SURE_TEXT and above <= SURE_HEADLINE and _shape(page.lines[i].text) == "p":
            return i
    return teasers.stop


def _over_a_list(text: str) -> bool:
    """Whether a line may stand over a list: no sentence that goes on or comes to its end."""
    return not text[0].islower() and not text.endswith(".")


FAR_BELOW = 6
"""Lines between the article and teasers without a heading, at least, that are not of its body."""
FEWEST_ABOVE = 5
"""Lines of the body above them, at least."""
_NO_TEASER = re.compile(r"[Pn]|ps?p")
_TEASER = re.compile(r"[hq]s{0,3}p")


def teaser_far_below(page: Page, labels: Labels) -> dict[int, Label]:
    """A headline or the sentence under it, in a list that stands far below the article."""
    body = [i for i in page.paragraphs if i not in labels]
    for n, (last, first) in enumerate(pairwise(body), 1):
        if n >= FEWEST_ABOVE and first - last > FAR_BELOW and _are_teasers(page, body, n):
            return dict.fromkeys(range(first, page.body_end), "related")
    return {}


def _are_teasers(page: Page, body: list[int], n: int) -> bool:
    """Whether all from the body's line n on is teasers, and less than the article above it."""
    shapes = "".join([_shape(line.text) for line in page.lines[body[n] : page.body_end]])
    if len(_TEASER.findall(shapes)) < 2 or _NO_TEASER.search(shapes):
        return False
    sizes = [len(page.lines[i].text) for i in body]
    return sum(sizes[n:]) < sum(sizes[:n])


_NUMBERED = re.compile(r"\d{1,3}[.)] ")


def _shape(text: str) -> str:
    """Tell in a letter what a line looks like: a headline, a paragraph, or something short.

    So is a question, of which that cannot be told. A numbered line, with which the article's own
    list may go on, is none of them.
    """
    words = text.count(" ") + 1
    if text[0].isdigit() and _NUMBERED.match(text):
        return "n"
    if text.endswith(_STOPS) and words >= 2 * HEADLINE_WORDS - 2:
        if text.endswith("?") and words <= _QUESTION_WORDS and ". " not in text:
            return "q"
        return "p" if len(text) <= TEASER_CHARACTERS else "P"
    return "h" if words >= HEADLINE_WORDS - 1 else "s" if len(text) <= SHORT else "P"


def pointer_in_brackets(page: Page, _labels: Labels) -> dict[int, Label]:
    """A headline amid the text, set off by brackets and blanks: "[ The ferries and the fog ]"."""
    return {
        i: "related"
        for i in page.beginning_as("[".__eq__)
        if i < page.body_end
        and len(page.lines[i].text) <= POINTER_CHARACTERS
        and page.lines[i].text.startswith("[ ")
        and page.lines[i].text.endswith(" ]")
    }


_ARROWS_BEFORE = frozenset("→▶►➔⟶»›")


def arrow_at_the_beginning(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that begins with an arrow and a blank, as links to other pages do."""
    return {
        i: "related"
        for i in page.beginning_as(_ARROWS_BEFORE.__contains__)
        if page.lines[i].text[1:2] == " "
        and len(page.lines[i].text) <= POINTER_CHARACTERS
        and not page.lines[i].text.endswith(_STOPS)
        and "«" not in page.lines[i].text
    }


_ARROWS = ("»", "›", ">>", "→", "▶", "►", "➔", "⟶")
_ARROW_ENDS = frozenset(arrow[-1] for arrow in _ARROWS)


def arrow_at_the_end(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that ends in an arrow, as links to other pages do."""
    return {
        i: "related"
        for i, line in enumerate(page.lines)
        if line.text[-1] in _ARROW_ENDS
        and line.text.endswith(_ARROWS)
        and len(line.text) <= POINTER_CHARACTERS
        and "«" not in line.text
        and not _ends_quote(line.text)
    }


def _ends_quote(text: str) -> bool:
    """Tell whether a line ends what somebody says, which began on a line above: "We stay.»"."""
    said = text.rstrip("»>")
    return said != text and said.endswith((".", "!", "?", ",", ")")) and not said.endswith("..")
