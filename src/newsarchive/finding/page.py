"""What the finders read, and what all of them need to know of it, worked out once."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import accumulate

from msgspec import Struct

from newsarchive.finding.days.mentions import places_with_figures
from newsarchive.finding.phrases import Searched, searched
from newsarchive.finding.scoring import bucket
from newsarchive.model import Line

HINTED = ("title", "date", "authors")
"""What the labeller says of lines beside the body: `newsarchive.cleaning.network.FIELDS`."""
_BODY = 0.5
"""From this probability on a line is taken as a line of the body."""
_GAP = 6.0
"""Words of body that a line of something else costs when the main text is marked out."""

_HINT_STEPS = (-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3)
_BEHIND_STEPS = (0, 1, 2, 3, 4, 6, 8, 10)
"""A hint counts by the steps it passes: what is learned of one holds for the next as well."""
_OTHERS = (0, 1, 2, 4, 8, 24)
"""Other files with the same line: a few are of one publisher, many hold what all pages say."""


class Page(Struct, frozen=True):
    """A raw page as the finders get it."""

    lines: tuple[Line, ...]
    body: tuple[float, ...]
    """For each line the probability that it belongs to the article's body."""
    url: str | None = None
    """The address that came beside the text."""
    hints: tuple[tuple[int, ...], ...] = ()
    """For each line how sure the labeller is that it states each of `HINTED`; () if not asked."""
    elsewhere: tuple[int, ...] = ()
    """In how many other files of the archive each line stands; () if the page is read alone."""


class Layout(Struct, frozen=True):
    """A page with its main text marked out."""

    texts: tuple[str, ...]
    folded: tuple[str, ...]
    """The texts in lower case."""
    start: int
    """Index of the main text's first line; the number of lines where there is none."""
    end: int
    """Index of its last line; one less than `start` where there is none."""
    inside: tuple[bool, ...]
    """Whether each line is a line of the body."""
    main: str
    """The main text in lower case."""
    lead: str
    """Its first few lines in lower case."""
    whole: str
    """The whole page in lower case."""
    phrases: Searched
    """The whole page in lower case, to be asked for phrases."""
    counts: Counter[str]
    """How often each folded line stands on the page."""
    text: str
    """The whole page as it is written."""
    starts: tuple[int, ...]
    """Where in `text` each line begins."""
    folded_starts: tuple[int, ...]
    """Where in `whole` each line begins."""
    blanks: tuple[int, ...]
    """How many blanks each line has: its words, less one."""
    paragraphs: tuple[int, ...]
    """How many lines of the body stand above each line."""
    hints: Mapping[str, tuple[int, ...]]
    """Field → for each line how sure the labeller is that it states the field; empty if not
    asked."""
    surest: Mapping[str, int]
    """Field → the largest of these hints."""
    elsewhere: tuple[int, ...]
    """In how many other files each line stands; () if the page is read alone."""
    figures: tuple[int, ...]
    """Indexes of the lines that have figures enough for a day or a year."""

    def holding(self, phrases: Iterable[str]) -> list[int]:
        """Give the indexes of the lines that hold one of some phrases in lower case."""
        return self.phrases.lines_holding(phrases, self.folded_starts)

    def line_at(self, offset: int) -> int:
        """Give the index of the line that holds a place in `text`."""
        return bisect_right(self.starts, offset) - 1

    def is_main(self, offset: int) -> bool:
        """Tell whether a place in `whole` is one of the main text."""
        line = bisect_right(self.folded_starts, offset) - 1
        return self.inside[line] and self.start <= line <= self.end

    def hint_of(self, field: str) -> Callable[[int], int]:
        """Give what tells how sure the labeller is of a line: the same of all if not asked."""
        hints = self.hints.get(field)
        return hints.__getitem__ if hints else lambda _: 0

    def hinted(self, field: str, i: int) -> tuple[str, ...]:
        """Give features: what the labeller says of a line, by itself and beside the others."""
        if not self.hints:
            return ()
        own = self.hints[field][i]
        return _hinted(own, self.surest[field] - own)

    def shared(self, i: int) -> list[str]:
        """Give the feature of a line that other files have too: in how many, about."""
        return [f"shared:{bucket(self.elsewhere[i], _OTHERS)}"] if self.elsewhere else []


@cache
def _hinted(own: int, behind: int) -> tuple[str, ...]:
    """Give the features of a hint and of how far it is behind the largest of the page."""
    return (
        *[f"hint>{step}" for step in _HINT_STEPS if own > step],
        *[f"behind>{step}" for step in _BEHIND_STEPS if behind > step],
        f"hint:{bucket(own, (-7, -4, -1, 1))}&behind:{bucket(behind, (0, 2, 6))}",
    )


def lay_out(page: Page) -> Layout:
    """Mark out the page's main text: the run of lines that holds most of the body."""
    texts = tuple([line.text for line in page.lines])
    folded = tuple([row.lower() for row in texts])  # most are ASCII, which is lowered fast
    text, whole = "\n".join(texts), "\n".join(folded)
    inside = tuple([share >= _BODY for share in page.body])
    start, end = main_run(texts, inside)
    body = [folded[i] for i in range(start, end + 1) if inside[i]]
    hints = dict(zip(HINTED, zip(*page.hints, strict=True), strict=True)) if page.hints else {}
    starts = _starts_of(texts)
    dated = [bisect_right(starts, place) - 1 for place in places_with_figures(text)]
    return Layout(
        texts=texts,
        folded=folded,
        start=start,
        end=end,
        inside=inside,
        main="\n".join(body),
        lead="\n".join(body[:4]),
        whole=whole,
        phrases=searched(whole),
        counts=Counter(folded),
        text=text,
        starts=starts,
        folded_starts=starts if len(whole) == len(text) else _starts_of(folded),
        blanks=tuple([row.count(" ") for row in texts]),
        paragraphs=tuple(accumulate(inside, initial=0)),
        hints=hints,
        surest={field: max(values) for field, values in hints.items()},
        elsewhere=page.elsewhere,
        figures=tuple(dict.fromkeys(dated)),
    )


def _starts_of(rows: tuple[str, ...]) -> tuple[int, ...]:
    """Give where each line begins in all of them, and where one more would."""
    return tuple(accumulate([len(row) + 1 for row in rows], initial=0))


def main_run(texts: tuple[str, ...], inside: tuple[bool, ...]) -> tuple[int, int]:
    """Give the first and last index of the run of lines with the most body in it.

    A line of the body counts its words, any other line costs a few: the run of the largest sum is
    found in one pass (J. L. Bentley, "Programming pearls: algorithm design techniques",
    Communications of the ACM 27, 1984).

    >>> main_run(("Home", "a " * 20, "x", "b " * 30, "Top"), (False, True, False, True, False))
    (1, 3)
    >>> main_run(("Home",), (False,))
    (1, 0)
    """
    best, best_start, best_end = 0.0, len(texts), len(texts) - 1
    total, start = 0.0, 0
    for i, is_body in enumerate(inside):
        if total <= 0:
            total, start = 0.0, i
        total += len(texts[i]) / 5.0 if is_body else -_GAP
        if total > best:
            best, best_start, best_end = total, start, i
    return best_start, best_end
