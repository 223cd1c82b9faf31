"""A capitalised span taken apart: peoples and titles off, names that stand side by side apart.

"US President Joe Biden" → "US", and "Joe Biden" behind a title
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from newsarchive.naming.gazetteer import demonyms, given_names, known_names
from newsarchive.naming.spelling import straight_quotes
from newsarchive.naming.words import (
    BASED,
    CALENDAR,
    COMMON,
    NOT_ALONE,
    ORGANISATIONS,
    PLACES,
    TITLE_PARTS,
    TITLES,
    YOUNGER,
)
from newsarchive.patterns import late

_HEADS = ORGANISATIONS | PLACES
_LEADING = TITLES | TITLE_PARTS
_GENERIC = _HEADS | _LEADING | frozenset(["of", "the", "for", "and"])
_ANY_TITLE = "|".join(sorted(_LEADING, reverse=True))
_ROW_OF_TITLES = late(rf"(?:(?:{_ANY_TITLE})\.? (?:of (?:{_ANY_TITLE}) )?)+")
_COMPOUND = late(r"\w-[a-z]")
"""As `US-led`, which names nothing."""
_LONGEST_KNOWN = 8
"""Words of the gazetteer's longest name."""


class BareName(Struct, frozen=True):
    """A name within a span, without what stands around it."""

    words: tuple[str, ...]
    text: str
    """The name, with straight apostrophes."""
    offset: int
    """Words of the span before it."""
    titled: bool
    """A title stands directly before it."""


@lru_cache(maxsize=1 << 14)
def bare_names(words: tuple[str, ...]) -> tuple[BareName, ...]:
    """Give the names in a span. Spans come again and again, so that the answers are kept.

    >>> [name.text for name in bare_names(tuple("US Secretary of State Mike Pompeo".split()))]
    ['US', 'Mike Pompeo']
    >>> [name.text for name in bare_names(tuple("Iraqi Security Forces".split()))]
    ['Iraqi Security Forces']
    >>> [name.text for name in bare_names(tuple("Kansas City Chiefs".split()))]
    ['Kansas City Chiefs']
    """
    names, at, titled = [], 0, False
    while at < len(words):
        rest = words[at:]
        length = _known_at(rest)
        if length and not _goes_on(rest[length:]):
            names.append(_bare(rest[:length], at, titled=titled))
            at, titled = at + length, False
        elif length := _titles_at(rest):
            at, titled = at + length, True
        elif _is_to_skip(rest):
            at, titled = at + 1, False
        else:
            length = _length(rest)
            if _is_own(rest[:length]):
                names.append(_bare(rest[:length], at, titled=titled))
            at, titled = at + length, False
    return tuple(names)


def _bare(words: tuple[str, ...], offset: int, *, titled: bool) -> BareName:
    return BareName(words, straight_quotes(" ".join(words)), offset, titled)


def _known_at(words: tuple[str, ...]) -> int:
    """Count the words of the longest known name that begins here."""
    known = known_names()
    for length in range(min(len(words), _LONGEST_KNOWN), 0, -1):
        text = straight_quotes(" ".join(words[:length]))
        if text in known or (len(text) > 4 and text.isupper() and text.title() in known):
            return length
    return 0


def _goes_on(words: tuple[str, ...]) -> bool:
    """Tell whether a known name is but the beginning of another: `Kansas` before `City Chiefs`."""
    return _is_headed(words) or (bool(words) and words[0] in PLACES)


def _titles_at(words: tuple[str, ...]) -> int:
    """Count the words of a row of titles: `Maj. Gen.`, `Foreign Minister`, `Secretary of State`."""
    if not _is_title(words[0]):
        return 1 if words[0] in _GENERIC and words[1:2] and words[1] in given_names() else 0
    match = _ROW_OF_TITLES.match(" ".join(words) + " ")
    length = match[0].count(" ") if match else 0
    if not _ends_a_title(words[:length]):
        return 0
    return 0 if _is_headed(words[length:] or words) else length


def _is_title(word: str) -> bool:
    return word.removesuffix(".") in _LEADING


def _ends_a_title(words: tuple[str, ...]) -> bool:
    """Tell whether words are a title: `Health Minister`, `Secretary of State`, not `Health`."""
    last = words[-1].removesuffix(".")
    return last in TITLES or "of" in words or words[-2:] == ("Chief", "Executive")


def _is_headed(words: tuple[str, ...]) -> bool:
    """Tell whether words end as names of organisations and places do, or begin so before `of`."""
    if not words:
        return False
    return words[-1] in _HEADS or (
        words[0] in _HEADS and len(words) > 2 and words[1] in ("of", "for")
    )


def _is_to_skip(words: tuple[str, ...]) -> bool:
    """Tell whether the first of some words belongs to no name: a day, a people, `US-led`.

    A people does where an organisation's word follows that names none alone: `Iraqi News Agency`.
    """
    first = straight_quotes(words[0])
    if first in demonyms():
        rest = words[1:]
        return not (_is_headed(rest) and rest[-1] in ORGANISATIONS and not _known_at(rest))
    return first in COMMON or first in CALENDAR or len(first) == 1 or bool(_COMPOUND.search(first))


def _is_own(words: tuple[str, ...]) -> bool:
    """Tell whether words name something: not `Foreign Ministry`, nor a mere `Joe`."""
    if len(words) == 1 and (words[0] in given_names() or words[0] in NOT_ALONE):
        return False
    if words[-1].rpartition("-")[2] in BASED:
        return False
    return not all(word in _GENERIC for word in words)


def _length(words: tuple[str, ...]) -> int:
    """Count the words up to where another name begins: a day, a title, `He` behind `U.S.`."""
    for i, word in enumerate(words[1:], 1):
        title = word in TITLES and bool(words[i + 1 :]) and words[i + 1] not in YOUNGER
        if word in CALENDAR or ((title or word in COMMON) and not _is_headed(words)):
            return i
    return len(words)
