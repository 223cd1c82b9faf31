"""Finds the source: the publisher, by the places where pages name themselves.

A page names its publisher in copyright lines, own addresses, service phrases ("Subscribe to X"),
beside its title, in datelines, and in its masthead. Each such place is a sighting; the sightings of
one name, brought together whether it stands as words or as an address, speak for it together, and
so do the words that stand before and after it wherever the page has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from newsarchive.finding.displaying import SHORT_NAME, displayed, in_full
from newsarchive.finding.grouping import OWNERS, group_sightings
from newsarchive.finding.masthead import BESIDE, names_paper
from newsarchive.finding.names import first_is_given
from newsarchive.finding.own_addresses import registered
from newsarchive.finding.own_names import FEW_FILES, Sighting
from newsarchive.finding.page import Layout
from newsarchive.finding.register import (
    brand_of,
    has_namesakes,
    is_known,
    key_of,
    publisher_of,
)
from newsarchive.finding.scoring import bucket, load_weights, scale, score, shares
from newsarchive.finding.sightings import list_sightings
from newsarchive.finding.vocabulary import words
from newsarchive.finding.voices import OCCURRENCES, places_of, voices_around
from newsarchive.model import Line, Statement

_QUOTED = frozenset(words("often-quoted"))
_PAPERS = frozenset(words("paper-name"))
_LONG_PAPERS = tuple(word for word in words("paper-name") if len(word) > 3)
_WORDS = re.compile(r"[^\W\d_]+")
_RULES = {
    "copyright": "copyright-line",
    "address": "own-address",
    "page": "own-address",
    "mail": "own-address",
    "handle": "own-address",
    "tail": "title-tail",
    "masthead": "masthead",
    "dateline": "dateline-agency",
    "service": "service-phrase",
    "known": "known-name",
    "alone": "known-name",
    "credit": "credit-line",
    "told": "told-to",
    "repeated": "repeated-name",
    "page-title": "title-tail",
    "phrase": "service-phrase",
    "root": "breadcrumb",
    "signed": "credit-line",
    "part": "known-name",
    "voiced": "known-name",
    "common": "shared-lines",
}
_HOST = re.compile(r"https?://([\w-]+(?:\.[\w-]+)+)(?=[/:?#]|$)", re.IGNORECASE)
_KEEP_PAPER = 0.3
"""The share from which on a paper that a copyright line names is the publisher."""
_MOST = 400
"""Names that are weighed, the first of them: real pages have 150."""
_SHORTEST_KEY = 3
"""Letters of which a name has at least if another can be said to begin with it."""
_FORMS = 4
"""Ways of spelling one name that are looked at."""
_SHOWN = 8
"""Statements that are given of one source at most."""


class Candidate(Struct, frozen=True):
    """A name with all its sightings."""

    key: str
    name: str
    sightings: tuple[Sighting, ...]
    features: tuple[str, ...]


def find_source(lines: tuple[Line, ...], layout: Layout, headline: str) -> tuple[Statement, ...]:
    """Returns the statements of the publisher, the firmest first; none where nothing is firm."""
    candidates = list_candidates(layout, headline)
    if not candidates:
        return ()
    weights = load_weights("source")
    portions = shares([score(weights, each.features) for each in candidates])
    portion = max(portions)
    best = candidates[portions.index(portion)]
    if portion < (_KEEP_PAPER if _is_paper_with_rights(best) else weights.keep):
        return ()
    name = in_full(best.name, best.key, best.sightings, layout.texts)
    firmest = sorted(best.sightings, key=lambda s: (lines[s.line].text != name, s.line))
    places = {s.line: _RULES[s.kind] for s in reversed(firmest)}
    return tuple(
        Statement("source", name, rule, lines[i].text, lines[i].number)
        for i, rule in list(reversed(places.items()))[:_SHOWN]
    )


def _is_paper_with_rights(candidate: Candidate) -> bool:
    """Tells whether a name in a copyright line is a paper's: others there may be owners."""
    rights = any(sighting.kind == "copyright" for sighting in candidate.sightings)
    return rights and names_paper(candidate.name, BESIDE)


def find_host(url: str | None) -> tuple[Statement, ...]:
    """Returns the publisher whose address a page's own one is, or that address itself.

    >>> find_host("https://www.nytimes.com/2021/07/19/a.html")[0].value
    'New York Times'
    >>> find_host("https://news.port-courier.example/a")[0].value
    'port-courier.example'
    """
    host = _HOST.match(url or "")
    if not host:
        return ()
    address = registered(host[1].lower())
    name = brand_of(publisher_of(address) or address)
    return (Statement("source", name, "own-address", host[0], where="URL"),)


def list_candidates(layout: Layout, headline: str) -> list[Candidate]:
    """Returns the names that the page may be published under, with what speaks for each."""
    groups = group_sightings(list_sightings(layout, headline), layout.whole)
    some = islice(groups.items(), _MOST)
    return _compare([_candidate(layout, key, group) for key, group in some])


def _compare(candidates: list[Candidate]) -> list[Candidate]:
    """Adds what is seen only when a name is compared with the others: how many outdo it."""
    known = [c for c in candidates if is_known(c.key) and c.key not in OWNERS]
    beginnings = _beginnings(known)
    ranks = {name: _ranks([measure(c) for c in candidates]) for name, measure in _MEASURES.items()}
    among = dict(
        zip([c.key for c in known], _ranks([len(c.sightings) for c in known]), strict=True)
    )
    compared = []
    for i, each in enumerate(candidates):
        extra = [f"rank-{name}:{places[i]}" for name, places in ranks.items()]
        extra.append("&".join(extra))
        extra += _beside(each.key, *beginnings)
        if each.key in among:
            extra.append(f"known-rank:{among[each.key]}&of:{min(len(known), 4)}")
            extra += [f"in-register&{name}" for name in extra[:2]]
        else:
            extra.append(f"unknown&of:{min(len(known), 4)}")
        compared.append(Candidate(each.key, each.name, each.sightings, (*each.features, *extra)))
    return compared


def _beginnings(known: list[Candidate]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Returns how each known name is best seen, and the same by all that these names begin with."""
    seen: dict[str, str] = {}
    begun: dict[str, set[str]] = {}
    for each in known:
        kinds = {sighting.kind for sighting in each.sightings}
        how = "alone" if "alone" in kinds else "copyright" if "copyright" in kinds else "other"
        seen[each.key] = how
        for end in range(_SHORTEST_KEY, len(each.key)):
            begun.setdefault(each.key[:end], set()).add(how)
    return seen, begun


def _beside(key: str, seen: dict[str, str], begun: dict[str, set[str]]) -> list[str]:
    """Tells of the known names that begin with this one, or that it begins with."""
    longer = begun.get(key, set())
    starts = (key[:end] for end in range(_SHORTEST_KEY, len(key)))
    shorter = {seen[start] for start in starts if start in seen}
    return [
        *(["begins-known"] if longer else []),
        *(["goes-on-known"] if shorter else []),
        *[f"begins-known:{how}" for how in sorted(longer)],
        *[f"goes-on-known:{how}" for how in sorted(shorter)],
    ]


def _ranks(values: list[int]) -> list[str]:
    """Returns each value's place from the largest on, "led" where the next is far behind.

    >>> _ranks([9, 2, 1, 1])
    ['led', '1', '2', '2']
    """
    order = sorted(set(values), reverse=True)
    place = {value: str(min(rank, 3)) for rank, value in enumerate(order)}
    if values and values.count(order[0]) == 1 and (len(order) < 2 or order[0] >= 2 * order[1]):
        place[order[0]] = "led"
    return [place[value] for value in values]


_MEASURES: dict[str, Callable[[Candidate], int]] = {
    "kinds": lambda c: len({sighting.kind for sighting in c.sightings} - {"known", "part"}),
    "lines": lambda c: len({sighting.line for sighting in c.sightings}),
}


def _candidate(layout: Layout, key: str, group: list[Sighting]) -> Candidate:
    name = displayed(key, group)
    forms = {form: places_of(form.lower(), layout.whole) for form in _forms(name, group)}
    features = (
        *_kinds(key, name, group),
        *_counts(layout, name, forms.get(name), group),
        *_shared(layout, group),
        *_spelling(name, list(forms)),
        *voices_around(layout, forms),
    )
    return Candidate(key, name, tuple(group), features)


def _forms(name: str, group: list[Sighting]) -> list[str]:
    """Returns the ways in which a page spells a name, the longest first."""
    forms = dict.fromkeys([name, *[s.name for s in group if s.kind != "masthead"]])
    return sorted(forms, key=len, reverse=True)[:_FORMS]


def _spelling(name: str, forms: list[str]) -> list[str]:
    """Tells how the page spells a name: in full, as an abbreviation, as an address."""
    short = min(map(len, forms))
    initials = any(form.isupper() and len(form) < SHORT_NAME for form in forms)
    return [
        f"forms:{len(forms)}",
        f"shortest:{bucket(short, (2, 3, 4, 6, 10))}",
        *(["abbreviated"] if initials and not name.isupper() else []),
        *_wording(name),
    ]


@lru_cache(maxsize=8192)
def _wording(name: str) -> tuple[str, ...]:
    """Tells of what words a name is made: such as papers are called by, or such as people are."""
    words_of = set(_WORDS.findall(name.lower()))
    key = key_of(name)
    paper = not words_of.isdisjoint(_PAPERS) or key.endswith(_LONG_PAPERS)
    person = " " in name and first_is_given(name)
    return (*(["paper-name"] if paper else ["no-paper-name"]), *(["given-name"] if person else []))


def _shared(layout: Layout, group: list[Sighting]) -> list[str]:
    """Tells of the lines that name it how many a few other files have too."""
    if not layout.elsewhere:
        return []
    lines = {s.line for s in group if not layout.inside[s.line]}
    few = [i for i in lines if 0 < layout.elsewhere[i] <= FEW_FILES]
    kinds = {s.kind for s in group if s.line in few}
    share = bucket(4 * len(few) // max(1, len(lines)), (0, 1, 3))
    return [
        f"few-files:{bucket(len(few), (0, 1, 2, 4, 8))}",
        f"few-files-share:{share}&lines:{bucket(len(lines), (1, 3, 8))}",
        *[f"few-files&{kind}" for kind in sorted(kinds)],
    ]


def _kinds(key: str, name: str, group: list[Sighting]) -> list[str]:
    """Tells in which kinds of places the name was seen, and in which together."""
    kinds: dict[str, int] = {}
    for sighting in group:
        kinds[sighting.kind] = kinds.get(sighting.kind, 0) + 1
    strong = sorted(kind for kind in kinds if kind != "known")
    features = [f"{kind}:{bucket(number, (1, 2, 4, 8))}" for kind, number in kinds.items()]
    features += [f"has:{kind}" for kind in kinds]
    features.append(f"kinds:{min(len(strong), 5)}")
    features += [f"{a}+{b}" for x, a in enumerate(strong) for b in strong[x + 1 :]]
    alone = min((s.line for s in group if s.kind == "alone"), default=99)
    if alone < 9:
        features.append(f"alone-above:{bucket(alone, (0, 2, 8))}")
    wording = _wording(name)
    features += [f"{said}&{kind}" for said in wording for kind in kinds]
    if is_known(key):
        features.append("in-register")
        features += [f"in-register&{said}" for said in wording]
        features += [f"in-register&{kind}" for kind in kinds]
    elif has_namesakes(key):
        features.append("namesake")
        features += [f"namesake&{kind}" for kind in kinds]
    if key in _QUOTED:
        features.append("often-quoted")
        features += [f"often-quoted&{kind}" for kind in kinds]
    if key in OWNERS or key_of(name) in OWNERS:
        features.append("owner")
        features += [f"owner&{kind}" for kind in kinds]
    return features


def _counts(
    layout: Layout, name: str, places: list[int] | None, group: list[Sighting]
) -> list[str]:
    """Tells how often and where the name stands."""
    folded = name.lower()
    if places is None or len(places) == OCCURRENCES:
        times, inside = layout.whole.count(folded), layout.main.count(folded)
    else:
        times, inside = len(places), len([1 for place in places if layout.is_main(place)])
    first, last = group[0].line, max([sighting.line for sighting in group])
    counts = layout.counts
    features = [
        _ALONE(max(counts.get(folded, 0), counts.get(f"the {folded}", 0))),
        _OUTSIDE(times - inside),
        _INSIDE(inside),
        f"words:{min(name.count(' ') + 1, 6)}",
        _LENGTH(len(name)),
        _FIRST_LINE(first),
        _FROM_END(len(layout.texts) - last),
    ]
    foot = {s.line for s in group if s.line > layout.end and s.kind in ("known", "alone")}
    if foot and layout.start < len(layout.texts):
        features.append(f"foot:{min(len(foot), 3)}")
        features.append(f"foot:{min(len(foot), 3)}&inside:{min(inside, 2)}")
    return [*features, "small"] if name.islower() else features


_ALONE = scale("alone", (0, 1, 2, 4, 8))
_OUTSIDE = scale("outside", (0, 1, 2, 3, 5, 8, 13, 30))
_INSIDE = scale("inside", (0, 1, 2, 5))
_LENGTH = scale("length", (2, 3, 5, 8, 14, 22))
_FIRST_LINE = scale("first", (0, 1, 3, 8))
_FROM_END = scale("last-from-end", (1, 3, 8, 20))
