"""A folder of raw texts: every file below it, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from newsarchive.errors import SettingsError
from newsarchive.loading import load, reader_of
from newsarchive.loading.corrections import ENDING, correction_beside
from newsarchive.model import Document, Problem


def load_folder(folder: Path, name: str = "") -> Iterator[Document | Problem]:
    """Read all raw texts of a folder and of those below it, with their corrections.

    Hidden files are left alone, and symbolic links are not followed.

    Args:
        folder: the folder.
        name: what documents and problems call it.

    Yields:
        Documents and problems in the order of the files' names.

    Raises:
        SettingsError: the folder is missing, or a correction says something it cannot say.
    """
    if not folder.is_dir():
        raise SettingsError(
            "there is no folder of articles here",
            where=str(folder),
            remedy="Make it and copy your texts into it, or name another after `articles:`",
        )
    for path in files_below(folder):
        called = f"{name}/" * bool(name) + path.relative_to(folder).as_posix()
        if path.suffix.lower() == ENDING:
            yield from _orphan(path, called)
        else:
            yield from load_file(path, called)


def load_file(path: Path, name: str) -> Iterator[Document | Problem]:
    """Read one file, with the correction that stands beside it.

    Raises:
        SettingsError: the correction says something it cannot say.
    """
    correction = correction_beside(path, name)
    for loaded in load(path, name):
        if correction and isinstance(loaded, Document):
            yield msgspec.structs.replace(loaded, correction=correction)
        else:
            yield loaded


def files_below(folder: Path) -> Iterator[Path]:
    """Give the files below a folder in the order of their names, the hidden ones left out."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from files_below(path)
        elif not path.is_dir():
            yield path


def _orphan(path: Path, name: str) -> Iterator[Problem]:
    beside = (p for p in path.parent.glob(f"{path.stem}.*") if reader_of(p.name))
    if not any(beside):
        what = "a correction without the text that it corrects"
        yield Problem(name, what, "Give it the name of a raw text, with the ending .yaml")
