"""What can be counted in lines by themselves: their characters, words, ends and signs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsarchive.cleaning.arrays import Bools, Floats, Ints
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
    Words,
)
from newsarchive.cleaning.scales import Columns, flag, logarithm, share

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


def count_kinds(characters: Characters) -> Ints:
    """Characters of each kind, a row a line."""
    lines = len(characters.ends)
    keys = characters.line * KINDS + characters.kinds
    return np.bincount(keys, minlength=lines * KINDS).reshape(lines, KINDS)


def of_characters(counts: Ints, chars: Ints) -> Columns:
    """Columns of a line's length and of its characters of each kind."""
    columns = {"characters": logarithm(chars)}
    for name, kind in _COUNTED.items():
        columns[f"{name} share"] = share(counts[:, kind], chars)
        columns[f"{name} count"] = logarithm(counts[:, kind])
    return columns


def of_words(words: Words, number: Ints) -> Columns:
    """Columns of how many words a line has, how long, and how many of which kind."""

    def count(which: Bools) -> Ints:
        return np.bincount(words.line[which], minlength=len(number))

    sums = np.concatenate([[0], np.cumsum(words.sizes)])
    letters = sums[words.bounds[1:]] - sums[words.bounds[:-1]]
    in_capitals = (words.capitals == words.sizes) & (words.sizes > 1)
    figures = words.kinds == DIGIT
    return {
        "words": logarithm(number),
        "word length": share(letters, number * 12),
        "capitalised words": share(count(words.kinds == UPPER), number),
        "words in capitals": share(count(in_capitals), number),
        "short small words": share(count((words.kinds == LOWER) & (words.sizes <= 3)), number),
        "numbers": share(count(figures), number),
        "years": logarithm(count(figures & (words.sizes == 4))),
        "five words or more": flag(number >= 5),
        "twelve words or more": flag(number >= PROSE_WORDS),
    }


def of_ends(characters: Characters, chars: Ints) -> Columns:
    """Columns of the kinds of a line's first and last characters."""
    kinds, ends = characters.kinds, characters.ends
    first, last, before = kinds[characters.starts], kinds[ends - 1], kinds[ends - chars.clip(max=2)]
    columns = {}
    for name, kind in _COUNTED.items():
        columns[f"begins with {name}"] = flag(first == kind)
        columns[f"ends with {name}"] = flag(last == kind)
    columns["stop before the last"] = flag(before == STOP)
    return columns


def of_signs(characters: Characters) -> Columns:
    """Columns of breaks between sentences, times, addresses and telling signs in a line."""
    codes, kinds, lines = characters.codes, characters.kinds, len(characters.ends)

    def number(places: Ints) -> Floats:
        return logarithm(np.bincount(characters.line[places], minlength=lines))

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
        **{name: logarithm(counts[:, nth]) for nth, name in enumerate(_SIGNS, 1)},
    }


def _doubled(codes: NDArray[np.uint32], sign: str) -> Ints:
    """Where a sign stands twice in a row."""
    places = np.flatnonzero(codes == ord(sign))
    pairs: Ints = places[codes[places + 1] == ord(sign)]
    return pairs


def is_signed(signs: Columns, words: Ints) -> Bools:
    """Whether a line is short and has an address of the web, an at sign or a copyright sign."""
    marks = signs["addresses"] + signs["at signs"] + signs["copyright signs"]
    return (marks > 0) & (words < 2 * PROSE_WORDS)
