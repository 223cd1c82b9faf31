"""Brings the sightings of one name together: in words, as an address, shortened, as a company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.days.mentions import find_days
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.own_addresses import ADDRESSES
from newsarchive.finding.sources.register import brand_of, is_known, key_of, publisher_of
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.patterns import late

_PADDING = late(
    r"^(?:\W*(?:copyright|©|by|the|19\d\d|20\d\d|[-–,])\s+)+|"
    r"\s+(?:(?:inc|llc|ltd|gmbh|ag|pty|plc|all|and its|is)\b.*|"
    r"(?:zeitungs-?)?verlags(?:-|\s|gesellschaft|$).*|(?:無断|무단|未经授权|未經授權).*|"
    r"(?:oyj?|ab|as|aps|a/s|sarl|sas|srl|spa|sa|sl|bv|kft|zrt|doo))$|[™®©]+",
    re.IGNORECASE,
)
_QUOTED = late(r"[^\W\d_][^«»„“”\"]*[«„“\"]([^«»„“”\"]{2,40})[»”“\"]")
"""A paper's name in quotes behind what it is: "Редакция газеты «Приморский вестник»"."""
COMPANY = late(
    r"(?<=..)(?:enterprises|interactive|media|mediagroup|group|publishing|publications|holdings|"
    r"company|digital|limited|corporation|corp|newspapers|verlag|editore|"
    r"ediciones|edizioni|editions|editora|mediengesellschaft|verlagsgesellschaft|medien|社)$"
)
"""What the company's name adds to that of what it publishes: "Example Enterprises"."""
_HAN_COMPANIES = ("报社", "報社", "新聞社")
"""How the companies of papers end in Chinese and Japanese, the last sign apart."""
_COMPANIES_BEFORE = (
    *("zeitungsverlag", "verlagsgruppe", "verlag", "editorial", "edizioni", "leseditionsdu"),
    *("leseditionsde", "editionsdu", "redaktion", "redazione", "redakcja"),
)
"""The same before the name: "Verlag Hafenbote"."""
_NO_PUBLISHER = any_of("no-publisher")
_OTHER_SITES = frozenset(words("other-site"))
OWNERS = frozenset(words("owner"))
_LONGEST_KEY = 40
_FIRM = frozenset(("copyright", "page-title", "known", "address", "page", "mail", "told"))
"""Kinds of places of which one says that a name is a publisher's, not a subject's."""
_SPOKEN = frozenset(("copyright", "service", "phrase", "told", "credit", "signed"))
"""Kinds of places of which one says that a short form is a house's, not a topic's."""
_POSSESSIVE = late(r"[’']s$")
_SMALL = frozenset("the der die das le la el il and und et y & of".split())

Groups = dict[str, list[Sighting]]


class Candidate(Struct, frozen=True):
    """A name with all its sightings."""

    key: str
    name: str
    sightings: tuple[Sighting, ...]
    features: tuple[str, ...]


def group_sightings(sightings: Iterable[Sighting], whole: str) -> Groups:
    """Give the sightings by the keys of the names that they speak for.

    Args:
        sightings: where a page may name its publisher.
        whole: the page in lower case.
    """
    groups: Groups = {}
    for sighting in sightings:
        name, key = _named(sighting.name, sighting.kind in ADDRESSES)
        if key:
            groups.setdefault(key, []).append(Sighting(sighting.line, name, sighting.kind))
    _name_magazines(groups, whole)
    _merge_companies(groups)
    _merge_brands(groups)
    _merge_nicknames(groups)
    return groups


def _name_magazines(groups: Groups, whole: str) -> None:
    """Take a name that stands before the word "magazine" for the magazine of the register."""
    for key in [key for key in groups if not is_known(key) and is_known(f"{key}magazine")]:
        if f"{groups[key][0].name.lower()} magazine" in whole:
            house = key_of(publisher_of(f"{key}magazine") or "")
            groups.setdefault(house, []).extend(groups.pop(key))


def _merge_companies(groups: Groups) -> None:
    for key in [key for key in groups if _is_company(key) and not _is_house(key)]:
        brand = COMPANY.sub("", key)
        before = next(filter(brand.startswith, _COMPANIES_BEFORE), "")
        brand = brand.removeprefix(before)
        if brand in groups:
            groups[brand] += groups.pop(key)


def _is_company(key: str) -> bool:
    return key.startswith(_COMPANIES_BEFORE) or COMPANY.search(key) is not None


def _merge_brands(groups: Groups) -> None:
    for key in list(groups):
        brand = key_of(brand_of(publisher_of(key) or ""))
        if brand != key and brand in groups and not is_known(brand):
            # Several publishers have this name; the page's own address tells which it is.
            groups[key] += groups.pop(brand)


def _merge_nicknames(groups: Groups) -> None:
    """Let what stands for a name's first or last word, or for its initials, speak for the name.

    "Globe" is short for "Globe and Mail" where the page has both and knows no other "Globe".
    """
    full: dict[str, set[str]] = {}
    for key, group in groups.items():
        if any(s.kind in _FIRM for s in group):
            for name in {s.name for s in group if s.kind not in ADDRESSES}:
                for short in nicknames(name):
                    full.setdefault(short, set()).add(key)
    for key in [key for key in groups if key in full and not _is_house(key)]:
        if _SPOKEN.isdisjoint(s.kind for s in groups[key]):
            continue
        owners = full[key] - {key}
        if len(owners) == 1 and (owner := owners.pop()) in groups:
            groups[owner] += groups.pop(key)


@lru_cache(maxsize=8192)
def nicknames(name: str) -> tuple[str, ...]:
    """Give the keys of what a name of several words may be shortened to.

    >>> nicknames("The Globe and Mail"), nicknames("Example News Network")
    (('globe', 'mail'), ('example', 'network', 'enn'))
    """
    parts = [word for word in name.split() if word.lower() not in _SMALL]
    if not 1 < len(parts) < 6 or not all(map(str.isalpha, (word[0] for word in parts))):
        return ()
    initials = "".join(word[0] for word in parts)
    return tuple(map(key_of, (parts[0], parts[-1], *([initials] if len(parts) > 2 else []))))


def _is_house(key: str) -> bool:
    return key in OWNERS or is_known(key)


@lru_cache(maxsize=8192)
def _named(text: str, is_address: bool = False) -> tuple[str, str]:
    """Give the name in a sighting, and its publisher's key: empty where it names none."""
    if is_address and is_known(text):
        return text, key_of(publisher_of(text) or text)
    if quoted := _QUOTED.fullmatch(text):
        text = quoted[1]
    name = _PADDING.sub("", text).strip(" -–,.:'\"“”’")
    if name.endswith(_HAN_COMPANIES):
        name = name[:-1]
    if name.endswith("s") and not is_known(key_of(name)):
        name = _POSSESSIVE.sub("", name)
    key = key_of(name)
    if not 1 < len(key) <= _LONGEST_KEY or key in _OTHER_SITES or _NO_PUBLISHER.fullmatch(key):
        return name, ""
    if any(map(str.isdigit, name)) and find_days(0, name):
        return name, ""
    return name, key_of(publisher_of(name) or name)
