"""Tells which of many phrases stand in a text.

To look for one takes a pass over the whole text, and most pages hold few of the hundreds that are
known. Here a single pass notes which runs of four characters a text has, in a table of their hashes
(B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970); only a phrase
of which the first run, the last and one amid it are among them is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

_RUN = 4
_HASHES = 1 << 16
_ANY = _HASHES
"""In place of a hash: of what is shorter than a run, nothing is known."""
_PAIR, _PAIRS = np.uint16(0x9E35), np.uint16(0x7A4D)


class Searched(Struct, frozen=True):
    """A text with what is known of its runs of characters."""

    text: str
    runs: bytes
    """For each hash whether the text has a run with it."""

    def held(self, phrases: Iterable[str]) -> list[str]:
        """Returns those of some phrases that the text holds, in their order."""
        text, runs = self.text, self.runs
        return [
            phrase
            for phrase, first, amid, last in _with_hashes(tuple(phrases))
            if runs[first] and runs[amid] and runs[last] and phrase in text
        ]


@lru_cache(maxsize=1)  # the finders and the rules ask of the same text, where all in it is ASCII
def searched(text: str) -> Searched:
    """Returns a text of which many phrases can be asked.

    >>> searched("All rights reserved.").held(["rights", "Rights", "reserve of", "ll", "."])
    ['rights', 'll', '.']
    """
    runs = np.zeros(_HASHES + 1, np.uint8)
    runs[_hashes(text)] = 1
    runs[_ANY] = 1
    return Searched(text, runs.tobytes())


def led_by(openings: Sequence[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Gives a pattern's matches in a text, each of which begins with one of some words.

    To look for words is faster than to try a pattern at each place.
    """
    places: list[int] = []
    for word in openings:
        place = text.find(word)
        while place >= 0:
            places.append(place)
            place = text.find(word, place + 1)
    end = 0
    for place in sorted(places):
        match = pattern.match(text, place) if place >= end else None
        if match:
            yield match
            end = match.end()


@lru_cache(maxsize=256)  # every page is asked for the same
def _with_hashes(phrases: tuple[str, ...]) -> list[tuple[str, int, int, int]]:
    """Returns each phrase with the hashes of its first run, of one amid it and of its last one."""
    found = ((phrase, _hashes(phrase).tolist() or [_ANY]) for phrase in phrases)
    return [(phrase, runs[0], runs[len(runs) // 2], runs[-1]) for phrase, runs in found]


def _hashes(text: str) -> NDArray[np.uint16]:
    """Returns the hash of each run of a text; the arithmetic wraps around."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(codes) < _RUN:
        return codes[:0]
    pairs = codes[:-1] * _PAIR + codes[1:]
    hashes: NDArray[np.uint16] = pairs[:-2] * _PAIRS + pairs[2:]
    return hashes
