"""Finds the authors: names in bylines, and names that stand alone where bylines stand.

A byline says who wrote ("By Jane Doe and John Roe, Staff Writers"). A name alone on a line counts
where it stands beside the title or the date, and more so when it stands there again in an author's
box. Agencies and houses are named as the byline names them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.letters import letters_in
from newsarchive.finding.masthead import names_paper
from newsarchive.finding.names import (
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
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement

_KINDS_OF_TEXT = (
    "news|story|opinion|analysis|review|report|photos? and story|words|article|column|posted|"
    "published|written|reporting|additional reporting|contributed|medically reviewed|geschrieben|"
    "publicado|escrito|publié|rédigé|ein gastbeitrag|ein kommentar|eine analyse|interview|as told"
)
_BY = (
    r"by(?:line)?|von|par|por|di|door|av|af|od|przez|yazan|oleh|ni|de la|text|autorin/autor|"
    r"texte|texto|текст|autor(?:in|en|es|a)?|author(?:s|\(s\))?|auteur|autore|автор|"
    r"written by|to|pisze|forfatter|skrevet av|tekst|"
    r"redaktion|redazione di|a cura di|écrit par|reporter|story by"
)
_LEAD = re.compile(
    rf"(?:(?:{_KINDS_OF_TEXT})\s)?(?:{_BY})(?:\s(?:the author|staff))?"
    r"(?:\s?[:\-–]?\s+(?=\S)|:(?=\S)|(?-i:(?<=[bB]y)(?=[A-Z])))",
    re.IGNORECASE,
)
_FIRST = words("byline-first")
_LEADS_ALONE = frozenset(words("byline-alone"))
_FIRST_TWO = re.compile(rf"(?:{LETTERS})[ ](?:{LETTERS}|{PARTICLES}\b)")
"""How a line begins that may begin with a name: two words with capitals, or a particle between."""
_NOBODY = frozenset(("a", "an", "our", "unser", "unserem", "notre", "nuestro"))
"""Papers let nobody sign so: "By Our Own Correspondent"."""
_AND = frozenset(("and", "und", "et", "y", "&", ","))
_INNER = re.compile(r"[BbVvPp](?<=\s.)(?:(?<=[Bb])y|(?<=[Vv])on|(?<=[Pp])[ao]r)\s(?=[A-ZÀ-ÖØ-Þ])")
_AFTER_DAY = re.compile(r"\d(?:[^,/|•·]{0,24})(?:\s?[,/|•·]|\s[–-])\s?(?=[A-ZÀ-ÖØ-Þ])")
_HAN = re.compile("[\u4e00-\u9fff\u3005]{1,4} [\u4e00-\u9fff\u3005\u3040-\u30ff]{1,4}")
"""A name in Japanese, the family's first, as it is printed alone on a line."""
_UNCASED = (
    re.compile(r"^([가-힣]{2,4})\s?(?:기자|특파원)(?![가-힣])"),
    re.compile(
        r"(?:记者|記者|作者|撰文|(?:^|[\s|/])文)\s?[:：/／|]?\s?([\u4e00-\u9fff]{2,3}"
        r"(?:·[\u4e00-\u9fff]{2,4})?)(?=[\s/／|,，、;；)）〕】]|报道|報導|報道|$)"
    ),
    re.compile(r"^[【(（]?([\u4e00-\u9fff々]{2,5}) ?記者[】)）]?$"),
    re.compile(r"^(?:كتب|كتبت|بقلم|إعداد)\s?[:/–-]?\s?((?:[\u0620-\u064a]{2,}\s?){2,4})$"),
    re.compile(r"^(?:نویسنده|به قلم)\s?:?\s?((?:[\u0620-\u06cc]{2,}\s?){2,4})$"),
    re.compile(r"^מאת:?\s((?:[\u05d0-\u05ea'׳״-]{2,}\s?){2,3})$"),
)
"""Bylines in scripts that have no capitals: a word says whose name stands beside it."""
_FIRST_UNCASED = "\u0590"
"""Before it stand the alphabets that have capitals, and the signs beside their letters."""
_OTHER_WORK = any_of("other-work", r"(?:^|\W)")
_LEADING_ON = (" by", ":", " von", " par", " por")
_JOINING = ("and ", "und ", "et ", "y ", "& ")
_JOINED = re.compile(r"^(?:and|und|et|y|&)\s(?=[A-ZÀ-ÖØ-Þ])")
_BEGINNINGS = (*_FIRST, *_JOINING)
_TWO_LETTERS = frozenset(beginning[:2] for beginning in _BEGINNINGS)
"""Two letters tell of most lines that they do not begin so."""
_LEADS_OVER = _LEADS_ALONE | _AND
_LONGEST = 160
_LONGEST_ALONE = 90
_LONGEST_LEAD = 40
_SHORT_INSIDE = 40
"""Characters of a line that may be a byline though it was taken for one of the body."""
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
    return tuple(
        Statement("authors", each.name, each.rule, lines[each.line].text, lines[each.line].number)
        for each in list_candidates(layout, title, dated, headline)
        if chance(score(weights, each.features)) >= weights.keep
    )


def list_candidates(
    layout: Layout, title: int | None, dated: frozenset[int], headline: str
) -> list[Candidate]:
    """Returns the names that may be authors', each once, at its first byline or line."""
    groups = _but_of_letters(layout, _group(layout, title))
    signing = sorted({p.line for group in groups.values() for p in group if p.kind != "alone"})
    found = []
    for group in groups.values():
        features = features_of(layout, group, signing, title, dated, headline)
        best = next((place for place in group if place.kind != "alone"), group[0])
        rule = "name-line" if best.kind == "alone" else "byline"
        found.append(Candidate(best.line, best.name, rule, tuple(features)))
    return found


def _group(layout: Layout, title: int | None) -> dict[str, list[Place]]:
    """Returns where each name stands, by the name in lower case."""
    beside = _beside(layout, title)
    anchor = layout.start if title is None else title
    signed = sorted(_leading(layout), key=lambda i: abs(i - anchor))[:_MOST]
    groups: dict[str, list[Place]] = {}
    for i in sorted(beside.union(signed)):
        text = layout.texts[i]
        if len(text) <= (_SHORT_INSIDE if layout.inside[i] else _LONGEST):
            for place in _places_on(layout, i, text, alone=i in beside):
                if not _did_other_work(layout, place) and not _is_paper(place.name):
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


def _did_other_work(layout: Layout, place: Place) -> bool:
    """Tells whether a name stands behind "Photography by" or "Fact checked by"."""
    above = layout.folded[place.line - 1] if place.line else ""
    before = layout.texts[place.line].partition(place.name)[0]
    leading = above[-_LONGEST_LEAD:] if above.endswith(_LEADING_ON) else ""
    return _OTHER_WORK.search(before) is not None or _OTHER_WORK.search(leading) is not None


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
    begun = {
        i for i, row in enumerate(folded) if row[:2] in _TWO_LETTERS and row.startswith(_BEGINNINGS)
    }
    below = {i for i, row in enumerate(folded[:-1], 1) if row.rstrip(" :") in _LEADS_OVER}
    return begun | below


def _places_on(layout: Layout, i: int, text: str, *, alone: bool) -> list[Place]:
    """Returns the names on a line that is a byline, stands under one, or is a name alone."""
    if layout.folded[i].startswith(_FIRST):
        lead = _LEAD.match(text)
        if lead:
            kind = "by" if text[:2].lower() in ("by", "vo") else "lead"
            names = [name for name in split_names(text[lead.end() :]) if _may_sign(name)]
            return [Place(i, name, kind) for name in names]
    if len(text) > _LONGEST_ALONE:
        return []
    above = layout.folded[i - 1].rstrip(" :") if i else ""
    if above in _LEADS_ALONE:
        return [Place(i, name, "under-lead") for name in split_names(text) if _may_sign(name)]
    joined = above in _AND or _JOINED.match(text)
    if alone or joined:
        bare, kind = _JOINED.sub("", text), "under-and" if joined else "alone"
        behind = [] if first_is_given(bare) else _names_within(i, text)
        return behind or _names_alone(i, bare, kind) or _names_within(i, text)
    return []


def _names_within(i: int, text: str) -> list[Place]:
    """Returns the names behind "by" or a day amid a line: "Posted on 2 May by Jane Doe"."""
    for uncased in () if text.isascii() or max(text) < _FIRST_UNCASED else _UNCASED:
        if signed := uncased.search(text):
            return [Place(i, signed[1].strip(), "lead")]
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
    if is_agency(bare) or _HAN.fullmatch(bare):
        return (bare,)
    if not _FIRST_TWO.match(text) or text.removesuffix("r.").endswith((".", "!", "?", "…")):
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
    figures = any(map(str.isdigit, name))
    return is_name(name) or is_agency(name) or (len(name) > 3 and not figures)


def _may_stand_alone(name: str) -> bool:
    words_ = name.split()
    initials = any(len(word) == 1 for word in words_)
    loud = name.isupper() and not initials and not first_is_given(name)
    plain = 2 <= len(words_) <= 4 and is_name(name) and not loud
    telling = " ".join(word for word in words_ if word.lower() not in PARTICLE_WORDS)
    return is_agency(name) or (plain and NO_NAME.search(telling) is None)
