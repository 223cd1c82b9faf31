"""Folders of a site: no link leads out of them, and none is left empty."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR

from newsarchive.errors import OutputError


def link_above(file: Path, real: set[Path]) -> Path | None:
    """Give a link that leads to a file; None where there is none.

    Args:
        file: a file's path.
        real: folders that no link leads to, which grow.
    """
    folder = file.parent
    if folder in real:
        return None
    link = link_above(folder, real) or (folder if folder.is_symlink() else None)
    if link is None:
        real.add(folder)
    return link


def refuse_links(file: Path, real: set[Path]) -> None:
    """Make sure that no link leads to a file, as `link_above` tells.

    Raises:
        OutputError: one does.
    """
    if link := link_above(file, real):
        what = "a link stands where a folder of pages belongs, and would lead out of the site"
        raise OutputError(what, where=str(link), remedy="Put a folder there, or delete it")


def delete(folder: Path, path: str) -> None:
    """Delete a file of ours below a folder, and the folders that it leaves empty."""
    file = folder / path
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except OSError:
            return


def removed(path: Path) -> None:
    """Remove a folder of ours with all that is in it; a link is removed and not followed."""
    try:
        is_folder = S_ISDIR(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return
    if is_folder:
        from shutil import rmtree  # noqa: PLC0415  a build without change removes nothing

        rmtree(path)
    else:
        path.unlink()
