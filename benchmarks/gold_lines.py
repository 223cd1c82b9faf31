"""On which lines of a page the gold body stands, and how well a choice of lines agrees with it.

The measure is the one of the field: the F1 of two bags of four-word shingles, averaged over pages
(Scrapinghub's article-extraction-benchmark).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any, NamedTuple

from newsarchive.model import Line

_UNSPACED = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_WIDTH = 4

Gold = Mapping[str, Any]
Shingles = Counter[tuple[str, ...]]


class GoldLines(NamedTuple):
    """What each line of a page should be called: one entry a line in every field."""

    body: tuple[bool, ...]
    """Whether it belongs to the body, a subheading included."""
    heading: tuple[bool, ...]
    """Whether it is a subheading of the body."""
    either: tuple[bool, ...]
    """Whether it is a stand-first, which counts as right with the body and without."""
    words: tuple[int, ...]
    """How many words it has."""

    def cut(self, some: slice) -> GoldLines:
        """Returns the entries of some of the lines."""
        return GoldLines(self.body[some], self.heading[some], self.either[some], self.words[some])

    @classmethod
    def join(cls, parts: Iterable[GoldLines]) -> GoldLines:
        """Returns the entries of all the parts' lines."""
        body, heading, either, words = (tuple(chain(*field)) for field in zip(*parts, strict=True))
        return cls(body, heading, either, words)


def words_of(text: str) -> list[str]:
    """Returns the words of a text, case folded; an ideograph is a word of its own."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def shingles_of(words: Sequence[str]) -> Shingles:
    """Returns the bag of four-word shingles; a shorter text is one shorter shingle."""
    starts = range(max(1, len(words) - _WIDTH + 1)) if words else range(0)
    return Counter(tuple(words[start : start + _WIDTH]) for start in starts)


def gold_shingles(gold: Gold) -> list[Shingles]:
    """Returns the shingles of every text that counts as the body: without and with its lead."""
    body = "\n".join(block["x"] for block in gold["body"] or [])
    lead = gold.get("lead") or ""
    texts = [body, f"{lead}\n{body}"] if lead else [body]
    return [shingles_of(words_of(text)) for text in texts]


def agreement(chosen: Sequence[Line], golds: Sequence[Shingles]) -> float:
    """Returns the F1 of the chosen lines with the gold that fits best."""
    ours = shingles_of(words_of("\n".join(line.text for line in chosen)))
    return max(_f1(ours, gold) for gold in golds)


def _f1(ours: Shingles, gold: Shingles) -> float:
    total = ours.total() + gold.total()
    return 2 * (ours & gold).total() / total if total else 1.0


def find_gold_lines(lines: Sequence[Line], gold: Gold) -> GoldLines:
    """Aligns a page's lines with the gold body.

    A line belongs to the body when most of its words lie in four-word shingles of it, where
    shingles may run on from line to line. Of several lines that say the same (a teaser that
    quotes the article), the one amid the most body is meant.
    """
    words = [words_of(line.text) for line in lines]
    found = _Alignment(words, gold)
    found.drop_copies()
    found.add_short_lines()
    either = found.lead_lines(gold.get("lead") or "")
    return GoldLines(
        tuple(found.body), found.headings(), either, tuple(len(line) for line in words)
    )


class _Alignment:
    """Which words of the gold body each line of a page holds."""

    def __init__(self, words: Sequence[Sequence[str]], gold: Gold) -> None:
        blocks = [(block["t"], words_of(block["x"])) for block in gold["body"] or []]
        self.words = words
        self.gold = [word for _, block in blocks for word in block]
        self.kinds = [kind for kind, block in blocks for _ in block]
        self.short: dict[tuple[str, ...], list[int]] = defaultdict(list)
        start = 0
        for _, block in blocks:
            if 0 < len(block) < _WIDTH:
                self.short[tuple(block)].append(start)
            start += len(block)
        self.places = self._match()
        """For each line the places in the gold that its words were found at."""
        self.body = [
            bool(line) and len(places) >= 0.6 * len(line)
            for line, places in zip(words, self.places, strict=True)
        ]

    def _match(self) -> list[list[int]]:
        at: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place in range(len(self.gold) - _WIDTH + 1):
            at[tuple(self.gold[place : place + _WIDTH])].append(place)
        page = [word for line in self.words for word in line]
        found: list[int | None] = [None] * len(page)
        last = -1
        for start in range(len(page) - _WIDTH + 1):
            candidates = at.get(tuple(page[start : start + _WIDTH]))
            if candidates:
                last = _next_place(candidates, found[start], last)
                for step in range(_WIDTH):
                    if found[start + step] is None:
                        found[start + step] = last + step
        ends = [0]
        for line in self.words:
            ends.append(ends[-1] + len(line))
        return [
            [place for place in found[start:end] if place is not None]
            for start, end in pairwise(ends)
        ]

    def drop_copies(self) -> None:
        """Takes back every line whose words another line with more company holds as well."""
        holders = self._holders()
        for line, places in enumerate(self.places):
            if not self.body[line]:
                continue
            rivals = Counter(other for place in places for other in holders[place] if other != line)
            rival, common = rivals.most_common(1)[0] if rivals else (line, 0)
            copied = common >= 0.7 * len(places) and self.body[rival]
            if copied and self._rank(rival, line) > self._rank(line, rival):
                self.body[line] = False

    def _holders(self) -> dict[int, list[int]]:
        """For each place of the gold the lines of the body that hold it."""
        holders: dict[int, list[int]] = defaultdict(list)
        for line, places in enumerate(self.places):
            if self.body[line]:
                for place in places:
                    holders[place].append(line)
        return holders

    def _rank(self, line: int, rival: int) -> tuple[int, int, int]:
        """How many words of the body stand on the lines around; then the longer, then the first."""
        around = range(max(0, line - 6), min(len(self.words), line + 7))
        company = (near for near in around if near not in (line, rival) and self.body[near])
        return sum(len(self.words[near]) for near in company), len(self.words[line]), -line

    def add_short_lines(self) -> None:
        """Adds lines too short for a shingle: whole blocks, and pieces between two pieces."""
        held = self._holders()
        for line, words in enumerate(self.words):
            if not self.body[line] and 0 < len(words) < _WIDTH:
                place = self._place_of_short(line)
                if place is not None and place not in held:
                    self.body[line], self.places[line] = True, [place]

    def _place_of_short(self, line: int) -> int | None:
        words = self.words[line]
        before = next((n for n in range(line - 1, -1, -1) if self.body[n]), None)
        after = next((n for n in range(line + 1, len(self.words)) if self.body[n]), None)
        start = -1 if before is None else max(self.places[before])
        end = len(self.gold) if after is None else min(self.places[after])
        blocks = [at for at in self.short[tuple(words)] if start - 1 <= at <= end + 1]
        if blocks and (before is None or line - before < 8):
            return blocks[0]
        missing = self.gold[start + 1 : end]
        amid = before is not None and after is not None
        if amid and 0 < len(missing) <= len(words) + 3 and set(words) <= set(missing):
            return start + 1
        return None

    def headings(self) -> tuple[bool, ...]:
        """Returns which lines of the body hold mostly words of gold headings."""
        return tuple(
            inside and 2 * sum(self.kinds[place] == "h" for place in places) > len(places)
            for inside, places in zip(self.body, self.places, strict=True)
        )

    def lead_lines(self, lead: str) -> tuple[bool, ...]:
        """Returns which lines outside the body say what the stand-first says."""
        wanted = shingles_of(words_of(lead))

        def says(line: int) -> bool:
            ours = shingles_of(self.words[line])
            return len(self.words[line]) > 2 and (ours & wanted).total() >= 0.6 * ours.total()

        return tuple(not inside and says(line) for line, inside in enumerate(self.body))


def _next_place(candidates: Sequence[int], running: int | None, last: int) -> int:
    """The place that goes on from the last match; else the nearest, rather after it."""
    if running is not None and running in candidates:
        return running
    return min(candidates, key=lambda place: (place < last, abs(place - last)))
