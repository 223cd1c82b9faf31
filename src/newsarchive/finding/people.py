"""Finds the authors: names in bylines, and names that stand alone where bylines stand.

A byline says who wrote ("By Jane Doe and John Roe, Staff Writers"). A name alone on a line counts
where it stands beside the title or the date, and more so when it stands there again in an author's
box. Agencies and houses are named as the byline names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.bylines import (
    BEGINNINGS,
    LAST_LETTERS,
    LONGEST_LEAD,
    begins_as_byline,
    ends_as_lead,
    is_lead,
    lead_of,
)
from newsarchive.finding.letters import letters_in
from newsarchive.finding.masthead import names_paper
from newsarchive.finding.names import (
    CAPITALS,
    LETTERS,
    PARTICLE_WORDS,
    PARTICLES,
    first_is_given,
    is_agency,
    is_name,
    split_names,
)
from newsarchive.finding.page import Layout
from newsarchive.finding.people_features import NO_NAME, Place, features_of
from newsarchive.finding.scoring import chance, load_weights, score
from newsarchive.finding.uncased import is_japanese_name, is_uncased, signed_names, signed_off
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line, Statement

_FIRST_TWO = re.compile(rf"(?:{LETTERS})[ ](?:{LETTERS}|{PARTICLES}\b)")
"""How a line begins that may begin with a name: two words with capitals, or a particle between."""
_NOBODY = frozenset(("a", "an", "our", "unser", "unserem", "notre", "nuestro"))
"""Papers let nobody sign so: "By Our Own Correspondent"."""
_AND = frozenset(("and", "und", "et", "y", "&", ","))
_INNER = re.compile(
    r"[BbVvPpDdOo](?<=\s.)(?:(?<=[Bb])y|(?<=[Vv])on|(?<=[Pp])[ao]r|(?<=[Dd])oor|(?<=[Oo])leh)"
    rf"\s?(?=[{CAPITALS}])"
)
_AFTER_DAY = re.compile(
    # A sign behind a day, or a blank behind a year that is none of a copyright's.
    r"\d(?:[^,/|•·]{0,24}(?:\s?[,/|•·]|\s[–-])\s?|(?<=[\s./,][12][90]\d\d)(?<![©)]\s\d{4})\s)"
    rf"(?=[{CAPITALS}])"
)
_HAN = re.compile("[\u4e00-\u9fff\u3005]{1,4} [\u4e00-\u9fff\u3005\u3040-\u30ff]{1,4}")
"""A name in Japanese, the family's first, as it is printed alone on a line."""
_OTHER_WORK = any_of("other-work", r"(?:^|\W)")
_LEADING_ON = (" by", ":", " von", " par", " por")
_JOINING = ("and ", "und ", "et ", "y ", "& ")
_BEGINNING = BEGINNINGS.keys() | {word[:2] for word in _JOINING}
_LEADING = LAST_LETTERS | {word[-2:] for word in _AND}
"""Two letters tell of most lines that they are no bylines and lead to none."""
_JOINED = re.compile(rf"^(?:and|und|et|y|&)\s(?=[{CAPITALS}])")
_OTHER_ENDS = (".", "!", "?", "…", ":")
"""How sentences end, and what stands above what somebody says."""
_LONGEST = 160
_LONGEST_ALONE = 90
_LONGEST_LEAD = 40
_SHORT_INSIDE = 40
"""Characters of a line that may be a byline though it was taken for one of the body, if no day
stands on it: "Posted on May 2, 2021 by Jane Doe" is longer."""
_OPENING = 60
"""Characters of a text's first line in which its writer may be named."""
_MOST = 300
"""Lines like bylines that are looked at, the nearest to the title: real pages have 90."""


class Candidate(Struct, frozen=True):
    """A name that may be an author's."""

    line: int
    name: str
    rule: str
    features: tuple[str, ...]


def find_authors(
    lines: tuple[Line, ...],
    layout: Layout,
    title: int | None,
    dated: frozenset[int],
    headline: str,
) -> tuple[Statement, ...]:
    """Returns a statement for each author, in the order of the page."""
    weights = load_weights("authors")
    candidates = list_candidates(layout, title, dated, headline)
    filed = [each for each in candidates if _filed(layout, each, title, dated)]
    sure = [each for each in candidates if chance(score(weights, each.features)) >= weights.keep]
    return tuple(
        Statement(
            "authors",
            each.name,
            "byline" if each in filed else each.rule,
            lines[each.line].text,
            lines[each.line].number,
        )
        for each in sure or filed[:1]
    )


def _filed(layout: Layout, candidate: Candidate, title: int | None, dated: frozenset[int]) -> bool:
    """Tells whether an agency stands alone on a line beside the day, under the title: it signs."""
    i = candidate.line
    alone = layout.texts[i].strip("()") == candidate.name and is_agency(candidate.name)
    under = title is not None and title < i <= layout.start
    return alone and under and not dated.isdisjoint((i - 1, i + 1))


def list_candidates(
    layout: Layout, title: int | None, dated: frozenset[int], headline: str
) -> list[Candidate]:
    """Returns the names that may be authors', each once, at its first byline or line."""
    groups = _but_of_letters(layout, _group(layout, title, dated))
    signing = sorted({p.line for group in groups.values() for p in group if p.kind != "alone"})
    found = []
    for group in groups.values():
        features = features_of(layout, group, signing, title, dated, headline)
        best = next((place for place in group if place.kind != "alone"), group[0])
        rule = "name-line" if best.kind == "alone" else "byline"
        found.append(Candidate(best.line, best.name, rule, tuple(features)))
    return found


def _group(layout: Layout, title: int | None, dated: frozenset[int]) -> dict[str, list[Place]]:
    """Returns where each name stands, by the name in lower case."""
    beside = _beside(layout, title)
    anchor = layout.start if title is None else title
    signed = sorted(_leading(layout), key=lambda i: abs(i - anchor))[:_MOST]
    groups: dict[str, list[Place]] = {}
    for i in sorted(beside.union(signed)):
        text = layout.texts[i]
        short = _LONGEST_ALONE if i in dated else _SHORT_INSIDE
        if len(text) <= (short if layout.inside[i] else _LONGEST):
            for place in _places_on(layout, i, text, alone=i in beside):
                if not _did_other_work(layout, place) and not _is_paper(place.name):
                    groups.setdefault(place.name.lower(), []).append(place)
    for place in _in_prose(layout):
        groups.setdefault(place.name.lower(), []).append(place)
    firsts = {name.partition(" ")[0] for name in groups if " " in name}
    return {name: group for name, group in groups.items() if name not in firsts}


def _but_of_letters(layout: Layout, groups: dict[str, list[Place]]) -> dict[str, list[Place]]:
    """Leaves out who signed one of several letters: none of them is the author of all."""
    letters = letters_in(layout.texts)
    if not letters:
        return groups
    above = {name: [p for p in places if p.line < letters[0]] for name, places in groups.items()}
    return {name: places for name, places in above.items() if places}


def _is_paper(name: str) -> bool:
    """Tells whether a name is a paper's: "Port Advertiser", but not "Jane Herald"."""
    return names_paper(name) and not first_is_given(name)


def _in_prose(layout: Layout) -> Iterator[Place]:
    """Gives the names in a text's first line and its last, where no capital marks them elsewhere.

    "(서울=연합뉴스) 홍길동 기자 = …", "…と述べた。【エルサレム山田太郎】"
    """
    if layout.start <= layout.end:
        opening = layout.texts[layout.start]
        if len(opening) > _SHORT_INSIDE and is_uncased(opening):
            for name in signed_names(opening[:_OPENING]):
                yield Place(layout.start, name, "by")
        for name in signed_off(layout.texts[layout.end]):
            yield Place(layout.end, name, "by")


def _did_other_work(layout: Layout, place: Place) -> bool:
    """Tells whether a name stands behind "Photography by" or "Fact checked by"."""
    above = layout.folded[place.line - 1] if place.line else ""
    before = layout.texts[place.line].partition(place.name)[0]
    leading = above[-_LONGEST_LEAD:] if above.endswith(_LEADING_ON) else ""
    opening = "" if first_is_given(place.name) else place.name.partition(" ")[0]
    return any(_OTHER_WORK.search(text) for text in (before, leading, opening))


def _beside(layout: Layout, title: int | None) -> set[int]:
    """Returns the lines on which a name alone may be an author's."""
    anchor = layout.start if title is None else title
    near = {
        *range(anchor - 8, anchor + 16),
        *range(layout.start - 14, layout.start + 4),
        *range(layout.end + 1, layout.end + 14),
    }
    return near.intersection(range(len(layout.texts)))


def _leading(layout: Layout) -> set[int]:
    """Returns the lines that begin as bylines do, and those below a byline's first words."""
    folded = layout.folded
    first = [i for i, row in enumerate(folded) if row[:2] in _BEGINNING]
    begun = {i for i in first if begins_as_byline(folded[i]) or folded[i].startswith(_JOINING)}
    below = [
        i
        for i, row in enumerate(folded[:-1], 1)
        if len(row) <= LONGEST_LEAD and row.rstrip(" :：")[-2:] in _LEADING
    ]
    tests = (_is_below_lead, _is_below_longer_lead, _is_below_and)
    return begun.union(i for i in below if any(test(layout, i) for test in tests))


def _is_below_lead(layout: Layout, i: int) -> bool:
    return i > 0 and is_lead(layout.folded[i - 1])


def _is_below_longer_lead(layout: Layout, i: int) -> bool:
    return i > 0 and not layout.inside[i - 1] and ends_as_lead(layout.folded[i - 1])


def _is_below_and(layout: Layout, i: int) -> bool:
    return i > 0 and layout.folded[i - 1].rstrip(" :") in _AND


def _places_on(layout: Layout, i: int, text: str, *, alone: bool) -> list[Place]:
    """Returns the names on a line that is a byline, stands under one, or is a name alone."""
    lead = lead_of(text) if begins_as_byline(layout.folded[i]) else None
    if lead:
        kind, begin = lead
        return [Place(i, name, kind) for name in split_names(text[begin:]) if _may_sign(name)]
    if len(text) > _LONGEST_ALONE:
        return []
    if _is_below_lead(layout, i):
        return [Place(i, name, "under-lead") for name in split_names(text) if _may_sign(name)]
    if _is_below_longer_lead(layout, i) and (names := _names_on(text)):
        return [Place(i, name, "under-lead") for name in names]
    goes_on = _JOINED.match(text)
    kind = "under-and" if goes_on or _is_below_and(layout, i) else "alone"
    bare = text[goes_on.end() :] if goes_on else text
    return _places_beside(i, text, bare, kind) if alone or kind == "under-and" else []


def _places_beside(i: int, text: str, bare: str, kind: str) -> list[Place]:
    """Returns the names on a line beside the title or the text, or one that goes on with "and".

    Args:
        i: Index of the line.
        text: The line.
        bare: The same without an "and" before it.
        kind: How a name stands there if it stands alone.
    """
    if signed := signed_names(text) if is_uncased(text) else []:
        return [Place(i, name, "lead") for name in signed]
    if first_is_given(bare):
        return _names_alone(i, bare, kind) or _names_within(i, text)
    return _names_within(i, text) or _names_alone(i, bare, kind)


def _names_within(i: int, text: str) -> list[Place]:
    """Returns the names behind "by" or a day amid a line: "Posted on 2 May by Jane Doe"."""
    for pattern, kind in ((_INNER, "inner"), (_AFTER_DAY, "after-day")):
        for start in pattern.finditer(text):
            names = split_names(text[start.end() :])
            if names and all(map(_may_stand_alone, names)):
                return [Place(i, name, kind) for name in names]
    return []


def _names_alone(i: int, text: str, kind: str) -> list[Place]:
    return [Place(i, name, kind) for name in _names_on(text)]


@lru_cache(maxsize=8192)  # lines come again and again, on the pages of one publisher most of all
def _names_on(text: str) -> tuple[str, ...]:
    """Returns the names on a line that holds nothing else."""
    bare = text.strip("()")
    if is_agency(bare) or _HAN.fullmatch(bare) or is_japanese_name(bare):
        return (bare,)
    if not _FIRST_TWO.match(text) or text.removesuffix("r.").endswith(_OTHER_ENDS) or "%" in text:
        return ()
    names = split_names(text)
    if not names or not _may_stand_alone(names[0]):
        return ()
    return tuple(name for name in names if _may_stand_alone(name))


def _may_sign(name: str) -> bool:
    """Tells whether a text after "By" may be a name: of people, or else without figures.

    >>> _may_sign("Jane Doe"), _may_sign("Our Own"), _may_sign("a Special")
    (True, False, False)
    """
    if name.partition(" ")[0].lower() in _NOBODY:
        return False
    if name[:1].islower() and " " in name and not is_name(name):
        return False
    figures = any(map(str.isdigit, name))
    return is_name(name) or is_agency(name) or (len(name) > 3 and not figures)


def _may_stand_alone(name: str) -> bool:
    words_ = name.split()
    initials = any(len(word) == 1 for word in words_)
    loud = name.isupper() and not initials and not first_is_given(name)
    plain = 2 <= len(words_) <= 4 and is_name(name) and not loud
    telling = " ".join(word for word in words_ if word.lower() not in PARTICLE_WORDS)
    return is_agency(name) or (plain and NO_NAME.search(telling) is None)
