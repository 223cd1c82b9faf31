"""What can be counted in the lines of many pages at once.

All lines of all pages become one array of characters, and every count is one pass over it. Each
number is exact: a whole number, or a rounding of one to 1/64, so that a page's features are the
same bits on every machine and in whatever company the page is read.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsarchive.model import Line

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float32]

GRID = 64
"""Features are multiples of 1/64 …"""
TOP = 4.0
"""… from 0 to 4."""

BUCKETS = 1 << 15
"""How many kinds of word and of pair of words are told apart."""

(
    BLANK,
    UPPER,
    LOWER,
    LETTER,
    IDEOGRAPH,
    DIGIT,
    STOP,
    COMMA,
    COLON,
    QUOTE,
    DASH,
    BRACKET,
    RAIL,
    ADDRESS,
    MARK,
    SYMBOL,
    END,
) = range(17)
"""The kinds of character. RAIL: what parts the links of a menu. ADDRESS: `@`, `#`, `/`, `_`."""
KINDS = 17

_NAMED = {
    STOP: ".!?…。！？।؟۔｡",
    COMMA: ",;،、，؛；",
    COLON: ":：",
    QUOTE: "\"'‘’‚‛“”„‟«»‹›「」『』`´′″＂",
    DASH: "-‐‑‒–—―−",
    BRACKET: "()[]{}（）【】［］",
    RAIL: "|•·›»→←↑↓▼▲►▶◄■●*+>＞・",
    ADDRESS: "@#/_\\&=%",
}
_OF_CATEGORY = {
    "Lu": UPPER, "Lt": UPPER, "Ll": LOWER, "Lo": LETTER, "Lm": LETTER, "Mn": LETTER, "Mc": LETTER,
    "Nd": DIGIT, "Nl": DIGIT, "No": DIGIT, "Zs": BLANK, "Zl": BLANK, "Zp": BLANK, "Cc": BLANK,
    "Pd": DASH, "Pi": QUOTE, "Pf": QUOTE, "Ps": BRACKET, "Pe": BRACKET, "Po": MARK, "Pc": ADDRESS,
}  # fmt: skip
_IDEOGRAPHS = ((0x3005, 0x3007), (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
               (0xF900, 0xFAFF), (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))  # fmt: skip
"""Scripts written without blanks: each of their characters counts as a word."""
_PLANE = 0x10000
_MULTIPLIER = 0x9E3779B97F4A7C15
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)


class Words(NamedTuple):
    """The words of many lines, one after the other."""

    line: Ints
    """The line that each stands on."""
    size: Ints
    """Characters."""
    first: NDArray[np.uint8]
    """Kind of the first character."""
    capitals: Ints
    """How many of its characters are capitals."""
    hash: Hashes
    """Of the word in small letters."""


class Table(NamedTuple):
    """The lines of some pages, in order, and what was counted in them."""

    page: Ints
    """Which page each line is of, counting from 0."""
    starts: Ints
    """Each page's first line, and the number of lines at the end."""
    dense: Floats
    """A row a line: the features named in `NAMES`."""
    buckets: NDArray[np.int32]
    """The words and pairs of words, as numbers below `BUCKETS`, in the order of the lines."""
    bounds: Ints
    """Where each line's buckets start, and their number at the end."""
    chars: Ints
    """Characters of each line."""
    fingerprints: Hashes
    """One for each line, the same for two lines of the same text."""
    slots: Ints
    """For each long word, a number for the page and the word."""
    slot_lines: Ints
    """For each long word, its line."""


@cache
def kinds() -> NDArray[np.uint8]:
    """Returns the kind of every character of Unicode's first plane."""
    table = np.full(_PLANE, SYMBOL, np.uint8)
    for code in range(_PLANE):
        table[code] = _OF_CATEGORY.get(unicodedata.category(chr(code)), SYMBOL)
    for first, last in _IDEOGRAPHS:
        table[first : last + 1] = IDEOGRAPH
    for kind, characters in _NAMED.items():
        for character in characters:
            table[ord(character)] = kind
    table[ord("\n")] = END
    return table


@cache
def small() -> NDArray[np.uint32]:
    """Returns the small letter for every character of Unicode's first plane."""
    lowered = (chr(code).lower() for code in range(_PLANE))
    return np.array([ord(x) if len(x) == 1 else c for c, x in enumerate(lowered)], np.uint32)


@cache
def powers(count: int) -> tuple[Hashes, Hashes]:
    """Returns the first powers of the hash's multiplier and of its inverse, modulo 2**64."""
    step = np.full(count, _MULTIPLIER, np.uint64)
    back = np.full(count, _INVERSE, np.uint64)
    step[:1] = back[:1] = 1
    return np.multiply.accumulate(step), np.multiply.accumulate(back)


def mix(values: Hashes) -> Hashes:
    """Returns the values with every bit depending on every other (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def hashes(codes: NDArray[np.uint32], starts: Ints, ends: Ints) -> Hashes:
    """Returns a 64-bit hash of each stretch of characters.

    A polynomial hash, for all stretches from one running sum (Rabin and Karp 1987), modulo 2**64.
    """
    size = 1 << max(16, int(len(codes)).bit_length())
    forward, back = powers(size)
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum((codes + np.uint64(1)) * forward[: len(codes)], out=sums[1:])
    return mix((sums[ends] - sums[starts]) * back[starts] + (ends - starts).astype(np.uint64))


def logarithm(counts: Ints) -> Floats:
    """Returns log2(1 + count) / 3, rounded to 1/64."""
    return _LOGARITHMS[np.minimum(counts, len(_LOGARITHMS) - 1)]


def share(part: Ints, whole: Ints) -> Floats:
    """Returns part / whole on the scale from 0 to 4; 0 of nothing is 0."""
    scaled = part * int(GRID * TOP) // np.maximum(whole, 1)
    return (np.clip(scaled, 0, GRID * TOP) / GRID).astype(np.float32)


def flag(truth: NDArray[np.bool_]) -> Floats:
    """Returns 1 where true and 0 where not."""
    return truth.astype(np.float32)


_LOGARITHMS = (np.round(np.log2(1.0 + np.arange(8192)) / 3 * GRID) / GRID).astype(np.float32)


def count_features(pages: Sequence[Sequence[Line]]) -> Table:
    """Counts what the network reads, over all lines of some pages.

    Args:
        pages: Each page's lines; a page may have none.

    Returns:
        A `Table` with a row for every line of every page. Takes time linear in the characters.
    """
    lines = [line for page in pages for line in page]
    sizes = np.array([len(page) for page in pages], np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)])
    page = np.repeat(np.arange(len(pages)), sizes)
    text = "".join([line.text + "\n" for line in lines])
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    chars = np.array([len(line.text) for line in lines], np.int64)
    ends = np.cumsum(chars + 1) - 1
    kind = kinds_of(codes)
    line_of = np.repeat(np.arange(len(lines)), chars + 1)
    words = find_words(codes, kind, line_of)
    bounds = np.searchsorted(words.line, np.arange(len(lines) + 1))
    pairs = pair_up(words)
    fingerprints = hashes(codes, ends - chars, ends)
    long = is_long(words)
    slots, slot_lines = page_slots(words, pairs, long, page)
    counts = np.bincount(line_of * KINDS + kind, minlength=len(lines) * KINDS)
    counts = counts.reshape(len(lines), KINDS)
    word_count = np.diff(bounds)
    prose = np.where((word_count >= 12) & (counts[:, STOP] + counts[:, COMMA] > 0), chars, 0)
    place = Place(page, starts, np.arange(len(lines)) - starts[page], chars, prose)
    columns = {
        **of_characters(counts, chars),
        **of_words(words, word_count, len(lines)),
        **of_ends(kind, ends, chars),
        **of_signs(codes, kind, line_of, len(lines)),
        **of_place(place),
        **of_layout(place, lines),
        **of_repetition(place, fingerprints),
        "words shared with prose": in_common(slots, slot_lines, prose > 0, len(lines)),
    }
    dense = np.stack(list(columns.values()), axis=1)
    buckets = np.stack([words.hash, pairs], axis=1) >> np.uint64(64 - 15)
    return Table(page, starts, dense.astype(np.float32), buckets.astype(np.int32), bounds, chars,
                 fingerprints, slots, slot_lines)


class Place(NamedTuple):
    page: Ints
    starts: Ints
    index: Ints
    chars: Ints
    prose: Ints


def kinds_of(codes):
    plane = kinds()[np.minimum(codes, _PLANE - 1)]
    if len(codes) and codes.max() >= _PLANE:
        far = np.where(codes < 0x1F000, LETTER, np.where(codes < 0x20000, SYMBOL, IDEOGRAPH))
        plane = np.where(codes < _PLANE, plane, far).astype(np.uint8)
    return plane


def find_words(codes, kind, line_of) -> Words:
    alone = kind == IDEOGRAPH
    joined = _JOINED[kind]
    before = np.zeros(len(kind) + 1, bool)
    before[1:] = joined
    after = np.append(joined[1:], False)
    first = np.flatnonzero((joined & ~before[:-1]) | alone)
    last = np.flatnonzero((joined & ~after) | alone) + 1
    capitals = np.concatenate([[0], np.cumsum(kind == UPPER)])
    lowered = np.where(codes < _PLANE, small()[np.minimum(codes, _PLANE - 1)], codes)
    return Words(line_of[first], last - first, kind[first], capitals[last] - capitals[first],
                 hashes(lowered, first, last))


_JOINED = np.isin(np.arange(KINDS), [UPPER, LOWER, LETTER, DIGIT])


def pair_up(words) -> Hashes:
    """hash of each word with the next on its line; the last pairs with the line's end."""
    following = np.append(words.hash[1:], np.uint64(0))
    ends = np.append(words.line[1:] != words.line[:-1], True)
    following[ends[: len(following)]] = 0
    return mix(words.hash * np.uint64(3) + following)


def is_long(words):
    return (words.size >= 5) | (words.first == IDEOGRAPH) | ((words.first == LETTER) & (words.size >= 3))


SLOTS = 1 << 13


def page_slots(words, pairs, long, page):
    named = np.where(words.first[long] == IDEOGRAPH, pairs[long], words.hash[long])
    lines = words.line[long]
    return page[lines] * SLOTS + (named >> np.uint64(64 - 13)).astype(np.int64), lines


def in_common(slots, slot_lines, prose, count):
    said = prose[slot_lines]
    uses = np.bincount(slots[said], minlength=int(slots.max(initial=0)) + 1)
    elsewhere = uses[slots] - said > 0
    return share(
        np.bincount(slot_lines[elsewhere], minlength=count), np.bincount(slot_lines, minlength=count)
    )


def of_characters(counts, chars):
    columns = {"characters": logarithm(chars)}
    for name, kind in _COUNTED.items():
        columns[f"{name} share"] = share(counts[:, kind], chars)
        columns[f"{name} count"] = logarithm(counts[:, kind])
    return columns


_COUNTED = {
    "capital": UPPER, "small letter": LOWER, "letter": LETTER, "ideograph": IDEOGRAPH,
    "digit": DIGIT, "stop": STOP, "comma": COMMA, "colon": COLON, "quote": QUOTE, "dash": DASH,
    "bracket": BRACKET, "rail": RAIL, "address": ADDRESS, "mark": MARK, "symbol": SYMBOL,
}


def of_words(words, word_count, count):
    def number(which):
        return np.bincount(words.line[which], minlength=count)

    letters = np.bincount(words.line, weights=words.size, minlength=count).astype(np.int64)
    numeric = words.first == DIGIT
    return {
        "words": logarithm(word_count),
        "word length": share(letters, word_count * 12),
        "capitalised words": share(number(words.first == UPPER), word_count),
        "words in capitals": share(number((words.capitals == words.size) & (words.size > 1)), word_count),
        "short small words": share(number((words.first == LOWER) & (words.size <= 3)), word_count),
        "numbers": share(number(numeric), word_count),
        "years": logarithm(number(numeric & (words.size == 4))),
        "five words or more": flag(word_count >= 5),
        "twelve words or more": flag(word_count >= 12),
    }


def of_ends(kind, ends, chars):
    columns = {}
    first, last, before = kind[ends - chars], kind[ends - 1], kind[ends - np.minimum(chars, 2)]
    for name, value in _COUNTED.items():
        columns[f"begins with {name}"] = flag(first == value)
        columns[f"ends with {name}"] = flag(last == value)
    columns["stop before the last"] = flag(before == STOP)
    return columns


def of_signs(codes, kind, line_of, count):
    def number(where):
        return logarithm(np.bincount(line_of[where], minlength=count))

    def follow(*tests):
        """Where each test holds in turn."""
        at = np.flatnonzero(tests[0][: len(tests[0]) - len(tests) + 1])
        for step, test in enumerate(tests[1:], 1):
            at = at[test[at + step]]
        return at

    digit, blank, stop, slash = kind == DIGIT, kind == BLANK, kind == STOP, codes == ord("/")
    begins = np.isin(np.arange(KINDS), [UPPER, LETTER, QUOTE, IDEOGRAPH])[kind]
    return {
        "sentence breaks": number(follow(stop, blank, begins)),
        "sentence breaks without blank": number(follow(stop, kind == IDEOGRAPH)),
        "times": number(follow(digit, codes == ord(":"), digit)),
        "addresses": number(follow(slash, slash)),
        "at signs": number(codes == ord("@")),
        "copyright signs": number(codes == 0xA9),
        "question marks": number((codes == ord("?")) | (codes == 0xFF1F)),
        "exclamation marks": number(codes == ord("!")),
        "ellipses": number((codes == 0x2026)),
        "double quotes": number((codes == 0x22) | ((codes >= 0x201C) & (codes <= 0x201E)) | (codes == 0xAB) | (codes == 0xBB)),
        "bars": number(codes == ord("|")),
    }


def of_place(place):
    page, starts = place.page, place.starts
    lines = np.diff(starts)[page]

    def before(values):
        """The page's sum before each line, and the page's whole."""
        sums = np.concatenate([[0], np.cumsum(values)])
        return sums[:-1] - sums[starts[page]], sums[starts[page + 1]] - sums[starts[page]]

    chars, all_chars = before(place.chars)
    prose, all_prose = before(place.prose)
    return {
        "lines before": logarithm(place.index),
        "lines after": logarithm(lines - 1 - place.index),
        "place in lines": share(place.index, lines),
        "place in characters": share(chars, all_chars),
        "prose before": share(prose, all_prose),
        "prose after": share(all_prose - prose - place.prose, all_prose),
        "prose on the page": share(all_prose, all_chars),
        "prose of the page": share(place.prose, all_prose),
        "lines on the page": logarithm(lines),
        "characters on the page": logarithm(all_chars // 16),
    }


def of_layout(place, lines):
    indent = np.array([line.indent for line in lines], np.int64)
    blanks = np.array([line.blanks for line in lines], np.int64)
    after = np.append(blanks[1:], 0)
    after[place.starts[1:][np.diff(place.starts) > 0] - 1] = 0
    blank_lines = np.bincount(place.page, weights=blanks > 0, minlength=len(place.starts) - 1).astype(np.int64)
    return {
        "indent": logarithm(indent),
        "prose of this indent": like(place, np.minimum(indent, 63)),
        "blank lines before": logarithm(blanks),
        "blank lines after": logarithm(after),
        "no blank line before": flag(blanks == 0),
        "no blank line after": flag(after == 0),
        "prose after as many blank lines": like(place, np.minimum(blanks, 63)),
        "lines after blank lines": share(blank_lines, np.diff(place.starts))[place.page],
    }


def like(place, value):
    """The share of the page's prose on lines of the same value (below 64)."""
    key = place.page * 64 + value
    same = np.bincount(key, weights=place.prose)
    whole = np.bincount(place.page, weights=place.prose)
    return share(same[key].astype(np.int64), whole[place.page].astype(np.int64))


def of_repetition(place, fingerprints):
    keys = mix(fingerprints + place.page.astype(np.uint64))
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    first = np.full(len(counts), len(keys))
    np.minimum.at(first, inverse, np.arange(len(keys)))
    return {
        "times on the page": logarithm(counts[inverse] - 1),
        "seen before on the page": flag(first[inverse] < np.arange(len(keys))),
    }
