"""What can be counted in the lines of many pages at once.

Every number is a multiple of 1/64 from 0 to 4, and computed from whole numbers only, so that a
page's features are the same bits on every machine and in whatever company the page is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsarchive.cleaning.characters import (
    ADDRESS,
    BLANK,
    BRACKET,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    IDEOGRAPH,
    KINDS,
    LETTER,
    LOWER,
    MARK,
    QUOTE,
    RAIL,
    STOP,
    SYMBOL,
    UPPER,
    Characters,
    Hashes,
    Ints,
    Truths,
    Words,
    find_words,
    fingerprints,
    mix,
    read_characters,
)
from newsarchive.model import Line

Floats = NDArray[np.float32]
Columns = dict[str, Floats]

GRID = 64
TOP = 4
BUCKET_BITS = 18
"""Words, and pairs of words, are told apart as 2**18 kinds."""
SLOT_BITS = 13
"""The words of one page are told apart as 2**13 kinds."""
PROSE_WORDS = 12
"""A line of at least so many words, and a stop or a comma among them, passes for prose."""

_COUNTED = {
    "capital": UPPER, "small letter": LOWER, "letter": LETTER, "ideograph": IDEOGRAPH,
    "digit": DIGIT, "stop": STOP, "comma": COMMA, "colon": COLON, "quote": QUOTE, "dash": DASH,
    "bracket": BRACKET, "rail": RAIL, "address": ADDRESS, "mark": MARK, "symbol": SYMBOL,
}  # fmt: skip
_BEGINS_A_SENTENCE = np.isin(np.arange(KINDS), [UPPER, LETTER, QUOTE, IDEOGRAPH])
_SIGNS = {
    "at signs": "@", "copyright signs": "©", "question marks": "?？", "exclamation marks": "!",
    "ellipses": "…", "double quotes": '"“”„«»', "bars": "|",
}  # fmt: skip
_SIGN_KINDS = len(_SIGNS) + 1
_SIGN_TABLE = np.zeros(0x10000, np.uint8)
for _nth, _signs in enumerate(_SIGNS.values(), 1):
    _SIGN_TABLE[[ord(_sign) for _sign in _signs]] = _nth
_LOGARITHMS = (np.round(np.log2(1.0 + np.arange(8192)) / 3 * GRID) / GRID).astype(np.float32)


class Table(NamedTuple):
    """The lines of some pages, in order, and what was counted in them."""

    page: Ints
    """Which page each line is of, from 0."""
    starts: Ints
    """Each page's first line, and the number of lines at the end."""
    dense: Floats
    """A row a line, a column a feature."""
    buckets: NDArray[np.int32]
    """A row a word, two columns: the kind of the word, and of it with the next."""
    bounds: Ints
    """Each line's first word, and the number of words at the end."""
    slots: Ints
    """For each long word, a number for its page and the word, below pages * 2**SLOT_BITS."""
    slot_lines: Ints
    """For each long word, its line."""
    fingerprints: Hashes
    """A number a line, the same for the same text."""
    characters: Ints
    """How long each line is."""
    prose: Truths
    """Whether the line passes for prose."""
    repeated: Truths
    """Whether the page has the same line elsewhere."""
    signed: Truths
    """Whether it is a short line with an address of the web, an at sign or a copyright sign."""


class _Place(NamedTuple):
    """Where lines stand, and how much they hold."""

    page: Ints
    starts: Ints
    nth: Ints
    """The line's number on its page, from 0."""
    chars: Ints
    words: Ints
    prose: Ints
    """The characters of a line of prose, else 0."""


def count_features(pages: Sequence[Sequence[Line]]) -> Table:
    """Counts what the network reads, over all lines of some pages.

    Args:
        pages: Each page's lines; a page may have none.

    Returns:
        A `Table` with a row for every line of every page. Takes time linear in the characters.
    """
    lines = [line for page in pages for line in page]
    characters = read_characters(lines)
    words = find_words(characters)
    counts = _count_kinds(characters)
    place = _place(pages, characters, words, counts)
    prints = fingerprints(characters)
    slots, slot_lines = _page_slots(words, place.page)
    signs = _of_signs(characters)
    repetition = _of_repetition(place, prints)
    columns = {
        **_of_characters(counts, place.chars),
        **_of_words(words, place.words),
        **_of_ends(characters, place.chars),
        **signs,
        **_of_place(place),
        **_of_layout(place, lines),
        **repetition,
        "words shared with prose": _in_common(slots, slot_lines, place.prose > 0),
    }
    return Table(
        page=place.page,
        starts=place.starts,
        dense=np.stack(list(columns.values()), axis=1),
        buckets=(words.hashes >> np.uint64(64 - BUCKET_BITS)).astype(np.int32),
        bounds=words.bounds,
        slots=slots,
        slot_lines=slot_lines,
        fingerprints=prints,
        characters=place.chars,
        prose=place.prose > 0,
        repeated=repetition["times on the page"] > 0,
        signed=_is_signed(signs, place.words),
    )


UNKNOWN = -1
"""In how many other files a line stands, if that is not known or says nothing."""


def describe_sharing(others: Ints) -> Floats:
    """Returns six columns: what the archive's other files say of each line.

    Args:
        others: In how many other files each line stands, or `UNKNOWN`.
    """
    kinds = [others > UNKNOWN, others == 0, others == 1, others == 2, others >= 3]
    return np.stack([*map(_flag, kinds), _logarithm(others.clip(min=0))], axis=1)


def _logarithm(counts: Ints) -> Floats:
    """Logarithms of 1 + count, to the base 8."""
    logarithms: Floats = _LOGARITHMS[np.minimum(counts, len(_LOGARITHMS) - 1)]
    return logarithms


def _share(part: Ints, whole: Ints) -> Floats:
    """Part of whole, from 0 to 4; 0 of nothing is 0."""
    scaled = np.minimum(part * (GRID * TOP) // np.maximum(whole, 1), GRID * TOP)
    shares: Floats = scaled.astype(np.float32) / np.float32(GRID)
    return shares


def _flag(truths: Truths) -> Floats:
    return truths.astype(np.float32)


def _count_kinds(characters: Characters) -> Ints:
    """Characters of each kind, a row a line."""
    lines = len(characters.ends)
    keys = characters.line * KINDS + characters.kinds
    return np.bincount(keys, minlength=lines * KINDS).reshape(lines, KINDS)


def _place(
    pages: Sequence[Sequence[Line]], characters: Characters, words: Words, counts: Ints
) -> _Place:
    sizes = np.array([len(page) for page in pages], np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    page = np.repeat(np.arange(len(pages)), sizes)
    chars = characters.ends - characters.starts
    number = np.diff(words.bounds)
    is_prose = (number >= PROSE_WORDS) & (counts[:, STOP] + counts[:, COMMA] > 0)
    nth = np.arange(len(page)) - starts[page]
    return _Place(page, starts, nth, chars, number, np.where(is_prose, chars, 0))


def _of_characters(counts: Ints, chars: Ints) -> Columns:
    columns = {"characters": _logarithm(chars)}
    for name, kind in _COUNTED.items():
        columns[f"{name} share"] = _share(counts[:, kind], chars)
        columns[f"{name} count"] = _logarithm(counts[:, kind])
    return columns


def _of_words(words: Words, number: Ints) -> Columns:
    def count(which: Truths) -> Ints:
        return np.bincount(words.line[which], minlength=len(number))

    sums = np.concatenate([[0], np.cumsum(words.sizes)])
    letters = sums[words.bounds[1:]] - sums[words.bounds[:-1]]
    in_capitals = (words.capitals == words.sizes) & (words.sizes > 1)
    figures = words.kinds == DIGIT
    return {
        "words": _logarithm(number),
        "word length": _share(letters, number * 12),
        "capitalised words": _share(count(words.kinds == UPPER), number),
        "words in capitals": _share(count(in_capitals), number),
        "short small words": _share(count((words.kinds == LOWER) & (words.sizes <= 3)), number),
        "numbers": _share(count(figures), number),
        "years": _logarithm(count(figures & (words.sizes == 4))),
        "five words or more": _flag(number >= 5),
        "twelve words or more": _flag(number >= PROSE_WORDS),
    }


def _of_ends(characters: Characters, chars: Ints) -> Columns:
    kinds, ends = characters.kinds, characters.ends
    first, last, before = kinds[characters.starts], kinds[ends - 1], kinds[ends - chars.clip(max=2)]
    columns = {}
    for name, kind in _COUNTED.items():
        columns[f"begins with {name}"] = _flag(first == kind)
        columns[f"ends with {name}"] = _flag(last == kind)
    columns["stop before the last"] = _flag(before == STOP)
    return columns


def _of_signs(characters: Characters) -> Columns:
    codes, kinds, lines = characters.codes, characters.kinds, len(characters.ends)

    def number(places: Ints) -> Floats:
        return _logarithm(np.bincount(characters.line[places], minlength=lines))

    signs = _SIGN_TABLE.take(codes, mode="clip")
    signed = np.flatnonzero(signs)
    keys = characters.line[signed] * _SIGN_KINDS + signs[signed]
    counts = np.bincount(keys, minlength=lines * _SIGN_KINDS).reshape(lines, _SIGN_KINDS)
    stops = np.flatnonzero(kinds == STOP)
    spaced = stops[(kinds[stops + 1] == BLANK)]
    colons = np.flatnonzero(codes == ord(":"))
    colons = colons[colons > 0]
    return {
        "sentence breaks": number(spaced[_BEGINS_A_SENTENCE[kinds[spaced + 2]]]),
        "sentence breaks without blank": number(stops[kinds[stops + 1] == IDEOGRAPH]),
        "times": number(colons[(kinds[colons - 1] == DIGIT) & (kinds[colons + 1] == DIGIT)]),
        "addresses": number(_doubled(codes, "/")),
        "dots": number(_doubled(codes, ".")),
        **{name: _logarithm(counts[:, nth]) for nth, name in enumerate(_SIGNS, 1)},
    }


def _doubled(codes: NDArray[np.uint32], sign: str) -> Ints:
    """Where a sign stands twice in a row."""
    places = np.flatnonzero(codes == ord(sign))
    pairs: Ints = places[codes[places + 1] == ord(sign)]
    return pairs


def _is_signed(signs: Columns, words: Ints) -> Truths:
    marks = signs["addresses"] + signs["at signs"] + signs["copyright signs"]
    return (marks > 0) & (words < 2 * PROSE_WORDS)


def _of_place(place: _Place) -> Columns:
    page, starts = place.page, place.starts
    lines = np.diff(starts)[page]

    def before(values: Ints) -> tuple[Ints, Ints]:
        """The page's sum before each line, and its whole sum."""
        sums = np.concatenate([[0], np.cumsum(values)])
        return sums[:-1] - sums[starts[page]], sums[starts[page + 1]] - sums[starts[page]]

    chars, all_chars = before(place.chars)
    prose, all_prose = before(place.prose)
    return {
        "lines before": _logarithm(place.nth),
        "lines after": _logarithm(lines - 1 - place.nth),
        "place in lines": _share(place.nth, lines),
        "place in characters": _share(chars, all_chars),
        "prose before": _share(prose, all_prose),
        "prose after": _share(all_prose - prose - place.prose, all_prose),
        "prose on the page": _share(all_prose, all_chars),
        "prose of the page": _share(place.prose, all_prose),
        "lines on the page": _logarithm(lines),
        "characters on the page": _logarithm(all_chars // 16),
    }


def _of_layout(place: _Place, lines: Sequence[Line]) -> Columns:
    indent = np.array([line.indent for line in lines], np.int64)
    blanks = np.array([line.blanks for line in lines], np.int64)
    after = np.zeros_like(blanks)
    after[:-1] = blanks[1:]
    after[place.starts[1:][np.diff(place.starts) > 0] - 1] = 0
    sums = np.concatenate([[0], np.cumsum(blanks > 0)])[place.starts]
    return {
        "indent": _logarithm(indent),
        "prose of this indent": _alike(place, np.minimum(indent, 63)),
        "blank lines before": _logarithm(blanks),
        "blank lines after": _logarithm(after),
        "no blank line before": _flag(blanks == 0),
        "no blank line after": _flag(after == 0),
        "prose after as many blank lines": _alike(place, np.minimum(blanks, 63)),
        "lines after blank lines": _share(np.diff(sums), np.diff(place.starts))[place.page],
    }


def _alike(place: _Place, value: Ints) -> Floats:
    """The share of the page's prose on lines of the same value, which is below 64."""
    key = place.page * 64 + value
    alike = np.bincount(key, weights=place.prose)[key]
    prose = np.bincount(place.page, weights=place.prose)[place.page]
    return _share(alike.astype(np.int64), prose.astype(np.int64))


def _of_repetition(place: _Place, prints: Hashes) -> Columns:
    keys = mix(prints + place.page.astype(np.uint64))
    _, first, inverse, counts = np.unique(
        keys, return_index=True, return_inverse=True, return_counts=True
    )
    return {
        "times on the page": _logarithm(counts[inverse] - 1),
        "seen before on the page": _flag(first[inverse] < np.arange(len(keys))),
    }


def _page_slots(words: Words, page: Ints) -> tuple[Ints, Ints]:
    """The long words: those that tell what a text is about. Ideographs count in pairs."""
    ideographs = words.kinds == IDEOGRAPH
    long = (words.sizes >= 5) | ideographs | ((words.kinds == LETTER) & (words.sizes >= 3))
    hashes = np.where(ideographs[long], words.hashes[long, 1], words.hashes[long, 0])
    lines = words.line[long]
    kinds = (hashes >> np.uint64(64 - SLOT_BITS)).astype(np.int64)
    return (page[lines] << SLOT_BITS) + kinds, lines


def _in_common(slots: Ints, slot_lines: Ints, prose: Truths) -> Floats:
    """The share of a line's long words that stand in other lines of prose too."""
    said = prose[slot_lines]
    uses = np.bincount(slots[said], minlength=int(slots.max(initial=0)) + 1)
    elsewhere = slot_lines[uses[slots] - said > 0]
    lines = len(prose)
    return _share(np.bincount(elsewhere, minlength=lines), np.bincount(slot_lines, minlength=lines))
