"""Letters to the editor that are printed together: each begins with a salutation, and is signed."""

from __future__ import annotations

from functools import lru_cache

from newsarchive.finding.vocabulary import any_of, words

_SALUTATION = any_of("salutation", after=r"\s?[,:;.–—-]")
_BEGINNINGS = frozenset(
    first + second
    for letters in (salutation[:2] for salutation in words("salutation"))
    for first in (letters[0], letters[0].upper())
    for second in (letters[1], letters[1].upper())
)
"""Two letters tell of most lines that they do not begin so."""
_LETTERS = 2
"""Letters, at least, that a page of letters has."""


@lru_cache(maxsize=1)  # a finder and a rule ask of the same page
def letters_in(texts: tuple[str, ...]) -> tuple[int, ...]:
    """Give the indexes of the lines that open letters; none where there is only one.

    Args:
        texts: the page's lines.

    >>> letters_in(("Letters", "Sir, - Your report was late.", "A. Pym", "Dear Sir: So was I."))
    (1, 3)
    >>> letters_in(("Sir, - Your report was late.", "A. Pym"))
    ()
    """
    found = [
        i for i, text in enumerate(texts) if text[:2] in _BEGINNINGS and _SALUTATION.match(text)
    ]
    return tuple(found) if len(found) >= _LETTERS else ()
