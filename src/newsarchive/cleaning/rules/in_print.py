"""Rules for what only print has: pages to turn to, how a report was sent, who keeps the scan.

They are for texts that were scanned or typed from papers.
"""

from __future__ import annotations

from itertools import takewhile

from newsarchive.cleaning.rules.openings import opening
from newsarchive.cleaning.rules.page import SHORT, Labels, Page
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Label
from newsarchive.patterns import late

_CONTINUED = opening("continued-on", before=r"[(\[—–-]{0,2}\s?")
_SENT = opening("sent-by", before=r"[(\[—–-]{0,2}\s?")
_PAGES = opening("page-number")
_OF_PAGES = any_of("page-number", r"[–—-]?\s?", r"\s?\d{1,4}\s?(?:/|\w{1,3})\s?\d{1,4}\s?[–—-]?")
_SMALL_ADS = frozenset(words("over-small-ads"))
_KEEPERS = (*words("scan-keeper"), *words("library"))
_KEPT = late(
    r"©|\(c\)|copyright|://|all rights|(?:re)?printed|provided by|courtesy of|digiti[sz]ed"
    r"|reproduc|downloaded|clipped|\b(?:source|quelle|fuente|fonte|bron|kilde|källa|zdroj)\b"
)
_KEEPER_CHARACTERS = 160


def continued_elsewhere(page: Page, _labels: Labels) -> dict[int, Label]:
    """A pointer to the page of the printed paper on which the text goes on: "See PIER, Page 7"."""
    return dict.fromkeys(page.opening_with(_CONTINUED, SHORT), "boilerplate")


def page_of_the_file(page: Page, _labels: Labels) -> dict[int, Label]:
    """Which page of how many it is, where a viewer of files or a printer put it: "Page 2 of 12"."""
    return {
        i: "boilerplate"
        for i in page.opening_with(_PAGES, SHORT)
        if _OF_PAGES.fullmatch(page.folded[i])
    }


def small_advertisement(page: Page, _labels: Labels) -> dict[int, Label]:
    """Small advertisements below the article on a paper's page, and the heading over them."""
    found: dict[int, Label] = {}
    for heading in page.saying_any(_SMALL_ADS):
        if page.paragraphs[:1] < (heading,):
            below = range(heading + 1, len(page.lines))
            advertised = takewhile(lambda i: _has_figure(page.folded[i]), below)
            found |= dict.fromkeys((heading, *advertised), "boilerplate")
    return found


def _has_figure(folded: str) -> bool:
    """Tell whether a line holds a figure: an advertisement has a price, a telephone or a box."""
    return any(map(str.isdigit, folded))


def how_it_was_sent(page: Page, _labels: Labels) -> dict[int, Label]:
    """How a report came to the paper: "Special to The Times", "From our own correspondent"."""
    sent = page.opening_with(_SENT, SHORT)
    return {i: "byline" for i in sent if page.body_end and i <= page.paragraphs[0]}


def keeper_of_the_scan(page: Page, _labels: Labels) -> dict[int, Label]:
    """Which library or site keeps the paper that was scanned: "Source gallica.bnf.fr / BnF"."""
    return {
        i: "boilerplate"
        for i in page.holding(_KEEPERS)
        if len(page.folded[i]) <= _KEEPER_CHARACTERS and _KEPT.search(page.folded[i])
    }
