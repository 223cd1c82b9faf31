"""The places where a page names a publisher: copyright lines, addresses, service phrases, tails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import CAPITALS
from newsarchive.finding.phrases import led_by
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.own_addresses import find_addresses
from newsarchive.finding.sources.own_names import (
    PHRASE,
    common_names,
    known_names,
    repeated_names,
)
from newsarchive.finding.sources.register import spelled
from newsarchive.finding.titles.features import is_unspaced
from newsarchive.finding.vocabulary import any_phrase, words
from newsarchive.patterns import late


def _title_cased(phrases: Iterable[str]) -> str:
    """Give a pattern of phrases, each word of which may begin with a capital."""
    longest_first = map(re.escape, sorted(phrases, key=len, reverse=True))
    return "|".join(
        _INITIAL.sub(lambda c: f"[{c[0]}{c[0].upper()}]", each) for each in longest_first
    )


_INITIAL = re.compile(r"\b[a-z]")
_NAME = (
    rf"([{CAPITALS}\u0590-\u1fff\u3041-\ud7a30-9@][^\n|©.,;:()\[\]<>•·!?]{{1,44}}?"
    r"(?:\.(?:com|org|net|de|it|fr|tv|uk|ca|in))?!?)"
)
_SIGN = r"(?:©|ⓒ|\(c\)|copyright)"
_YEARS = r"(?:(?:19|20)\d\d)?(?:\s?[-–/,]\s?(?:(?:19|20)\d\d|present|heute))?"
_COPYRIGHT = late(
    rf"{_SIGN}\s*(?:{_SIGN}|by)?\s*:?\s*{_YEARS}[\s,.:|–-]{{0,3}}(?:by\s|bei\s)?(?:www\.)?{_NAME}"
    r"(?=\s*(?:[|©.,;:()\[\]<>•·\n]|$|\s[-–+/]\s|\s(?:19|20)\d\d|"
    r"\s(?:all\s|alle\s|tous\s|todos\s|inc\b|llc\b|ltd\b|pty\b|pvt\b|plc\b|dac\b|gmbh|ag\b|"
    r"(?:news\s(?:&|and)\s)?media|corp|co\b|is\s|limited|[sl]\.\s?[alp]\b|[bn]\.\s?v\b|a\.\s?ş)))",
    re.IGNORECASE,
)
_COPYRIGHT_AFTER = late(rf"{_NAME}\s?{_SIGN}", re.IGNORECASE)
_MARKS = ("©", "ⓒ", "(c)", "copyright")
_RESERVED = words("rights-reserved")
_RIGHTS = late(
    rf"(?:{_YEARS}[\s,.:|–-]{{1,3}})?{_NAME}"
    r"(?=\s*[|.,;:()–-]|\s(?:inc|llc|ltd|pty|gmbh|ag|limited)\b|$)",
    re.IGNORECASE,
)
"""What a claim of all rights begins with whose sign was lost on the way to the text."""
_RIGHTS_OF = late(rf"(?:\s?[-–—:|,]\s?|\s){_NAME}(?:$|\s?[|.]|\s(?=[\u3040-\ud7a3]))")
"""What it ends with where the name stands behind it: "Tous droits réservés - Le Courrier"."""
_LEADS, _TAILS = words("service-lead"), words("service-tail")
_LEADS_BEGIN = frozenset(lead[:3] for lead in _LEADS)
_TAILS_END = frozenset(tail[-3:] for tail in _TAILS)
"""Three letters tell of most lines that they have none of them."""
_DATELINE = late(
    r"(?:[\w .,'’/-]{2,60}\s)?\(([A-Z][\w .&'’]{1,30})\)\s?[-–—:]|"
    r"[\w .,’'-]{0,40}[–—-]\s?([A-Z]{2,5})\s?[–—-]"
)
_CUT = late(
    r"\s[|–—-]\s|\s?[|｜：]\s?|\s·\s|\s::\s|(?<=[\u3040-\u9fff”」』》）！？])(?:_|--?)(?=[\u3040-\u9fff])"
)
_CREDITS = words("signed-lead")
_CREDIT = late(rf"(?:{any_phrase(_CREDITS)})\b.{{0,60}}?[,|/•–-]\s?{_NAME}$", re.IGNORECASE)
_CREDITED = frozenset(word[:2] for word in _CREDITS)
"""Two letters with which such a line begins."""
_PARTS = late("[,|/•–-]")
"""One of these signs stands in it."""
_CALLED = r"((?:The )?[a-z]?[A-Z][\w’'&!+-]*(?: (?:[A-Z][\w’'&!+-]*|of|and|&)){0,3})"
_TELLING = words("told-lead")
_TOLD = late(rf"\b(?:{any_phrase(_TELLING)}) ((?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){{0,3}})")
_HOUSE_LEADS, _HOUSE_TAILS = words("house-lead"), words("house-tail")
_LEADS_AMID = words("house-lead-amid")
"""What stands before a house's name amid a sentence, and so without a capital."""
_OF_HOUSE = late(
    rf"\b(?!(?i:join the conv))(?:{_title_cased(_HOUSE_LEADS)}|{'|'.join(_LEADS_AMID)}) {_CALLED}"
    rf"|{_CALLED} (?:{_title_cased(_HOUSE_TAILS)})\b"
)
_OF_HOUSES = (*_HOUSE_LEADS, *_LEADS_AMID, *[f" {tail}".lower() for tail in _HOUSE_TAILS])
"""One of them stands in every such line."""
_SIGNED = late(
    r"[A-Z][\w.’'-]+ (?:[A-Z][\w.’'-]* ){0,2}?[A-Z][\w’'-]+(?: ?[/|•·] ?| [–—-] |, )"
    rf"{_CALLED}\)?$"
)
_PARTING = late(r"[/|•·,–—-](?:(?<=[/|•·])|(?<= [–—-]) |(?<=,) )")
"""One of these signs stands in every such line."""
_UNSIGNED = frozenset('.,:;?…"”')
"""None of these signs ends one."""
_SHORT = 60
_MOST = 1_000
"""Places of one kind that are looked at, the first: real pages have fewer."""
_SHORTEST, _SHORTEST_UNSPACED = 12, 6
"""Characters of a title, less one, and of one in a script that sets no blanks."""
_CUTS = 20
"""Places at which a first line may end its title, the last: real ones have five."""


def list_sightings(layout: Layout, headline: str) -> Iterator[Sighting]:
    """Give the places where the page may name its publisher, kind by kind."""
    kinds = (
        _copyrights(layout),
        find_addresses(layout),
        _services(layout),
        _tails(layout, headline),
        _datelines(layout),
        _told(layout),
        _phrases(layout),
        _roots(layout),
        _signed(layout),
        known_names(layout),
        repeated_names(layout),
        common_names(layout),
    )
    for places in kinds:
        yield from islice(places, _MOST)


def _copyrights(layout: Layout) -> Iterator[Sighting]:
    marked = layout.holding(_MARKS)
    for i in marked:
        text = layout.texts[i]
        for match in _COPYRIGHT.finditer(text):
            yield Sighting(i, match[1], "copyright")
        amid = any(layout.folded[i].find(mark, 1) > 0 for mark in _MARKS)
        before = _COPYRIGHT_AFTER.match(text) if amid else None
        if before:
            yield Sighting(i, before[1], "copyright")
    for i in sorted(set(layout.holding(_RESERVED)).difference(marked)):
        folded = layout.folded[i]
        place, claim = min((folded.find(each), each) for each in _RESERVED if each in folded)
        text = layout.texts[i]
        claimed = _RIGHTS.match(text[:place]) if place else _RIGHTS_OF.match(text, len(claim))
        if claimed:
            yield Sighting(i, claimed[1], "copyright")


def _services(layout: Layout) -> Iterator[Sighting]:
    known = spelled()
    for i, folded in enumerate(layout.folded):
        if len(folded) > _SHORT:
            continue
        text = layout.texts[i]
        if (
            folded[:3] in _LEADS_BEGIN
            and folded.startswith(_LEADS)
            and not folded.endswith("join the conversation")
        ):
            lead = next(lead for lead in _LEADS if folded.startswith(lead))
            yield Sighting(i, _without_tail(text[len(lead) :].strip()), "service")
        elif (folded[-3:] in _TAILS_END or folded.endswith("+")) and folded.endswith(_TAILS):
            yield Sighting(i, _without_tail(text), "service")
        if folded.removeprefix("the ") in known:
            yield Sighting(i, text, "alone")
        if i < 6 and len(text) < 45:
            yield Sighting(i, text, "masthead")
        credited = folded[:2] in _CREDITED and folded.startswith(_CREDITS)
        credit = _CREDIT.match(text) if credited and _PARTS.search(text) else None
        if credit:
            yield Sighting(i, credit[1], "credit")


def _without_tail(text: str) -> str:
    folded = text.lower()
    if not folded.endswith(_TAILS):
        return text
    tail = next(tail for tail in _TAILS if folded.endswith(tail))
    return text[: -len(tail)] if len(tail) < len(text) else text


def _tails(layout: Layout, headline: str) -> Iterator[Sighting]:
    """Give what stands beside the title on one line, and the ends of the first two lines."""
    head = headline.lower()
    rows = [i for i, row in enumerate(layout.folded) if i < 2 or row.startswith(head)]
    for i in rows:
        text, folded = layout.texts[i], layout.folded[i]
        if len(head) > 8 and len(text) > len(head) + 3 and folded.startswith(head):
            rest = f" {text[len(head) :].strip(' _')} "
            for part in _CUT.split(rest):
                yield Sighting(i, part, "tail")
        elif i < 2 and len(text) < 200:
            parts = _CUT.split(text)
            if len(parts) > 1:
                yield Sighting(i, parts[-1], "tail")
                yield Sighting(i, parts[0], "tail")
    yield from _page_title(layout)


def _page_title(layout: Layout) -> Iterator[Sighting]:
    """Give what a browser's tab adds to the title: the first line's tail, its head stands again.

    "Title - Publisher", and "Title" once more on a line of its own, or the other way round.
    """
    cuts = list(_CUT.finditer(layout.texts[0])) if layout.texts else []
    for cut in cuts[-_CUTS:][::-1]:
        head, tail = layout.folded[0][: cut.start()], layout.folded[0][cut.end() :]
        if _is_title(head) and layout.counts[head.strip()]:
            yield Sighting(0, layout.texts[0][cuts[-1].end() :], "page-title")
            if cut is not cuts[-1]:
                yield Sighting(0, layout.texts[0][cut.end() :], "page-title")
            return
        if _is_title(tail) and layout.counts[tail.strip()]:
            yield Sighting(0, layout.texts[0][: cut.start()], "page-title")
            return


def _is_title(text: str) -> bool:
    """Tell whether a text is long enough for a title: scripts without blanks say more in less."""
    return len(text) > (_SHORTEST_UNSPACED if is_unspaced(text) else _SHORTEST)


def _datelines(layout: Layout) -> Iterator[Sighting]:
    for i in range(max(0, layout.start - 2), min(layout.start + 4, len(layout.texts))):
        match = _DATELINE.match(layout.texts[i])
        if match:
            yield Sighting(i, match[1] or match[2], "dateline")


def _told(layout: Layout) -> Iterator[Sighting]:
    for match in led_by(layout.phrases.held(_TELLING), _TOLD, layout.text):
        yield Sighting(layout.line_at(match.start()), match[1], "told")


def _phrases(layout: Layout) -> Iterator[Sighting]:
    """Give whom the lines beside the body speak for: "Trending on Publisher"."""
    rows = [
        (i, folded)
        for i, folded in enumerate(layout.folded)
        if layout.blanks[i] >= 2 and not layout.inside[i] and len(layout.texts[i]) <= PHRASE
    ]
    aside = "\n".join([folded for _, folded in rows])
    here = layout.phrases.held(_OF_HOUSES, aside)
    for i, folded in rows:
        if any(map(folded.__contains__, here)):
            for match in _OF_HOUSE.finditer(layout.texts[i]):
                yield Sighting(i, _without_tail(match[1] or match[2]), "phrase")


def _roots(layout: Layout) -> Iterator[Sighting]:
    """Give what a trail of sections above the body begins with: "Publisher > News > World"."""
    for i in range(min(layout.start, len(layout.texts))):
        root, sign, _ = layout.texts[i].partition(" > ")
        if sign and len(root) < _SHORT:
            yield Sighting(i, root, "root")


def _signed(layout: Layout) -> Iterator[Sighting]:
    """Give whom a name is put before: "Jane Doe / Publisher" under a picture or a title."""
    for i, text in enumerate(layout.texts):
        if layout.blanks[i] and len(text) <= PHRASE and text[-1] not in _UNSIGNED:
            match = _SIGNED.search(text) if _PARTING.search(text) else None
            if match:
                yield Sighting(i, match[1], "signed")
