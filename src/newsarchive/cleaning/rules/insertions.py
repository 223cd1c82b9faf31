"""Rules for what pages put amid an article's text: advertisements, offers, posts, buttons.

They say so of lines that look like headings or paragraphs too.
"""

from __future__ import annotations

import re

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import SHORT, Labels, Page
from newsarchive.finding.sources.own_addresses import HOST
from newsarchive.finding.vocabulary import words
from newsarchive.model import Label
from newsarchive.patterns import late

_ADVERTISEMENT = frozenset(words("advertisement"))
_GOES_ON_BELOW = opening("goes-on-below", before=r"[\[( ]*")


def advertisement(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says no more than "Advertisement", or that the text goes on below one."""
    below = page.opening_with(_GOES_ON_BELOW, SHORT)
    return dict.fromkeys([*page.saying_any(_ADVERTISEMENT), *below], "boilerplate")


def no_word(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line without a letter or a figure: a row of stars, a dash, signs that nobody sees."""
    return {
        i: "boilerplate"
        for i in page.beginning_as(lambda sign: not sign.isalnum())
        if len(page.folded[i]) <= SHORT and not any(map(str.isalnum, page.folded[i]))
    }


def bare_host(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but names of web sites: "www.shop.example".

    A house or a program whose name is one has capitals of its own: "Box.com" may be a heading.
    """
    return {
        i: "boilerplate"
        for i, folded in enumerate(page.folded)
        if len(folded) <= SHORT
        and "." in folded
        and all(HOST.fullmatch(name) for name in folded.split(", "))
        and (page.lines[i].text.islower() or page.lines[i].text.isupper())
    }


_POST = opening("post-or-picture")


def embedded_post(page: Page, _labels: Labels) -> dict[int, Label]:
    """A short line that comes with a post or a picture: "View this post on …", "Enlarge image"."""
    return dict.fromkeys(page.opening_with(_POST, SHORT), "boilerplate")


_POSTED_BY = late(r"[-–—]\s?[^()]{2,60}\(@\w+\)")


def quoted_post(page: Page, _labels: Labels) -> dict[int, Label]:
    """A post of a network amid the article, and who wrote it: "— A. Name (@name) 19 July 2021"."""
    signed = [
        i
        for i in page.holding(["(@"], before=page.body_end + 3)
        if len(page.folded[i]) <= SHORT and _POSTED_BY.match(page.lines[i].text)
    ]
    return {line: "boilerplate" for i in signed for line in (i - 1, i) if line >= 0}


_COUNT = late(r"\d{1,3}(?:[.,]?\d{1,3})*\s?[km]?")
_COUNT_CHARACTERS = 8
_HANDLE = late(r"@\w{2,30}")
POSTS = 2
"""Posts of a network, at least, under which such numbers stand."""


def count_of_reactions(page: Page, _labels: Labels) -> dict[int, Label]:
    """A number alone, as networks print below a post how many answered, liked or shared it."""
    posts = [i for i in page.beginning_as("@".__eq__) if _HANDLE.fullmatch(page.folded[i])]
    if len(posts) < POSTS:
        return {}
    return {
        i: "boilerplate"
        for i in page.beginning_as(str.isdigit)
        if len(page.folded[i]) <= _COUNT_CHARACTERS and _COUNT.fullmatch(page.folded[i])
    }


_CURRENCIES = "$€£¥₽"
_SUM = rf"(?:[{_CURRENCIES}]\s?\d[\d.,]*|\d[\d.,]*\s?[{_CURRENCIES}])"
_AMOUNT = late(rf"{_SUM}(?: {_SUM})*(?: at [\w' ]{{2,30}})?")


def amount_of_money(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but sums of money, as forms for donations and offers have."""
    return {
        i: "boilerplate" for i in page.holding(_CURRENCIES) if _AMOUNT.fullmatch(page.lines[i].text)
    }


_CLICK = late(r"(?:click|tap|press) (?:here |on |the |this |image |photo )*to \w", re.IGNORECASE)

_CLICK_WORDS = frozenset({"click", "tap", "press"})


def click_prompt(page: Page, _labels: Labels) -> dict[int, Label]:
    """A short line that says what a click does: "Click to enlarge"."""
    return {
        i: "boilerplate"
        for i in page.beginning_with(_CLICK_WORDS)
        if len(page.lines[i].text) < 60 and _CLICK.match(page.lines[i].text)
    }


_INVITES = late(
    r"\bclick here to \w|(?:\bclick here|watch on youtube|view on x)!?$"
    r"|^this content can also be viewed on the site it originates from$"
    r"|[.!?…”\"] (?:mehr|weiterlesen|read more|lire la suite|leer más|lees (?:meer|verder)"
    r"|leggi tutto|ler mais|czytaj (?:więcej|dalej)|læs mere|läs mer|les mer|devamı|читать далее)$"
)
_INVITING = (
    *("click here", "watch on youtube", "view on x", "this content can also", " mehr"),
    *(" weiterlesen", " read more", " la suite", " leer más", " lees ", " leggi tutto"),
    *(" ler mais", " czytaj ", " læs mere", " läs mer", " les mer", " devamı", " читать далее"),
)
"""One of them stands in every line that the pattern finds."""
INVITATION_CHARACTERS = 200
_CONSENTS = late(
    r"\bextern\w+ inhalte?\b.*\bmit einem klick anzeigen\b"
    r"|\beinverstanden, dass mir (?:der )?externe[rn]? inhalte?\b"
    r"|^um (?:eingebettete|externe) inhalte |^pour (?:afficher|voir|consulter) ce contenu\b"
    r"|^(?:para ver este contenido|per vedere questo contenuto|om deze inhoud te)\b"
)
_CONSENTING = (
    *("mit einem klick anzeigen", "einverstanden, dass mir", "um eingebettete", "um externe"),
    *("ce contenu", "este contenido", "questo contenuto", "deze inhoud"),
)
"""One of them stands in every line that asks for consent before it shows what others serve."""
CONSENT_CHARACTERS = 1000


def invitation_to_click(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says where to click, at its end or in passing: "… in 2021! Click here"."""
    return {
        i: "boilerplate"
        for words, says, most in (
            (_INVITING, _INVITES, INVITATION_CHARACTERS),
            (_CONSENTING, _CONSENTS, CONSENT_CHARACTERS),
        )
        for i in page.holding(words)
        if len(page.folded[i]) <= most and says.search(page.folded[i])
    }


_LIST_BEGINS = late(r"list of \d+ items?|قائمة من \d+ \w+")
_LIST_ENDS = frozenset({"end of list", "نهاية القائمة"})
LISTED = 40
"""Lines of such a list that are looked at."""


def list_read_aloud(page: Page, _labels: Labels) -> dict[int, Label]:
    """What a page says of a list to those who hear it: "list of 4 items", and the list itself."""
    found: dict[int, Label] = {}
    ends = page.saying_any(_LIST_ENDS)
    for i in page.beginning_with(frozenset({"list", "قائمة"})):
        if _LIST_BEGINS.fullmatch(page.folded[i]):
            end = next((end for end in ends if i < end <= i + LISTED), None)
            found |= dict.fromkeys(range(i, end + 1) if end else (i,), "related")
    return found
