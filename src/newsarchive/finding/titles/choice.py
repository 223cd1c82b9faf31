"""Chooses the title among what may be it: by weight, and by what stands above and below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct

from newsarchive.finding.scoring import Weights, score, shares
from newsarchive.finding.sources.paper_names import BESIDE, names_paper
from newsarchive.finding.titles.features import TRAIL
from newsarchive.finding.titles.interviews import title_beside
from newsarchive.finding.vocabulary import one_of, words
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_FEWEST_BLANKS = 3
"""Blanks of a title over a stand-first, at least: a kicker has fewer."""
_OVER = 0.25
"""What such a title weighs beside its stand-first, at least: of the lines over the likeliest one on
the evaluation's pages those below a fifth were right once in 101, those from two fifths on five
times in seven."""
_ABOVE_PICTURE = 0.1
"""What a title weighs beside a caption below it that is printed twice, at least."""
_ABOVE_DAY = 0.25
"""What a title weighs beside a line that opens the text below its day, at least."""
_OPENS_TEXT, _DAY_BELOW = "gap:0", "date-after:"
_NEAR = 10
"""Lines from a title to the text, at most, if only a day and the like stand between."""
_PARAGRAPH = 100
"""Characters of a paragraph, at least."""
_CREDIT = one_of(
    *words("credit-lead"),
    *words("credit-bare"),
    before=r"[(\[]?(?:©|",
    after=r"(?:(?<=\.)|\s?[:/|]))\s?\S",
)
_OVER_IN_PRINT = 0.01
"""The same where lines were broken at a width: papers set the title over what else a head says."""
_BELOW = 0.1
"""What a headline weighs beside what its page calls itself, at least."""
_ALIKE = 1 / 3
"""The share of the telling words of the one that the other has, at least."""
_FAR = 5
"""Lines from the page's first to its headline, at least."""
_SHORT = 3
"""Letters of words that tell nothing, at most."""
_WORD = late(r"\w+")
_TRAILS = (">", "»", "›", "→")
TAIL = late(
    r"\s[|–—-]\s|\s?[|｜»]\s?|\s·\s|：|(?<=[\u3040-\u9fff”」』》）！？])(?:_|--?)(?=[\u3040-\u9fff])"
)
"""What may stand between a title and its publisher."""


class Candidate(Struct, frozen=True):
    """A text that may be the title."""

    line: int
    """Index of the line."""
    text: str
    rule: str
    features: tuple[str, ...]


class Weighed(Struct, frozen=True):
    """What of a page may be its title, and what it weighs."""

    lines: tuple[Line, ...]
    start: int
    """Index of the body's first line."""
    candidates: tuple[tuple[str, Candidate], ...]
    """Each with its key, which printings of one title share."""
    sums: Mapping[str, float]
    """What all printings of a title weigh together, by key."""

    def printings(self, key: str) -> list[Candidate]:
        """Give the candidates of a key."""
        return [each for its, each in self.candidates if its == key]

    def has(self, key: str, share: float, best: str) -> bool:
        """Tell whether a key weighs a share of what the best one does, at least."""
        return self.sums[key] >= share * self.sums[best]


def choose(
    lines: tuple[Line, ...], candidates: list[Candidate], weights: Weights, start: int
) -> tuple[Statement, ...]:
    """Give the statements of the candidate that weighs most, where it weighs enough.

    Args:
        lines: the page's lines.
        candidates: those that may be the title.
        weights: what their features weigh.
        start: index of the body's first line.
    """
    portions = shares([score(weights, each.features) for each in candidates])
    keys = [same_title(each.text) for each in candidates]
    sums: dict[str, float] = {}
    for key, portion in zip(keys, portions, strict=True):
        sums[key] = sums.get(key, 0.0) + portion
    best = max(sums, key=lambda key: sums[key], default="")
    if not sums or sums[best] < weights.keep:
        return ()
    weighed = Weighed(lines, start, tuple(zip(keys, candidates, strict=True)), sums)
    for by_place in BY_PLACE:
        best = by_place(weighed, best)
    chosen = [
        (portion, each)
        for key, portion, each in zip(keys, portions, candidates, strict=True)
        if key == best
    ]
    chosen.sort(key=lambda pair: (-pair[0], pair[1].line))
    return tuple(
        Statement("title", each.text, each.rule, lines[each.line].text, lines[each.line].number)
        for _, each in chosen
    )


def _over_stand_first(weighed: Weighed, best: str) -> str:
    """Give the title over a stand-first that weighs more, as it says more of the body's words.

    The title is the shorter of two such lines, and the upper one.
    """
    least = _OVER_IN_PRINT if any(line.rows > 1 for line in weighed.lines) else _OVER
    below = {each.line: each for each in weighed.printings(best)}
    for key, each in weighed.candidates:
        lower = below.get(each.line + 1)
        if lower and _may_head(each, lower) and weighed.has(key, least, best):
            return key
    return best


def _printed_twice(weighed: Weighed, best: str) -> str:
    """Give the title that a page prints twice, one below the other, the first with a trail."""
    for key, each in weighed.candidates:
        twice = each.rule == "title-line" and _stands_twice(weighed.lines, each)
        long = each.text.count(" ") >= _FEWEST_BLANKS and not best.startswith(key)
        if twice and long and not TAIL.search(each.text) and weighed.has(key, _OVER, best):
            return key
    return best


def _over_picture(weighed: Weighed, best: str) -> str:
    """Give the likeliest title above a caption that is said twice in a row, over its picture.

    The second printing stands over the picture's credit, or over the text.
    """
    shown = [each.line for each in weighed.printings(best)]
    if not any(_is_caption(weighed.lines, i) for i in shown):
        return best
    above = [
        key
        for key, each in weighed.candidates
        if each.line < min(shown)
        and each.text.count(" ") >= _FEWEST_BLANKS
        and not each.text.endswith(".")
    ]
    likeliest = max(above, key=lambda key: weighed.sums[key], default=best)
    return likeliest if weighed.has(likeliest, _ABOVE_PICTURE, best) else best


def _over_day(weighed: Weighed, best: str) -> str:
    """Give the title over a day, where what weighs more is the first line below that day.

    The labeller takes such a line for the text's first: it is a caption.
    """
    first = weighed.printings(best)
    if len(first) != 1 or _OPENS_TEXT not in first[0].features:
        return best
    caption = first[0].line
    above = [
        key
        for key, each in weighed.candidates
        if each.rule == "title-line" and _is_over_day(each, caption) and best not in key
    ]
    likeliest = max(above, key=lambda key: weighed.sums[key], default=best)
    return likeliest if weighed.has(likeliest, _ABOVE_DAY, best) else best


def _below_page_title(weighed: Weighed, best: str) -> str:
    """Give the headline of a page that calls itself otherwise on its first line, for searchers.

    It has words of that line, which stands nowhere else, and is over the body, far below the line:
    a person's selection begins with the headline.
    """
    places = weighed.printings(best)
    if any(each.line for each in places):
        return best
    called = _telling_words(places[0].text)
    for key, each in weighed.candidates:
        alike = len(called & _telling_words(each.text)) >= _ALIKE * len(called)
        above = _FAR <= each.line <= weighed.start
        if above and alike and called and weighed.has(key, _BELOW, best):
            return key
    return best


def _of_interview(weighed: Weighed, best: str) -> str:
    """Give an interview's title, where what weighs more says with whom it is, or who asked."""
    beside = {title_beside(weighed.lines, each.line) for each in weighed.printings(best)}
    return next((key for key, each in weighed.candidates if each.line in beside), best)


def _without_paper(weighed: Weighed, best: str) -> str:
    """Give the title without the paper's name that ends it: "Title - Elsewhere Courier"."""
    whole = {each.line: each.text for each in weighed.printings(best)}
    for key, each in weighed.candidates:
        text = whole.get(each.line, "")
        tail = TAIL.match(text, len(each.text)) if text.startswith(each.text) else None
        if tail and each.rule == "title-tail" and names_paper(text[tail.end() :], BESIDE):
            return key
    return best


BY_PLACE: tuple[Callable[[Weighed, str], str], ...] = (
    _over_stand_first,
    _printed_twice,
    _over_picture,
    _over_day,
    _below_page_title,
    _of_interview,
    _without_paper,
)
"""What takes another title than the one that weighs most, for where both stand, in order."""


def _telling_words(text: str) -> frozenset[str]:
    """Give a title's words of more than three letters, in lower case."""
    return frozenset(word for word in _WORD.findall(text.lower()) if len(word) > _SHORT)


def _is_over_day(each: Candidate, below: int) -> bool:
    """Tell whether a headline stands over a day, and that over a line shortly below."""
    day = next((name for name in each.features if name.startswith(_DAY_BELOW)), None)
    words = each.text.count(" ")
    plain = not each.text.endswith(".") and not TRAIL.search(each.text)
    near = day is not None and each.line + int(day[len(_DAY_BELOW) :]) < below <= each.line + _NEAR
    return near and plain and words > _FEWEST_BLANKS and not TAIL.search(each.text)


def _is_caption(lines: tuple[Line, ...], i: int) -> bool:
    """Tell whether a line repeats the one above, over a credit or a paragraph of text."""
    if not 0 < i < len(lines) - 1 or lines[i].text != lines[i - 1].text:
        return False
    below = lines[i + 1].text
    return len(below) >= _PARAGRAPH or _CREDIT.match(below) is not None


def _stands_twice(lines: tuple[Line, ...], each: Candidate) -> bool:
    above = lines[each.line - 1].text if each.line else ""
    below = lines[each.line + 1].text if each.line + 1 < len(lines) else ""
    return below == each.text or (len(above) > len(each.text) and is_glued_to(above, each.text))


def _may_head(upper: Candidate, lower: Candidate) -> bool:
    if upper.rule != "title-line" or lower.rule != "title-line" or TRAIL.search(upper.text):
        return False
    blanks = upper.text.count(" ") - 2 * upper.text.count(" | ")
    return blanks >= _FEWEST_BLANKS and len(upper.text) < len(lower.text)


_QUOTES = str.maketrans("‘’‚‛`´“”„«»–—‑", "''''''\"\"\"\"\"---", "\u200b\u200c\u200d\u00ad")


@lru_cache(maxsize=64)  # each of a page's candidates is asked about by several steps
def same_title(text: str) -> str:
    """Give what is alike in two printings of a title: quotes, dashes, case, the last stop.

    >>> same_title("It Won’t Rain.") == same_title("It won't rain")
    True
    """
    return " ".join(text.translate(_QUOTES).lower().split()).strip(" \"'.")


def is_glued_to(text: str, title: str) -> bool:
    """Tell whether a text ends with a title behind a trail, or glued to something else.

    >>> is_glued_to("NewsSportB2BBridge closed", "Bridge closed"), is_glued_to("A title", "title")
    (True, False)
    >>> is_glued_to("Home>News>bridge closed", "bridge closed")
    True
    """
    if not text.endswith(title):
        return False
    before = text[: -len(title)]
    return before.rstrip().endswith(_TRAILS) or (title[:1].isupper() and before[-1:].isalnum())
