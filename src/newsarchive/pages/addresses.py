"""Makes sure that each page has an address of its own, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from newsarchive.archive import Entry
from newsarchive.archive.entries import entry_with
from newsarchive.errors import SettingsError
from newsarchive.model import Problem
from newsarchive.pages import routes
from newsarchive.pages.aliases import alias_url


class Addressed(Protocol):
    """What has a URL."""

    @property
    def url(self) -> str:
        """Relative to the site's root."""


T = TypeVar("T", bound=Addressed)


class _Places:
    """The files and folders that addresses have taken, on any file system."""

    def __init__(self, articles: Iterable[Entry]) -> None:
        """Begin with the addresses of articles, each of which is a folder of its own."""
        self._entries = articles
        self._files: set[str] = set()
        self._folders: set[str] = set()

    @cached_property
    def _articles(self) -> frozenset[str]:
        """Their addresses, which are in small letters; seldom does another one begin like them."""
        return frozenset(map(routes.article, self._entries))

    def take(self, url: str) -> bool:
        """Take an address; False where its file would get into another's way."""
        path = routes.file_of(url).casefold()
        if path in self._files or path in self._folders or self._is_article(path):
            return False
        folder, above = path, []
        while (folder := folder.rpartition("/")[0]) and folder not in self._folders:
            above.append(folder)
        if not self._files.isdisjoint(above):
            return False
        self._files.add(path)
        self._folders.update(above)
        return True

    def _is_article(self, path: str) -> bool:
        """Whether an article has a file's place, or needs a folder there."""
        if not path.startswith(routes.ARTICLES):
            return False
        folder, _, file = path.removeprefix(routes.ARTICLES).partition("/")
        is_folder = f"{routes.ARTICLES}{folder}/" in self._articles
        return is_folder and file.partition("/")[0] in ("", "index.html")


def each_its_own(pages: Iterable[T], articles: Collection[Entry] = ()) -> Iterator[T]:
    """Pass on pages whose files do not get into each other's way, on any file system.

    Args:
        pages: all but those of articles.
        articles: what `at_their_addresses` kept.

    Raises:
        SettingsError: two pages would be the same file, or one a file where another needs a folder.
    """
    places = _Places(articles)
    for page in pages:
        if not places.take(page.url):
            what = f"two pages want the address {page.url}"
            raise SettingsError(what, remedy="Change the alias, the title or the name of one")
        yield page


def at_their_addresses(entries: Sequence[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Keep the articles whose addresses are free, each with the aliases that are.

    An address ends in a part of a hash, which two texts made for it can share. The first in order
    has it; and what an article's own address is, no alias can take.

    Args:
        entries: in the order of their paths.
    """
    kept, problems = _each_at_its_own(entries)
    places = _Places(kept)
    for number, entry in enumerate(kept):
        if entry.aliases:
            free = {written: _is_free(written, places) for written in dict.fromkeys(entry.aliases)}
            problems += [_no_alias(entry, written) for written in free if not free[written]]
            kept[number] = entry_with(entry, tuple(written for written in free if free[written]))
    return kept, problems


def _each_at_its_own(entries: Sequence[Entry]) -> tuple[list[Entry], list[Problem]]:
    """Keep the articles whose addresses no other has; only those whose hashes begin alike may."""
    beginnings = Counter([entry.sha256[:8] for entry in entries])
    alike = {beginning for beginning, times in beginnings.items() if times > 1}
    kept, problems, taken = list[Entry](), list[Problem](), set[str]()
    for entry in entries:
        url = routes.article(entry) if entry.sha256[:8] in alike else ""
        if url in taken:
            what = "its address is that of another article: titles and hashes begin alike"
            problems.append(Problem(entry.summary.path, what, "Give it a `slug:` in a correction"))
            continue
        kept.append(entry)
        if url:
            taken.add(url)
    return kept, problems


def _is_free(alias: str, places: _Places) -> bool:
    url = alias_url(alias)
    return url is not None and places.take(url)


def _no_alias(entry: Entry, written: str) -> Problem:
    path, line = entry.summary.aliases_at
    return Problem(
        path,
        f"the alias `{written}` is taken, or is no address within the site",
        "Write a path of letters, digits, `-`, `.` and `_`, such as 2021/07/report/",
        line,
        fate="doubtful",
    )
