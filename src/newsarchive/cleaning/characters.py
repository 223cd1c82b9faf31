"""The characters and words of many lines as arrays.

All lines become one array of characters, so that each count and each hash is one pass over it,
however many lines and pages there are. Everything here is whole numbers and hence exact.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsarchive.cleaning.arrays import Hashes, Ints
from newsarchive.model import Line

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
"""The kinds of character. LETTER has no case; IDEOGRAPH is of a script written without blanks;
RAIL parts the links of a menu; ADDRESS stands in addresses of the web; MARK is other punctuation;
END closes a line."""
KINDS = 17

_OF_CATEGORY = {
    "Lu": UPPER, "Lt": UPPER, "Ll": LOWER, "Lo": LETTER, "Lm": LETTER, "Mn": LETTER, "Mc": LETTER,
    "Nd": DIGIT, "Nl": DIGIT, "No": DIGIT, "Zs": BLANK, "Zl": BLANK, "Zp": BLANK, "Cc": BLANK,
    "Pd": DASH, "Pi": QUOTE, "Pf": QUOTE, "Ps": BRACKET, "Pe": BRACKET, "Po": MARK, "Pc": ADDRESS,
}  # fmt: skip
_NAMED = {
    STOP: ".!?…。！？।؟۔｡։።။។།᠃",
    COMMA: ",;،、，؛；",
    COLON: ":：",
    QUOTE: "\"'‘’‚‛“”„‟«»‹›「」『』`´′″＂",
    DASH: "-‐‑‒–—―−",
    BRACKET: "()[]{}（）【】［］",
    RAIL: "|•·›»→←↑↓▼▲►▶◄■●*+>＞・",
    ADDRESS: "@#/_\\&=%",
    END: "\n",
}
_STOPLESS = (0x0E00, 0x0EFF)
"""Thai and Lao, whose sentences end in no stop."""
_IDEOGRAPHS = (
    _STOPLESS, (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
)  # fmt: skip
_SENTENCES = 100
"""Characters of a line of theirs that is sentences, at least: its last sign passes for a stop."""
_PLANE = 0x10000
_NEAR = 0x3000
"""Before it stand the alphabets: what most texts need of a table, which takes a while to make."""
_FIRST_EMOJI, _FIRST_RARE_IDEOGRAPH = 0x1F000, 0x20000
_IN_WORDS = np.isin(np.arange(KINDS), [UPPER, LOWER, LETTER, DIGIT])

_MULTIPLIER = 0x9E3779B97F4A7C15
_INVERSE = pow(_MULTIPLIER, -1, 1 << 64)


class Codes(NamedTuple):
    """The numbers of the characters of some lines, each line closed by a line end."""

    codes: NDArray[np.uint32]
    starts: Ints
    """Each line's first character."""
    ends: Ints
    """Each line's closing line end."""


class Characters(NamedTuple):
    """The characters of some lines, as `Codes` has them, and more of each."""

    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    line: Ints
    """The line that each character is of."""
    starts: Ints
    """Each line's first character."""
    ends: Ints
    """Each line's closing line end."""


class Words(NamedTuple):
    """The words of some lines. An ideograph is a word of its own."""

    line: Ints
    """The line that each word is of."""
    bounds: Ints
    """Each line's first word, and the number of words at the end."""
    sizes: Ints
    """Characters."""
    kinds: NDArray[np.uint8]
    """The kind of the first character."""
    capitals: Ints
    """How many of its characters are capitals."""
    hashes: Hashes
    """Two columns: of the word in small letters, and of that with the word after it."""


def read_codes(lines: Sequence[Line]) -> Codes:
    """Give the numbers of the lines' characters."""
    text = "\n".join([*[line.text for line in lines], ""])
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = np.flatnonzero(codes == ord("\n"))
    starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    return Codes(codes, starts, ends)


def read_characters(lines: Sequence[Line]) -> Characters:
    """Give the characters of the lines."""
    codes, starts, ends = read_codes(lines)
    line = np.repeat(np.arange(len(ends)), ends - starts + 1)
    kinds = _kinds_of(codes)
    last = ends[ends - starts >= _SENTENCES] - 1
    stopless = (codes[last] >= _STOPLESS[0]) & (codes[last] <= _STOPLESS[1])
    kinds[last[stopless]] = STOP
    return Characters(codes, kinds, line, starts, ends)


def find_words(characters: Characters) -> Words:
    """Give the words of the lines: runs of letters and digits, and single ideographs."""
    alone = characters.kinds == IDEOGRAPH
    joined = _IN_WORDS.take(characters.kinds)
    begins, ends = joined.copy(), joined.copy()
    begins[1:] &= ~joined[:-1]
    ends[:-1] &= ~joined[1:]
    starts = np.flatnonzero(begins | alone)
    stops = np.flatnonzero(ends | alone) + 1
    capitals = np.searchsorted(starts, np.flatnonzero(characters.kinds == UPPER), side="right") - 1
    line = characters.line[starts]
    word = hash_stretches(_small(characters.codes), starts, stops)
    return Words(
        line=line,
        bounds=np.searchsorted(line, np.arange(len(characters.ends) + 1)),
        sizes=stops - starts,
        kinds=characters.kinds[starts],
        capitals=np.bincount(capitals, minlength=len(starts)),
        hashes=np.stack([word, _with_next(word, line)], axis=1),
    )


def fingerprints(characters: Codes | Characters) -> Hashes:
    """Give a 64-bit number for each line: the same for the same text, wherever and whenever.

    They are hashes as `hash_stretches` makes them, by sums of whole lines less their line ends.
    """
    starts, ends = characters.starts, characters.ends
    forward, back = _powers_for(characters.codes)
    terms = np.multiply(characters.codes, forward, dtype=np.uint64)
    sums = np.add.reduceat(terms, starts) - terms[ends] if len(starts) else terms
    return _hashes(sums, back, starts, ends)


def hash_stretches(codes: NDArray[np.uint32], starts: Ints, ends: Ints) -> Hashes:
    """Give a 64-bit hash of each stretch of characters.

    A polynomial of the characters modulo 2**64, all from one running sum (after Rabin and Karp,
    1987): a stretch's sum is shifted back by the inverse power of its start.
    """
    forward, back = _powers_for(codes)
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(np.multiply(codes, forward, dtype=np.uint64), out=sums[1:])
    return _hashes(sums[ends] - sums[starts], back, starts, ends)


def _hashes(sums: Hashes, back: Hashes, starts: Ints, ends: Ints) -> Hashes:
    return mix(sums * back[starts] + (ends - starts).astype(np.uint64))


def mix(values: Hashes) -> Hashes:
    """Give the values with every bit depending on all others (Steele et al., splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _with_next(word: Hashes, line: Ints) -> Hashes:
    """Hashes of each word with the next; the last of a line goes with the line's end."""
    after = np.zeros_like(word)
    after[:-1] = np.where(line[1:] == line[:-1], word[1:], 0)
    return mix(word * np.uint64(3) + after)


def _kinds_of(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    kinds = _kind_table(_reach(codes)).take(codes, mode="clip")
    far = np.flatnonzero(codes >= _PLANE)
    kinds[far] = np.where(codes[far] < _FIRST_RARE_IDEOGRAPH, SYMBOL, IDEOGRAPH)
    kinds[far[codes[far] < _FIRST_EMOJI]] = LETTER
    return kinds


def _small(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    small = _small_table(_reach(codes)).take(codes, mode="clip")
    far = np.flatnonzero(codes >= _PLANE)
    small[far] = codes[far]
    return small


def _reach(codes: NDArray[np.uint32]) -> int:
    return _NEAR if codes.max(initial=0) < _NEAR else _PLANE


@cache
def _kind_table(reach: int) -> NDArray[np.uint8]:
    category = unicodedata.category
    table = np.full(_PLANE, SYMBOL, np.uint8)
    table[:reach] = [_OF_CATEGORY.get(category(chr(code)), SYMBOL) for code in range(reach)]
    for first, last in _IDEOGRAPHS:
        table[first : last + 1] = IDEOGRAPH
    for kind, named in _NAMED.items():
        table[[ord(character) for character in named]] = kind
    return table


@cache
def _small_table(reach: int) -> NDArray[np.uint32]:
    small = (chr(code).lower() for code in range(reach))
    return np.array([ord(x) if len(x) == 1 else code for code, x in enumerate(small)], np.uint32)


def _powers_for(codes: NDArray[np.uint32]) -> tuple[Hashes, Hashes]:
    """The powers of the multiplier, and of its inverse, for so many characters."""
    forward, back = _powers(1 << max(16, len(codes).bit_length()))
    return forward[: len(codes)], back


@cache
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The first powers of the multiplier and of its inverse."""
    ones = np.ones(1, np.uint64)
    repeated = (np.full(count - 1, base, np.uint64) for base in (_MULTIPLIER, _INVERSE))
    forward, back = (
        np.multiply.accumulate(np.concatenate([ones, factors])) for factors in repeated
    )
    return forward, back
