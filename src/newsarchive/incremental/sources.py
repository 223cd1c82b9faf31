"""What a site is made from: snapshots of its sources, each file with its stat, and of the code."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from stat import S_ISLNK, S_ISREG

import msgspec
from msgspec import Struct

from newsarchive import __version__
from newsarchive.filesystem.regular import visible_below
from newsarchive.filesystem.stats import Stat, is_settled, packed, stat_of
from newsarchive.incremental.deferred import bytes_of, digest
from newsarchive.settings.site import Site, is_remote
from newsarchive.settings.theme import theme_folder


class FolderSnapshot(Struct, frozen=True):
    """The files of one folder, or some single files, as they were at one moment."""

    files: Mapping[str, Stat]
    """Path below the folder, with `/` → stat, in the order of the names folder by folder."""
    at: int
    """The moment at which their stats began to be taken, in ns."""

    @property
    def digest(self) -> bytes:
        """Digest names and stats."""
        stats = msgspec.msgpack.encode(tuple(self.files.values()))
        return digest(bytes_of("\0".join(self.files)), stats)


class Snapshot(Struct, frozen=True, dict=True):
    """All files that a site is made from, as they were at one moment."""

    folders: dict[str, FolderSnapshot]
    """Path of a folder, ending in `/` → its files; the single files stand under the empty path."""
    theme: tuple[FolderSnapshot, ...] = ()
    """The folders of the shipped theme, which are newsarchive's own and no sources."""

    def folder(self, path: Path | str) -> FolderSnapshot:
        """Give the files of a folder."""
        return self.folders[f"{path}/"]

    @cached_property
    def digest(self) -> bytes:
        """Digest names and stats."""
        seen = (*self.folders.items(), *(("", seen) for seen in self.theme))
        return digest(*(part for folder, one in seen for part in (bytes_of(folder), one.digest)))

    @property
    def settled(self) -> bool:
        """Whether each file would show by its stat if it changed."""
        every = (*self.folders.values(), *self.theme)
        return all(is_settled(b"".join(seen.files.values()), seen.at) for seen in every)


def snapshot_of(site: Site, texts: FolderSnapshot | None = None) -> Snapshot:
    """Take a snapshot of the files that an archive's site is made from.

    Args:
        site: the archive.
        texts: the snapshot of the raw texts, if there is one already.
    """
    folders = (site.templates, site.static, site.profiles, site.locale)
    theme = tuple(snapshot_of_folder(theme_folder(name)) for name in ("templates", "static"))
    own = {
        "": snapshot_of_files(site.source_files),
        f"{site.texts}/": texts or snapshot_of_folder(site.texts),
        **{f"{folder}/": snapshot_of_folder(folder) for folder in folders},
    }
    return Snapshot(own, theme)


def snapshot_of_folder(folder: str | Path, *, without: str = "") -> FolderSnapshot:
    """Take a snapshot of all files below a folder but the hidden ones; of none if it is missing.

    A symbolic link is a file, whatever it leads to, and has the stat of both.

    Args:
        folder: its path, or its address on a store.
        without: the name of folders that are left out too.

    Raises:
        SettingsError: the folder is on a store, which does not answer.
    """
    at = time.time_ns()
    if is_remote(str(folder)):
        from newsarchive.running.remote import listed  # noqa: PLC0415  seldom needed

        return FolderSnapshot(listed(str(folder)), at)
    files = dict[str, Stat]()
    for name, seen in visible_below(str(folder), without=without):
        is_link = S_ISLNK(seen.st_mode)
        files[name] = packed(seen) + stat_of(f"{folder}/{name}") if is_link else packed(seen)
    return FolderSnapshot(files, at)


def snapshot_after(folder: str, before: FolderSnapshot, changed: Iterable[str]) -> FolderSnapshot:
    """Take a snapshot of a folder of which it is known what changed since the last one.

    Only the files that changed are looked at; all are if one of them came or went, or if what
    changed is no file.

    Args:
        folder: its path.
        before: the last snapshot.
        changed: the paths of what changed, there or elsewhere.
    """
    at, files = time.time_ns(), dict(before.files)
    for path in changed:
        name = path.removeprefix(f"{folder}/")
        stat = _stat_of_file(path)
        if name not in files and not os.path.lexists(path):
            continue  # an editor's own, which is gone again
        if name in files and stat:
            files[name] = stat
        elif path.startswith(folder):
            return snapshot_of_folder(folder)
    return FolderSnapshot(files, at)


def snapshot_of_files(paths: Iterable[Path]) -> FolderSnapshot:
    """Take a snapshot of single files."""
    at = time.time_ns()
    return FolderSnapshot({str(path): stat_of(path) for path in paths}, at)


def code_digest() -> str:
    """Give one value for newsarchive's own files and those that it runs with, by their stats."""
    return digest(__version__.encode(), sys.version.encode(), _code()).hex()


@cache
def _code() -> bytes:
    """Digest the stats of the files of the code that this process runs, which it read before."""
    package = Path(__file__).parents[1]
    around = stat_of(Path(msgspec.__file__).parents[1])  # packages come and go in this folder
    return digest(snapshot_of_folder(package, without="__pycache__").digest, repr(around).encode())


def _stat_of_file(path: str) -> Stat:
    """Give the stat of a file; an empty one where there is none, or something else."""
    try:
        seen = os.lstat(path)
    except OSError:
        return b""
    return packed(seen) if S_ISREG(seen.st_mode) else b""
