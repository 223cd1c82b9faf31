"""What a curator writes in a correction or in front matter, each key's value checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from newsarchive.errors import SettingsError
from newsarchive.loading.days import one_date
from newsarchive.spelling.languages import CODE, LANGUAGE, NO_LANGUAGE
from newsarchive.spelling.slugs import one_slug

ADDRESS = re.compile(r"https?://[^\s/]+\S*")


def one_address(text: str, where: str) -> str:
    """Check a web address.

    Args:
        text: what is written.
        where: the file and the line.

    Raises:
        SettingsError: it is none, or not whole.
    """
    if ADDRESS.fullmatch(text):
        return text
    what = f"`{text}` is no web address"
    raise SettingsError(what, where=where, remedy="Write it whole, such as https://example.org/a")


def one_language(text: str, where: str) -> str:
    """Check a language.

    Args:
        text: what is written.
        where: the file and the line.

    Raises:
        SettingsError: it has not the form of BCP 47.
    """
    if LANGUAGE.fullmatch(text):
        return text
    raise SettingsError(NO_LANGUAGE.format(text), where=where, remedy=CODE)


CHECKS: Mapping[str, Callable[[str, str], str]] = {
    "date": one_date,
    "slug": one_slug,
    "url": one_address,
    "language": one_language,
}
"""Key → what checks it, and gives it as it is read."""
