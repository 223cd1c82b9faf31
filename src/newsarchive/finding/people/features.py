"""Tells what speaks for and against a name as an author's: its features, to be weighed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import astuple

from newsarchive.finding.page import Layout
from newsarchive.finding.people.names import first_is_given, is_agency
from newsarchive.finding.people.splitting import ROLE
from newsarchive.finding.scoring import bucket, signed
from newsarchive.finding.sighting import Sighting
from newsarchive.finding.vocabulary import any_of

NO_NAME = any_of("no-name", r"\b", r"\b")
_BOX = any_of("author-box", after=r"\b")
_SERVED = any_of("served", r"(?:^|\W)")
_CREDITED = any_of("agency", r"/\s?(?:via\s)?", r"\b")
_AGO = any_of("ago", r"\b", r"\b")
_ORDER = ("by", "lead", "under-lead", "under-and", "inner", "after-day", "alone")
_SHORT = 60
"""Characters below which the line above or below a name may speak of it."""


def features_of(
    layout: Layout,
    group: list[Sighting],
    signing: Sequence[int],
    title: int | None,
    dated: frozenset[int],
    headline: str,
) -> list[str]:
    """Give the features of a name.

    Args:
        layout: the page.
        group: where the name stands.
        signing: the lines with bylines, in order.
        title: index of the title's line.
        dated: indexes of the short lines that hold a day.
        headline: the title.
    """
    anchor = title if title is not None else layout.start
    return [
        *_hinted(layout, group),
        *_shared(layout, group),
        *_place(layout, group, title, dated),
        *_wording(layout, group),
        *_company(layout, group, signing),
        *_rivals(group, signing, anchor),
        *(["in-title"] if group[0].name.lower() in headline.lower() else []),
    ]


def _place(
    layout: Layout, group: list[Sighting], title: int | None, dated: frozenset[int]
) -> list[str]:
    """Tell where the name stands: beside the title, the body, a date."""
    anchor = title if title is not None else layout.start
    i = min(group, key=lambda seen: abs(seen.line - anchor)).line
    kinds = {seen.kind for seen in group}
    kind = next(name for name in _ORDER if name in kinds)
    step = signed(i - title) if title is not None else "none"
    start = signed(i - layout.start)
    signs = {
        "only-alone": kinds == {"alone"},
        "before-title": title is not None and i < title,
        "after-body": i > layout.end,
        "inside-body": layout.inside[i],
        f"{kind}&inside-body": layout.inside[i],
        "role-near": _role_near(layout, i, group[0].name),
    }
    return [
        *[f"kind:{name}" for name in sorted(kinds)],
        f"title:{step}",
        f"{kind}&title:{step}",
        f"start:{start}",
        f"{kind}&start:{start}",
        f"{kind}&near-date:{any(k in dated for k in range(i - 2, i + 4))}",
        f"{kind}&on-date:{i in dated}",
        f"times:{min(len(group), 5)}",
        f"{kind}&times:{min(len(group), 5)}",
        f"extra:{bucket(len(layout.texts[i]) - len(group[0].name), (0, 3, 8, 20, 40))}",
        *[sign for sign, holds in signs.items() if holds],
    ]


def _hinted(layout: Layout, group: list[Sighting]) -> list[str]:
    """Tell what the labeller says of the likeliest line with the name, also for its kind."""
    hint_of = layout.hint_of("authors")
    line = max((seen.line for seen in group), key=hint_of)
    step = bucket(hint_of(line), (-6, -4, -2, 0, 2, 3))
    kinds = sorted({seen.kind for seen in group})
    return [*layout.hinted("authors", line), *[f"{kind}&hint:{step}" for kind in kinds]]


def _shared(layout: Layout, group: list[Sighting]) -> list[str]:
    """Tell in how many other files the lines with the name stand: columnists' boxes do too."""
    shared = [name for seen in group for name in layout.shared(seen.line)]
    kinds = {seen.kind for seen in group}
    best = [min(shared), max(shared)] if shared else []
    return [*best[:1], *[f"{best[-1]}&{kind}" for kind in sorted(kinds) if best]]


def _role_near(layout: Layout, i: int, name: str) -> bool:
    below = layout.texts[i + 1] if i + 1 < len(layout.texts) else ""
    rest = layout.texts[i][len(name) :]
    return bool(ROLE.search(rest) or (len(below) < _SHORT and ROLE.search(below)))


def _company(layout: Layout, group: list[Sighting], signing: Sequence[int]) -> list[str]:
    """Tell what stands about the name: another's name above, other work than writing, a time."""
    found: dict[str, None] = {}
    for i, name, _ in map(astuple, group):
        above = layout.folded[i - 1] if i else ""
        before, _, behind = layout.texts[i].partition(name)
        signs = {
            "below-a-name": i - 1 in signing or (i - 2 in signing and ROLE.search(above)),
            "served-above": len(above) < _SHORT and _SERVED.search(above),
            "served-before": _SERVED.search(before),
            "credited": "/" in behind and _CREDITED.match(behind.lstrip()),
            "ago": _AGO.search(behind),
        }
        found |= {sign: None for sign, holds in signs.items() if holds}
    return list(found)


def _wording(layout: Layout, group: list[Sighting]) -> list[str]:
    """Tell what the name looks like and how the page speaks of it elsewhere."""
    name = group[0].name
    folded = name.lower()
    alone = all(seen.kind == "alone" for seen in group)
    inside = layout.main.count(folded)
    rows = [layout.folded[seen.line] for seen in group]
    box = any(
        _BOX.match(layout.folded[seen.line]) or _BOX.match(layout.folded[max(0, seen.line - 1)])
        for seen in group
    )
    given = first_is_given(name)
    signs = {
        "agency": is_agency(name),
        "capitals": name.isupper(),
        "figure": any(sign.isdigit() for sign in name),
        "stop-word": NO_NAME.search(name) is not None,
        "role": ROLE.search(name) is not None,
        "line-again": any(layout.counts.get(row, 0) > 1 for row in rows),
        "is-a": _is_something(folded, layout.whole),
    }
    return [
        *[sign for sign, holds in signs.items() if holds],
        f"words:{min(name.count(' ') + 1, 5)}",
        f"inside:{min(inside, 3)}",
        f"alone:{alone}&inside:{min(inside, 2)}",
        f"box:{box}",
        f"given:{given}",
        f"given:{given}&alone:{alone}",
    ]


def _is_something(name: str, whole: str) -> bool:
    """Tell whether a page says of a name what it is."""
    return f"{name} is" in whole and any(
        f"{name} {verb}" in whole for verb in ("is a", "is the", "ist ")
    )


def _rivals(group: list[Sighting], signing: Sequence[int], anchor: int) -> list[str]:
    """Tell how many lines sign, and whether others stand nearer to the title."""
    own = [seen.line for seen in group if seen.kind != "alone"]
    if not own:
        return ["others-sign"] if signing else []
    nearest = min(abs(line - anchor) for line in own)
    rank = sum(1 for line in signing if abs(line - anchor) < nearest)
    return [f"bylines:{bucket(len(signing), (1, 2, 3, 6, 10))}", f"byline-rank:{min(rank, 4)}"]
