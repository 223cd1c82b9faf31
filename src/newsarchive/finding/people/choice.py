"""Chooses the authors among weighed names: by weight, and by what stands beside them."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import first_is_given, is_agency, is_name
from newsarchive.finding.people.uncased import is_uncased

_FELLOW = 2
"""Lines between those of two who sign in the same words, less one: an address stands between."""
_KEEP_ALONE = 0.5
"""How sure a name must be that only stands alone: of those below not one in three was right."""
_KEEP_BESIDE = 0.05
"""The same of a name on the line of a surer one: of nine in eleven that is right."""


class Candidate(Struct, frozen=True):
    """A name that may be an author's."""

    line: int
    name: str
    rule: str
    features: tuple[str, ...]


Weighed = list[tuple[Candidate, float]]
"""Names, each with how likely it is an author's, in the order of the page."""


def choose(layout: Layout, weighed: Weighed, keep: float) -> list[Candidate]:
    """Give the names that sign the article.

    Args:
        layout: the page.
        weighed: the names.
        keep: how likely one must be an author's.
    """
    sure = _with_those_beside(_surest(weighed, keep), weighed)
    signing = _but_of_teasers(layout, _with_fellows(layout, sure, weighed))
    return _but_of_the_story(layout, signing)


def _surest(weighed: Weighed, keep: float) -> list[Candidate]:
    """Give the names that weigh enough, without those in doubt beside a surer one.

    In doubt is a name that only stands alone, on a line where no surer name stands.
    """
    enough = [(each, weight) for each, weight in weighed if weight >= keep]
    sure = {each.line for each, weight in enough if each.rule == "byline" or weight >= _KEEP_ALONE}
    return [each for each, _ in enough if not sure or each.line in sure]


def _with_those_beside(sure: list[Candidate], weighed: Weighed) -> list[Candidate]:
    """Give the names with those beside them on one line: "Juana Pérez / P. Roe"."""
    lines = {each.line for each in sure}
    return [
        each
        for each, weight in weighed
        if each in sure
        or (each.line in lines and weight >= _KEEP_BESIDE and _is_persons(each.name))
    ]


def _is_persons(name: str) -> bool:
    return is_name(name) and not is_agency(name.partition(" ")[0])


def _but_of_teasers(layout: Layout, sure: list[Candidate]) -> list[Candidate]:
    """Leave out who is named between paragraphs of an article that is signed above them."""
    if not any(each.line < layout.start and first_is_given(each.name) for each in sure):
        return sure
    amid = range(layout.start + 1, layout.end)
    return [each for each in sure if each.line not in amid or layout.inside[each.line]]


def _but_of_the_story(layout: Layout, sure: list[Candidate]) -> list[Candidate]:
    """Leave out who stands alone beside a byline and is told of: the text's or a caption's name."""
    signed = {each.line for each in sure if each.rule == "byline"}
    return [
        each
        for each in sure
        if not signed or each.line in signed or each.name.lower() not in layout.main
    ]


def _with_fellows(layout: Layout, sure: list[Candidate], weighed: Weighed) -> list[Candidate]:
    """Give the names with those that go on below: "홍길동 기자" again, "und Erika Muster"."""
    found = list(sure)
    for each, _ in weighed:
        if each not in found and any(_goes_on(layout, other, each) for other in found):
            found.append(each)
    return [each for each, _ in weighed if each in found]


def _goes_on(layout: Layout, upper: Candidate, lower: Candidate) -> bool:
    """Tell whether a name signs in the words of one shortly above, or behind an "and" below it."""
    joined = lower.line == upper.line + 1 and "kind:under-and" in lower.features
    worded = _wording(layout, lower)
    near = 0 < lower.line - upper.line <= _FELLOW
    return joined or (near and worded != "" and _wording(layout, upper) == worded)


def _wording(layout: Layout, candidate: Candidate) -> str:
    """Give what stands beside a name without capitals, where that says who wrote."""
    said = "kind:lead" in candidate.features and is_uncased(candidate.name)
    return layout.texts[candidate.line].replace(candidate.name, "").strip() if said else ""
