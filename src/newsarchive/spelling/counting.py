"""Numbers of things, in English, for whoever runs a command."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """Say how many there are.

    >>> counted(1, "article"), counted(2000, "file")
    ('1 article', '2,000 files')
    """
    return f"{number:,} {word}{'s' * (number != 1)}"
