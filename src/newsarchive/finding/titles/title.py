"""Finds the title: the line that heads the body and says what it is about.

Candidates are short lines around the beginning of the main text, the page's first lines, and what
stands before the publisher's name in "Title - Publisher". Each is weighed by its shape, its place
and by how much of it the body takes up again.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import first_is_given, is_name
from newsarchive.finding.phrases import led_by
from newsarchive.finding.scoring import load_weights
from newsarchive.finding.titles.choice import TAIL, Candidate, choose, is_glued_to, same_title
from newsarchive.finding.titles.features import features_of, is_unspaced, tail_features
from newsarchive.finding.titles.halves import with_halves
from newsarchive.finding.titles.no_title import is_no_title
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line, Statement
from newsarchive.patterns import late

_BEFORE = 100
"""Lines before the main text that may be its title."""
_AFTER = 6
_SURE = 3
"""How sure the labeller must be that a line states the title wherever it stands."""
_MOST = 16
"""Lines that are weighed: those of which the labeller is surest that they state a title."""
_NAME_APART = 2
"""Lines by which a headline is apart from a page's name, and words that they share, at least."""
_LONGEST = 300
_SHORTEST_HEAD = 12
_SHORTEST_NAME = 8
_MOST_TAIL = 12
_STOPS = (".", "!", "?", "…", "»", "”")
"""No publisher's name has more blanks and ends so: it is a sentence behind a place and a day."""
_CLAIMING = ("©", "(c)", "copyright")
_RIGHTS = late(
    r"(?:(?:©|\(c\)|copyright:?)\s?)+"
    r"(?:(?:(?:19|20)\d\d\s?[-–]\s?)?(?:19|20)\d\d[\s|,.–-]*)?([^\n]*)"
)
"""Who claims the rights of the whole page: its publisher, by the name that stands over all."""
_KEY = any_of("noted-title", after=r"\s?[:：]\s?(?=\S)")
_HASH = late(r"#{1,6}\s")
"""The sign of a heading in Markdown."""
_TAIL_SIGNS = late("[|｜»·：_–—-]")
"""One of these stands before every tail."""


def find_title(
    lines: tuple[Line, ...], layout: Layout, dated: frozenset[int]
) -> tuple[Statement, ...]:
    """Give the statements of the title: its best line first, then others that repeat it.

    Args:
        lines: the page's lines.
        layout: its layout.
        dated: indexes of the short lines that hold a day.
    """
    candidates = list_candidates(lines, layout, dated)
    found = choose(lines, candidates, load_weights("title"), layout.start)
    return with_halves(found, lines) or tuple(map(_without_key, found))


def _without_key(said: Statement) -> Statement:
    """Give a title without what whoever typed it wrote before it: "Headline: ", "# "."""
    key = _KEY.match(said.value) or _HASH.match(said.value)
    return replace(said, value=said.value[key.end() :]) if key else said


def list_candidates(
    lines: tuple[Line, ...], layout: Layout, dated: frozenset[int]
) -> list[Candidate]:
    """Give the texts that may be the title, each with its features."""
    found = []
    rights = [claim[1] for claim in led_by(_CLAIMING, _RIGHTS, layout.whole)]
    for i in _places(layout):
        text = layout.texts[i]
        if not 4 <= len(text) <= _LONGEST or is_no_title(layout, i, dated):
            continue
        if len(text) >= _SHORTEST_NAME and any(
            claim.startswith(layout.folded[i]) for claim in rights
        ):
            continue
        cuts = _cuts(text)
        if _plausible(text):
            features = features_of(lines, layout, i, text, dated)
            for place in cuts[-1:]:
                features += [f"whole-{name}" for name in tail_features(layout, text[place:])]
            found.append(Candidate(i, text, "title-line", tuple(features)))
        for place in dict.fromkeys([*cuts[:1], *cuts[-1:]]):
            found.extend(_head(lines, layout, i, place, dated))
    return _compare(_without_glued(found))


def _without_glued(found: list[Candidate]) -> list[Candidate]:
    """Leave out what is another candidate with sections glued before it: "NewsSportTitle"."""
    texts = {each.text for each in found if len(each.text) >= _SHORTEST_HEAD}
    return [
        each
        for each in found
        if not any(len(text) < len(each.text) and is_glued_to(each.text, text) for text in texts)
    ]


def _compare(found: list[Candidate]) -> list[Candidate]:
    """Add what is seen only when a candidate is compared with the others."""
    grades = [_grade(each) for each in found]
    order = sorted(set(grades), reverse=True)
    ranks = {grade: min(rank, 4) for rank, grade in enumerate(order)}
    said = [set(same_title(each.text).split()) for each in found]
    first = [own for each, own in zip(found, said, strict=True) if each.line == 0]
    further = [own for each, own in zip(found, said, strict=True) if each.line > _NAME_APART]
    compared = []
    best: dict[int, int] = {}
    for each, grade in zip(found, grades, strict=True):
        best[each.line] = max(grade, best.get(each.line, 0))
    for each, grade, own in zip(found, grades, said, strict=True):
        extra = [f"echo-rank:{ranks[grade]}"]
        if each.rule == "title-line":
            above = max([best.get(each.line - step, -1) for step in (1, 2, 3, 4)])
            extra.append("better-above" if above >= grade else "none-better-above")
            below = max([best.get(each.line + step, -1) for step in (1, 2, 3, 4)])
            extra.append("better-below" if below > grade else "none-better-below")
        extra += _rivals(each.line, own, first if each.line else further)
        compared.append(Candidate(each.line, each.text, each.rule, (*each.features, *extra)))
    return compared


def _rivals(line: int, own: set[str], others: list[set[str]]) -> list[str]:
    """Tell the name that a page has for search engines, on its first line, from its headline.

    The two say the same in other words, and the headline stands further down.

    Args:
        line: the candidate's line.
        own: its words.
        others: those of what may be the headline, or, for that, of what stands on the first line.
    """
    if 0 < line <= _NAME_APART:
        return []
    most = max([len(own & words) for words in others], default=0)
    kind = "rival-of-first" if line else "first-with-rival"
    return [f"{kind}:{min(most, 5)}"] if most > _NAME_APART else []


def _grade(candidate: Candidate) -> int:
    for name in candidate.features:
        if name.startswith("main-words:"):
            return int(name[11:])
    return 0


def _places(layout: Layout) -> list[int]:
    count = len(layout.texts)
    anchor = min(layout.start, count)
    places = set(range(max(0, anchor - _BEFORE), min(count, anchor + _AFTER)))
    places.update(range(min(3, count)))
    hint_of = layout.hint_of("title")
    places.update(i for i in range(count) if hint_of(i) >= _SURE)
    surest = sorted(sorted(places), key=hint_of, reverse=True)
    chosen = set(surest[:_MOST] if layout.hints else surest)
    chosen |= {i + 1 for i in chosen if _is_glued_above(layout, i)}
    return sorted(chosen)


def _is_glued_above(layout: Layout, i: int) -> bool:
    """Tell whether a line ends with the whole of the next one: a trail over the title does."""
    below = layout.texts[i + 1] if i + 1 < len(layout.texts) else ""
    longer = _SHORTEST_HEAD <= len(below) < len(layout.texts[i])
    return longer and is_glued_to(layout.texts[i], below)


def _plausible(text: str) -> bool:
    return " " in text or is_unspaced(text) or len(text) > 12


def _head(
    lines: tuple[Line, ...], layout: Layout, i: int, place: int, dated: frozenset[int]
) -> Iterator[Candidate]:
    """Give what stands before a tail that begins at a place, in "Title - Publisher"."""
    text = layout.texts[i]
    head = text[:place].strip()
    if i in dated and is_name(head) and first_is_given(head):
        return
    if text.count(" ", place) > _MOST_TAIL and text.endswith(_STOPS):
        return
    if " " in head or is_unspaced(head):
        features = [*features_of(lines, layout, i, head, dated), "head"]
        if i < 3:
            features.append("head-of-first-line")
        tail = len(text) - place
        features.append("short-tail" if tail < 30 else "long-tail")
        features += tail_features(layout, text[place:])
        yield Candidate(i, head, "title-tail", tuple(features))


def _cuts(text: str) -> list[int]:
    """Give where a tail may begin: behind what is long enough for a title."""
    tails = TAIL.finditer(text) if _TAIL_SIGNS.search(text) else ()
    return [tail.start() for tail in tails if tail.start() >= _SHORTEST_HEAD]
