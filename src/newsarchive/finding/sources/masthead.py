"""Finds the name of a paper where clippings have it: at the head of a text, or beside the day.

    The Port Courier                           (Port Courier, 4 February 1936, p. 1)

Texts that were typed from print, or copied from a page with its head, have such lines. Pages seldom
do; their own lines say more of their publisher, and this is asked only where they say too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from newsarchive.finding.days.mentions import Mention, find_days
from newsarchive.finding.days.places import heads_page
from newsarchive.finding.page import Layout
from newsarchive.finding.people.bylines import begins_as_byline, lead_of
from newsarchive.finding.sources.paper_names import (
    BESIDE,
    heads_text,
    names_house,
    names_paper,
    printed,
)
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_TOP = 6
"""Lines at the head of a page that may be its masthead."""
_FOOT = 2
"""Lines at the end of a text that may say where it was printed."""
_CITED_WITHIN = 120
_BEHIND = 12
"""Characters behind the day at the head of a paper, at most: "1937."."""
_MOST_LINES = 60
_SIGNS = late(r"[,;:|()·•]|\s[–—-]\s")
_PARTS = late(rf"{_SIGNS.pattern}| on | am | vom | du | del ")
"""The same, and words between a paper and its day, which some names have too: "Correo del Sur"."""
_WEEKDAY = any_of("weekday", r"(?:^|[ .,])", r"(?: den)?\.?$")
"""What may stand between a paper's name and the day: two columns of a page's head, run together."""
_PAGE_NUMBER = any_of("page-number", r"(?:^|[\s,;|·–—-])", r"\s?[A-Z]{0,2}-?\d{1,3}[.\s]*$")
"""The number of the printed page, at the end of its head: "Page 3", "S. 12", "p. A-7"."""
_QUOTED = late(
    r"[\"„“«»]([^\"„“”«»]{3,60})[\"“”«»],?\s(?:(?:vom|gefunden am|of|from|du|del|van|dd\.)\s)?",
    re.IGNORECASE,
)
"""A paper in quotation marks before its day, as press cuttings are headed."""
_IS_RELEASE = any_of("over-release", after=r"(?:\s?[:|(–—-]|\s(?:n[or°º]?\b|\d|v[oa]m\b)|$)")
"""What says of a text that it is a press release or a notice, on a line of its own."""
_ISSUED_WITHIN = 5
_LONGEST_ISSUER = 60
_SHORTEST_HEADLINE = 10
_SENTENCE_ENDS = (".", "。", "।", "۔")
_ISSUER = late(r"[^\d.!?:|>/@]+")
_MENU = frozenset((*words("trail-home"), *words("trail-none"), *words("service-word")))
_JAPANESE = late("[\u4e00-\u9fff]{2,6}新[聞報]")
_KANA = late("[\u3041-\u30ff]")
_LEAD = late(
    r"\W*(?:(?:published|first published|printed|from|source|aus|in)\b:?\s)*", re.IGNORECASE
)


def find_masthead(
    lines: tuple[Line, ...], layout: Layout, headline: str = ""
) -> tuple[Statement, ...]:
    """Give the statement of the paper's name if the first line, above the body, is one.

    Where another paper's stands below it, both are of a menu, in which a house lists its papers.
    So is one of the next lines, if it is the only paper's name there and stands alone once more,
    beside the day, or right over or below the headline.
    """
    if not layout.texts:
        return ()
    name = without_page_number(layout.texts[0])
    first = heads_text(name) or _is_japanese_paper(name, layout)
    if first and any(names_house(text) for text in layout.texts[1:2]):
        return ()
    if not first:
        return _only_paper(lines, layout, headline)
    return (_named(name, "masthead", lines[0]),)


def _is_japanese_paper(name: str, layout: Layout) -> bool:
    """Tell whether a line is a Japanese paper's name, whose last word is "news" in Chinese."""
    return _JAPANESE.fullmatch(name) is not None and _KANA.search(layout.text) is not None


def _only_paper(lines: tuple[Line, ...], layout: Layout, headline: str) -> tuple[Statement, ...]:
    """Give the first line that is a paper's name, where no other of the top is another's."""
    texts, kept = layout.texts, len(lines) <= _MOST_LINES
    beside = _beside_headline(layout, headline) if kept else []
    top = beside or [i for i in range(1, min(_TOP, layout.start)) if names_paper(texts[i])]
    if len({layout.folded[i] for i in top}) != 1:
        return ()
    once = layout.counts[layout.folded[top[0]]] == 1
    if once and not beside and not (kept and _is_beside_day(layout, top[0])):
        return ()
    return (_named(_without_author(texts[top[0]]), "masthead", lines[top[0]]),)


def _beside_headline(layout: Layout, headline: str) -> list[int]:
    """Give the lines right over and right below the headline that are a paper's name."""
    texts = layout.texts
    heads = [i for i in range(min(layout.start + 1, len(texts))) if texts[i] == headline]
    over = [i - 1 for i in heads if i and names_paper(texts[i - 1])]
    below = [i + 1 for i in heads if i + 1 < layout.start]
    return over + [i for i in below if names_paper(_without_author(texts[i]), BESIDE)]


def _without_author(text: str) -> str:
    """Give a line without who wrote the text, as readers of feeds put it: "Post by A. Name"."""
    return text.partition(" by ")[0]


def _is_beside_day(layout: Layout, i: int) -> bool:
    """Tell whether the line above or the one below begins with a day, as those of clippings do."""
    beside = layout.texts[i - 1 : i] + layout.texts[i + 1 : i + 2]
    return any(map(_begins_with_day, beside))


def find_cited(
    lines: tuple[Line, ...], layout: Layout, mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """Give the statement of the paper that stands beside a day, above the body or at the end.

    Pages quote papers so; clippings have no more lines than an article.
    """
    for mention in mentions if len(lines) <= _MOST_LINES else ():
        i, text = mention.line, layout.texts[mention.line]
        head = i == 0 and heads_printed_page(text, first=True)
        apart = head or i < layout.start or i >= len(lines) - _FOOT
        quoted = _QUOTED.fullmatch(text[: mention.start]) if i < _TOP else None
        if quoted:
            return (Statement("source", quoted[1], "cited-paper", text, lines[i].number),)
        if apart and len(text) <= _CITED_WITHIN:
            beside = [text[: mention.start], text[mention.end :]]
            if i and (heads_page(text) or (i == 1 and mention.start == 0)):
                beside.append(layout.texts[i - 1])
            for name in [
                _bare(part) for signs in (_SIGNS, _PARTS) for part in _split(signs, beside)
            ]:
                if names_paper(name, BESIDE):
                    return (_named(name, "cited-paper", lines[i]),)
    return ()


def find_signed(lines: tuple[Line, ...], layout: Layout) -> tuple[Statement, ...]:
    """Give the statement of the paper behind a clipping's author: "By A. Name, The Post"."""
    head = range(min(layout.start + 1, len(lines))) if len(lines) <= _MOST_LINES else ()
    for i in head:
        signed, _, name = layout.texts[i].rpartition(", ")
        if begins_as_byline(layout.folded[i]) and lead_of(signed) and names_paper(name):
            return (_named(name, "credit-line", lines[i]),)
    return ()


def _named(name: str, rule: str, line: Line) -> Statement:
    return Statement("source", printed(name), rule, line.text, line.number)


def find_issuer(lines: tuple[Line, ...], layout: Layout) -> tuple[Statement, ...]:
    """Give the statement of who issued a press release or a notice, on the text's first line.

    What the text is stands shortly below: "Office of the Mayor", "Press release No. 14".
    """
    if not layout.texts or not heads_release(layout):
        return ()
    return (_named(layout.texts[0], "issuer", lines[0]),)


def heads_release(layout: Layout) -> bool:
    """Tell whether the first line may be who issued a text that says shortly below what it is.

    Its headline stands below that: else the first line is the headline.
    """
    texts = layout.texts if len(layout.texts) <= _MOST_LINES else ()
    said = next((i for i in range(1, len(texts[:_ISSUED_WITHIN])) if _says_release(texts[i])), None)
    return said is not None and _may_issue(texts[0]) and _has_headline(texts[said + 1 :])


def _says_release(text: str) -> bool:
    return _IS_RELEASE.match(text) is not None


def _has_headline(texts: Iterable[str]) -> bool:
    """Tell whether a line above the first sentence is long enough for a headline, and no day."""
    others = (text for text in texts if not _begins_with_day(text))
    above = takewhile(lambda text: not text.endswith(_SENTENCE_ENDS), others)
    return any(len(text) >= _SHORTEST_HEADLINE for text in above)


def _begins_with_day(text: str) -> bool:
    return any(day.start == 0 or heads_page(text) for day in find_days(0, text))


def _may_issue(name: str) -> bool:
    """Tell whether a line may be who issues something: words alone, none of them a menu's."""
    own = len(name) <= _LONGEST_ISSUER and not name[0].islower() and name.lower() not in _MENU
    return own and _ISSUER.fullmatch(name) is not None and not _says_release(name)


def names_the_house(layout: Layout, i: int) -> bool:
    """Tell whether a line names the paper or the issuer, and is not all that heads the text.

    So is the line below the issuer that says what the text is: "Press release No. 14".
    """
    text = layout.texts[i]
    if i:
        return names_paper(text) or (_says_release(text) and heads_release(layout))
    return layout.start != 1 and (heads_text(text) or heads_release(layout))


def _split(signs: re.Pattern[str], texts: Iterable[str]) -> list[str]:
    return [part for text in texts for part in signs.split(text)]


def without_page_number(text: str) -> str:
    """Give a line without the number of the printed page that it ends with.

    >>> without_page_number("The Port Courier, p. A-7"), without_page_number("Port scraps page 3")
    ('The Port Courier', 'Port scraps')
    """
    return _PAGE_NUMBER.sub("", text).rstrip(" ,;|·–—-") if text[-1:].isdigit() else text


def heads_printed_page(text: str, *, first: bool) -> bool:
    """Tell whether a line heads a printed page: the paper or the day, with the page's number.

    A text's first line does it also that ends with a weekday and its day.

    >>> heads_printed_page("THE PORT COURIER Page 3", first=False)
    True
    >>> heads_printed_page("Courier scraps page 3", first=False)
    False
    >>> heads_printed_page("Port Today, Monday 19 July 1937", first=True)
    True
    """
    rest = without_page_number(text)
    if rest != text and (not rest or heads_text(rest) or find_days(0, rest)):
        return True
    return first and any(
        _WEEKDAY.search(rest[: day.start].rstrip(" ,.")) and len(rest) - day.end <= _BEHIND
        for day in find_days(0, rest)
    )


def _bare(text: str) -> str:
    bare = _LEAD.sub("", text, count=1).strip(' ()[]«»„“”".')
    return _WEEKDAY.sub("", bare).removesuffix(" van").removeprefix("the ")
