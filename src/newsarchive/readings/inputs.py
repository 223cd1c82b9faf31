"""Inputs: the files of raw text, each with the correction that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.incremental.fingerprint import hash_of
from newsarchive.incremental.sources import SIZE_OF_STAT, Seen, Stat
from newsarchive.loading import ENDINGS
from newsarchive.loading.corrections import ENDING
from newsarchive.loading.folder import make_sure_of, saved_with_pages, spelled
from newsarchive.running.remote import fetched
from newsarchive.settings.columns import USUAL, Columns
from newsarchive.settings.limits import DEFAULT, Limits
from newsarchive.settings.site import is_remote


class Input(Struct, frozen=True, gc=False):
    """A file of raw text."""

    name: str
    """What documents and problems call it, with `/`."""
    key: str
    """Its name as the file system has it, which may be no text."""
    path: str
    stat: Stat
    """Its own and that of the correction beside it."""
    columns: Columns = USUAL
    limits: Limits = DEFAULT


def inputs_among(
    seen: Seen, folder: str, name: str, columns: Columns = USUAL, limits: Limits = DEFAULT
) -> list[Input]:
    """List the raw texts of a folder, each with the correction that stands beside it.

    A correction that stands alone is left to be reported; pictures that a browser saved with a page
    are left out.

    Args:
        seen: the folder's files.
        folder: its path, or its address on a store.
        name: what it is called.
        columns: which columns of a table hold what.
        limits: how much of an article is read.

    Raises:
        SettingsError: there is no such folder.
    """
    if not is_remote(folder):
        make_sure_of(Path(folder))
    files = seen.files
    texts = (path for path in files if path.lower().endswith(ENDINGS))
    beside = {path: path[: path.rindex(".")] + ENDING for path in texts}
    left = saved_with_pages(files.keys()).union(beside.values())
    return [
        Input(
            f"{name}/{path if path.isascii() else spelled(Path(path))}",
            path,
            f"{folder}/{path}",
            stat + files.get(beside.get(path, ""), b""),
            columns,
            limits,
        )
        for path, stat in files.items()
        if path not in left
    ]


@contextmanager
def at_hand(files: Sequence[Input]) -> Iterator[list[Input]]:
    """Bring files, and the corrections beside them, to this machine's disk for a while."""
    with fetched([places_of(file) for file in files]) as paths:
        yield [replace(file, path=path) for file, path in zip(files, paths, strict=True)]


def places_of(file: Input) -> tuple[str, ...]:
    """Give the place of a file and of the correction beside it, if there is one."""
    correction = file.path[: file.path.rfind(".")] + ENDING
    return (file.path, correction) if len(file.stat) > SIZE_OF_STAT else (file.path,)


def content_of(path: str) -> bytes:
    """Give the SHA-256 of a text and of the correction beside it; zeros where there is none."""
    text = Path(path)
    return b"".join(map(hash_of, (text, text.with_suffix(ENDING))))
