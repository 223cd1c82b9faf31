"""Articles whose address is another than it was: the title is read otherwise, or the text edited.

Whoever cites the old address finds nothing there, until the curator makes it an alias.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from newsarchive.pages.routes import ARTICLES

DIGITS = 8
"""Of an article's original, at the end of its address."""
PAGE = "/index.html"


def moves(before: Iterable[str], after: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Give the articles that stand at another address.

    One that is gone is known again by its digits, or else, where its text was edited, by its words:
    if no other that is gone and one alone that is new has these.

    Args:
        before: the paths of the files that the site had.
        after: those that it has.

    >>> moves(["articles/a-0123abcd/index.html"], ["articles/b-0123abcd/index.html"])
    (('articles/a-0123abcd/', 'articles/b-0123abcd/'),)
    >>> moves(["articles/a-0123abcd/index.html"], ["articles/a-4567cdef/index.html"])
    (('articles/a-0123abcd/', 'articles/a-4567cdef/'),)
    """
    stood = {_address(path) for path in before if _is_article(path)}
    stands = {_address(path) for path in after if _is_article(path)}
    gone, new = sorted(stood - stands), stands - stood
    retitled, once = _alone(new, _digits), _alone(gone, _words)
    edited = {words: now for words, now in _alone(new, _words).items() if words in once}
    pairs = ((old, retitled.get(_digits(old)) or edited.get(_words(old))) for old in gone)
    return tuple((old, now) for old, now in pairs if now)


def _alone(addresses: Iterable[str], part: Callable[[str], str]) -> dict[str, str]:
    """Give addresses by a part of theirs, those alone that share it with no other."""
    by_part: dict[str, list[str]] = {}
    for address in addresses:
        by_part.setdefault(part(address), []).append(address)
    return {said: those[0] for said, those in by_part.items() if len(those) == 1}


def _is_article(path: str) -> bool:
    return path.startswith(ARTICLES) and path.endswith(PAGE)


def _digits(address: str) -> str:
    return address.rstrip("/")[-DIGITS:]


def _words(address: str) -> str:
    return address.rstrip("/")[:-DIGITS]


def _address(path: str) -> str:
    return path.removesuffix("index.html")
