"""The workspace of a run: the output folder, and what is needed beside it.

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
from newsarchive.filesystem.unfinished import UNFINISHED


class Workspace(Struct, frozen=True):
    """An output folder, and the folder of ours that goes with it."""

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
        return self.folder / UNFINISHED / "part"

    @property
    def standby(self) -> Path:
        """The second tree, while it holds what its record says."""
        return self.state / "standby"

    @property
    def coming(self) -> Path:
        """The second tree, while that is not known."""
        return self.state / "next"


def workspace_of(folder: Path) -> Workspace:
    """Give the workspace of an output folder; nothing is made."""
    real = folder.resolve()
    return Workspace(real, real.parent / f".{real.name}.newsarchive")


def made_ready(workspace: Workspace) -> Workspace:
    """Make the folder beside an output folder or, where none can be made, the one inside it.

    Raises:
        OutputError: something else has its name.
        OSError: neither can be made.
    """
    workspace.folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        _make(workspace.state)
    except OSError as error:
        if error.errno not in (EACCES, EPERM, EROFS):
            raise
        workspace = Workspace(workspace.folder, workspace.folder / UNFINISHED)
        workspace.folder.mkdir(exist_ok=True)
        _make(workspace.state)
    return workspace


def _make(folder: Path) -> None:
    try:
        folder.mkdir()
    except FileExistsError:
        if not S_ISDIR(folder.lstat().st_mode):
            what = "it stands where newsarchive keeps its lock"
            raise OutputError(what, where=str(folder), remedy="Move it away") from None
    ignored_by_git(folder)
