"""Makes sure that each page has an address of its own, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from newsarchive.errors import SettingsError
from newsarchive.pages import routes


class Addressed(Protocol):
    """What has a URL."""

    @property
    def url(self) -> str:
        """Relative to the site's root."""


T = TypeVar("T", bound=Addressed)


def each_its_own(pages: Iterable[T]) -> Iterator[T]:
    """Pass on pages whose files do not get into each other's way, on any file system.

    Raises:
        SettingsError: two pages would be the same file, or one a file where another needs a folder.
    """
    files: set[str] = set()
    folders: set[str] = set()
    for page in pages:
        path = routes.file_of(page.url).casefold()
        above = {str(folder) for folder in PurePosixPath(path).parents}
        if path in files or path in folders or not above.isdisjoint(files):
            what = f"two pages want the address {page.url}"
            raise SettingsError(what, remedy="Change the alias, the title or the name of one")
        files.add(path)
        folders |= above
        yield page
