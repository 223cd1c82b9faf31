"""What a curator writes in a correction or in front matter, each key's value checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from newsarchive.errors import SettingsError
from newsarchive.loading.days import one_date
from newsarchive.spelling.slugs import one_slug

ADDRESS = re.compile(r"https?://[^\s/]+\S*")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


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
    what = f"`language` is `{text}`, which is no language's code"
    raise SettingsError(what, where=where, remedy="Write two or three letters, such as en or de-AT")


CHECKS: Mapping[str, Callable[[str, str], str]] = {
    "date": one_date,
    "slug": one_slug,
    "url": one_address,
    "language": one_language,
}
"""Key → what checks it, and gives it as it is read."""
