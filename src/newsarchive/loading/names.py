"""Authors' names as metadata give them: several in one string, with `By`, roles and addresses."""

from __future__ import annotations

import re

from newsarchive.finding.people.splitting import is_office
from newsarchive.patterns import late

BETWEEN = late(r"[,;|/&•·]| (?:and|und|et|y|e|og|och|en|with|mit) ", re.IGNORECASE)
BEFORE = late(
    r"(?:view all posts by|written by|by|von|por|par|di|door|av|af|autor(?:en)?|author"
    r"|της|του|كتبت?|بقلم|מאת)[:\s]\s*",
    re.IGNORECASE,
)
ADDRESS = late(r"https?:|www\.|@", re.IGNORECASE)
NOT_A_NAME = late(r"\.(?:com|org|net|de|fr|tv|lt)\b|\d|[<>{}\[\]]", re.IGNORECASE)
ROLES = late(
    r"\b(?:reporter|editor|writer|correspondent|staff|desk|team|redaktion|redazione|redacción"
    r"|columnist|producer|contributor|admin|administrator|webmaster|freelance|senior|chief|min read"
    r"|agency|agencies)\b",
    re.IGNORECASE,
)
PLACE = late(r"(?<=\w) in (?=[^\W\d_a-z]).*")
INITIALS = late(r"\([^()]{1,12}\)")
SLUG = late(r"[a-z]{2,}(?:-[a-z]{2,}){1,3}")
TITLE = late(r"[A-Z]{2,5}")
MAX_WORDS = 6


def names(text: str) -> list[str]:
    """Split a byline of metadata into names.

    Roles, degrees and addresses are left out; an office (`Example Staff`) is kept where no person
    is named.

    >>> names("By Ann Ode, Bo Li and Carla Díaz")
    ['Ann Ode', 'Bo Li', 'Carla Díaz']
    >>> names("Ann Ode, Staff Reporter"), names("Example Staff"), names("Ann Ode, RDN")
    (['Ann Ode'], ['Example Staff'], ['Ann Ode'])
    >>> names("Ann Ode in Port Elsewhere and agencies")
    ['Ann Ode']
    >>> names("Office of the Mayor, Carrow")
    ['Office of the Mayor']
    >>> names("ann-ode"), names("https://example.org/ann"), names("Ann Ode (ao)")
    (['Ann Ode'], [], ['Ann Ode'])
    >>> names("Της Ελένης Μαυρίδη"), names("webmaster")
    (['Ελένης Μαυρίδη'], [])
    """
    text = INITIALS.sub("", " ".join(text.split()))
    if ADDRESS.search(text):
        return []
    if BEFORE.match(text):
        text = BEFORE.sub("", text, count=1)
    parts = [_spelled(PLACE.sub("", part).strip(" :-–—")) for part in BETWEEN.split(text)]
    found = [part for part in _without_place(parts) if _is_name(part)]
    people = [name for name in found if not ROLES.search(name) and not TITLE.fullmatch(name)]
    offices = [name for name in found if " " in name or "-" in name or TITLE.fullmatch(name)]
    return people or offices[:1]


def _without_place(parts: list[str]) -> list[str]:
    """Leave out where an office is: "Office of the Mayor, Carrow"."""
    of_office = is_office(parts[0])
    return [part for part in parts if not of_office or " " in part]


def _spelled(part: str) -> str:
    """Spell a name that stands as in an address."""
    return part.replace("-", " ").title() if SLUG.fullmatch(part) else part


def _is_name(part: str) -> bool:
    return bool(part) and part.count(" ") < MAX_WORDS and not NOT_A_NAME.search(part)
