"""Names that a page holds in many lines: of the register, or its own, which its lines repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from newsarchive.finding.page import Layout
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.sources.paper_names import names_paper
from newsarchive.finding.sources.register import (
    common_names_by_head,
    first_words,
    key_of,
    name_heads,
    names_by_head,
)
from newsarchive.finding.sources.voices import has_own_words, in_own_voice
from newsarchive.patterns import late

_CAPITALISED = late(r"[^\x00-/:-@\[-\x7f](?<=\b\w)\w*")
"""A word that begins neither with a small Latin letter nor with a sign: a set is searched fast."""
_NEXT = late(r"\W\w+")
PHRASE = 240
"""Characters of a line beside the body that may speak for the publisher."""
FEW_FILES = 24
"""Other files with a line up to which it may be one publisher's."""
_SMALL = frozenset("A An And As At By For From In Of On Or The To Via With".split())
"""Words that a sentence or a heading may begin with before a name."""
_MOST = 8
"""Sightings of one known name that are enough."""


def known_names(layout: Layout) -> Iterator[Sighting]:
    """Give where names of the register stand, in lines of any kind.

    A name that is a part of another of the register is not given: "The Times" in "Example Times".
    One beside a further word with a capital may be a part of a longer name and is set apart. One
    that is an ordinary word as well is given only where words around it speak of a house.
    """
    text, firsts, beginnings = layout.text, first_words(), name_heads()
    found: dict[tuple[str, str], int] = {}
    done = 0
    for match in _CAPITALISED.finditer(text):
        word = match[0]
        if word not in firsts:
            continue
        begin, second = match.start(), _NEXT.match(text, match.end())
        pair = word + second[0] if second else word
        if begin < done or not (pair in beginnings or word in beginnings):
            continue
        name, kind = _name_at(begin, pair, word, layout)
        if name:
            done = begin + len(name)
            found[name, kind] = found.get((name, kind), 0) + 1
            if found[name, kind] <= _MOST:
                yield Sighting(layout.line_at(begin), name, kind)


def _name_at(begin: int, pair: str, word: str, layout: Layout) -> tuple[str, str]:
    """Give the name that stands at a place, and in which way; nothing where none does."""
    text, wary = layout.text, common_names_by_head()
    if name := _at_head(names_by_head(), pair, word, text, begin):
        is_part = _within_a_name(text, begin, begin + len(name))
        return name, "part" if is_part or _heads_another(layout, begin, name) else "known"
    if pair in wary or word in wary:
        name = _at_head(wary, pair, word, text, begin)
        if name and in_own_voice(text, begin, begin + len(name)):
            return name, "voiced"
    return "", ""


def _at_head(heads: dict[str, str], pair: str, word: str, text: str, begin: int) -> str:
    """Give the longest name that begins with a word, or with it and the next, or none."""
    longer, shorter = heads.get(pair, ""), heads.get(word, "")
    return _longest(f"{longer}\n{shorter}", text, begin) if longer or shorter else ""


def _longest(names: str, text: str, start: int) -> str:
    """Give the first of some lines that stands as whole words at a place in a text, or none."""
    for name in names.split("\n"):
        end = start + len(name)
        if text.startswith(name, start) and not text[end : end + 1].isalnum():
            return name
    return ""


def _within_a_name(text: str, begin: int, end: int) -> bool:
    """Tell whether words with capitals touch a name amid a line on either side.

    >>> _within_a_name("at Guy Sun Park", 7, 10), _within_a_name("said The Sun.", 5, 12)
    (True, False)
    """
    after = text[end : end + 2]
    before = text[max(0, begin - 24) : begin].rpartition("\n")[2]
    previous = before.split()[-1:] if before.endswith(" ") else []
    return (after[:1] == " " and after[1:].isupper() and not has_own_words(text, end)) or any(
        word[0].isupper() and word[-1].isalnum() and word not in _SMALL for word in previous
    )


def _heads_another(layout: Layout, begin: int, name: str) -> bool:
    """Tell whether a name stands in a line that is a paper's longer name: "… del Sur"."""
    line = layout.texts[layout.line_at(begin)]
    return len(line) > len(name) and names_paper(line) and key_of(line) != key_of(name)


def repeated_names(layout: Layout) -> Iterator[Sighting]:
    """Give the names that many different short lines outside the body share.

    "About Daily Post", "Daily Post newsletter" and "Join Daily Post" share what all sites repeat:
    their own name.
    """
    rows = {
        text: i
        for i, text in enumerate(layout.texts)
        if len(text) <= 70 and not layout.inside[i] and layout.counts[layout.folded[i]] < 4
    }
    for phrase, places in _phrases_of(rows, 3):
        yield Sighting(places[0], phrase, "repeated")


def common_names(layout: Layout) -> Iterator[Sighting]:
    """Give the names that lines hold which a few other files have too: a publisher's own lines."""
    rows = {
        layout.texts[i]: i
        for i, others in enumerate(layout.elsewhere)
        if 0 < others <= FEW_FILES and not layout.inside[i] and len(layout.texts[i]) <= PHRASE
    }
    for phrase, places in _phrases_of(rows, 2):
        for place in places[:_MOST]:
            yield Sighting(place, phrase, "common")


def _phrases_of(rows: dict[str, int], least: int) -> list[tuple[str, list[int]]]:
    """Give the runs of words that stand in several of some different lines, and in which."""
    if len(rows) < least:
        return []
    split = [text.split() for text in rows]
    shared = Counter(chain.from_iterable(map(set, split)))
    frequent = {word for word, number in shared.items() if number >= least and word[0].isupper()}
    seen: dict[str, list[int]] = {}
    for row, i in zip(split, rows.values(), strict=True):
        if not frequent.isdisjoint(row):
            for phrase in _runs(row, frequent):
                seen.setdefault(phrase, []).append(i)
    return [
        (phrase, places)
        for phrase, places in seen.items()
        if len(places) >= least and len(phrase) > 2
    ][:12]


def _runs(row: list[str], frequent: set[str]) -> tuple[str, ...]:
    """Give the longest runs of frequent words in a row of words, each once, in its order.

    >>> _runs("About Elsewhere Gazette now".split(), {"Elsewhere", "Gazette"})
    ('Elsewhere Gazette',)
    """
    marked = " ".join([word if word in frequent else "\n" for word in row])
    return tuple(dict.fromkeys(filter(None, map(str.strip, marked.split("\n")))))
