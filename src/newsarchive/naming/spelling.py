"""How names are spelled: what of it makes another name, and what does not."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from newsarchive.patterns import late

CLOSE_SCRIPTS = late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that are written without blanks, or with endings on the word."""

_APOSTROPHES = late("['’‘ʿʾ`´ʼ.]")
_BREAKS = late(r"[-‐‑\s]+")
_DOUBLED = late(r"([b-df-hj-np-tv-z])\1")
_SMALL = frozenset("al el ul the of and for de la le van von der den bin ibn".split())
_PARTICLE = late(r"^(?:al|el|ul|ad|as|ash|an|ar|at|az)-", re.IGNORECASE)


def straight_quotes(text: str) -> str:
    """Write every apostrophe and single quotation mark as a typewriter does."""
    return text.replace("’", "'").replace("‘", "'")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Reduce a name to what tells it from others.

    Capitals, marks on letters, apostrophes and hyphens tell no names apart; in a name of several
    words, neither does a doubled consonant, which writers of other scripts take or leave.

    >>> fold("Asa’ib Ahl al-Haq") == fold("Asaib Ahl Al-Haq")
    True
    >>> fold("Qassem Soleimani") == fold("Qasem Soleimani"), fold("Ann") == fold("An")
    (True, False)
    """
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    folded = _BREAKS.sub(" ", plain).removeprefix("the ").strip()
    return _DOUBLED.sub(r"\1", folded) if " " in folded else folded


def surname_of(name: str) -> str:
    """Give what a person goes by once the whole name has been said, folded: the last word.

    >>> [surname_of(name) for name in ("Mustafa al-Kadhimi", "al-Kadhimi", "Adel Abdul-Mahdi")]
    ['kadhimi', 'kadhimi', 'abdul mahdi']
    """
    return fold(_PARTICLE.sub("", name.rpartition(" ")[2]))


def words_in(name: str) -> int:
    """Count a name's words, a particle and its word as one.

    >>> words_in("al-Kadhimi"), words_in("Muqtada al-Sadr")
    (1, 2)
    """
    return name.count(" ") + 1


def is_acronym(name: str) -> bool:
    """Tell whether a name is written in capitals alone.

    >>> is_acronym("PMU"), is_acronym("U.S."), is_acronym("Hashd")
    (True, True, False)
    """
    letters = name.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalnum()


def abbreviates(acronym: str, name: str) -> bool:
    """Tell whether an acronym is made of a name's first letters, small words counting or not.

    >>> abbreviates("PMU", "Popular Mobilization Units"), abbreviates("PMU", "Iraqi Army")
    (True, False)
    >>> abbreviates("AAH", "Asa'ib Ahl al-Haq"), abbreviates("DRC", "Democratic Republic of Congo")
    (True, True)
    """
    wanted = acronym.replace(".", "").casefold()
    words = _BREAKS.sub(" ", name).split()
    every = "".join(word[0] for word in words).casefold()
    main = "".join(word[0] for word in words if word.lower() not in _SMALL).casefold()
    return len(words) > 1 and wanted in (every, main)


def differs_in_one_ending(one: str, other: str) -> bool:
    """Tell whether names of three words or more are alike but for one word's ending.

    >>> differs_in_one_ending("Popular Mobilization Units", "Popular Mobilization United")
    True
    >>> differs_in_one_ending("Popular Mobilization Units", "Popular Mobilization Forces")
    False
    """
    words, others = fold(one).split(), fold(other).split()
    apart = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(words) < 3 or len(apart) != 1:
        return False
    return apart[0][0][:4] == apart[0][1][:4]
