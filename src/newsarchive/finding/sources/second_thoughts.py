"""Looks once more at the name that weighs most: it may be another's whose words the page has.

An agency's report names the agency more often than the page that prints it names itself, and the
name of a house's paper may begin with the house's own, which the page has more often.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import is_agency
from newsarchive.finding.sources.grouping import OWNERS, Candidate
from newsarchive.finding.sources.paper_names import names_paper
from newsarchive.finding.sources.register import is_known

_OWN = frozenset(("address", "page", "page-title", "mail", "handle"))
"""Kinds of places at which an agency is named on its own pages alone."""
_WITHIN = frozenset(("known", "part", "repeated", "voiced", "common"))
"""Kinds of places that may be amid other words."""
_NAMED = frozenset(("known", "part", "voiced", "phrase", "alone", "masthead"))
"""Kinds of places at which other pages than its own name a house as well."""


def reconsider(
    best: Candidate, candidates: Sequence[Candidate], layout: Layout
) -> Candidate | None:
    """Give the name that weighs most, or the one it stands for, or nothing.

    Args:
        best: the name that weighs most.
        candidates: all names.
        layout: the page's layout.
    """
    if not is_agency(best.name):
        return _claiming(best, candidates, layout) or _of_the_house(best, candidates)
    return best if not _OWN.isdisjoint(_kinds(best)) else _printing(best, candidates, layout)


def _printing(
    agency: Candidate, candidates: Sequence[Candidate], layout: Layout
) -> Candidate | None:
    """Give who prints an agency's report, by the page's title or a claim beside the text.

    The agency itself is it where none else is, if it claims something or speaks for itself.
    """
    houses = [c for c in candidates if not is_agency(c.name) and c.key not in OWNERS]
    others = [c for c in houses if "page-title" in _kinds(c)] or [
        c for c in houses if "/" not in c.name and _claims(c, layout)
    ]
    if others:
        shortest = min(others, key=lambda each: len(each.name))
        return shortest if all(each.name.endswith(shortest.name) for each in others) else None
    return None if _kinds(agency).isdisjoint(("dateline", "told", "copyright")) else agency


def _claiming(best: Candidate, candidates: Sequence[Candidate], layout: Layout) -> Candidate | None:
    """Give the one other known house that claims the rights of a page that only names the best.

    Such a page serves nobody under that name, and has no address of it: the text came from there,
    or the name is a section's too.
    """
    if not _kinds(best) <= _NAMED:
        return None
    others = [
        each
        for each in candidates
        if each.key != best.key
        and each.key not in OWNERS
        and not is_agency(each.name)
        and is_known(each.key)
        and _claims(each, layout)
    ]
    return others[0] if len(others) == 1 else None


def _claims(candidate: Candidate, layout: Layout) -> bool:
    """Tell whether a name claims the rights beside the text: amid it, pictures have owners."""
    beside = (s.kind == "copyright" and not layout.inside[s.line] for s in candidate.sightings)
    return any(beside)


def _of_the_house(best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """Give the longer name that stands over the page and begins with the name.

    It is one of the register above the other, or else a paper's where the other stands nowhere
    alone: "El Observador" in "El Observador de Otra Parte".
    """
    top = min((s.line for s in best.sightings if s.kind == "masthead"), default=None)
    for each in candidates:
        if each.key == best.key or not each.key.startswith(best.key):
            continue
        kinds, line = _kinds(each), min(s.line for s in each.sightings)
        if "masthead" in kinds and top is not None and "alone" in kinds and line < top:
            return each
        if "masthead" in kinds and _kinds(best) <= _WITHIN and names_paper(each.name):
            return each
    return best


def _kinds(candidate: Candidate) -> frozenset[str]:
    return frozenset(s.kind for s in candidate.sightings)
