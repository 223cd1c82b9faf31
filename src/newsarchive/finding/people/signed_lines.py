"""Reads the names on a line beside the title or the text: alone, behind "by", behind a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsarchive.finding.language import small_words
from newsarchive.finding.people.features import NO_NAME
from newsarchive.finding.people.names import (
    CAPITALS,
    LETTERS,
    PARTICLE_WORDS,
    PARTICLES,
    first_is_given,
    is_agency,
    is_name,
)
from newsarchive.finding.people.posted import posters
from newsarchive.finding.people.splitting import split_names
from newsarchive.finding.people.uncased import is_japanese_name, is_uncased, signed_names
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.patterns import late

_FIRST_TWO = late(rf"(?:{LETTERS})[ ](?:{LETTERS}|{PARTICLES}\b)")
"""How a line begins that may begin with a name: two words with capitals, or a particle between."""
_NOBODY = frozenset(("a", "an", "our", "unser", "unserem", "notre", "nuestro"))
"""Papers let nobody sign so: "By Our Own Correspondent"."""
_DESKS = frozenset(words("desk"))
"""Who signs where no person does: "Par la rédaction"."""
_INNER = late(
    r"[BbVvPpDdOo](?<=\s.)(?:(?<=[Bb])y|(?<=[Vv])on|(?<=[Pp])[ao]r|(?<=[Dd])oor|(?<=[Oo])leh)"
    rf"\s?(?=[{CAPITALS}])"
)
_WORK = any_of("byline-kind", r"\b", r"\b")
_AFTER_DAY = late(
    # A sign behind a day, or a blank behind a year that is none of a copyright's.
    r"\d(?:[^,/|•·]{0,24}(?:\s?[,/|•·]|\s[–-])\s?|(?<=[\s./,][12][90]\d\d)(?<![©)]\s\d{4})\s)"
    rf"(?=[{CAPITALS}])"
)
_AFTER_HOUR = late(
    rf"[12][90]\d\d[^\d|]{{1,6}}\d\d?[:.]\d\d(?:\s(?:Uhr|год|год\.|h|hs|hrs|Uhr\.))?\s(?=[{CAPITALS}])"
)
"""Behind a day and its hour: "30 May 2021, 10:44 Jane Doe"."""
_AGO = any_of("relative-time")
_BEFORE_TIME = late("[,|•·–—-]")
_SINCE = late(
    rf"\s?[,|•·–—-]\s?(?:{any_of('published').pattern}[^\W\d_]*\s|{any_of('updated').pattern}[^\W\d_]*\s)?"
    rf"{_AGO.pattern}$",
    re.IGNORECASE,
)
_OWN_REPORT = late(
    rf"((?:{LETTERS})(?: (?:{LETTERS})){{1,3}})[’']n?[ıiuü]n (?:(?:özel )?haberi|röportajı|yazısı)",
    re.IGNORECASE,
)
"""Whose report it is, in Turkish: "Melike Sarıgül'ün haberi"."""
_HAN = late("[\u4e00-\u9fff\u3005]{1,4} [\u4e00-\u9fff\u3005\u3040-\u30ff]{1,4}")
"""A name in Japanese, the family's first, as it is printed alone on a line."""
_UNCASED_WORD = (
    r"[\u05d0-\u060b\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u0963"
    r"\u0970-\u0dff\u10d0-\u10ff\u200c]+"
)
"""Letters and their marks from Hebrew to Georgian, without stops, commas and figures."""
_UNCASED_NAME = late(rf"{_UNCASED_WORD}(?:[ -]{_UNCASED_WORD}){{1,3}}")
"""What may be a name in a script without capitals that sets words apart."""
_HOUSE_BLANKS = 2
"""Blanks of a place or a house behind such a name, at most: what is said of it has more."""
_BEHIND_NAME = late(r"[,،|।]|\s[–-]\s")
_LAST_INITIAL = late(r"(?:\b[JjSs]r| [A-ZÀ-Þ])\.$")
"""A name may end so: "John Roe Jr.", "Juana Pérez M."."""
_WITH_SURNAME = late(
    rf"(?:{LETTERS})(?: (?:{PARTICLES}))?(?: [{CAPITALS}]{{2}}[{CAPITALS}'’-]*){{1,2}}\."
)
"""A name with a full stop, its surname in capitals: "Jeanne DUPONT."."""
_SOURCE = any_of("source-lead", "^", r"\s?:\s?")
_LONGEST_DESK = 20
"""Characters of what stands behind an agency in a line of the source: its desk, another agency."""
_TELLS = late(r" (?:in|at|on|for|of|from|about)(?: \S+){6}")
"""Behind a name it says where somebody works: in few words, or it is a sentence that goes on."""
_NO_GIVEN_NAMES = frozenset("as at for from in is of on with".split())
"""What a headline's second line may begin with, in capitals: "On Harbor Avenue"."""
_NUMBER = late(r"\d{3}")
"""A report's number stands where a name may: "LD3005183095 Lisbon Radio"."""
_OTHER_ENDS = (".", "!", "?", "…", ":")
"""How sentences end, and what stands above what somebody says."""


def sightings_beside(i: int, text: str, bare: str, kind: str) -> list[Sighting]:
    """Give the names on a line beside the title or the text, or one that goes on with "and".

    Args:
        i: index of the line.
        text: the line.
        bare: the same without an "and" before it.
        kind: how a name stands there if it stands alone.
    """
    return [Sighting(i, name, how) for name, how in _signing(text, bare, kind)]


Signing = tuple[tuple[str, str], ...]
"""Names, each with how it stands on its line."""


@lru_cache(maxsize=2048)  # lines come again and again, on the pages of one publisher most of all
def _signing(text: str, bare: str, kind: str) -> Signing:
    """Give the names on a line, as `sightings_beside` is asked for them."""
    if signed := signed_names(text) if is_uncased(text) else []:
        return _as(signed, "lead")
    if names := posters(text):
        return _as(names, "inner")
    if (own := _OWN_REPORT.fullmatch(text)) and may_stand_alone(own[1]):
        return _as([own[1]], "lead")
    if names := _before_time(text):
        return _as(names, "after-day")
    if first_is_given(bare):
        return _as(names_on(bare), kind) or _names_within(text)
    return _names_within(text) or _as(names_on(bare), kind)


def _before_time(text: str) -> list[str]:
    """Give the names before how long ago a text came: "Jane Doe | Published 3 hours ago"."""
    tail = _BEFORE_TIME.split(text)[-1]
    timed = tail != text and any(map(str.isdigit, text)) and _AGO.search(tail)
    since = _SINCE.search(text) if timed else None
    names = split_names(text[: since.start()]) if since else []
    return names if names and all(map(may_stand_alone, names)) else []


def _as(names: Iterable[str], kind: str) -> Signing:
    return tuple([(name, kind) for name in names])


def _names_within(text: str) -> Signing:
    """Give the names behind "by" or a day amid a line: "Posted on 2 May by Jane Doe"."""
    for pattern, kind in (
        (_INNER, "inner"),
        (_AFTER_HOUR, "after-day"),
        (_AFTER_DAY, "after-day"),
    ):
        for start in pattern.finditer(text):
            if kind == "inner" and _tells_of_deed(text, start.start()):
                continue
            names = split_names(text[start.end() :])
            if names and all(map(may_stand_alone, names)):
                return _as(names, kind)
    return ()


def _tells_of_deed(text: str, by: int) -> bool:
    """Tell whether a sentence says what was done by somebody, and not who wrote the article.

    >>> _tells_of_deed("He was succeeded by Jane Doe.", 17)
    True
    >>> _tells_of_deed("This article was written by Jane Doe.", 25)
    False
    """
    head = text[:by]
    return text.endswith(".") and head.count(" ") > 2 and _WORK.search(head) is None


def names_on(text: str) -> tuple[str, ...]:
    """Give the names on a line that holds nothing else."""
    if _WITH_SURNAME.fullmatch(text) and first_is_given(text):
        text = text[:-1]
    bare = without_lead(text)
    if is_agency(bare) or (not bare.isascii() and (_HAN.fullmatch(bare) or is_japanese_name(bare))):
        return (bare,)
    if not text.isascii() and is_uncased(text[:1]):
        return _uncased_name(text)
    if (
        not _FIRST_TWO.match(text)
        or _LAST_INITIAL.sub("", text).endswith(_OTHER_ENDS)
        or "%" in text
    ):
        return ()
    names = split_names(text)
    if not names or not may_stand_alone(names[0]) or _TELLS.match(text.partition(names[-1])[2]):
        return ()
    return tuple(name for name in names if may_stand_alone(name))


def _uncased_name(text: str) -> tuple[str, ...]:
    """Give the name that a line without capitals is, or that stands before a place or a house.

    >>> _uncased_name("सुनील कुमार, नई दिल्ली। 19 जुलाई 2021"), _uncased_name("محمد علي - الميناء")
    (('सुनील कुमार',), ('محمد علي',))
    """
    name, *behind = _BEHIND_NAME.split(text, maxsplit=1)
    few = not behind or any(map(str.isdigit, behind[0])) or behind[0].count(" ") <= _HOUSE_BLANKS
    person = few and _UNCASED_NAME.fullmatch(name.strip()) and first_is_given(name)
    return (name.strip(),) if person else ()


def may_sign(name: str) -> bool:
    """Tell whether a text after "By" may be a name: of people, of a desk, or without figures.

    >>> may_sign("Jane Doe"), may_sign("Our Own"), may_sign("a Special"), may_sign("Menu")
    (True, False, False, False)
    """
    if name.lower() in _DESKS:
        return True
    if name.partition(" ")[0].lower() in _NOBODY or NO_NAME.fullmatch(name):
        return False
    if name[:1].islower() and " " in name and not is_name(name):
        return False
    figures = any(map(str.isdigit, name))
    return is_name(name) or is_agency(name) or (len(name) > 3 and not figures)


def may_stand_alone(name: str) -> bool:
    """Tell whether a name is written as a person's or an agency's, without a word of menus.

    >>> may_stand_alone("Jane Doe"), may_stand_alone("Elsewhere University")
    (True, False)
    """
    words_ = name.split()
    initials = any(len(word) == 1 for word in words_)
    given = first_is_given(name) or first_is_given(f"{words_[-1]} {words_[0]}")
    loud = name.isupper() and (not (initials or given) or _is_phrase(words_))
    plain = 2 <= len(words_) <= 4 and is_name(name) and not loud
    telling = " ".join(word for word in words_ if word.lower() not in PARTICLE_WORDS)
    plain = plain and words_[0].lower() not in _NO_GIVEN_NAMES and not _NUMBER.search(name)
    return is_agency(name) or (plain and NO_NAME.search(telling) is None)


def _is_phrase(words_: Sequence[str]) -> bool:
    """Tell whether words are those of a headline in capitals: "PIER TO BE CLOSED"."""
    return any(
        word in small_words() for word in map(str.lower, words_[1:-1]) if word not in PARTICLE_WORDS
    )


def without_lead(text: str) -> str:
    """Give an agency's name without what may stand around it: "(dpa)", "Quelle: dpa Sport"."""
    bare = text.strip("()[]")
    lead = _SOURCE.match(bare)
    rest = bare[lead.end() :] if lead else bare
    agency, _, desk = rest.partition(" ")
    return agency if lead and is_agency(agency) and len(desk) <= _LONGEST_DESK else rest
