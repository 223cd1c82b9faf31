"""Finds the source: the publisher, by the places where pages name themselves.

A page names its publisher in copyright lines, own addresses, service phrases ("Subscribe to X"),
beside its title, in datelines, and in its masthead. Each such place is a sighting; the sightings of
one name, brought together whether it stands as words or as an address, speak for it together, and
so do the words that stand before and after it wherever the page has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from msgspec.structs import replace

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import first_is_given, is_agency
from newsarchive.finding.scoring import load_weights, score, shares
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.displaying import displayed, in_full
from newsarchive.finding.sources.features import features_of
from newsarchive.finding.sources.grouping import OWNERS, Candidate, group_sightings
from newsarchive.finding.sources.own_addresses import HOST, registered
from newsarchive.finding.sources.paper_names import BESIDE, names_paper, printed
from newsarchive.finding.sources.register import brand_of, is_known, key_of, publisher_of
from newsarchive.finding.sources.second_thoughts import reconsider
from newsarchive.finding.sources.sightings import list_sightings
from newsarchive.finding.vocabulary import one_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

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
_ALONE = late(rf"({HOST.pattern})(?:/\S*)?")
_TOP, _MOST_LINES = 3, 60
"""Lines over a text that may be its address, and those of a text that somebody keeps, at most."""
_KEEP_PAPER = 0.3
"""The share from which on a name that a copyright line has is the publisher, if it is a paper's or
stands alone over the page."""
_WORTH_A_LOOK = 0.3
"""The share from which on a name that is not sure enough is shown to the curator."""
_CREDIT = one_of(*words("credit-lead"), *words("source-lead"), after=r"\s?[:：/]")
_UNCASED_PAPERS = tuple(words("paper-ends-uncased"))
"""How papers' names end in scripts without capitals, where a family's name may begin them."""
_MOST = 400
"""Names that are weighed, the first of them: real pages have 150."""
_SHORTEST_KEY = 3
"""Letters of which a name has at least if another can be said to begin with it."""
_SHOWN = 8
"""Statements that are given of one source at most."""


def find_source(lines: tuple[Line, ...], layout: Layout, headline: str) -> tuple[Statement, ...]:
    """Give the statements of the publisher, the firmest first; none where none comes near.

    Where nothing is firm, the one that names itself is the publisher, and else what comes near is
    stated as `unsure_source`.
    """
    candidates = list_candidates(layout, headline)
    if not candidates:
        return ()
    weights = load_weights("source")
    portions = shares([score(weights, each.features) for each in candidates])
    portion = max(portions)
    best = candidates[portions.index(portion)]
    firm = _is_paper_with_rights(best) or _heads_and_claims(best, layout)
    if portion >= (_KEEP_PAPER if firm else weights.keep):
        chosen = reconsider(best, candidates, layout)
        return _stated("source" if chosen else "unsure_source", chosen or best, lines, layout)
    papers = [each for each in candidates if _names_itself(each, layout)]
    if len(papers) == 1:
        return _stated("source", papers[0], lines, layout)
    return _stated("unsure_source", best, lines, layout) if portion >= _WORTH_A_LOOK else ()


def _stated(
    field: str, best: Candidate, lines: tuple[Line, ...], layout: Layout
) -> tuple[Statement, ...]:
    name = in_full(best.name, best.key, best.sightings, layout.texts)
    firmest = sorted(best.sightings, key=lambda s: (lines[s.line].text != name, s.line))
    places = {s.line: _RULES[s.kind] for s in reversed(firmest)}
    return tuple(
        Statement(field, name, rule, lines[i].text, lines[i].number)
        for i, rule in list(reversed(places.items()))[:_SHOWN]
    )


def _names_itself(candidate: Candidate, layout: Layout) -> bool:
    """Tell whether a paper claims the rights or ends the page's title, or a house heads both."""
    titled = any(sighting.kind == "page-title" for sighting in candidate.sightings)
    paper = _is_paper_with_rights(candidate) or (titled and names_paper(candidate.name, BESIDE))
    return paper or _heads_and_claims(candidate, layout) or _heads_and_recurs(candidate, layout)


def _is_paper_with_rights(candidate: Candidate) -> bool:
    """Tell whether a name in a copyright line is a paper's: others there may be owners."""
    rights = any(sighting.kind == "copyright" for sighting in candidate.sightings)
    return rights and names_paper(candidate.name, BESIDE)


def _heads_and_claims(candidate: Candidate, layout: Layout) -> bool:
    """Tell whether a name that is no person's stands alone over the page and in its claim."""
    kinds = {sighting.kind for sighting in candidate.sightings}
    return (
        {"copyright", "masthead"} <= kinds
        and (not first_is_given(candidate.name) or candidate.name.endswith(_UNCASED_PAPERS))
        and any(
            sighting.kind == "masthead" and key_of(layout.texts[sighting.line]) == candidate.key
            for sighting in candidate.sightings
        )
    )


def _heads_and_recurs(candidate: Candidate, layout: Layout) -> bool:
    """Tell whether a paper's name stands alone over the page and once more below the article.

    Amid other words, or beside a claim: menus, which name sections, are printed twice as well.
    """
    heads = any(
        sighting.kind == "masthead" and key_of(layout.texts[sighting.line]) == candidate.key
        for sighting in candidate.sightings
    )
    if not heads or not names_paper(candidate.name, BESIDE):
        return False
    whole = re.compile(rf"(?<!\w){re.escape(candidate.name)}(?!\w)")
    below = range(layout.end + 1, len(layout.texts))
    return any(whole.search(layout.texts[i]) and _is_said(candidate, layout, i) for i in below)


def _is_said(candidate: Candidate, layout: Layout, i: int) -> bool:
    """Tell whether a line has more words than a name, or stands over a claim of the rights."""
    alone = key_of(layout.texts[i]) == candidate.key
    return not alone or any("©" in text for text in layout.texts[i + 1 : i + 2])


def find_host(url: str | None, texts: Sequence[str] = ()) -> tuple[Statement, ...]:
    """Give the publisher whose address a page's own one is, or that address itself.

    Args:
        url: the page's address.
        texts: the page's lines, of which one may say in words what the address is made of.

    >>> find_host("https://www.nytimes.com/2021/07/19/a.html")[0].value
    'New York Times'
    >>> find_host("https://news.port-courier.example/a")[0].value
    'port-courier.example'
    >>> find_host("https://news.port-courier.example/a", ["The Port Courier app"])[0].value
    'Port Courier'
    """
    host = _HOST.match(url or "")
    if not host:
        return ()
    address = registered(host[1].lower())
    name = publisher_of(address) or _in_words(address, texts) or address
    return (Statement("source", brand_of(name), "own-address", host[0], where="URL"),)


def find_host_alone(lines: tuple[Line, ...], layout: Layout) -> tuple[Statement, ...]:
    """Give the publisher whose address stands alone over a text, as reading views print it."""
    top = lines[:_TOP] if len(lines) <= _MOST_LINES else ()
    for line in top:
        if address := _ALONE.fullmatch(line.text):
            (said,) = find_host(f"https://{address[1]}", layout.texts)
            return (replace(said, text=line.text, line=line.number, where=None),)
    return ()


def _in_words(address: str, texts: Sequence[str]) -> str | None:
    """Give the words of an address where a line is them, or has them with their capitals."""
    label = address.partition(".")[0]
    alone = (text for text in texts if " " in text and text[0].isupper())
    whole = next((text for text in alone if key_of(text) == key_of(label)), None)
    if whole or "-" not in label:
        return printed(whole) if whole else None
    name = re.compile(rf"(?<!\w){label.title().replace('-', ' ')}(?!\w)")
    found = next(filter(None, map(name.search, texts)), None)
    return found[0] if found else None


def list_candidates(layout: Layout, headline: str) -> list[Candidate]:
    """Give the names that the page may be published under, with what speaks for each."""
    sightings = (s for s in list_sightings(layout, headline) if not _is_credit(layout, s))
    groups = group_sightings(sightings, layout.whole)
    some = islice(groups.items(), _MOST)
    return _compare([_candidate(layout, key, group) for key, group in some])


def _is_credit(layout: Layout, sighting: Sighting) -> bool:
    """Tell whether an agency is named as a picture's or a report's source: "Foto: Agerpres"."""
    known = sighting.kind in ("known", "part") and is_agency(sighting.name)
    return known and _CREDIT.match(layout.texts[sighting.line]) is not None


def _compare(candidates: list[Candidate]) -> list[Candidate]:
    """Add what is seen only when a name is compared with the others: how many outdo it."""
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
    """Give how each known name is best seen, and the same by all that these names begin with."""
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
    """Tell of the known names that begin with this one, or that it begins with."""
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
    """Give each value's place from the largest on, "led" where the next is far behind.

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
    return Candidate(key, name, tuple(group), features_of(layout, key, name, group))
