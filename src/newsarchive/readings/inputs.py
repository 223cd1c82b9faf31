"""Inputs: the files of raw text, each with the correction that stands beside it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.filesystem.stats import SIZE_OF_STAT, Stat
from newsarchive.incremental.fingerprint import hash_of
from newsarchive.incremental.sources import FolderSnapshot
from newsarchive.loading import may_be_read
from newsarchive.loading.corrections import ENDING, FOLDER, correction_of
from newsarchive.loading.folder import (
    Input,
    folder_correction_above,
    make_sure_of,
    saved_with_pages,
    spelled,
)
from newsarchive.running.remote import fetched
from newsarchive.settings.columns import USUAL, Columns
from newsarchive.settings.limits import DEFAULT, Limits
from newsarchive.settings.site import is_remote


class SeenInput(Input, frozen=True, gc=False, kw_only=True):
    """A file of raw text as it was seen in its folder."""

    key: str
    """Its name as the file system has it, which may be no text."""
    stat: Stat
    """The stats of the file, of the correction beside it and of its folder's, one after another."""


class Inputs(Mapping[str, SeenInput]):
    """An archive's files of raw text by their keys, in the order of its folder.

    A file is described when it is asked for: to hold all descriptions takes as much as the entries.
    """

    def __init__(
        self, stats: Mapping[str, Stat], above: Mapping[str, str], folder: _Folder
    ) -> None:
        """Describe files.

        Args:
            stats: by the keys of the files, as `SeenInput.stat` has it.
            above: by the key of a file its folder's correction, `_folder.yaml`, where there is one.
            folder: what is alike for all files.
        """
        self.stats, self._above, self._folder = stats, above, folder

    def __getitem__(self, key: str) -> SeenInput:
        """Describe a file."""
        folder, whole = self._folder, self._above.get(key, "")
        return SeenInput(
            f"{folder.path}/{key}",
            f"{folder.name}/{key if key.isascii() else spelled(Path(key))}",
            folder.columns,
            folder.limits,
            (f"{folder.path}/{whole}", f"{folder.name}/{whole}") if whole else ("", ""),
            key=key,
            stat=self.stats[key],
        )

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self.stats)

    def __len__(self) -> int:
        """Count the files."""
        return len(self.stats)


def inputs_among(
    snapshot: FolderSnapshot,
    folder: str,
    name: str,
    columns: Columns = USUAL,
    limits: Limits = DEFAULT,
) -> Inputs:
    """List the raw texts of a folder, each with the correction that stands beside it.

    A correction that stands alone is left to be reported, and so is one of a folder without a text;
    pictures that a browser saved with a page are left out.

    Args:
        snapshot: the folder's files.
        folder: its path, or its address on a store.
        name: what it is called.
        columns: which columns of a table hold what.
        limits: how much of an article is read.

    Raises:
        SettingsError: there is no such folder.
    """
    if not is_remote(folder):
        make_sure_of(Path(folder))
    files = snapshot.files
    beside, above = _corrected(files), _folder_corrections(files)
    left = {*saved_with_pages(files.keys()), *beside.values(), *above.values()}
    stats = files if not left else _with_those_of(beside, above, files, left)
    return Inputs(stats, above, _Folder(folder, name, columns, limits))


def _with_those_of(
    beside: Mapping[str, str],
    above: Mapping[str, str],
    files: Mapping[str, Stat],
    left: Container[str],
) -> dict[str, Stat]:
    """Give the stats of files that are not `left`, each with those of what belongs to it."""
    return {
        path: stat + files.get(beside.get(path, ""), b"") + files.get(above.get(path, ""), b"")
        for path, stat in files.items()
        if path not in left
    }


class _Folder(Struct, frozen=True):
    """What is alike for all files of a folder."""

    path: str
    """Its path, or its address on a store."""
    name: str
    columns: Columns
    limits: Limits


def _corrected(files: Collection[str]) -> dict[str, str]:
    """Give the correction that stands beside each text, where one does."""
    stems = {path.removesuffix(ENDING) for path in files if path.endswith(ENDING)}
    if not stems:
        return {}
    near = (path for path in files if path in stems or path[: path.rfind(".")] in stems)
    corrections = {path: correction_of(path) for path in near if may_be_read(path)}
    return {path: own for path, own in corrections.items() if own.removesuffix(ENDING) in stems}


def _folder_corrections(files: Collection[str]) -> dict[str, str]:
    """Give the correction of each file's folder, where there is one."""
    corrections = {path for path in files if path == FOLDER or path.endswith(f"/{FOLDER}")}
    others = (path for path in files if path not in corrections) if corrections else ()
    found = ((path, folder_correction_above(path, corrections.__contains__)) for path in others)
    return {path: file for path, file in found if file}


@contextmanager
def at_hand(files: Sequence[SeenInput]) -> Iterator[list[SeenInput]]:
    """Bring files, and the corrections beside them, to this machine's disk for a while."""
    with fetched([places_of(file) for file in files]) as paths:
        yield [
            file if path == file.path else _moved(file, path)
            for file, path in zip(files, paths, strict=True)
        ]


def _moved(file: SeenInput, path: str) -> SeenInput:
    """Give a file that was fetched to another place, its folder's correction beside it."""
    above, called = file.of_folder
    here = str(Path(path).parent / FOLDER) if above else ""
    return replace(file, path=path, of_folder=(here, called))


def places_of(file: SeenInput) -> tuple[str, ...]:
    """Give the places of a file, of its correction and of its folder's, as far as there are any."""
    above = file.of_folder[0]
    corrected = len(file.stat) > SIZE_OF_STAT * (2 if above else 1)
    return tuple(filter(None, (file.path, correction_of(file.path) if corrected else "", above)))


def hashed(file: SeenInput) -> tuple[str, ...]:
    """Give the places whose hashes make up a file's content, its correction there or not."""
    return tuple(filter(None, (file.path, correction_of(file.path), file.of_folder[0])))


def content_of(file: SeenInput) -> bytes:
    """Give the SHA-256 of a text, of its correction (zeros without one) and of its folder's.

    The name of the last is part of what is read, for readers are shown it.
    """
    text, (above, called) = Path(file.path), file.of_folder
    own = hash_of(text) + hash_of(Path(correction_of(file.path)))
    return own + hash_of(Path(above)) + sha256(called.encode()).digest() if above else own
