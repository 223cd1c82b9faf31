"""Authors' names, apart as bibliographies sort them: family name and given names.

Only what a name's own spelling tells is taken apart. Agencies and desks, names in scripts that do
not set the parts apart, and names of one word stay whole.
"""

from __future__ import annotations

import re

from msgspec import Struct

from newsarchive.patterns import late

PARTICLES = frozenset(
    "al ap ben bin bint da dal de del della den der di dos du el ibn la le ten ter van von".split()
)
"""Words that belong to the family name that follows them."""
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_ORGANISATION = late(
    r"\b(?:agenc(?:y|e|ies)|associated|board|bureau|correspondents?|desk|editors?|editorial|"
    r"group|ministry|network|news|newsroom|office|press|reporters?|service|staff|team|"
    r"times|tv|writers?)\b",
    re.IGNORECASE,
)
_OTHER_SCRIPT = late(r"[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
"""A letter that is not Latin."""


class Name(Struct, frozen=True):
    """A name: of a person with `family` and `given`, of all others with `family` alone."""

    family: str
    given: str = ""
    suffix: str = ""
    """`Jr.`, `III`."""

    @property
    def natural(self) -> str:
        """The name as it is spoken: `Dana van Es`."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def inverted(self) -> str:
        """The name as it is sorted: `van Es, Dana`."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))

    @property
    def initials(self) -> str:
        """The family name and the initials of the given names: `van Es, D.`."""
        letters = " ".join("-".join(map(_initial, word.split("-"))) for word in self.given.split())
        return ", ".join(filter(None, (self.family, letters, self.suffix)))


def _initial(word: str) -> str:
    return f"{word[0]}." if word else ""


def name_of(text: str) -> Name:
    """Take a name apart.

    >>> name_of("Dana M. van Es Jr.")
    Name(family='van Es', given='Dana M.', suffix='Jr.')
    >>> name_of("Example News Agency").family, name_of("山田 太郎").family
    ('Example News Agency', '山田 太郎')
    """
    words = text.split()
    if len(words) < 2 or _ORGANISATION.search(text) or _OTHER_SCRIPT.search(text):
        return Name(text)
    if "," in text:
        return _inverted(text)
    suffix = words.pop() if words[-1].casefold() in SUFFIXES and len(words) > 2 else ""
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _inverted(text: str) -> Name:
    """Read `van Es, Dana`; what has more commas than a name has stays whole."""
    family, given, *others = (part.strip() for part in text.split(","))
    if others or not family or not given:
        return Name(text)
    if given.casefold() in SUFFIXES:
        person = name_of(family)
        return Name(person.family, person.given, given)
    return Name(family, given)
