"""Tells in whose voice a page speaks of a name: "told X" and "the X newsletter" are X's own words.

A page names other houses too, and mostly in prose. What stands around a name tells which of them
speaks: a house is told something, has staff, asks for subscriptions; others are quoted and cited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import bucket
from newsarchive.finding.vocabulary import words

OCCURRENCES = 16
"""Occurrences of one name that are looked at: a page can hold thousands."""
_BEFORE, _AFTER = 40, 36
"""Letters before and after a name that may hold the words that tell."""
_SIGNS = ".,:;!?)"
_ARTICLES = frozenset("the der die das dem den la le el il l o a of".split())
_OWN = ("confided", "staff", "reader", "speaks")
"""The voices that only the house itself has."""
_SURE = ("confided", "staff", "speaks")
"""Those that are its own where its name is an ordinary word as well."""


@cache
def _leading() -> dict[str, str]:
    return {
        said: voice for voice in (*_OWN, "cited", "credited") for said in words(f"{voice}-before")
    }


@cache
def _following() -> dict[str, str]:
    voices = ("staff", "reader", "speaks", "cited")
    return {said: voice for voice in voices for said in words(f"{voice}-after")}


def places_of(name: str, whole: str) -> list[int]:
    """Give the first places at which a name in lower case stands in a page in lower case."""
    places: list[int] = []
    place = whole.find(name)
    while place >= 0 and len(places) < OCCURRENCES:
        places.append(place)
        place = whole.find(name, place + len(name))
    return places


def voices_around(layout: Layout, forms: Mapping[str, Sequence[int]]) -> list[str]:
    """Give features: in whose voice a page speaks of a name, and the words around it.

    Args:
        layout: the page.
        forms: how the page spells the name, the longest first, each with its `places_of`.
    """
    whole = layout.whole
    found: set[str] = set()
    heard: dict[str, int] = {}
    for place, end in _bounded(layout, forms):
        before = whole[max(0, place - _BEFORE) : place].rpartition("\n")[2].rsplit(None, 3)
        after = whole[end : end + _AFTER].partition("\n")[0].split(None, 2)
        if before and before[-1] in _ARTICLES:
            before.pop()
        left, right = (before[-1] if before else "^"), (after[0] if after else "$")
        found.add(f"before:{left[-12:]}")
        found.add(f"after:{right[:12]}")
        if left == "^" or right == "$":
            found.add(f"around:{left[-12:]}_{right[:12]}")
        one, other = _voice_before(before), _voice_after(after)
        for voice in (one, other) if one != other else (one,):
            if voice:
                heard[voice] = heard.get(voice, 0) + 1
    return sorted(found) + _summed(heard)


def in_own_voice(text: str, begin: int, end: int) -> bool:
    """Tell whether the words around a name are such as only a house says of itself.

    >>> in_own_voice("she told Fortune.", 9, 16), in_own_voice("the fortune of it", 4, 11)
    (True, False)
    """
    before = text[max(0, begin - _BEFORE) : begin].rpartition("\n")[2].lower().split()
    if before and before[-1] in _ARTICLES:
        before.pop()
    return _voice_before(before) in _SURE or has_own_words(text, end, _SURE)


def has_own_words(text: str, end: int, voices: tuple[str, ...] = _OWN) -> bool:
    """Tell whether what follows a name is a part of its house: staff, a newsletter, a desk.

    >>> has_own_words("The Post Staff", 8), has_own_words("The Post Office", 8)
    (True, False)
    """
    after = text[end : end + _AFTER].partition("\n")[0].lower().split()
    return _voice_after(after) in voices


def _bounded(layout: Layout, forms: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Give where the first few occurrences of a name that no letter precedes begin and end.

    A name with a capital is looked for with one: "told Health" is of the house, "her health" not.
    """
    whole, text = layout.whole, layout.text
    same = len(whole) == len(text)
    taken: set[int] = set()
    for form, places in forms.items():
        spoken, size = same and not form[:1].islower(), len(form.lower())
        for place in places:
            bounded = place == 0 or not whole[place - 1].isalnum()
            if bounded and place not in taken and not (spoken and text[place].islower()):
                taken.add(place)
                yield place, place + size


def _voice_before(before: list[str]) -> str:
    leading = _leading()
    if not before:
        return ""
    last = before[-1].strip("\"'“”‘’(")
    pair = leading.get(f"{before[-2]} {last}") if len(before) > 1 else None
    return pair or leading.get(last, "")


def _voice_after(after: list[str]) -> str:
    following = _following()
    if not after:
        return ""
    first = after[0].strip(_SIGNS)
    if after[0] in ("'s", "’s", "'", "’"):
        return following.get(after[1].strip(_SIGNS)) or "own" if len(after) > 1 else ""
    pair = following.get(f"{first} {after[1].strip(_SIGNS)}") if len(after) > 1 else None
    return pair or following.get(first, "")


def _summed(heard: dict[str, int]) -> list[str]:
    if not heard:
        return ["own-voices:0", "own-voice:0&cited:0"]
    own = sum(number for voice, number in heard.items() if voice in _OWN)
    kinds = sum(voice in _OWN for voice in heard)
    return [
        *[f"voice-{voice}:{bucket(number, (1, 2, 4))}" for voice, number in sorted(heard.items())],
        f"own-voices:{min(kinds, 3)}",
        f"own-voice:{bucket(own, (0, 1, 2, 4, 8))}&cited:{min(heard.get('cited', 0), 2)}",
    ]
