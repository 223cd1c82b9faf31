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

from newsarchive.finding.own_names import FEW_FILES, Sighting
from newsarchive.finding.page import Layout
from newsarchive.finding.register import brand_of, is_known, key_of, publisher_of
from newsarchive.finding.scoring import bucket, load_weights, score, shares
from newsarchive.finding.sightings import list_sightings
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.model import Line, Statement

_PADDING = re.compile(
    r"^(?:\W*(?:copyright|©|by|the|19\d\d|20\d\d|[-–,])\s+)+|"
    r"\s+(?:inc|llc|ltd|gmbh|ag|pty|plc|all|and its|is)\b.*$|[™®©]+",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"(?<=..)(?:enterprises|interactive|media|mediagroup|group|publishing|publications|holdings|"
    r"company|digital|limited|corporation|corp|newspapers|verlag|editore)$"
)
"""What the company's name adds to that of what it publishes: "Example Enterprises"."""
_NO_PUBLISHER = any_of("no-publisher")
_OTHER_SITES = frozenset(words("other-site"))
_OWNERS = frozenset(words("owner"))
_ADDRESSES = ("address", "mail", "handle")
_LONGEST_KEY = 40
_SHORT_NAME = 5
"""Letters up to which a name is an abbreviation: the register has it in full."""
_RULES = {
    "copyright": "copyright-line",
    "address": "own-address",
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
    "common": "shared-lines",
}
_MOST = 400
"""Names that are weighed, the first of them: real pages have 150."""
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
    if portion < weights.keep:
        return ()
    best = candidates[portions.index(portion)]
    firmest = sorted(best.sightings, key=lambda s: (lines[s.line].text != best.name, s.line))
    places = {s.line: _RULES[s.kind] for s in reversed(firmest)}
    return tuple(
        Statement("source", best.name, rule, lines[i].text, lines[i].number)
        for i, rule in list(reversed(places.items()))[:_SHOWN]
    )


def list_candidates(layout: Layout, headline: str) -> list[Candidate]:
    """Returns the names that the page may be published under, with what speaks for each."""
    groups: dict[str, list[Sighting]] = {}
    for sighting in list_sightings(layout, headline):
        name, key = _named(sighting.name)
        if key:
            groups.setdefault(key, []).append(Sighting(sighting.line, name, sighting.kind))
    for key in [key for key in groups if _COMPANY.search(key) and not _is_house(key)]:
        brand = _COMPANY.sub("", key)
        if brand in groups:
            groups[brand] += groups.pop(key)
    for key in list(groups):
        brand = key_of(brand_of(publisher_of(key) or ""))
        if brand != key and brand in groups and not is_known(brand):
            # Several publishers have this name; the page's own address tells which it is.
            groups[key] += groups.pop(brand)
    some = islice(groups.items(), _MOST)
    return _compare([_candidate(layout, key, group) for key, group in some])


def _compare(candidates: list[Candidate]) -> list[Candidate]:
    """Adds what is seen only when a name is compared with the others: how many outdo it."""
    known = [c for c in candidates if is_known(c.key) and c.key not in _OWNERS]
    ranks = {name: _ranks([measure(c) for c in candidates]) for name, measure in _MEASURES.items()}
    among = dict(
        zip([c.key for c in known], _ranks([len(c.sightings) for c in known]), strict=True)
    )
    compared = []
    for i, each in enumerate(candidates):
        extra = [f"rank-{name}:{places[i]}" for name, places in ranks.items()]
        extra.append("&".join(extra))
        if each.key in among:
            extra.append(f"known-rank:{among[each.key]}&of:{min(len(known), 4)}")
            extra += [f"in-register&{name}" for name in extra[:2]]
        else:
            extra.append(f"unknown&of:{min(len(known), 4)}")
        compared.append(Candidate(each.key, each.name, each.sightings, (*each.features, *extra)))
    return compared


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


def _is_house(key: str) -> bool:
    return key in _OWNERS or is_known(key)


@lru_cache(maxsize=8192)
def _named(text: str) -> tuple[str, str]:
    """Returns the name in a sighting, and its publisher's key: empty where it names none."""
    name = _PADDING.sub("", text).strip(" -–,.:'\"“”’")
    key = key_of(name)
    if not 1 < len(key) <= _LONGEST_KEY or key in _OTHER_SITES or _NO_PUBLISHER.fullmatch(key):
        return name, ""
    return name, key_of(publisher_of(name) or name)


def _candidate(layout: Layout, key: str, group: list[Sighting]) -> Candidate:
    name = _display(key, group)
    features = (
        *_kinds(key, name, group),
        *_counts(layout, name, group),
        *_shared(layout, group),
        *_contexts(layout, name),
    )
    return Candidate(key, name, tuple(group), features)


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


def _display(key: str, group: list[Sighting]) -> str:
    """Returns the name as the page's own title has it, or its address; else the register's."""
    titled = [s.name for s in group if s.kind == "page-title"]
    hosts = {key_of(s.name) for s in group if s.kind in _ADDRESSES}
    spoken = [s.name for s in group if s.kind not in _ADDRESSES and "." not in s.name[:-1]]
    dotted = [s.name for s in group if s.kind in ("copyright", "alone") and "." in s.name[:-1]]
    agreeing = [n for n in spoken if key_of(n) in hosts and len(n) > _SHORT_NAME]
    known = brand_of(publisher_of(key) or "")
    names = (
        titled or agreeing or dotted or ([known] if known else spoken) or [s.name for s in group]
    )
    short = key_of(min(names, key=len))
    names = [name for name in names if not _COMPANY.fullmatch(key_of(name), len(short))] or names
    return max(dict.fromkeys(names), key=lambda n: (names.count(n), any(c.islower() for c in n)))


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
    if is_known(key):
        features.append("in-register")
        features += [f"in-register&{kind}" for kind in kinds]
    if key in _OWNERS or key_of(name) in _OWNERS:
        features.append("owner")
        features += [f"owner&{kind}" for kind in kinds]
    return features


def _counts(layout: Layout, name: str, group: list[Sighting]) -> list[str]:
    """Tells how often and where the name stands."""
    folded = name.lower()
    inside = layout.main.count(folded)
    outside = layout.whole.count(folded) - inside
    alone = max(layout.counts[folded], layout.counts[f"the {folded}"])
    first, last = group[0].line, max(sighting.line for sighting in group)
    features = [
        f"alone:{bucket(alone, (0, 1, 2, 4, 8))}",
        f"outside:{bucket(outside, (0, 1, 2, 3, 5, 8, 13, 30))}",
        f"inside:{bucket(inside, (0, 1, 2, 5))}",
        f"words:{min(name.count(' ') + 1, 6)}",
        f"length:{bucket(len(name), (2, 3, 5, 8, 14, 22))}",
        f"first:{bucket(first, (0, 1, 3, 8))}",
        f"last-from-end:{bucket(len(layout.texts) - last, (1, 3, 8, 20))}",
    ]
    foot = {s.line for s in group if s.line > layout.end and s.kind in ("known", "alone")}
    if foot and layout.start < len(layout.texts):
        features.append(f"foot:{min(len(foot), 3)}")
        features.append(f"foot:{min(len(foot), 3)}&inside:{min(inside, 2)}")
    return [*features, "small"] if name.islower() else features


def _contexts(layout: Layout, name: str) -> list[str]:
    """Tells what stands before and after the name's first few occurrences."""
    whole, folded, found = layout.whole, name.lower(), set()
    place = whole.find(folded)
    for _ in range(12):
        if place < 0:
            break
        end = place + len(folded)
        if place == 0 or not whole[place - 1].isalnum():
            before = whole[max(0, place - 24) : place].rpartition("\n")[2].split()
            after = whole[end : end + 20].partition("\n")[0].split()
            if before and before[-1] == "the":
                before.pop()
            left, right = (before[-1] if before else "^"), (after[0] if after else "$")
            found |= {f"before:{left[-12:]}", f"after:{right[:12]}"}
            if left == "^" or right == "$":
                found.add(f"around:{left[-12:]}_{right[:12]}")
        place = whole.find(folded, end)
    return sorted(found)
