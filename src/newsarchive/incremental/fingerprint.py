"""One value for all that a site is made from: it changes when, and only when, a source does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path

from newsarchive import __version__
from newsarchive.filesystem.refused import machine_watched
from newsarchive.filesystem.regular import open_regular
from newsarchive.incremental.sources import Snapshot, snapshot_of
from newsarchive.settings.site import Site

NO_FILE = bytes(32)
"""Stands for the SHA-256 of a file that is not there."""


def fingerprint(
    site: Site, known: Mapping[str, bytes] | None = None, snapshot: Snapshot | None = None
) -> str:
    """Hash the names and the content of an archive's sources: SHA-256 in hex.

    Args:
        site: the archive.
        known: the SHA-256 of those raw texts that need not be read, by their names in the folder.
        snapshot: of the sources; None to take one.

    Raises:
        PermissionError: a source other than a raw text may not be read. A raw text that may not be
            read is set aside, and the site says so.
    """
    known, texts = known or {}, f"{site.texts}/"
    everything = sha256(__version__.encode())
    for name, path in source_files(site, snapshot):
        if path.startswith(texts):
            content = known.get(path.removeprefix(texts)) or hash_of(Path(path))
        else:
            content = sure_hash_of(Path(path))
        everything.update(b"%b\0%b" % (name.encode(errors="surrogateescape"), content))
    return everything.hexdigest()


def source_files(site: Site, snapshot: Snapshot | None = None) -> Iterator[tuple[str, str]]:
    """Give the names and the paths of the files that a site is made from, in a fixed order."""
    root = f"{site.root}/"
    for folder, found in (snapshot or snapshot_of(site)).folders.items():
        for name in found.files:
            path = f"{folder}{name}"
            yield path.removeprefix(root), path


def hash_of(path: Path) -> bytes:
    """Give a file's SHA-256; zeros where there is none, or it may not be read.

    Raises:
        MachineError: the machine fails.
    """
    try:
        return sure_hash_of(path)
    except PermissionError:
        return NO_FILE


def sure_hash_of(path: Path) -> bytes:
    """Give a file's SHA-256; zeros where there is none.

    Raises:
        PermissionError: there is one, and it may not be read.
        MachineError: the machine fails.
    """
    try:
        with open_regular(path) as file, machine_watched(path):
            return file_digest(file, "sha256").digest()
    except PermissionError:
        raise
    except OSError:
        return NO_FILE
