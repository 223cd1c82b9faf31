"""Tells the language of a page by its script and by the small words of its body."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib.resources import files

from msgspec import json

from newsarchive.patterns import late

_WORD = late("[a-z]+[^\\W\\d_]*|[\u0900-\u0963\u0971-\u097f]+|[^\\W\\d_]+")
"""Letters in a row, of which the most frequent are found faster by themselves. The vowel signs of
Devanagari, in which Hindi, Marathi and Nepali are written, are no letters to Python."""
_PLAIN_WORD = late(r"[a-z]+")
"""The same where all is ASCII."""
_SCRIPTS = (
    ("ja", late("[\u3040-\u30ff]")),
    ("ko", late("[\uac00-\ud7a3]")),
    ("th", late("[\u0e00-\u0e7f]")),
    ("el", late("[\u0370-\u03ff]")),
    ("he", late("[\u0590-\u05ff]")),
    ("ka", late("[\u10a0-\u10ff]")),
    ("hy", late("[\u0530-\u058f]")),
    ("ta", late("[\u0b80-\u0bff]")),
    ("te", late("[\u0c00-\u0c7f]")),
    ("bn", late("[\u0980-\u09ff]")),
    ("km", late("[\u1780-\u17ff]")),
    ("my", late("[\u1000-\u109f]")),
    ("am", late("[\u1200-\u137f]")),
)
_HAN = late("[\u4e00-\u9fff]")
_OTHER_SCRIPT = late("[\u0370-\u03ff\u0530-\u05ff\u0980-\u1fff\u3040-\ud7a3]")
"""Letters of the scripts above and of no other: what a page in Latin letters can do without."""
_SOUTHERN = "јљњћђџќѓѕ"
_NOT_SOUTHERN = "ыэёъщьюяйіїєґў"
_LACKED = {
    "ru": f"іїєґў{_SOUTHERN}",
    "uk": f"ыэёъў{_SOUTHERN}",
    "be": f"иїєґщъ{_SOUTHERN}",
    "bg": f"ыэёіїєґў{_SOUTHERN}",
    "sr": _NOT_SOUTHERN,
    "mk": _NOT_SOUTHERN,
}
"""Cyrillic letters that a language's alphabet lacks: small words are much the same in all."""
_QUOTED = 2, 0.03
"""Such letters at most, and a word, in what a text of the language quotes from others."""
_SAMPLE = 3000
"""Characters of the body that are enough to tell."""
_VOTES = 2520
"""A word's votes, which its languages share: up to ten, and twelve, share them evenly."""


@cache
def small_words() -> dict[str, tuple[str, ...]]:
    """Give the languages in which a word is one of the small, frequent ones."""
    table = json.decode(files(__package__).joinpath("words.json").read_bytes(), type=dict[str, str])
    languages: dict[str, list[str]] = {}
    for language, words in table.items():
        for word in words.split():
            languages.setdefault(word, []).append(language)
    return {word: tuple(codes) for word, codes in languages.items()}


def tell_language(text: str) -> str:
    """Give the BCP 47 code of a text's language, `und` where it is not clear.

    >>> tell_language("the cat sat on the mat and it was not in the house of the king")
    'en'
    >>> tell_language("12 34")
    'und'
    """
    sample = text[:_SAMPLE]
    script = _by_script(sample)
    if script:
        return script
    folded = sample.lower()
    words = (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)
    votes = _without_strangers(_votes(words), folded, len(words))
    if not votes:
        return "und"
    ranking = sorted(votes, key=lambda language: (-votes[language], language))
    best = ranking[0]
    second = votes[ranking[1]] if len(ranking) > 1 else 0
    if votes[best] < _VOTES * max(2.0, len(words) * 0.04) or votes[best] < second * 1.15:
        return "und"
    return best


def _without_strangers(votes: dict[str, int], folded: str, words: int) -> dict[str, int]:
    """Leave out the languages whose alphabet lacks letters that a text in lower case has."""
    if _LACKED.keys().isdisjoint(votes):
        return votes
    most = max(_QUOTED[0], _QUOTED[1] * words)
    return {
        language: number
        for language, number in votes.items()
        if sum(map(folded.count, _LACKED.get(language, ""))) <= most
    }


def _votes(words: list[str]) -> dict[str, int]:
    """Give how many of some words speak for each language; a word of several is shared."""
    known, votes = small_words(), dict[str, int]()
    for word, number in Counter(filter(known.__contains__, words)).items():
        languages = known[word]
        for language in languages:
            votes[language] = votes.get(language, 0) + number * _VOTES // len(languages)
    return votes


def _by_script(sample: str) -> str | None:
    """Give the language where its script alone tells it."""
    if sample.isascii() or not _OTHER_SCRIPT.search(sample):
        return None
    letters = max(1, len(sample))
    for language, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) > letters * 0.15:
            return language
    if len(_HAN.findall(sample)) > letters * 0.2:
        return "zh"
    return None
