"""Tells which of many phrases stand in a text.

To look for one takes a pass over the whole text, and most pages hold few of the hundreds that are
known. Here a single pass notes which pairs and which runs of four characters a text has, in a table
of their hashes (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970);
only a phrase of which all runs are among them, or of a short one all pairs, is looked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

_HASHES = 1 << 16
_ANY = 2 * _HASHES
"""In place of a hash: of a single character, nothing is known."""
_PAIR, _PAIRS = np.uint16(0x9E35), np.uint16(0x7A4D)


class Searched(Struct, frozen=True):
    """A text with what is known of its runs of characters."""

    text: str
    runs: bytes
    """For each hash whether the text has a pair or a run with it."""

    def held(self, phrases: Iterable[str], part: str | None = None) -> list[str]:
        """Give those of some phrases that the text holds, or a part of it, in their order."""
        text = self.text if part is None else part
        return [phrase for phrase in self._likely(phrases) if phrase in text]

    def lines_holding(
        self, phrases: Iterable[str], starts: Sequence[int], end: int | None = None
    ) -> list[int]:
        """Give the indexes of the lines that hold one of some phrases.

        Args:
            phrases: what is looked for, without line ends.
            starts: where in the text each line begins, and where one more would.
            end: where the part of the text ends that is looked through; None for all of it.
        """
        found: set[int] = set()
        for phrase in self._likely(phrases):
            place = self.text.find(phrase, 0, end)
            while place >= 0:
                line = bisect_right(starts, place) - 1
                found.add(line)
                place = self.text.find(phrase, starts[line + 1], end)
        return sorted(found)

    def _likely(self, phrases: Iterable[str]) -> list[str]:
        """Give those of some phrases that the text holds, and few that it does not."""
        runs = self.runs
        return [
            phrase
            for phrase, first, others in _with_hashes(tuple(phrases))
            if runs[first] and all(map(runs.__getitem__, others))
        ]


@lru_cache(maxsize=1)  # the finders and the rules ask of the same text, where all in it is ASCII
def searched(text: str) -> Searched:
    """Give a text of which many phrases can be asked.

    >>> searched("All rights reserved.").held(["rights", "Rights", "reserve of", "ll", "."])
    ['rights', 'll', '.']
    """
    runs = np.zeros(_ANY + 1, np.uint8)
    runs[_ANY] = 1
    for hashes in _hashes(text):
        runs[hashes] = 1
    return Searched(text, runs.tobytes())


def led_by(openings: Sequence[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give a pattern's matches in a text, each of which begins with one of some words.

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
def _with_hashes(phrases: tuple[str, ...]) -> list[tuple[str, int, list[int]]]:
    """Give each phrase with the hash of its first run and those of the others."""
    found = []
    for phrase in phrases:
        pairs, runs = _hashes(phrase)
        first, *others = (runs if len(runs) else pairs).tolist() or [_ANY]
        found.append((phrase, first, others))
    return found


def _hashes(text: str) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the hash of each pair of a text, and of each run; the arithmetic wraps around."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    pairs = codes[:-1] * _PAIR + codes[1:]
    runs = pairs[:-2] * _PAIRS + pairs[2:]
    return pairs.astype(np.intp), runs.astype(np.intp) + _HASHES
