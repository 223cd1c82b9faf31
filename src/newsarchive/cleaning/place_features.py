"""What can be counted of lines by where they stand on their page, and beside its other lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from newsarchive.cleaning.arrays import Bools, Floats, Hashes, Ints
from newsarchive.cleaning.characters import COMMA, IDEOGRAPH, LETTER, STOP, Characters, Words, mix
from newsarchive.cleaning.line_features import PROSE_WORDS
from newsarchive.cleaning.scales import Columns, flag, logarithm, share
from newsarchive.model import Line

SLOT_BITS = 13
"""The words of one page are told apart as 2**13 kinds."""


class LinePlaces(NamedTuple):
    """Where lines stand, and how much they hold."""

    page: Ints
    starts: Ints
    nth: Ints
    """The line's number on its page, from 0."""
    chars: Ints
    words: Ints
    prose: Ints
    """The characters of a line of prose, else 0."""


def place_of(
    pages: Sequence[Sequence[Line]], characters: Characters, words: Words, counts: Ints
) -> LinePlaces:
    """Where the lines of some pages stand, and how much they hold."""
    sizes = np.array([len(page) for page in pages], np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    page = np.repeat(np.arange(len(pages)), sizes)
    chars = characters.ends - characters.starts
    number = np.diff(words.bounds)
    is_prose = (number >= PROSE_WORDS) & (counts[:, STOP] + counts[:, COMMA] > 0)
    nth = np.arange(len(page)) - starts[page]
    return LinePlaces(page, starts, nth, chars, number, np.where(is_prose, chars, 0))


def of_place(place: LinePlaces) -> Columns:
    """Columns of how far down its page a line stands, and of the prose about it."""
    page, starts = place.page, place.starts
    lines = np.diff(starts)[page]

    def before(values: Ints) -> tuple[Ints, Ints]:
        """The page's sum before each line, and its whole sum."""
        sums = np.concatenate([[0], np.cumsum(values)])
        return sums[:-1] - sums[starts[page]], sums[starts[page + 1]] - sums[starts[page]]

    chars, all_chars = before(place.chars)
    prose, all_prose = before(place.prose)
    return {
        "lines before": logarithm(place.nth),
        "lines after": logarithm(lines - 1 - place.nth),
        "place in lines": share(place.nth, lines),
        "place in characters": share(chars, all_chars),
        "prose before": share(prose, all_prose),
        "prose after": share(all_prose - prose - place.prose, all_prose),
        "prose on the page": share(all_prose, all_chars),
        "prose of the page": share(place.prose, all_prose),
        "lines on the page": logarithm(lines),
        "characters on the page": logarithm(all_chars // 16),
    }


def of_layout(place: LinePlaces, lines: Sequence[Line]) -> Columns:
    """Columns of a line's indent and of the blank lines about it, beside those of the prose."""
    indent = np.array([line.indent for line in lines], np.int64)
    blanks = np.array([line.blanks for line in lines], np.int64)
    after = np.zeros_like(blanks)
    after[:-1] = blanks[1:]
    after[place.starts[1:][np.diff(place.starts) > 0] - 1] = 0
    sums = np.concatenate([[0], np.cumsum(blanks > 0)])[place.starts]
    return {
        "indent": logarithm(indent),
        "prose of this indent": _alike(place, np.minimum(indent, 63)),
        "blank lines before": logarithm(blanks),
        "blank lines after": logarithm(after),
        "no blank line before": flag(blanks == 0),
        "no blank line after": flag(after == 0),
        "prose after as many blank lines": _alike(place, np.minimum(blanks, 63)),
        "lines after blank lines": share(np.diff(sums), np.diff(place.starts))[place.page],
    }


def _alike(place: LinePlaces, value: Ints) -> Floats:
    """The share of the page's prose on lines of the same value, which is below 64."""
    key = place.page * 64 + value
    alike = np.bincount(key, weights=place.prose)[key]
    prose = np.bincount(place.page, weights=place.prose)[place.page]
    return share(alike.astype(np.int64), prose.astype(np.int64))


def of_repetition(place: LinePlaces, prints: Hashes) -> Columns:
    """Columns of how often, and whether before, its page has the same line."""
    keys = mix(prints + place.page.astype(np.uint64))
    _, first, inverse, counts = np.unique(
        keys, return_index=True, return_inverse=True, return_counts=True
    )
    return {
        "times on the page": logarithm(counts[inverse] - 1),
        "seen before on the page": flag(first[inverse] < np.arange(len(keys))),
    }


def page_slots(words: Words, page: Ints) -> tuple[Ints, Ints]:
    """The long words: those that tell what a text is about. Ideographs count in pairs."""
    ideographs = words.kinds == IDEOGRAPH
    long = (words.sizes >= 5) | ideographs | ((words.kinds == LETTER) & (words.sizes >= 3))
    hashes = np.where(ideographs[long], words.hashes[long, 1], words.hashes[long, 0])
    lines = words.line[long]
    kinds = (hashes >> np.uint64(64 - SLOT_BITS)).astype(np.int64)
    return (page[lines] << SLOT_BITS) + kinds, lines


def in_common(slots: Ints, slot_lines: Ints, prose: Bools) -> Floats:
    """The share of a line's long words that stand in other lines of prose too."""
    said = prose[slot_lines]
    uses = np.bincount(slots[said], minlength=int(slots.max(initial=0)) + 1)
    elsewhere = slot_lines[uses[slots] - said > 0]
    lines = len(prose)
    return share(np.bincount(elsewhere, minlength=lines), np.bincount(slot_lines, minlength=lines))
