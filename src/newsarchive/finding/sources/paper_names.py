"""Tells whether a line is a paper's name: by words that papers are called by, or the register."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from newsarchive.finding.sources.register import brand_of, is_known, key_of, spelled
from newsarchive.finding.vocabulary import any_of, words
from newsarchive.patterns import late

_LONGEST, _MOST_WORDS = 45, 6
_ELIDED = late(r"(?:[dl]|dell|nell|all)[’'](?=\w)", re.IGNORECASE)
_WORD = late(r"[^\W\d_][\w\u200c’'.-]*|&")
_MOST_BESIDE_JOINED = 3
"""Words of a name with one that was two: in a longer one it may stand behind a person's."""
_SMALL = frozenset(words("masthead-small"))
_PAPERS = frozenset(words("masthead-paper"))
BESIDE = _PAPERS | frozenset(
    "beacon echo express fortnightly leader ledger mail mirror monthly post quarterly recorder"
    " register review standard star allgemeine gündem nachrichten noticias notícias notizie"
    " stimme жизнь".split()
)
"""Words that papers are called by, with those that need a day or rights beside them to tell it."""
_LOWER = frozenset(words("masthead-lower"))
"""Those that are written in small letters behind a paper's own name."""
_COMMON = frozenset(words("masthead-common"))
_COMPOUNDS = ("zeitung", "anzeiger", "tidning", "tidningen", "tidende", "courant", "krant")
"""What names of papers end with in one word with their own: "Göteborgs Hamntidning"."""
_OPENING = frozenset("daily weekly new neue nouveau nuevo nuovo".split())
"""Those that begin names of papers as well: "Daily Port Mail", "New Elsewhere Ledger"."""
_ORDINARY = frozenset(words("common-name"))
"""Names that are ordinary words as well."""
_UNSPACED = late(any_of("masthead-unspaced").pattern)
"""Without regard to case, of which they have none, Python would go through 30,000 signs."""


def heads_text(text: str) -> bool:
    """Tell whether a text's first line is a paper's name, by its words or by the register.

    >>> heads_text("The Port Courier"), heads_text("The Guardian"), heads_text("Fortune 500")
    (True, True, False)
    >>> heads_text("The Daily Telegraph"), heads_text("Daily Telegraph")
    (True, True)
    """
    if names_paper(text):
        return True
    brand = brand_of(text).lower()
    bare = brand.removeprefix("the ")
    known = brand in spelled() or (" " in bare and bare in spelled())
    return (
        known
        and is_known(key_of(text))
        and " " in text
        and text[0].isupper()
        and text.lower() not in _ORDINARY
    )


def names_house(text: str) -> bool:
    """Tell whether a line is a paper's name or another known house's, and none of a menu's words.

    >>> names_house("The Port Courier"), names_house("Reuters"), names_house("Local")
    (True, True, False)
    """
    return heads_text(text) or (is_known(key_of(text)) and text.lower() not in _COMMON | _ORDINARY)


def printed(name: str) -> str:
    """Give a name that is all in capitals as it stands in running text.

    >>> printed("THE DIARIO DEL SUR"), printed("The Port Courier")
    ('The Diario del Sur', 'The Port Courier')
    """
    if not name.isupper() or _UNSPACED.fullmatch(name):
        return name
    first, *rest = name.title().split()
    return " ".join([first, *[w.lower() if w.lower() in _SMALL else w for w in rest]])


def _joined(word: str) -> list[str]:
    """Give the parts of two papers' names that became one: "Times-Argosy"."""
    parts = word.split("-")
    return word.lower().split("-") if len(parts) > 1 and all(map(str.istitle, parts)) else []


def names_paper(text: str, papers: AbstractSet[str] = _PAPERS) -> bool:
    """Tell whether a line is the name of a paper: a word that papers are called by, and its own.

    >>> names_paper("The Port Courier"), names_paper("EL DIARIO DEL SUR"), names_paper("港口日报")
    (True, True, True)
    >>> names_paper("Новопортовские известия"), names_paper("Εφημερίδα του Νέου Λιμανιού")
    (True, True)
    >>> names_paper("Le Courrier de l’Ouest"), names_paper("Diario de Puerto Nuevo")
    (True, True)
    >>> names_paper("Göteborgs Hamntidning"), names_paper("Hafenzeitung")
    (True, False)
    >>> names_paper("The Port Times-Argosy"), names_paper("The Post-War Years")
    (True, False)
    >>> names_paper("Jane Doe West Port Times-Argosy")
    False
    >>> names_paper("Latest Courier"), names_paper("The Courier was late"), names_paper("Herald")
    (False, False, False)
    """
    if len(text) > _LONGEST:
        return False
    if not text.isascii() and _UNSPACED.fullmatch(text):
        return True
    spoken = text.split()
    if len(spoken) > _MOST_WORDS:
        return False
    bare = [_ELIDED.sub("", word) for word in spoken]
    telling = [word for word in bare if word.lower() not in _SMALL]
    is_short = len(telling) <= _MOST_BESIDE_JOINED
    own = [
        word
        for word in telling
        if papers.isdisjoint([word.lower(), *(_joined(word) if is_short else ())])
    ]
    compound = len(telling) > 1 and telling[-1].lower().endswith(_COMPOUNDS)
    return (
        (compound or 0 < len(own) < len(telling))
        and all(map(_WORD.fullmatch, spoken))
        and all(not word[0].islower() or word in _LOWER for word in telling)
        and (telling[0].lower() not in _COMMON or telling[0].lower() in _OPENING)
        and not all(word.lower() in _COMMON for word in own)
    )
