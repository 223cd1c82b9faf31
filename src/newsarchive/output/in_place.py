"""A site's files replaced one by one, where it cannot be changed in one step or is a preview.

Each page is whole at any moment. New pages stand before those that lead to them, and what is no
longer part of the site goes last, so that no link is broken on the way; but a run that is cut short
leaves pages of two sites, until the next run completes it.
"""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from newsarchive.errors import OutputError
from newsarchive.output import kernel
from newsarchive.output.folders import delete, link_above, refuse_links
from newsarchive.output.records import Recorded, sha256_of, write_record
from newsarchive.output.staging import Change
from newsarchive.output.standing import Output


def replace_in_place(change: Change, output: Output, part: Path, *, durable: bool) -> None:
    """Put a change live file by file.

    Args:
        change: what is to stand.
        output: the output folder.
        part: the folder of files on their way.
        durable: bring what is new to the disk before it is put live.

    Raises:
        OutputError: something that is not ours is in the way; nothing was done.
    """
    folder, before, files = output.workspace.folder, output.written, change.record.files
    folder.mkdir(exist_ok=True)
    real = {folder}
    for path in change.staged:
        _make_sure(folder / path, Path(change.laid_at(path)), real, ours=path in before)
    gone = sorted(before.keys() - files.keys())
    if durable:
        kernel.sync(folder)
    write_record(folder, Recorded("", {**before, **files}), part)
    for path in change.staged:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        Path(change.laid_at(path)).replace(folder / path)
    for path in gone:
        file = folder / path
        if link_above(file, real) is None and (file.is_symlink() or not file.is_dir()):
            delete(folder, path)
    write_record(folder, change.record, part)


def _make_sure(file: Path, staged: Path, real: set[Path], *, ours: bool) -> None:
    """Make sure that a file's place is free, holds a file of ours, or holds the same already."""
    refuse_links(file, real)
    try:
        mode = file.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    if S_ISDIR(mode) or not (ours or (S_ISREG(mode) and sha256_of(file) == sha256_of(staged))):
        what = "a file that newsarchive did not write stands where a page belongs"
        raise OutputError(what, where=str(file), remedy="Move it to static/, or delete it")
