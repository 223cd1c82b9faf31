"""How a bag's lists spell the paths of its files, so that every reader finds them.

BagIt 1.0 (RFC 8493) writes line breaks and `%` as `%0A`, `%0D` and `%25`; BagIt 0.97 writes every
path as it is. The Library of Congress's reader undoes `%0A` and `%0D`, the first two of each, and
never `%25`. So a bag with a `%` in a name is one of 0.97, and what only some readers would find is
told instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

PLAIN, ENCODED = "0.97", "1.0"
"""Versions of BagIt, by how they write a path."""
_BREAKS = {"\r": "%0D", "\n": "%0A"}
_LOOKS_ENCODED = re.compile("%0[ad]", re.IGNORECASE)


def version_for(paths: Iterable[str]) -> str:
    """Give the version of BagIt in which the paths of a bag are spelled.

    >>> version_for(["a.txt"]), version_for(["a.txt", "100 %.txt"])
    ('1.0', '0.97')
    """
    return PLAIN if any("%" in path for path in paths) else ENCODED


def spelled(path: str, version: str) -> str | None:
    r"""Spell a path; None where not every reader would find the file.

    >>> spelled("a\nb.txt", "1.0"), spelled("100 %.txt", "0.97")
    ('a%0Ab.txt', '100 %.txt')
    >>> [spelled(path, "0.97") for path in ("a\nb", "a%0Ab", "a ", "a\x85b", "\udcff")]
    [None, None, None, None, None]
    """
    written = path
    if version == ENCODED:
        for sign, code in _BREAKS.items():
            written = written.replace(sign, code)
    lasts = written.splitlines() == [written] and written == written.rstrip()
    if not lasts or not _is_utf8(path) or any(path.count(sign) > 2 for sign in _BREAKS):
        return None
    return None if _LOOKS_ENCODED.search(path) else written


def composed(path: str) -> str:
    """Give what readers take two paths for that differ only in how accents are coded."""
    return normalize("NFC", path)


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
