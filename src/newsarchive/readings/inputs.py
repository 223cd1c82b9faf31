"""Inputs: the files of raw text, each with the correction that stands beside it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.filesystem.stats import SIZE_OF_STAT, Stat
from newsarchive.incremental.fingerprint import hash_of
from newsarchive.incremental.sources import FolderSnapshot
from newsarchive.loading import may_be_read
from newsarchive.loading.corrections import ENDING, correction_of
from newsarchive.loading.folder import (
    OF_FOLDER,
    Input,
    make_sure_of,
    of_folders_above,
    saved_with_pages,
    spelled,
)
from newsarchive.loading.foldertable import TABLE, row_digest
from newsarchive.running.remote import fetched
from newsarchive.settings.columns import USUAL, Columns
from newsarchive.settings.limits import DEFAULT, Limits
from newsarchive.settings.site import is_remote


class SeenInput(Input, frozen=True, gc=False, kw_only=True):
    """A file of raw text as it was seen in its folder."""

    key: str
    """Its name as the file system has it, which may be no text."""
    stat: Stat
    """The stats of the file, of the correction beside it and of what speaks of its folder."""


class Inputs(Mapping[str, SeenInput]):
    """An archive's files of raw text by their keys, in the order of its folder.

    A file is described when it is asked for: to hold all descriptions takes as much as the entries.
    """

    def __init__(
        self, stats: Mapping[str, Stat], above: Mapping[str, tuple[str, ...]], folder: _Folder
    ) -> None:
        """Describe files.

        Args:
            stats: by the keys of the files, as `SeenInput.stat` has it.
            above: by the key of a file what speaks of its folder: `_folder.yaml`, `_folder.csv`.
            folder: what is alike for all files.
        """
        self.stats, self._above, self._folder = stats, above, folder

    def __getitem__(self, key: str) -> SeenInput:
        """Describe a file."""
        folder, above = self._folder, self._above.get(key, ())
        return SeenInput(
            f"{folder.path}/{key}",
            f"{folder.name}/{key if key.isascii() else spelled(Path(key))}",
            folder.columns,
            folder.limits,
            tuple((f"{folder.path}/{one}", f"{folder.name}/{one}") for one in above),
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
    beside, above = _corrected(files), _of_folders(files)
    left = {*saved_with_pages(files.keys()), *beside.values(), *chain(*set(above.values()))}
    stats = files if not left else _with_those_of(beside, above, files, left)
    return Inputs(stats, above, _Folder(folder, name, columns, limits))


def _with_those_of(
    beside: Mapping[str, str],
    above: Mapping[str, tuple[str, ...]],
    files: Mapping[str, Stat],
    left: Container[str],
) -> dict[str, Stat]:
    """Give the stats of files that are not `left`, each with those of what belongs to it."""
    return {
        path: stat
        + files.get(beside.get(path, ""), b"")
        + b"".join([files[one] for one in above.get(path, ())])
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


def _of_folders(files: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Give what speaks of each file's folder, where something does."""
    speaking = {path for path in files if path.rpartition("/")[2] in OF_FOLDER}
    others = (path for path in files if path not in speaking) if speaking else ()
    found = ((path, of_folders_above(path, speaking.__contains__)) for path in others)
    return {path: above for path, above in found if above}


@contextmanager
def at_hand(files: Sequence[SeenInput]) -> Iterator[list[SeenInput]]:
    """Bring files, and the corrections beside them, to this machine's disk for a while."""
    with fetched([places_of(file) for file in files]) as paths:
        yield [
            file if path == file.path else _moved(file, path)
            for file, path in zip(files, paths, strict=True)
        ]


def _moved(file: SeenInput, path: str) -> SeenInput:
    """Give a file that was fetched to another place, what speaks of its folder beside it."""
    beside = Path(path).parent
    above = tuple((str(beside / Path(one).name), called) for one, called in file.of_folder)
    return replace(file, path=path, of_folder=above)


def places_of(file: SeenInput) -> tuple[str, ...]:
    """Give the places of a file, of its correction and of what speaks of its folder, if any."""
    above = [path for path, _ in file.of_folder]
    corrected = len(file.stat) > SIZE_OF_STAT * (1 + len(above))
    return (file.path, *([correction_of(file.path)] if corrected else []), *above)


def hashed(file: SeenInput) -> tuple[str, ...]:
    """Give the places whose hashes make up a file's content, its correction there or not."""
    return (file.path, correction_of(file.path), *(path for path, _ in file.of_folder))


def content_of(file: SeenInput) -> bytes:
    """Give the SHA-256 of a text, of its correction (zeros without one), of what is said above it.

    The names of these are part of what is read, for readers are shown them. Of a table the text's
    own row alone counts.
    """
    above = (
        row_digest(Path(path), called, file.name, file.columns)
        if called.endswith(TABLE)
        else hash_of(Path(path)) + sha256(called.encode()).digest()
        for path, called in file.of_folder
    )
    own = hash_of(Path(file.path)) + hash_of(Path(correction_of(file.path)))
    return own + b"".join(above)
