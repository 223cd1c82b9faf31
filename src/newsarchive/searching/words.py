"""What a word is to the search, spelled so that different spellings of it are one.

The browser cuts what a reader types in the same way (`static/js/search-words.js`); a test holds the
two together.
"""

from __future__ import annotations

import re
import unicodedata

from newsarchive.patterns import late

SOLID = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
)
"""Letters of scripts that print no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han."""
LETTERS = (
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"}
    | {"ς": "σ"}
    | {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ـ": ""}
)
"""Letters that Unicode does not take apart but people type for each other."""

_JOINERS = late("(?<=[^\\W_])['’‘ʼʻʹʿʾ\u200c\u200d\u00ad](?=[^\\W_])")
_HYPHEN = late("(?<=[^\\W\\d_])-(?=[^\\W_])")
_WORD = late(rf"[{SOLID}]+|[^\W_{SOLID}]+")
_SOLID = late(f"[{SOLID}]")
_OTHERS = late("[^\0-\x7f]")
_SIGNS = late(rf"[^\w{SOLID}\0-\x7f]+")
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
FEW = 8
"""Letters in a row of which one at the most is other than ASCII in a text of the Latin script."""


class _Folding(dict[int, str]):
    """Code point → its spelling, worked out when it is first met, as `str.translate` wants it."""

    def __missing__(self, point: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(point).lower())
        bare = (letter for letter in parts if unicodedata.category(letter)[0] != "M")
        self[point] = "".join(LETTERS.get(letter, letter) for letter in bare)
        return self[point]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Spell a text without case, accents, vowel signs and apostrophes inside words.

    >>> folded("Café ‘Hashd al-Sha’abi’ قَالَ ١٢"), folded("Straße")
    ('cafe ‘hashd al-shaabi’ قال ١٢', 'strasse')
    """
    if text.isascii():
        return _JOINERS.sub("", text.lower()) if "'" in text else text.lower()
    content = text.encode("utf-8", "surrogatepass")
    if len(content) * FEW > len(text) * (FEW + 2):
        return _JOINERS.sub("", text.translate(_FOLDING))
    lower = content.lower().decode("utf-8", "surrogatepass")  # of ASCII's letters alone
    return _JOINERS.sub("", _OTHERS.sub(_spelled, lower))


def _spelled(letter: re.Match[str]) -> str:
    return _FOLDING[ord(letter[0])]


def words_of(text: str) -> list[str]:
    """Cut a text into the words that it is found by, in their order.

    A run of a script without blanks counts as its pairs of letters and, so that its last letter can
    be found too, that letter.

    >>> words_of("Iraq's P.M. said: 中国人")
    ['iraqs', 'p', 'm', 'said', '中国', '国人', '人']
    """
    spelled = folded(text)
    bare = _SIGNS.sub(" ", spelled)
    if bare.isascii():
        return bare.translate(_BLANKS).split()
    runs: list[str] = _WORD.findall(spelled)
    if not _SOLID.search(spelled):
        return runs
    words = []
    for run in runs:
        if _SOLID.match(run):
            words += [run[i : i + 2] for i in range(len(run))]
        else:
            words.append(run)
    return words


def joined_words_of(text: str) -> list[str]:
    """Give the words that hyphens join, written as one: who asks for `coop` wants `co-op` too.

    A hyphen behind a figure joins nothing: `20-21` is not `2021`.

    >>> joined_words_of("The Co-op of 1920-21, a state-run shop")
    ['coop', 'staterun']
    """
    plain = text.replace("\u2010", "-").replace("\u2011", "-")
    hyphenated = folded(" ".join([part for part in plain.split() if "-" in part]))
    parted = set(words_of(hyphenated))
    return [word for word in words_of(_HYPHEN.sub("", hyphenated)) if word not in parted]


def spaced(text: str) -> str:
    """Part the letters of scripts without blanks, for an engine that knows words by their blanks.

    >>> spaced("中国, Iraq")
    '中 国 , Iraq'
    """
    return _SOLID.sub(r"\g<0> ", text)
