"""Tells what speaks for and against a name as the publisher's: its features, to be weighed."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import first_is_given
from newsarchive.finding.scoring import bucket, scale
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.displaying import SHORT_NAME
from newsarchive.finding.sources.grouping import OWNERS
from newsarchive.finding.sources.own_names import FEW_FILES
from newsarchive.finding.sources.register import has_namesakes, is_known, key_of
from newsarchive.finding.sources.voices import OCCURRENCES, places_of, voices_around
from newsarchive.finding.vocabulary import words

_QUOTED = frozenset(words("often-quoted"))
_PAPERS = frozenset(words("paper-name"))
_LONG_PAPERS = tuple(word for word in words("paper-name") if len(word) > 3)
_WORDS = re.compile(r"[^\W\d_]+")
_FORMS = 4
"""Ways of spelling one name that are looked at."""


def features_of(layout: Layout, key: str, name: str, group: list[Sighting]) -> tuple[str, ...]:
    """Give the features of a name by which a page may be published.

    Args:
        layout: the page's layout.
        key: what is alike in the house's names and addresses.
        name: how the house is shown.
        group: where the page has one of its names.
    """
    forms = {form: places_of(form.lower(), layout.whole) for form in _forms(name, group)}
    return (
        *_kinds(key, name, group),
        *_counts(layout, name, forms.get(name), group),
        *_shared(layout, group),
        *_spelling(name, list(forms)),
        *voices_around(layout, forms),
    )


def _forms(name: str, group: list[Sighting]) -> list[str]:
    """Give the ways in which a page spells a name, the longest first."""
    forms = dict.fromkeys([name, *[s.name for s in group if s.kind != "masthead"]])
    return sorted(forms, key=len, reverse=True)[:_FORMS]


def _spelling(name: str, forms: list[str]) -> list[str]:
    """Tell how the page spells a name: in full, as an abbreviation, as an address."""
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
    """Tell of what words a name is made: such as papers are called by, or such as people are."""
    words_of = set(_WORDS.findall(name.lower()))
    key = key_of(name)
    paper = not words_of.isdisjoint(_PAPERS) or key.endswith(_LONG_PAPERS)
    person = " " in name and first_is_given(name)
    return (*(["paper-name"] if paper else ["no-paper-name"]), *(["given-name"] if person else []))


def _shared(layout: Layout, group: list[Sighting]) -> list[str]:
    """Tell of the lines that name it how many a few other files have too."""
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
    """Tell in which kinds of places the name was seen, and in which together."""
    kinds = Counter([sighting.kind for sighting in group])
    alone = min([s.line for s in group if s.kind == "alone"], default=99)
    return [
        *_of_kinds(tuple(kinds.items())),
        *([f"alone-above:{bucket(alone, (0, 2, 8))}"] if alone < 9 else []),
        *_standing(key, name, tuple(kinds)),
    ]


@lru_cache(maxsize=8192)  # most names are seen in one place or two
def _of_kinds(kinds: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    strong = sorted(kind for kind, _ in kinds if kind != "known")
    return (
        *[f"{kind}:{bucket(number, (1, 2, 4, 8))}" for kind, number in kinds],
        *[f"has:{kind}" for kind, _ in kinds],
        f"kinds:{min(len(strong), 5)}",
        *[f"{a}+{b}" for x, a in enumerate(strong) for b in strong[x + 1 :]],
    )


@lru_cache(maxsize=8192)
def _standing(key: str, name: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Tell what is known of a name, and of what words it is made, with each kind of place."""
    wording = _wording(name)
    signs = {
        "in-register": is_known(key),
        "namesake": has_namesakes(key) and not is_known(key),
        "often-quoted": key in _QUOTED,
        "owner": key in OWNERS or key_of(name) in OWNERS,
    }
    features = [f"{said}&{kind}" for said in wording for kind in kinds]
    for sign in [sign for sign, holds in signs.items() if holds]:
        with_words = wording if sign == "in-register" else ()
        features += [sign, *[f"{sign}&{said}" for said in (*with_words, *kinds)]]
    return tuple(features)


def _counts(
    layout: Layout, name: str, places: list[int] | None, group: list[Sighting]
) -> list[str]:
    """Tell how often and where the name stands."""
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
