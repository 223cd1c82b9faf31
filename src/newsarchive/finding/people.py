"""Finds the authors: names in bylines, and names that stand alone where bylines stand.

A byline says who wrote ("By Jane Doe and John Roe, Staff Writers"). A name alone on a line counts
where it stands beside the title or the date, and more so when it stands there again in an author's
box. Agencies and houses are named as the byline names them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.names import (
    LETTERS,
    PARTICLES,
    first_is_given,
    is_agency,
    is_name,
    split_names,
)
from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import bucket, chance, load_weights, score, signed
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement

_KINDS_OF_TEXT = (
    "news|story|opinion|analysis|review|report|photos? and story|words|article|column|posted|"
    "published|written|reporting|additional reporting|contributed|medically reviewed|geschrieben|"
    "publicado|escrito|publié|rédigé|ein gastbeitrag|ein kommentar|eine analyse|interview|as told"
)
_BY = (
    r"by|von|par|por|di|door|av|af|od|przez|yazan|oleh|ni|de la|text|autorin/autor|"
    r"texte|texto|autor(?:in|en|es|a)?|author(?:s|\(s\))?|auteur|autore|автор|"
    r"written by|to|pisze|forfatter|skrevet av|tekst|"
    r"redaktion|redazione di|a cura di|écrit par|reporter|story by"
)
_LEAD = re.compile(
    rf"(?:(?:{_KINDS_OF_TEXT})\s)?(?:{_BY})(?:\s(?:the author|staff))?"
    r"(?:\s?[:\-–]?\s+(?=\S)|:(?=\S)|(?<=[bB]y)(?=[A-Z]))",
    re.IGNORECASE,
)
_FIRST = words("byline-first")
_PARTICLES = frozenset(PARTICLES.split("|"))
_LEADS_ALONE = frozenset(words("byline-alone"))
_ROLE = any_of("role", r"\b", r"\b")
_NO_NAME = any_of("no-name", r"\b", r"\b")
_BOX = any_of("author-box", after=r"\b")
_FIRST_TWO = re.compile(rf"(?:{LETTERS})[ ](?:{LETTERS}|{PARTICLES}\b)")
"""How a line begins that may begin with a name: two words with capitals, or a particle between."""
_AND = frozenset(("and", "und", "et", "y", "&", ","))
_INNER = re.compile(r"(?<=\s)(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or)\s(?=[A-ZÀ-ÖØ-Þ])")
_AFTER_DAY = re.compile(r"\d(?:[^,/|•·]{0,24})(?:\s?[,/|•·]|\s[–-])\s?(?=[A-ZÀ-ÖØ-Þ])")
_HANGUL = re.compile(r"([가-힣]{2,4})\s?(?:기자|특파원)(?![가-힣])")
_JOINING = ("and ", "und ", "et ", "y ", "& ")
_JOINED = re.compile(r"^(?:and|und|et|y|&)\s(?=[A-ZÀ-ÖØ-Þ])")
_LEADS_OVER = _LEADS_ALONE | _AND
_LONGEST = 160
_LONGEST_ALONE = 90
_MOST = 300
"""Lines like bylines that are looked at, the nearest to the title: real pages have 90."""
_ORDER = ("by", "lead", "under-lead", "under-and", "inner", "after-day", "alone")


class Candidate(Struct, frozen=True):
    """A name that may be an author's."""

    line: int
    name: str
    rule: str
    features: tuple[str, ...]


class Place(Struct, frozen=True):
    """A line on which a name stands, and how: after "By", under it, alone."""

    line: int
    name: str
    kind: str


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
    groups = _group(layout, title)
    signing = sorted({p.line for group in groups.values() for p in group if p.kind != "alone"})
    anchor = title if title is not None else layout.start
    found = []
    for group in groups.values():
        hinted = max((place.line for place in group), key=layout.hint_of("authors"))
        features = [
            *layout.hinted("authors", hinted),
            *_shared(layout, group),
            *_place(layout, group, title, dated),
            *_wording(layout, group),
            *_rivals(group, signing, anchor),
        ]
        if group[0].name.lower() in headline.lower():
            features.append("in-title")
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
        if len(text) <= _LONGEST and not layout.inside[i]:
            for place in _places_on(layout, i, text, alone=i in beside):
                groups.setdefault(place.name.lower(), []).append(place)
    firsts = {name.partition(" ")[0] for name in groups if " " in name}
    return {name: group for name, group in groups.items() if name not in firsts}


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
    begun = {i for i, row in enumerate(folded) if row.startswith(_FIRST)}
    begun |= {i for i, row in enumerate(folded) if row.startswith(_JOINING)}
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
    hangul = _HANGUL.match(text)
    if hangul:
        return [Place(i, hangul[1], "lead")]
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
    if is_agency(bare):
        return (bare,)
    if not _FIRST_TWO.match(text) or text.removesuffix("r.").endswith((".", "!", "?", "…")):
        return ()
    names = split_names(text)
    if not names or not _may_stand_alone(names[0]):
        return ()
    return tuple(name for name in names if _may_stand_alone(name))


def _may_sign(name: str) -> bool:
    """Tells whether a text after "By" may be a name: of people, or else without figures."""
    figures = any(map(str.isdigit, name))
    return is_name(name) or is_agency(name) or (len(name) > 3 and not figures)


def _may_stand_alone(name: str) -> bool:
    words_ = name.split()
    initials = any(len(word) == 1 for word in words_)
    loud = name.isupper() and not initials and not first_is_given(name)
    plain = 2 <= len(words_) <= 4 and is_name(name) and not loud
    telling = " ".join(word for word in words_ if word.lower() not in _PARTICLES)
    return is_agency(name) or (plain and _NO_NAME.search(telling) is None)


def _place(
    layout: Layout, group: list[Place], title: int | None, dated: frozenset[int]
) -> list[str]:
    """Tells where the name stands: beside the title, the body, a date."""
    anchor = title if title is not None else layout.start
    i = min(group, key=lambda place: abs(place.line - anchor)).line
    kinds = {place.kind for place in group}
    kind = next(name for name in _ORDER if name in kinds)
    step = signed(i - title) if title is not None else "none"
    start = signed(i - layout.start)
    features = [
        *[f"kind:{name}" for name in sorted(kinds)],
        f"title:{step}",
        f"{kind}&title:{step}",
        f"start:{start}",
        f"{kind}&start:{start}",
        f"{kind}&near-date:{any(k in dated for k in range(i - 2, i + 4))}",
        f"{kind}&on-date:{i in dated}",
        f"times:{min(len(group), 5)}",
        f"{kind}&times:{min(len(group), 5)}",
        f"extra:{bucket(len(layout.texts[i]) - len(group[0].name), (0, 3, 8, 20, 40))}",
    ]
    if kinds == {"alone"}:
        features.append("only-alone")
    if title is not None and i < title:
        features.append("before-title")
    if i > layout.end:
        features.append("after-body")
    if _role_near(layout, i, group[0].name):
        features.append("role-near")
    return features


def _shared(layout: Layout, group: list[Place]) -> list[str]:
    """Tells in how many other files the lines with the name stand: columnists' boxes do too."""
    shared = [name for place in group for name in layout.shared(place.line)]
    kinds = {place.kind for place in group}
    best = [min(shared), max(shared)] if shared else []
    return [*best[:1], *[f"{best[-1]}&{kind}" for kind in sorted(kinds) if best]]


def _role_near(layout: Layout, i: int, name: str) -> bool:
    below = layout.texts[i + 1] if i + 1 < len(layout.texts) else ""
    rest = layout.texts[i][len(name) :]
    return bool(_ROLE.search(rest) or (len(below) < 60 and _ROLE.search(below)))


def _wording(layout: Layout, group: list[Place]) -> list[str]:
    """Tells what the name looks like and how the page speaks of it elsewhere."""
    name = group[0].name
    folded = name.lower()
    alone = all(place.kind == "alone" for place in group)
    inside = layout.main.count(folded)
    rows = [layout.folded[place.line] for place in group]
    box = any(
        _BOX.match(layout.folded[place.line]) or _BOX.match(layout.folded[max(0, place.line - 1)])
        for place in group
    )
    given = first_is_given(name)
    signs = {
        "agency": is_agency(name),
        "capitals": name.isupper(),
        "figure": any(sign.isdigit() for sign in name),
        "stop-word": _NO_NAME.search(name) is not None,
        "role": _ROLE.search(name) is not None,
        "line-again": any(layout.counts.get(row, 0) > 1 for row in rows),
        "is-a": any(f"{folded} {verb}" in layout.whole for verb in ("is a", "is the", "ist ")),
    }
    return [
        *[sign for sign, holds in signs.items() if holds],
        f"words:{min(name.count(' ') + 1, 5)}",
        f"inside:{min(inside, 3)}",
        f"alone:{alone}&inside:{min(inside, 2)}",
        f"box:{box}",
        f"given:{given}",
        f"given:{given}&alone:{alone}",
    ]


def _rivals(group: list[Place], signing: list[int], anchor: int) -> list[str]:
    """Tells how many lines sign, and whether others stand nearer to the title."""
    own = [place.line for place in group if place.kind != "alone"]
    if not own:
        return ["others-sign"] if signing else []
    nearest = min(abs(line - anchor) for line in own)
    rank = sum(1 for line in signing if abs(line - anchor) < nearest)
    return [f"bylines:{bucket(len(signing), (1, 2, 3, 6, 10))}", f"byline-rank:{min(rank, 4)}"]
