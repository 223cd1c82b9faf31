"""Authors' names as metadata give them: several in one string, with `By`, roles and addresses."""

from __future__ import annotations

import re

BETWEEN = re.compile(r"[,;|/&•·]| (?:and|und|et|y|e|og|och|en|with|mit) ", re.IGNORECASE)
BEFORE = re.compile(
    r"(?:written by|by|von|por|par|di|door|av|af|autor(?:en)?|author)[:\s]\s*", re.IGNORECASE
)
NOT_A_NAME = re.compile(r"https?:|www\.|\.(?:com|org|net)\b|@|\d{2}|[<>{}\[\]]")
ROLES = re.compile(
    r"\b(?:reporter|editor|writer|correspondent|staff|desk|team|redaktion|redacción|columnist"
    r"|producer|contributor|admin|administrator|freelance|senior|chief)\b",
    re.IGNORECASE,
)
MAX_WORDS = 6


def names(text: str) -> list[str]:
    """Split a byline of metadata into names.

    >>> names("By Ann Ode, Bo Li and Carla Díaz")
    ['Ann Ode', 'Bo Li', 'Carla Díaz']
    >>> names("Ann Ode, Staff Reporter"), names("https://example.org/ann")
    (['Ann Ode'], [])
    """
    text = " ".join(text.split())
    if NOT_A_NAME.match(text):
        return []
    parts = BETWEEN.split(BEFORE.sub("", text, count=1) if BEFORE.match(text) else text)
    return [name for part in parts if _is_name(name := part.strip(" .:-–—"))]


def _is_name(part: str) -> bool:
    if not part or NOT_A_NAME.search(part) or part.count(" ") >= MAX_WORDS:
        return False
    return not ROLES.search(part)
