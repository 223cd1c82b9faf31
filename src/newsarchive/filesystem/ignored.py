"""Folders that newsarchive keeps for itself in an archive, which git is to leave alone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

IGNORE = "# Made by newsarchive to build faster. To delete it is safe.\n*\n"


def ignored_by_git(folder: Path) -> None:
    """Let git ignore a folder with all that is in it, unless something there says what it ignores.

    Raises:
        OSError: the system refuses.
    """
    with suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="utf-8") as file:
        file.write(IGNORE)
