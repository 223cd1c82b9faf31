"""People whom a text names whole, in other languages than English.

A frequent given name and a capital behind it are a person in most languages of Latin letters, in
German too, where every noun has a capital: "sagte Angela Merkel am Montag". Languages that bend
names to their case (Polish, Finnish, Turkish) are left out, for one person would be many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsarchive.finding.people.names import first_is_given
from newsarchive.naming.clues import is_surname
from newsarchive.naming.spans import PERSONAL, spans_of
from newsarchive.naming.spelling import straight_quotes

NOUNS = frozenset(["de", "lb"])
"""Languages whose nouns have capitals: behind a surname stands none of it."""
LANGUAGES = NOUNS | frozenset("af ca da es fr gl id it ms nb nl nn no pt sv".split())
_OWNING = frozenset("af da de nb nl nn no sv".split())
"""Languages that write an owner's `s` right behind a name: `Merkels`."""


def people_in(text: str, language: str) -> Iterator[tuple[str, int, bool]]:
    """Find people named whole: each with where it begins, and whether it opens a sentence.

    Args:
        text: a passage.
        language: one of `LANGUAGES`.
    """
    for span in spans_of(text):
        words, at = span.words, 0
        while at < len(words) - 1:
            end = _end_of_name(words, at, nouns=language in NOUNS)
            if end:
                start = span.start + len(" ".join([*words[:at], ""]))
                yield straight_quotes(" ".join(words[at:end])), start, span.opens and at == 0
            at = end or at + 1


def _end_of_name(words: Sequence[str], at: int, *, nouns: bool) -> int:
    """Give where a name that begins at a word ends; 0 where none does."""
    if not words[at].istitle() or not first_is_given(words[at]):
        return 0
    end = at + 1
    while end < len(words) - 1 and _leads_on(words[end]):
        end += 1
    if not words[end][0].isupper() or not is_surname(words[end]):
        return 0
    while not nouns and end + 1 < len(words) and is_surname(words[end + 1]):
        end += 1
    return end + 1 if words[end][0].isupper() else 0


def _leads_on(word: str) -> bool:
    """Tell whether a word stands between a given name and a surname: `von`, `Maria` or `F.`."""
    return word in PERSONAL or first_is_given(word) or (len(word) == 2 and word.endswith("."))


def without_owners_s(name: str, names: Collection[str], language: str) -> str:
    """Take off an owner's `s` where the article has the name without it too.

    >>> without_owners_s("Angela Merkels", ["Angela Merkels", "Angela Merkel"], "de")
    'Angela Merkel'
    >>> without_owners_s("Olaf Scholz", ["Olaf Scholz"], "de")
    'Olaf Scholz'
    """
    owns = language in _OWNING and name.endswith("s") and name[:-1] in names
    return name[:-1] if owns else name
