"""Sketches: a hundred bytes made from a text, by which two texts that share much are found.

A text is taken as its runs of five words. Of their hashes the smallest are kept: a sample that any
other text with the same runs draws too, so that what two samples share tells what two texts share.

Source: A. Broder, "On the resemblance and containment of documents", 1997.
"""

# ruff: noqa: PLC0415  to import NumPy takes as long as all else that a small edit needs

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from zlib import crc32

from newsarchive.patterns import late

SIZE = 32
"""How many hashes a sketch has, of four bytes each. Where two texts share a half, the share that
their sketches tell has a standard deviation of 0.09."""
_ROW = 4 * SIZE
RUN = 5
"""How many words a run has. Two reports of one event share runs of three, and hardly any of
five."""

_SIGNS = "“”‘’„‚«»‹›–—…·"
"""Signs that each paper sets in its own way."""
_BLANKS = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))
_SOLID = late("[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts without blanks between words: each counts as a word here."""


def sketch_of(texts: Iterable[str]) -> bytes:
    """Sketch a text.

    Args:
        texts: its paragraphs.

    Returns:
        The smallest hashes of its runs of words, upwards, in four bytes each; all of them where
        they are fewer than `SIZE`.
    """
    import numpy as np

    words = _words("\n".join(texts))
    if len(words) < RUN:
        return b""
    hashes = np.fromiter(map(crc32, words), np.uint64, len(words))
    runs = np.zeros(len(words) - RUN + 1, np.uint64)
    for place in range(RUN):
        runs += hashes[place : place + len(runs)]
        runs *= np.uint64(0x9E3779B97F4A7C15)  # spreads what differs over all bits
        runs ^= runs >> np.uint64(32)
    # Without the counts, NumPy would import its masked arrays first, which takes longer than this.
    return np.unique(runs.astype("<u4"), return_counts=True)[0][:SIZE].tobytes()


def _words(text: str) -> list[bytes]:
    """Cut a text into words, without their case and what stands between them.

    >>> _words("“It’s 5.30,” she said") == _words("It's 5:30 – She said")
    True
    """
    plain = text.casefold()
    if not plain.isascii():
        for sign in _SIGNS:
            plain = plain.replace(sign, " ")
        plain = _SOLID.sub(r" \g<0> ", plain)
    return plain.encode("utf-8", "surrogatepass").translate(_BLANKS).split()


class Sketches:
    """The sketches of many texts in one piece of memory: singly, they take half as much again."""

    def __init__(self, sketches: Iterable[bytes] = ()) -> None:
        """Hold some sketches."""
        self._rows, self._sizes = bytearray(), bytearray()
        for sketch in sketches:
            self.add(sketch)

    def __len__(self) -> int:
        """Count them."""
        return len(self._sizes)

    def __iter__(self) -> Iterator[bytes]:
        """Give all."""
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, place: int) -> bytes:
        """Give one."""
        start = place * _ROW
        return bytes(self._rows[start : start + 4 * self._sizes[place]])

    def add(self, sketch: bytes) -> None:
        """Hold one more."""
        self._rows += sketch.ljust(_ROW, b"\0")
        self._sizes.append(len(sketch) // 4)

    def among(self, places: Iterable[int]) -> Sketches:
        """Give some of them."""
        return Sketches(map(self.__getitem__, places))

    def firsts(self, order: Sequence[int], most: int) -> tuple[Any, Any]:
        """Give the first hashes of each sketch.

        Args:
            order: the places of the sketches, in the order in which they are wanted.
            most: how many hashes of each.

        Returns:
            The hashes, `most` places for each sketch, one after the other; and for each of these
            places whether the sketch has so many hashes.
        """
        import numpy as np

        places = np.asarray(order, np.uint32)
        rows = np.frombuffer(self._rows, "<u4").reshape(-1, SIZE)[:, :most]
        sizes = np.frombuffer(self._sizes, np.uint8)[places]
        return rows[places].ravel(), (np.arange(most) < sizes[:, None]).ravel()


def shared(one: bytes, other: bytes) -> tuple[int, int, int]:
    """Say what two sketches tell of how much their texts share.

    Returns:
        How many hashes they share, of how many of the one and of how many of the other: those that
        the other's sketch would hold as well, if its text had them.
    """
    import numpy as np

    first, second = (np.frombuffer(sketch, "<u4") for sketch in (one, other))
    most = min(sketch[-1] if len(sketch) == SIZE else 2**32 for sketch in (first, second))
    of_first, of_second = (int((sketch <= most).sum()) for sketch in (first, second))
    return len(np.intersect1d(first, second, assume_unique=True)), of_first, of_second
