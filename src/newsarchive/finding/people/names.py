"""What the names of people and of agencies look like."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newsarchive.finding.people.uncased import begins_with_family, is_uncased
from newsarchive.finding.vocabulary import words
from newsarchive.patterns import late

CAPITALS = "A-ZÀ-ÖØ-ÞĀ-ŽȘȚƏƠƯΆ-ΏΑ-ΩЀ-ЯҐӘҒҚҢӨҰҮҺԱ-ՖḀ-Ỹ"
"""The capitals of Latin, Greek, Cyrillic and Armenian, between some of their small letters."""
LETTERS = rf"[{CAPITALS}][\w’'.-]*|d[’'][A-Z]\w+|al-[A-Z]\w+"
PARTICLES = "de|da|dos|del|della|di|van|von|der|den|bin|ibn|la|le|y|zu|el|du|ter|ten|af"
PARTICLE_WORDS = frozenset(PARTICLES.split("|"))
NAME = late(rf"(?:{LETTERS})(?:[ ](?:{LETTERS}|{PARTICLES})){{0,4}}")
_AGENCIES = frozenset(words("agency"))
_LONGEST_AGENCY = 30
_EDITOR = late(r"[a-zß-ÿ]{1,4}")
"""Who edited an agency's text, or its bureau: "dpa/lno"."""


def is_name(text: str) -> bool:
    """Tell whether a text is written as a name is: capitals and particles only.

    >>> is_name("Jan Čapek"), is_name("Ana de la Cruz"), is_name("Zgodovina časopisa")
    (True, True, False)
    """
    if NAME.fullmatch(text) is None:
        return False
    foreign = [word for word in text.split() if not word[0].isascii()]
    return not any(word[0].islower() for word in foreign)


def is_agency(text: str) -> bool:
    """Tell whether a text is the name of a news agency, or of one and of who edited it.

    >>> is_agency("EFE"), is_agency("dpa/lno"), is_agency("AFP/dpa"), is_agency("mid/jd")
    (True, True, True, False)
    >>> is_agency("jd/dpa")
    True
    """
    if len(text) > _LONGEST_AGENCY:
        return False
    parts = text.split("/")
    known = [part.strip().lower() in _AGENCIES for part in parts]
    return any(known) and all(known[i] or _EDITOR.fullmatch(parts[i]) for i in range(len(parts)))


@cache
def given_names() -> frozenset[str]:
    """Give frequent given names in lower case."""
    text = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def first_is_given(name: str) -> bool:
    """Tell whether a name begins as people's do: with a frequent given name, or a family's.

    >>> first_is_given("Jane Doe"), first_is_given("Planet Earth"), first_is_given("홍길동")
    (True, False, True)
    """
    first = name.partition(" ")[0].lower()
    if is_uncased(first) and begins_with_family(name):
        return True
    return first in given_names() or first.partition("-")[0] in given_names()
