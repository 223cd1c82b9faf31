"""Finds the title: the line that heads the body and says what it is about.

Candidates are short lines around the beginning of the main text, the page's first lines, and what
stands before the publisher's name in "Title - Publisher". Each is weighed by its shape, its place
and by how much of it the body takes up again.
"""

from __future__ import annotations

import re

from msgspec import Struct

from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import Weights, bucket, load_weights, score, shares
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line, Statement

_BEFORE = 60
"""Lines before the main text that may be its title."""
_AFTER = 3
_MOST = 8
"""Lines that are weighed: those of which the labeller is surest that they state a title."""
_LONGEST = 300
_TAIL = re.compile(r"\s[|–—-]\s|\s?[|｜»]\s?|\s·\s")
_WORD = re.compile(r"\w{4,}")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_TRAIL = re.compile(r" [/>»] |›")
_BAR = re.compile(r"[|｜]| [-–] ")
_ADDRESS = re.compile(r"https?:|www\.|@\w|\.(?:com|org|net)\b", re.IGNORECASE)
_NOT_A_TITLE = any_of("no-title", after=r"\b")


class Candidate(Struct, frozen=True):
    """A text that may be the title."""

    line: int
    """Index of the line."""
    text: str
    rule: str
    features: tuple[str, ...]


def find_title(
    lines: tuple[Line, ...], layout: Layout, dated: frozenset[int]
) -> tuple[Statement, ...]:
    """Returns the statements of the title: its best line first, then others that repeat it.

    Args:
        lines: The page's lines.
        layout: Its layout.
        dated: Indexes of the short lines that hold a day.
    """
    candidates = list_candidates(lines, layout, dated)
    return choose(lines, candidates, load_weights("title"))


def choose(
    lines: tuple[Line, ...], candidates: list[Candidate], weights: Weights
) -> tuple[Statement, ...]:
    """Returns the statements of the candidate that weighs most, where it weighs enough."""
    portions = shares([score(weights, each.features) for each in candidates])
    keys = [same_title(each.text) for each in candidates]
    sums: dict[str, float] = {}
    for key, portion in zip(keys, portions, strict=True):
        sums[key] = sums.get(key, 0.0) + portion
    if not sums:
        return ()
    best = max(sums, key=lambda key: sums[key])
    if sums[best] < weights.keep:
        return ()
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


_QUOTES = str.maketrans("‘’‚‛`´“”„«»–—‑", "''''''\"\"\"\"\"---", "\u200b\u200c\u200d\u00ad")


def same_title(text: str) -> str:
    """Returns what is alike in two printings of a title: quotes, dashes, case, the last stop.

    >>> same_title("It Won’t Rain.") == same_title("It won't rain")
    True
    """
    return " ".join(text.translate(_QUOTES).lower().split()).strip(" \"'.")


def list_candidates(
    lines: tuple[Line, ...], layout: Layout, dated: frozenset[int]
) -> list[Candidate]:
    """Returns the texts that may be the title, each with its features."""
    found = []
    places = _places(layout)
    for i in places:
        text = layout.texts[i]
        if not 4 <= len(text) <= _LONGEST:
            continue
        if _plausible(text):
            features = _features(lines, layout, i, text, dated)
            found.append(Candidate(i, text, "title-line", tuple(features)))
        found.extend(_heads(lines, layout, i, text, dated))
    return _compare(found)


def _compare(found: list[Candidate]) -> list[Candidate]:
    """Adds what is seen only when a candidate is compared with the others."""
    grades = [_grade(each) for each in found]
    order = sorted(set(grades), reverse=True)
    ranks = {grade: min(rank, 4) for rank, grade in enumerate(order)}
    compared = []
    best: dict[int, int] = {}
    for each, grade in zip(found, grades, strict=True):
        best[each.line] = max(grade, best.get(each.line, 0))
    for each, grade in zip(found, grades, strict=True):
        extra = [f"echo-rank:{ranks[grade]}"]
        if each.rule == "title-line":
            above = max([best.get(each.line - step, -1) for step in (1, 2, 3, 4)])
            extra.append("better-above" if above >= grade else "none-better-above")
            below = max([best.get(each.line + step, -1) for step in (1, 2, 3, 4)])
            extra.append("better-below" if below > grade else "none-better-below")
        compared.append(Candidate(each.line, each.text, each.rule, (*each.features, *extra)))
    return compared


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
    surest = sorted(sorted(places), key=layout.hint_of("title"), reverse=True)
    return sorted(surest[:_MOST] if layout.hints else surest)


def _plausible(text: str) -> bool:
    return " " in text or _UNSPACED.search(text) is not None or len(text) > 12


def _heads(
    lines: tuple[Line, ...], layout: Layout, i: int, text: str, dated: frozenset[int]
) -> list[Candidate]:
    """Returns what stands before the tail in "Title - Publisher", where a tail stands."""
    cuts = [match.start() for match in _TAIL.finditer(text)] if len(text) < _LONGEST else []
    found = []
    for place in dict.fromkeys([cuts[0], cuts[-1]] if cuts else []):
        head = text[:place].strip()
        if len(head) >= 12 and " " in head:
            features = [*_features(lines, layout, i, head, dated), "head"]
            if i < 3:
                features.append("head-of-first-line")
            tail = len(text) - place
            features.append("short-tail" if tail < 30 else "long-tail")
            found.append(Candidate(i, head, "title-tail", tuple(features)))
    return found


def _features(
    lines: tuple[Line, ...], layout: Layout, i: int, text: str, dated: frozenset[int]
) -> list[str]:
    features = [*_place(lines, layout, i, dated), *_shape(text), *_echo(layout, i, text)]
    features += layout.hinted("title", i)
    features += layout.shared(i)
    named = {name.partition(":")[0]: name for name in features}
    gap, words = named["gap"], named.get("words", named.get("signs", ""))
    features.append(f"{gap}&{words}")
    features.append(f"{gap}&{named.get('date-after', 'no-date-after')}")
    features.append(f"{named.get('next-length', '')}&{words}")
    features.append(f"{named.get('main-words', '')}&{words}")
    features.append(f"{named.get('next-length', '')}&{named.get('previous-length', '')}")
    features.append(f"{named['ends']}&{words}")
    features.append(f"{named['again']}&{named.get('within', '')}")
    return features


def _place(lines: tuple[Line, ...], layout: Layout, i: int, dated: frozenset[int]) -> list[str]:
    gap = layout.start - i
    features = [
        f"gap:{bucket(gap, (-1, 0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45))}",
        f"index:{bucket(i, (0, 1, 2, 4, 8, 16))}",
        f"blanks:{min(lines[i].blanks, 3)}",
    ]
    if layout.inside[i]:
        features.append("inside-body")
    for step in (1, 2, 3, 4, 5, 6, 8):
        if i + step in dated:
            features.append(f"date-after:{step}")
            break
    else:
        features.append("no-date-after")
    if i - 1 in dated:
        features.append("date-before")
    if i in dated:
        features.append("holds-date")
    after = layout.texts[i + 1 : i + 4]
    if after:
        features.append(f"next-length:{bucket(len(after[0]), (3, 12, 25, 45, 80, 140))}")
    for step, below in enumerate(layout.texts[i + 1 : i + 7], 1):
        if below in _BY or below.startswith(_BYLINE):
            features.append(f"byline-after:{step}")
            break
    blanks = layout.blanks
    long_above = len([1 for number in blanks[max(0, i - 4) : i] if number >= 4])
    long_below = len([1 for number in blanks[i + 1 : i + 5] if number >= 4])
    features.append(f"long-around:{long_above}-{long_below}")
    between = min(len([1 for number in blanks[i + 1 : layout.start] if number >= 5]), 4)
    features.append(f"long-between:{between}")
    features.append(f"long-between:{between}&long-above:{long_above}")
    if i:
        features.append(f"previous-length:{bucket(len(layout.texts[i - 1]), (12, 25, 45, 80))}")
    return features


_BYLINE = (
    "By ",
    "by ",
    "BY ",
    "Von ",
    "von ",
    "Par ",
    "Por ",
    "By: ",
    "Von: ",
    "Written by ",
    "Autor: ",
)
_BY = frozenset({"By", "by", "BY", "Von", "von", "Par", "Por", "Author", "Written by"})


def _shape(text: str) -> list[str]:
    words = text.count(" ") + 1
    unspaced = _UNSPACED.search(text) is not None
    features = [
        f"words:{bucket(words, (1, 2, 3, 4, 5, 6, 8, 12, 16, 20, 26))}"
        if not unspaced
        else f"signs:{bucket(len(text), (8, 14, 20, 40, 60))}",
        f"ends:{text[-1] if text[-1] in '.?!:…,;' else 'other'}",
    ]
    signs = {
        "capitals": text.isupper(),
        "begins-small": text[0].islower(),
        "address": _ADDRESS.search(text),
        "page-words": "opens in new" in text or "pic.twitter" in text or "…" in text[:2],
        "service-word": _NOT_A_TITLE.match(text),
        "begins-quoted": text[0] in "\"“„«‘'",
        "begins-sign": text[0] in "©•*-–+#@(",
        "begins-figure": text[0].isdigit(),
        "trail": _TRAIL.search(text),
        "bar": _BAR.search(text),
    }
    features += [sign for sign, holds in signs.items() if holds]
    capitals = len([1 for word in text.split() if word[0].isupper()])
    features.append(f"capital-words:{capitals * 4 // words}")
    return features


def _echo(layout: Layout, i: int, text: str) -> list[str]:
    folded = text.lower()
    pieces = (
        [folded[k : k + 2] for k in range(0, len(folded) - 1, 2)]
        if _UNSPACED.search(text)
        else _WORD.findall(folded)
    )
    features = []
    again = layout.counts.get(folded, 0)
    features.append(f"again:{min(again, 4)}")
    if pieces:
        pieces = pieces[:24]
        main, opening = layout.main, layout.lead
        taken = [piece for piece in pieces if piece in main]
        lead = [piece for piece in taken if piece in opening]
        features.append(f"in-main:{len(taken) * 5 // len(pieces)}")
        features.append(f"in-lead:{len(lead) * 5 // len(pieces)}")
        features.append(f"main-words:{bucket(len(taken), (0, 1, 2, 3, 4, 6, 8, 11))}")
        features.append(f"lead-words:{bucket(len(lead), (0, 1, 2, 3, 4, 6, 8))}")
    else:
        features.append("no-pieces")
    if len(text) > 15:
        times = layout.whole.count(folded)
        features.append(f"within:{min(times - again, 3)}")
        if times > 1:
            if any(row.endswith(folded) for row in layout.folded[max(0, i - 8) : i]):
                features.append("ends-line-above")
            if any(row.startswith(folded) for row in layout.folded[: min(3, i)]):
                features.append("begins-first-lines")
            if again > 1 and folded in layout.folded[i + 1 : i + 30]:
                features.append("again-below")
        if folded.endswith(layout.folded[i + 1 : i + 9]):
            rows = layout.folded[i + 1 : i + 9]
            if any(len(row) > 14 and folded.endswith(row) for row in rows):
                features.append("ends-like-below")
    return features
