"""Write: artifacts into the output folder, only what changed, and nothing that is not ours.

The folder holds a record, `.newsarchive.json`, of every file that was written there, with its
SHA-256, and of the sources that it was made from. A folder without the record is not ours; a file
that the record does not name is never touched.

The site changes in one step. What changed is first laid down aside. Then a second tree, which
holds hard links to the same files, is brought up to date, and the two trees change places
(`swapping`). Where a file system cannot do that, or where others keep files in the folder, files
are replaced one by one (`in_place`). A run that ends before, for whatever reason, leaves the site
as it was; the next one sweeps up after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.artifacts import Artifact, Chunk
from newsarchive.errors import OutputError
from newsarchive.filesystem.stats import stat_of
from newsarchive.filesystem.unfinished import UNFINISHED
from newsarchive.output.faults import as_output_errors
from newsarchive.output.folders import removed
from newsarchive.output.in_place import replace_in_place
from newsarchive.output.locks import PATIENCE, locked
from newsarchive.output.records import (
    RECORD,
    Record,
    Recorded,
    are_inside,
    read_record,
    write_record,
)
from newsarchive.output.seals import HASH, Seal
from newsarchive.output.staging import Change, stage
from newsarchive.output.stamps import untouched, write_stamps
from newsarchive.output.standing import Output, seen, strangers
from newsarchive.output.swapping import can_swap, distrust, has_second_tree, swap
from newsarchive.output.workspace import Workspace, made_ready, workspace_of

__all__ = [
    "HASH",
    "RECORD",
    "UNFINISHED",
    "Output",
    "Record",
    "Recorded",
    "Seal",
    "Workspace",
    "Written",
    "are_inside",
    "opened",
    "read_record",
    "seen",
    "taken",
    "untouched",
    "write",
]


class Written(Struct, frozen=True):
    """What a run wrote."""

    files: int
    """In the folder now."""
    changed: int
    """New or with other content."""
    deleted: int


@contextmanager
def taken(folder: Path, *, patience: float = PATIENCE) -> Iterator[Workspace]:
    """Take an output folder for oneself.

    Args:
        folder: the output folder; it may be missing. A symbolic link means where it leads to.
        patience: seconds to wait for another who has it.

    Raises:
        OutputError: the folder is not ours, or the file system refuses.
        BusyError: somebody else has it.
    """
    with as_output_errors(folder):
        workspace = workspace_of(folder)
        _refuse_others(workspace.folder)
        workspace = made_ready(workspace)
    with locked(workspace.lock, workspace.folder, patience):
        try:
            with as_output_errors(workspace.folder):
                _sweep(workspace)
                _refuse_others(workspace.folder)
            yield workspace
        finally:
            with suppress(OSError):
                _leave(workspace)


@contextmanager
def opened(folder: Path, *, patience: float = PATIENCE) -> Iterator[Output]:
    """Take an output folder for oneself, and see what stands there.

    Raises:
        OutputError: the folder is not ours, or the file system refuses.
        BusyError: somebody else has it.
    """
    with taken(folder, patience=patience) as workspace:
        yield seen(workspace)


def write(
    artifacts: Iterable[Artifact | Chunk],
    output: Output,
    *,
    sources: str,
    keep: Collection[str] = (),
    durable: bool = True,
) -> tuple[Written, Output]:
    """Write artifacts, delete what earlier runs wrote and is not kept, record it all.

    Args:
        artifacts: files of the site that are new or may have changed, made while they are taken:
            an error in one of them leaves the folder as it was. They stand before what leads to
            them, which counts where files are replaced one by one.
        output: the output folder, `opened`.
        sources: the fingerprint of what the whole site is made from.
        keep: the paths of `output.files` that stay as they are and are not made this time.
        durable: put all live in one step, where that can be, and bring it to the disk before, so
            that a loss of power, too, leaves one site or the other. A preview does without: its
            files are replaced one by one, which is the work of those that changed.

    Returns:
        What was written, and the output folder as it is now.

    Raises:
        OutputError: a file that is not ours is in the way, two artifacts have one path, what is to
            be kept is not there, or the file system refuses.
    """
    workspace = output.workspace
    with as_output_errors(workspace.folder):
        swappable = can_swap(output)
        part = workspace.part if swappable else workspace.part_inside
        as_tree = swappable and output.record is None and not has_second_tree(workspace)
        laid = workspace.first if as_tree else part
        change = stage(artifacts, output.files, keep, laid, sources, as_tree=as_tree)
        gone = [path for path in output.written if path not in change.record.files]
        if change.staged or gone or output.record is None:
            altered = [*change.staged, *gone]
            after = _put_live(change, output, altered, part, swappable=swappable, durable=durable)
            _note(after)
        else:
            after = replace(output, record=change.record, files=change.record.files)
            if change.record.sources != output.sources:
                write_record(workspace.folder, change.record, part)
                _note(after)
        after = replace(after, stat=stat_of(workspace.folder / RECORD))
    return Written(len(after.files), len(change.staged), len(gone)), after


def _put_live(
    change: Change,
    output: Output,
    altered: Collection[str],
    part: Path,
    *,
    swappable: bool,
    durable: bool,
) -> Output:
    """Put a change live, which alters the files at the paths `altered`.

    Returns:
        What stands in the output folder then, but for the stat of its record.
    """
    if output.files.keys() != output.written.keys():
        distrust(output.workspace)
    differing = None if output.differing is None else {*output.differing, *altered}
    after = replace(output, record=change.record, files=change.record.files, differing=differing)
    if not durable and output.record:
        replace_in_place(change, output, part, durable=False)
        return after  # with `since` as it was: the folders that are written to are changed after it
    if swappable and not strangers(output):
        since = swap(change, output, durable=durable)
        if since:
            return replace(after, since=since, differing=altered if output.record else ())
    replace_in_place(change, output, part, durable=durable)
    return replace(after, since=0)


def _note(output: Output) -> None:
    """Note sizes and times. The site is whole without, and so no refusal matters any more."""
    with suppress(OSError):
        write_stamps(output.workspace, output.files, output.since, output.differing)


def _refuse_others(folder: Path) -> None:
    """Make sure that a folder is ours to write: it holds our record, or nothing."""
    if (folder / RECORD).exists() or not folder.exists() or _is_empty(folder):
        return
    another = "Name another folder (`output:` in site.yaml, or `--to`)"
    if not folder.is_dir():
        raise OutputError("it is a file", where=str(folder), remedy=another)
    what = "it holds files that newsarchive did not write"
    raise OutputError(what, where=str(folder), remedy=f"{another}, or empty this one")


def _is_empty(folder: Path) -> bool:
    """Whether there is nothing in a folder but what a first run left that was cut short."""
    return folder.is_dir() and all(path.name == UNFINISHED for path in folder.iterdir())


def _sweep(workspace: Workspace) -> None:
    """Remove what a run that was cut short left on its way."""
    removed(workspace.part)
    for second in (workspace.standby, workspace.coming):
        if second.is_symlink():
            removed(second)
    if workspace.is_beside:
        removed(workspace.folder / UNFINISHED)


def _leave(workspace: Workspace) -> None:
    """Remove what is needed only while a run goes on, and all of it where there is no site."""
    _sweep(workspace)
    removed(workspace.folder / UNFINISHED)
    if not (workspace.folder / RECORD).exists() and not workspace.standby.exists():
        removed(workspace.state)
