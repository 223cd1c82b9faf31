"""Where things stand: the output folder, and what a run needs beside it.

    output/                   the site
    .output.newsarchive/      ours, hidden, on the same file system
        lock                  who builds
        stamps                sizes and times of the site's files
        part/                 files on their way
        standby/ or next/     the second tree

Where no folder can be made beside the output folder, the lock and the files on their way stand in a
folder inside it, for as long as a run takes.
"""

from __future__ import annotations

from errno import EACCES, EPERM, EROFS
from pathlib import Path
from stat import S_ISDIR

from msgspec import Struct

from newsarchive.errors import OutputError
from newsarchive.filesystem.ignored import ignored_by_git

STAGE = ".newsarchive-part"
"""The folder, inside the output folder, of files on their way where they cannot stand beside it."""


class Place(Struct, frozen=True):
    """Where an output folder is, and what belongs to it."""

    folder: Path
    state: Path

    @property
    def is_beside(self) -> bool:
        """Whether there is a folder of ours beside the output folder."""
        return self.state.parent == self.folder.parent

    @property
    def lock(self) -> Path:
        """The file that says who builds."""
        return self.state / "lock"

    @property
    def stamps(self) -> Path:
        """The file of sizes and times."""
        return self.state / "stamps"

    @property
    def part(self) -> Path:
        """The folder of files on their way."""
        return self.state / "part"

    @property
    def first(self) -> Path:
        """A first site on its way, which is laid down as the tree that it will be."""
        return self.part / "site"

    @property
    def part_inside(self) -> Path:
        """The same, but always on the output folder's own file system."""
        return self.folder / STAGE / "part"

    @property
    def standby(self) -> Path:
        """The second tree, while it holds what its record says."""
        return self.state / "standby"

    @property
    def coming(self) -> Path:
        """The second tree, while that is not known."""
        return self.state / "next"


def place_of(folder: Path) -> Place:
    """Say where an output folder and what belongs to it stand."""
    real = folder.resolve()
    return Place(real, real.parent / f".{real.name}.newsarchive")


def made_ready(place: Place) -> Place:
    """Make the folder beside an output folder or, where none can be made, the one inside it.

    Raises:
        OutputError: something else has its name.
        OSError: neither can be made.
    """
    place.folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        _make(place.state)
    except OSError as error:
        if error.errno not in (EACCES, EPERM, EROFS):
            raise
        place = Place(place.folder, place.folder / STAGE)
        place.folder.mkdir(exist_ok=True)
        _make(place.state)
    return place


def _make(folder: Path) -> None:
    try:
        folder.mkdir()
    except FileExistsError:
        if not S_ISDIR(folder.lstat().st_mode):
            what = "it stands where newsarchive keeps its lock"
            raise OutputError(what, where=str(folder), remedy="Move it away") from None
    ignored_by_git(folder)


def link_above(file: Path, real: set[Path]) -> Path | None:
    """Give a link that leads to a file; None where there is none.

    Args:
        file: a file's place.
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
