"""Tells what speaks for and against a text as the title: its features, to be weighed."""

from __future__ import annotations

import re
from functools import lru_cache

from newsarchive.finding.page import Layout
from newsarchive.finding.scoring import bucket, scale
from newsarchive.finding.sources.register import is_known, key_of
from newsarchive.finding.vocabulary import any_of
from newsarchive.model import Line
from newsarchive.patterns import late

_UNSPACED = late("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORD = late(r"\w{4,}")
TRAIL = late(r" [/>»] |›")
_BAR = late(r"[|｜]| [-–] ")
_ADDRESS = late(r"https?:|www\.|@\w|\.(?:com|org|net)\b", re.IGNORECASE)
_AGENCY = any_of("picture-agency").pattern
_PICTURE = late(
    rf"\b(?:{any_of('picture').pattern}|{any_of('picture-credit').pattern}|{_AGENCY})"
    rf"(?:\s?[:/©]|\s(?:by|courtesy|images)\b)|/\s?(?:{_AGENCY}|shutterstock)\b"
    r"|©|\((?:left|right|l|r|ap photo|file|center)\)",
    re.IGNORECASE,
)
_PICTURE_SIGNS = late(r"[:/©( ](?:(?<! )|(?i:by|courtesy|images)\b)")
"""One of these signs or words stands in every text about a picture."""
_NOT_A_TITLE = any_of("no-title", after=r"\b")
_GAP = scale("gap", (-1, 0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45))
_INDEX = scale("index", (0, 1, 2, 4, 8, 16))
_NEXT_LENGTH = scale("next-length", (3, 12, 25, 45, 80, 140))
_PREVIOUS_LENGTH = scale("previous-length", (12, 25, 45, 80))
_WORDS = scale("words", (1, 2, 3, 4, 5, 6, 8, 12, 16, 20, 26))
_SIGNS = scale("signs", (8, 14, 20, 40, 60))
_MOST_PIECES = 24
_MAIN_WORDS = scale("main-words", (0, 1, 2, 3, 4, 6, 8, 11))
_LEAD_WORDS = scale("lead-words", (0, 1, 2, 3, 4, 6, 8))


def features_of(
    lines: tuple[Line, ...], layout: Layout, i: int, text: str, dated: frozenset[int]
) -> list[str]:
    """Give the features of a text on a line, or of the part of the line before a tail.

    Args:
        lines: the page's lines.
        layout: its layout.
        i: index of the line.
        text: the text.
        dated: indexes of the short lines that hold a day.
    """
    features = [*_place(lines, layout, i, dated), *_shape(text), *_echo(layout, i, text)]
    named = {name.partition(":")[0]: name for name in features}
    features += layout.hinted("title", i)
    features += layout.shared(i)
    gap, words = named["gap"], named.get("words", named.get("signs", ""))
    features.append(f"{gap}&{words}")
    features.append(f"{gap}&{named.get('date-after', 'no-date-after')}")
    features.append(f"{named.get('next-length', '')}&{words}")
    features.append(f"{named.get('main-words', '')}&{words}")
    features.append(f"{named.get('next-length', '')}&{named.get('previous-length', '')}")
    features.append(f"{named['ends']}&{words}")
    features.append(f"{named['again']}&{named.get('within', '')}")
    return features


def is_unspaced(text: str) -> bool:
    """Tell whether a text has a letter of a script that puts no blanks between words."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def tail_features(layout: Layout, tail: str) -> list[str]:
    """Tell whether what follows a title is likely its publisher: known, or named elsewhere."""
    name = tail.strip(" |–—-»·｜")
    named = "known" if is_known(key_of(name)) else "other"
    again = bucket(layout.whole.count(name.lower()) - 1, (0, 1, 3)) if name else 0
    words = bucket(name.count(" ") + 1, (1, 2, 3, 5))
    small = any(word[:1].islower() for word in name.split())
    return [
        f"tail:{named}",
        f"tail-again:{again}",
        f"tail:{named}&again:{again}",
        f"tail-words:{words}&small:{small}",
        f"tail-sign:{tail.strip()[:1]}",
    ]


def _place(lines: tuple[Line, ...], layout: Layout, i: int, dated: frozenset[int]) -> list[str]:
    """Tell where a line stands: before the text, near a day, above a byline, amid long lines."""
    after = layout.texts[i + 1 : i + 2]
    return [
        _GAP(layout.start - i),
        _INDEX(i),
        f"blanks:{min(_blanks_above(lines, i), 3)}",
        *(["inside-body"] if layout.inside[i] else []),
        *_near_days(i, dated),
        *[_NEXT_LENGTH(len(text)) for text in after],
        *_above_byline(layout.texts[i + 1 : i + 7]),
        *_among_long_lines(layout, i),
        *([_PREVIOUS_LENGTH(len(layout.texts[i - 1]))] if i else []),
    ]


def _near_days(i: int, dated: frozenset[int]) -> list[str]:
    below = next((step for step in (1, 2, 3, 4, 5, 6, 8) if i + step in dated), None)
    return [
        f"date-after:{below}" if below else "no-date-after",
        *(["date-before"] if i - 1 in dated else []),
    ]


def _above_byline(below: tuple[str, ...]) -> list[str]:
    for step, text in enumerate(below, 1):
        if text in _BY or text.startswith(_BYLINE):
            return [f"byline-after:{step}"]
    return []


def _among_long_lines(layout: Layout, i: int) -> list[str]:
    blanks = layout.blanks
    above = len([1 for number in blanks[max(0, i - 4) : i] if number >= 4])
    below = len([1 for number in blanks[i + 1 : i + 5] if number >= 4])
    between = min(len([1 for number in blanks[i + 1 : layout.start] if number >= 5]), 4)
    return [
        f"long-around:{above}-{below}",
        f"long-between:{between}",
        f"long-between:{between}&long-above:{above}",
    ]


def _blanks_above(lines: tuple[Line, ...], i: int) -> int:
    """Give the blank lines over a line; over the first one, as many as below it."""
    return lines[i].blanks if i else max(line.blanks for line in lines[:2])


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


@lru_cache(maxsize=1024)  # lines come again and again, on the pages of one publisher most of all
def _shape(text: str) -> tuple[str, ...]:
    words = text.count(" ") + 1
    unspaced = is_unspaced(text)
    signs = {
        "capitals": text.isupper(),
        "begins-small": text[0].islower(),
        "address": _ADDRESS.search(text),
        "page-words": "opens in new" in text or "pic.twitter" in text or "…" in text[:2],
        "service-word": _NOT_A_TITLE.match(text),
        "begins-quoted": text[0] in "\"“„«‘'",
        "begins-sign": text[0] in "©•*-–+#@(",
        "begins-figure": text[0].isdigit(),
        "trail": TRAIL.search(text),
        "bar": _BAR.search(text),
        "picture": _PICTURE_SIGNS.search(text) and _PICTURE.search(text),
    }
    capitals = len([1 for word in text.split() if word[0].isupper()])
    return (
        _SIGNS(len(text)) if unspaced else _WORDS(words),
        f"ends:{text[-1] if text[-1] in '.?!:…,;—–-' else 'other'}",
        *[sign for sign, holds in signs.items() if holds],
        f"capital-words:{capitals * 4 // words}",
    )


def _echo(layout: Layout, i: int, text: str) -> list[str]:
    """Tell how much of a text the body takes up, and how often the page has it once more."""
    folded = text.lower()
    again = layout.counts.get(folded, 0)
    return [
        f"again:{min(again, 4)}",
        *_taken_up(layout, _pieces(text, folded)),
        *(_said_again(layout, i, folded, again) if len(text) > 15 else []),
    ]


def _pieces(text: str, folded: str) -> list[str]:
    """Give a text's longer words, the first of them; where no blanks part words, its pairs."""
    if is_unspaced(text):
        return [folded[k : k + 2] for k in range(0, len(folded) - 1, 2)][:_MOST_PIECES]
    return _WORD.findall(folded)[:_MOST_PIECES]


def _taken_up(layout: Layout, pieces: list[str]) -> list[str]:
    if not pieces:
        return ["no-pieces"]
    main, opening = layout.main, layout.lead
    taken = [piece for piece in pieces if piece in main]
    lead = [piece for piece in taken if piece in opening]
    return [
        f"in-main:{len(taken) * 5 // len(pieces)}",
        f"in-lead:{len(lead) * 5 // len(pieces)}",
        _MAIN_WORDS(len(taken)),
        _LEAD_WORDS(len(lead)),
    ]


def _said_again(layout: Layout, i: int, folded: str, again: int) -> list[str]:
    times = layout.whole.count(folded)
    features = [f"within:{min(times - again, 3)}"]
    if times > 1:
        if any(row.endswith(folded) for row in layout.folded[max(0, i - 8) : i]):
            features.append("ends-line-above")
        if any(row.startswith(folded) for row in layout.folded[: min(3, i)]):
            features.append("begins-first-lines")
        if again > 1 and folded in layout.folded[i + 1 : i + 30]:
            features.append("again-below")
    if any(len(row) > 14 and folded.endswith(row) for row in layout.folded[i + 1 : i + 9]):
        features.append("ends-like-below")
    return features
