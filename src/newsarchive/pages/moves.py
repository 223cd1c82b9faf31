"""Articles whose address is another than it was: their titles are read, or corrected, otherwise.

Whoever cites the old address finds nothing there, until the curator makes it an alias.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from newsarchive.pages.routes import ARTICLES

DIGITS = 8
"""Of an article's original, at the end of its address."""
PAGE = "/index.html"


def moves(before: Iterable[str], after: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Give the articles that stand at another address.

    Args:
        before: the paths of the files that the site had.
        after: those that it has.

    >>> moves(["articles/a-0123abcd/index.html"], ["articles/b-0123abcd/index.html"])
    (('articles/a-0123abcd/', 'articles/b-0123abcd/'),)
    """
    gone = {_digits(path): path for path in before if path not in after and _is_article(path)}
    now = {_digits(path): path for path in after if _is_article(path)} if gone else {}
    return tuple(
        (_address(old), _address(now[digits])) for digits, old in gone.items() if digits in now
    )


def _is_article(path: str) -> bool:
    return path.startswith(ARTICLES) and path.endswith(PAGE)


def _digits(path: str) -> str:
    return _address(path).rstrip("/")[-DIGITS:]


def _address(path: str) -> str:
    return path.removesuffix("index.html")
