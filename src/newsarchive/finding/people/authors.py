"""Finds the authors: names in bylines, and names that stand alone where bylines stand.

A byline says who wrote ("By Jane Doe and John Roe, Staff Writers"). A name alone on a line counts
where it stands beside the title or the date, and more so when it stands there again in an author's
box. Agencies and houses are named as the byline names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.finding.letters import letters_in
from newsarchive.finding.page import Layout
from newsarchive.finding.people.bylines import (
    BEGINNINGS,
    LONGEST_LEAD,
    begins_as_byline,
    ends_as_lead,
    is_lead,
    lead_of,
)
from newsarchive.finding.people.choice import Candidate, choose
from newsarchive.finding.people.claimants import find_claimant
from newsarchive.finding.people.features import features_of
from newsarchive.finding.people.names import CAPITALS, first_is_given, is_agency
from newsarchive.finding.people.signed_lines import (
    may_sign,
    names_on,
    sightings_beside,
    without_lead,
)
from newsarchive.finding.people.splitting import split_names
from newsarchive.finding.people.uncased import is_uncased, signed_names, signed_off
from newsarchive.finding.scoring import chance, load_weights, score
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.masthead import heads_release
from newsarchive.finding.sources.paper_names import names_paper
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_POSTED = ("posted by ", "written by ", "published by ", "geschrieben von ", "verfasst von ")
_AND = frozenset(("and", "und", "et", "y", "&", ","))
_ABBREVIATED = re.compile("[A-Z][A-Za-z]")
"""A weekday in a calendar, below another that is a word for "by": "DI", "MI"."""
_OTHER_WORK = any_of("other-work", r"(?:^|\W)")
_PICTURES = any_of("picture-house", r"\b", r"\b")
"""Who sells pictures: whoever stands beside such a name took one."""
_CONTACTS = frozenset(words("note-to-editors"))
_BOTH = late(
    r"(?:글|기사|文|bài|tin|text|texte|texto|testo|tekst|текст)"
    r"\s?(?:[·・/,&+、]|(?<=\s)(?:und|y|e|et|og|en|och|i|và|и)\s)\s?\w+\s?[:：／/＝=]?\s?$",
    re.IGNORECASE,
)
"""Whoever wrote and took the pictures too: "글·사진", "Bài, ảnh:"."""
_LEADING_ON = (" by", ":", " von", " par", " por")
_JOINING = ("and ", "und ", "et ", "y ", "& ")
_BEGINNING = BEGINNINGS.keys() | {word[:2] for word in _JOINING}
"""Two letters tell of most lines that they are no bylines."""
_JOINED = re.compile(rf"^(?:and|und|et|y|&)\s(?=[{CAPITALS}])")
_LONGEST = 160
_LONGEST_ALONE = 90
_LONGEST_LEAD = 40
_SHORT_INSIDE = 40
"""Characters of a line that may be a byline though it was taken for one of the body, if no day
stands on it: "Posted on May 2, 2021 by Jane Doe" is longer."""
_OPENING = 60
"""Characters of a text's first line in which its writer may be named."""
_IN_PROSE = 3
"""Lines at either end of a text that are looked at: a pointer or an offer may be taken for one."""
_TAKEN = re.compile("撮影[）)】]?$")
"""Who took the picture above."""
_MOST = 300
"""Lines like bylines that are looked at, the nearest to the title: real pages have 90."""


def find_authors(
    lines: tuple[Line, ...],
    layout: Layout,
    title: int | None,
    dated: frozenset[int],
    headline: str,
) -> tuple[Statement, ...]:
    """Give a statement for each author, in the order of the page."""
    weights = load_weights("authors")
    candidates = list_candidates(layout, title, dated, headline)
    filed = [each for each in candidates if _filed(layout, each, title, dated)]
    weighed = [(each, chance(score(weights, each.features))) for each in candidates]
    sure = choose(layout, weighed, weights.keep)
    if not (sure or filed):
        return find_claimant(lines, layout)
    return tuple(
        Statement(
            "authors",
            each.name,
            "byline" if each in filed else each.rule,
            lines[each.line].text,
            lines[each.line].number,
        )
        for each in sure or [each for each in filed if each.line == filed[0].line]
    )


def _filed(layout: Layout, candidate: Candidate, title: int | None, dated: frozenset[int]) -> bool:
    """Tell whether an agency signs on a line near the day, under the title, as a person's may.

    Between them may stand where it reports from. In Japanese, who stands in brackets behind the
    text signs it.
    """
    i = candidate.line
    if i == layout.end and candidate.name in signed_off(layout.texts[i]):
        return True
    bare = without_lead(layout.texts[i])
    person, _, agency = bare.rpartition(", ")
    signs = is_agency(bare) or (is_agency(agency) and first_is_given(person))
    under = title is not None and title < i <= layout.start
    return signs and under and not dated.isdisjoint((i - 1, i + 1, i + 2))


def list_candidates(
    layout: Layout, title: int | None, dated: frozenset[int], headline: str
) -> list[Candidate]:
    """Give the names that may be authors', each once, at its first byline or line."""
    groups = _but_of_title(title, _but_of_letters(layout, _group(layout, title, dated)))
    groups = _but_of_contacts(layout, groups)
    signing = sorted({p.line for group in groups.values() for p in group if p.kind != "alone"})
    found = []
    for group in groups.values():
        features = features_of(layout, group, signing, title, dated, headline)
        best = next((seen for seen in group if seen.kind != "alone"), group[0])
        rule = "name-line" if best.kind == "alone" else "byline"
        found.append(Candidate(best.line, best.name, rule, tuple(features)))
    return found


ByName = dict[str, list[Sighting]]
"""A name in lower case → where it stands."""


def _group(layout: Layout, title: int | None, dated: frozenset[int]) -> ByName:
    """Give where each name stands that may be an author's."""
    beside = _beside(layout, title)
    anchor = layout.start if title is None else title
    signed = sorted(_leading(layout), key=lambda i: abs(i - anchor))[:_MOST]
    groups: ByName = {}
    issuer = {0} if heads_release(layout) else set[int]()
    for i in sorted(beside.union(signed) - issuer):
        text = layout.texts[i][:_LONGEST] if _posts(layout, i) else layout.texts[i]
        short = _LONGEST_ALONE if i in dated else _SHORT_INSIDE
        if len(text) <= (short if layout.inside[i] else _LONGEST):
            for seen in _sightings_on(layout, i, text, alone=i in beside):
                if not _did_other_work(layout, seen) and not _is_paper(seen.name):
                    groups.setdefault(seen.name.lower(), []).append(seen)
    for seen in _in_prose(layout):
        groups.setdefault(seen.name.lower(), []).append(seen)
    firsts = {name.partition(" ")[0] for name in groups if " " in name}
    return {name: group for name, group in groups.items() if name not in firsts}


def _posts(layout: Layout, i: int) -> bool:
    """Tell whether a line says first who posted an article, and then much else of it."""
    return not layout.inside[i] and layout.folded[i].startswith(_POSTED)


def _but_of_letters(layout: Layout, groups: ByName) -> ByName:
    """Leave out who signed one of several letters: none of them is the author of all."""
    letters = letters_in(layout.texts)
    if not letters:
        return groups
    above = {name: [p for p in places if p.line < letters[0]] for name, places in groups.items()}
    return {name: places for name, places in above.items() if places}


def _but_of_contacts(layout: Layout, groups: ByName) -> ByName:
    """Leave out whom a press release says to ask, below its text: "Press contact", and names."""
    asked = (i for i, row in enumerate(layout.folded) if row.rstrip(" :") in _CONTACTS)
    below = next((i for i in asked if i > layout.start), len(layout.texts))
    return {
        name: places
        for name, places in groups.items()
        if any(seen.kind != "alone" or seen.line < below for seen in places)
    }


def _but_of_title(title: int | None, groups: ByName) -> ByName:
    """Leave out whom the title names, and no line says to have written: the text is about them."""
    return {
        name: places
        for name, places in groups.items()
        if {p.kind for p in places} != {"alone"} or all(p.line != title for p in places)
    }


def _is_paper(name: str) -> bool:
    """Tell whether a name is a paper's: "Port Advertiser", but not "Jane Herald"."""
    return names_paper(name) and not first_is_given(name)


def _in_prose(layout: Layout) -> Iterator[Sighting]:
    """Give the names in a text's first lines and its last, where no capital marks them elsewhere.

    "(서울=연합뉴스) 홍길동 기자 = …", "…と述べた。【エルサレム山田太郎】"
    """
    inside = [i for i in range(layout.start, layout.end + 1) if layout.inside[i]]
    for i in inside[:_IN_PROSE]:
        opening = layout.texts[i]
        if len(opening) > _SHORT_INSIDE and is_uncased(opening):
            for name in signed_names(opening[:_OPENING]):
                yield Sighting(i, name, "by")
    for i in inside[-_IN_PROSE:]:
        if not _TAKEN.search(layout.texts[i]):
            for name in signed_off(layout.texts[i]):
                yield Sighting(i, name, "by")


def _did_other_work(layout: Layout, seen: Sighting) -> bool:
    """Tell whether a name stands behind "Photography by", or before "(Photo)"."""
    above = layout.folded[seen.line - 1] if seen.line else ""
    text = layout.texts[seen.line]
    lead = lead_of(text) if begins_as_byline(layout.folded[seen.line]) else None
    before = text[lead[1] if lead else 0 :].partition(seen.name)[0]
    leading = above[-_LONGEST_LEAD:] if above.endswith(_LEADING_ON) else ""
    opening = "" if first_is_given(seen.name) else seen.name.partition(" ")[0]
    if _BOTH.search(before):
        return False
    if seen.kind == "alone" and _PICTURES.search(layout.texts[seen.line]):
        return True
    behind = text.partition(seen.name)[2].lstrip()
    return any(_OTHER_WORK.search(text) for text in (before, leading, opening)) or (
        behind[:1] in ("(", "[") and _OTHER_WORK.match(behind[1:]) is not None
    )


def _beside(layout: Layout, title: int | None) -> set[int]:
    """Give the lines on which a name alone may be an author's."""
    anchor = layout.start if title is None else title
    near = {
        *range(anchor - 8, anchor + 16),
        *range(layout.start - 14, layout.start + 4),
        *range(layout.end + 1, layout.end + 14),
    }
    return near.intersection(range(len(layout.texts)))


def _leading(layout: Layout) -> set[int]:
    """Give the lines that begin as bylines do, and those below a byline's first words."""
    folded = layout.folded
    first = [i for i, row in enumerate(folded) if row[:2] in _BEGINNING]
    begun = {i for i in first if begins_as_byline(folded[i]) or folded[i].startswith(_JOINING)}
    return begun.union(
        i
        for i, row in enumerate(folded[:-1], 1)
        if len(row) <= LONGEST_LEAD
        and (is_lead(row) or _is_and(row) or (ends_as_lead(row) and not layout.inside[i - 1]))
    )


def _is_and(row: str) -> bool:
    return row.rstrip(" :") in _AND


def _sightings_on(layout: Layout, i: int, text: str, *, alone: bool) -> list[Sighting]:
    """Give the names on a line that is a byline, stands under one, or is a name alone."""
    lead = lead_of(text) if begins_as_byline(layout.folded[i]) else None
    if lead:
        kind, begin = lead
        spoken = text.endswith(ENDS_SENTENCE)
        return [
            Sighting(i, name, kind)
            for name in split_names(text[begin:])
            if may_sign(name) and not (spoken and name[:1].islower())
        ]
    if len(text) > _LONGEST_ALONE:
        return []
    above = layout.folded[i - 1] if i else ""
    if is_lead(above) and not _ABBREVIATED.fullmatch(text):
        return [Sighting(i, name, "under-lead") for name in split_names(text) if may_sign(name)]
    if ends_as_lead(above) and not layout.inside[i - 1] and (names := names_on(text)):
        return [Sighting(i, name, "under-lead") for name in names]
    goes_on = _JOINED.match(text)
    kind = "under-and" if goes_on or _is_and(above) else "alone"
    bare = text[goes_on.end() :] if goes_on else text
    return sightings_beside(i, text, bare, kind) if alone or kind == "under-and" else []
