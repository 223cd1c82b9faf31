"""Names spelled with letters of several alphabets, so that they look like other names.

`Тhe Guаrdian` with a Cyrillic T and a is not The Guardian. Nothing is changed or set aside for it:
scanned texts have such letters too. It is told, so that a curator can look.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from newsarchive.model import Article, Problem

ALIKE = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Alphabets that share letters' looks, as the names of characters in Unicode begin."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def mixed_alphabets(articles: Iterable[Article]) -> Iterator[Problem]:
    """Give a word of doubt for each article whose title, source or address mixes alphabets."""
    for article in articles:
        fields = (
            ("title", article.title.value or ""),
            ("source", article.source.value or ""),
            ("address", _host(article.url.value or "")),
        )
        for name, text in fields:
            if mixed := mixed_word(text):
                letters = " and ".join(word.capitalize() for word in alphabets(mixed))
                what = f"the {name} has `{mixed}`, which mixes {letters} letters"
                yield Problem(
                    article.path,
                    what,
                    "See whether it is meant to look like something else",
                    fate="doubtful",
                    article=article.sha256,
                )


def _host(address: str) -> str:
    """Give an address's host as people see it, `xn--` decoded."""
    try:
        host = urlsplit(address).hostname or ""
        return host.encode("ascii", "ignore").decode("idna") if "xn--" in host else host
    except (ValueError, UnicodeError):
        return ""


def mixed_word(text: str) -> str | None:
    """Find the first word that mixes alphabets which look alike; None where there is none.

    >>> mixed_word("Тhe Guаrdian"), mixed_word("The Guardian"), mixed_word("β-carotene, Ω and A")
    ('Тhe', None, None)
    """
    if text.isascii():
        return None
    return next((word for word in _WORD.findall(text) if len(alphabets(word)) > 1), None)


def alphabets(word: str) -> list[str]:
    """Name the alphabets of a word's letters, in the order of `ALIKE`.

    >>> alphabets("Guаrdian")
    ['LATIN', 'CYRILLIC']
    """
    if word.isascii():
        return ["LATIN"]
    found = {unicodedata.name(letter, "").partition(" ")[0] for letter in set(word)}
    return [name for name in ALIKE if name in found]
