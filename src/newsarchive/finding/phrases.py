"""Tells which of many phrases stand in a text.

To look for one takes a pass over the whole text, and most pages hold few of the hundreds that are
known. Here a single pass notes which runs of four characters a text has, in a table of their hashes
(B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970); only a phrase
that begins and ends with such runs is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

_RUN = 4
_HASHES = 1 << 14
_ANY = _HASHES
"""In place of a hash: of what is shorter than a run, nothing is known."""
_PAIR, _PAIRS, _SPARE = np.uint16(0x9E35), np.uint16(0x7A4D), np.uint16(2)


class Searched(Struct, frozen=True):
    """A text with what is known of its runs of characters."""

    text: str
    runs: bytes
    """For each hash whether the text has a run with it."""

    def held(self, phrases: Iterable[str]) -> list[str]:
        """Returns those of some phrases that the text holds, in their order."""
        text, runs, held = self.text, self.runs, []
        for phrase in phrases:
            first, last = _ends(phrase)
            if runs[first] and runs[last] and phrase in text:
                held.append(phrase)
        return held


def searched(text: str) -> Searched:
    """Returns a text of which many phrases can be asked.

    >>> searched("All rights reserved.").held(["rights", "Rights", "reserve of", "ll", "."])
    ['rights', 'll', '.']
    """
    runs = np.zeros(_HASHES + 1, np.uint8)
    runs[_hashes(text)] = 1
    runs[_ANY] = 1
    return Searched(text, runs.tobytes())


@lru_cache(maxsize=8192)
def _ends(phrase: str) -> tuple[int, int]:
    """Returns the hashes of a phrase's first run and of its last one."""
    hashes = _hashes(phrase)
    return (int(hashes[0]), int(hashes[-1])) if len(hashes) else (_ANY, _ANY)


def _hashes(text: str) -> NDArray[np.uint16]:
    """Returns the hash of each run of a text; the arithmetic wraps around."""
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(codes) < _RUN:
        return codes[:0]
    pairs = codes[:-1] * _PAIR + codes[1:]
    hashes: NDArray[np.uint16] = (pairs[:-2] * _PAIRS + pairs[2:]) >> _SPARE
    return hashes
