"""How sentences end in many scripts, and whether a day on a line belongs to one."""

from __future__ import annotations

from newsarchive.patterns import late

ENDS_SENTENCE = tuple(
    f"{stop}{close}" for stop in ".!?。！？।؟۔։።။។" for close in ("", *"\"”’»'」")
)
"""What sentences end in that somebody prints, or says."""
_BRACKETS = ")）"
_STOPLESS = late(r"[\u0e01-\u0e4e\u0e81-\u0edf]{25}")
"""Thai and Lao sentences, which end in no stop and part no words."""
_PARTS = late(r"\s[|•·–—/-]\s|(?<=\w{3})[.:]\s")
"""What stands between facts about an article on one line, as it does between sentences."""
_WORD = late(r"[\u3040-\u30ff\u3400-\u9fff]{2}|[^\W\d_]{2,}")
_AROUND = 200
"""Characters before a day and behind it that are looked at: a line can hold thousands of days."""
_SMALL, _UNCASED = 2, 4
"""Words beside a day that make it a sentence: of those with small letters, without capitals."""


def is_in_sentence(text: str, start: int, end: int) -> bool:
    """Tell whether a line's day, from `start` to `end`, belongs to a sentence that says more.

    >>> is_in_sentence("He graduated on 21 April 1882.", 16, 29)
    True
    >>> is_in_sentence("The Port Times, 21 April 1882.", 16, 29)
    False
    >>> is_in_sentence("Ferry opens. 21 April 1882. Read by many.", 13, 26)
    False
    """
    low, high = max(0, start - _AROUND), end + _AROUND
    whole = text.rstrip(_BRACKETS).endswith(ENDS_SENTENCE)
    if not whole and not _STOPLESS.search(text, low, high):
        return False
    first = max([part.end() for part in _PARTS.finditer(text, low, start)], default=low)
    after = _PARTS.search(text, end, high)
    beside = f"{text[first:start]} {text[end : after.start() if after else high]}"
    words: list[str] = _WORD.findall(beside)
    small = sum(word[0].islower() for word in words)
    uncased = sum(word[0].lower() == word[0].upper() for word in words)
    return small >= _SMALL or uncased >= _UNCASED
