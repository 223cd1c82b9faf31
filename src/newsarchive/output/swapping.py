"""The site in one step: a second tree is brought up to date, and the two change places.

The second tree holds hard links to the files that both have, so that it costs what changed. A file
is never written to once it is linked; another takes its place. While the tree's content is known it
is called `standby`; from the first change to the last it is called `next`, with a record of all
that may be in it, and a run that finds it so trusts only those of its files that are the very ones
of the site. Whatever the record does not name is never deleted there either.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from errno import EBUSY, EINVAL, EMLINK, ENOSYS, EOPNOTSUPP, EPERM, EXDEV
from pathlib import Path

from newsarchive.errors import OutputError
from newsarchive.filesystem.disk import bring_to_disk
from newsarchive.filesystem.unfinished import UNFINISHED
from newsarchive.output import kernel
from newsarchive.output.folders import delete, refuse_links
from newsarchive.output.records import RECORD, Recorded, read_record, recorded, write_record
from newsarchive.output.seals import Seal, are_alike
from newsarchive.output.staging import Change, make_folder
from newsarchive.output.standing import Output
from newsarchive.output.workspace import Workspace

CANNOT = frozenset({EBUSY, EINVAL, EMLINK, ENOSYS, EOPNOTSUPP, EPERM, EXDEV})
"""Errors that say that a file system, or a mount point, cannot do it; others are faults."""


def can_swap(output: Output) -> bool:
    """Whether the site and a second tree can share files and change places.

    It is tried with two empty folders and one file, for no table of file systems knows.
    """
    workspace = output.workspace
    if not workspace.is_beside:
        return False
    one, two, linked = workspace.part / "one", workspace.part / "two", workspace.part / "linked"
    try:
        for folder in (workspace.part, one, two):
            folder.mkdir(exist_ok=True)  # `opened` may have used it
        _make_like(one, workspace.folder)
        kernel.exchange(one, two)
        if output.record is not None:
            linked.hardlink_to(workspace.folder / RECORD)
            linked.unlink()
        elif workspace.folder.exists():
            (workspace.folder / UNFINISHED).hardlink_to(workspace.lock)
            (workspace.folder / UNFINISHED).unlink()
        one.rmdir()
        two.rmdir()
    except OSError as error:
        if error.errno not in CANNOT:
            raise
        return False
    return True


def swap(change: Change, output: Output, *, durable: bool) -> int:
    """Put a change live in one step.

    Args:
        change: what is to stand. Where the trees cannot change places, it is laid down as before.
        output: the output folder.
        durable: bring the new tree to the disk before it is put live.

    Returns:
        When the new tree was complete, by the file system's clock, in nanoseconds; 0 where the two
        cannot change places after all and nothing was done.
    """
    workspace, is_first = output.workspace, output.record is None
    laid_as_tree = workspace.first.is_dir()
    if laid_as_tree:
        since = _as_it_is_laid(change, workspace)
    else:
        since = _brought_up(change, _second_tree(output), workspace)
    if durable:
        kernel.sync(workspace.state)
    if not _exchanged(workspace, is_first=is_first):
        _lay_back(change, workspace, as_tree=laid_as_tree)
        return 0
    with suppress(OSError):  # the site is there; the rest only makes the next run quick
        if durable:
            bring_to_disk(workspace.folder.parent)
        if is_first:
            _linked(change.record, workspace)
        if output.files.keys() == output.written.keys():
            workspace.coming.rename(workspace.standby)
    return since


def _exchanged(workspace: Workspace, *, is_first: bool) -> bool:
    """Put the second tree in the place of the site; tell whether that can be done here.

    Raises:
        OSError: the file system can do it, and refuses.
    """
    try:
        if is_first:
            workspace.coming.rename(workspace.folder)
        else:
            kernel.exchange(workspace.coming, workspace.folder)
    except OSError as error:
        if error.errno not in CANNOT:
            raise
        return False
    return True


def distrust(workspace: Workspace) -> None:
    """Trust the second tree no longer, but that its record names all that may be in it.

    Whoever alters a page of the site in its place alters that of the second tree too: both are
    links to one file.
    """
    if workspace.standby.is_dir() and not workspace.coming.is_dir():
        workspace.standby.rename(workspace.coming)


def has_second_tree(workspace: Workspace) -> bool:
    """Whether there is a second tree, known or not."""
    return workspace.standby.is_dir() or workspace.coming.is_dir()


def _as_it_is_laid(change: Change, workspace: Workspace) -> int:
    """Make the second tree of a first site, which was laid down as a tree; give the moment."""
    _make_like(workspace.first, workspace.folder)
    since = write_record(workspace.first, change.record, workspace.part)
    workspace.first.rename(workspace.coming)
    return since


def _lay_back(change: Change, workspace: Workspace, *, as_tree: bool) -> None:
    """Lay a change down again where it was before the second tree took it."""
    if as_tree:
        workspace.coming.rename(workspace.first)
        return
    for path in change.staged:
        os.link(workspace.coming / path, change.laid_at(path))


def _linked(record: Recorded, workspace: Workspace) -> None:
    """Make the second tree of a first site."""
    tree = workspace.coming
    tree.mkdir()
    _make_like(tree, workspace.folder)
    write_record(tree, Recorded("", record.files), workspace.part)
    for path in record.files:
        file = f"{tree}/{path}"  # strings: there are tens of thousands of files
        make_folder(file.rpartition("/")[0])
        os.link(f"{workspace.folder}/{path}", file)
    write_record(tree, record, workspace.part)


def _brought_up(change: Change, known: dict[str, Seal], workspace: Workspace) -> int:
    """Bring the second tree, which holds what is `known`, up to date; give the moment."""
    files, tree, real = change.record.files, workspace.coming, {workspace.coming}
    write_record(tree, Recorded("", {**known, **files}), workspace.part)
    for path in [path for path in known if path not in files]:
        refuse_links(tree / path, real)
        delete(tree, path)
    for path, seal in files.items():
        if path not in change.staged and are_alike(known.get(path, b""), seal):
            continue
        refuse_links(tree / path, real)
        if path in known:
            (tree / path).unlink(missing_ok=True)
        if path in change.staged:
            _put(tree, path, change.laid_at(path), os.rename)
        else:
            _put(tree, path, f"{workspace.folder}/{path}", os.link)
    return write_record(tree, change.record, workspace.part)


def _second_tree(output: Output) -> dict[str, Seal]:
    """Give what the second tree holds: path → seal, which is empty where it is not known."""
    workspace, tree = output.workspace, output.workspace.coming
    if not tree.is_dir() and workspace.standby.is_dir():
        workspace.standby.rename(tree)
        if output.record and output.differing is not None:
            return {**output.written, **dict.fromkeys(output.differing, b"")}
        record = _record_of(tree)
        return record.files if record else {}
    if not tree.is_dir():
        tree.mkdir()
        _make_like(tree, workspace.folder)
        return {}
    record = _record_of(tree)
    return {
        path: output.files.get(path, b"") if _is_one(tree / path, workspace.folder / path) else b""
        for path in (record.files if record else ())
    }


def _record_of(tree: Path) -> Recorded | None:
    try:
        record = read_record(tree)
    except OutputError as error:
        remedy = f"Delete {tree} and build again"
        raise OutputError(error.what, where=error.where, remedy=remedy) from error
    return recorded(record) if record else None


def _is_one(file: Path, other: Path) -> bool:
    try:
        return os.path.samestat(file.lstat(), other.lstat())
    except (FileNotFoundError, NotADirectoryError):
        return False


def _put(tree: Path, path: str, origin: str, put: Callable[[str, str], None]) -> None:
    """Move or link a file into a tree; nothing may stand there yet."""
    file = f"{tree}/{path}"  # strings: there are tens of thousands of files
    if os.path.lexists(file):
        what = "a file that newsarchive did not write stands where a page belongs"
        raise OutputError(what, where=file, remedy="Move it away")
    try:
        put(origin, file)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
        put(origin, file)


def _make_like(folder: Path, model: Path) -> None:
    """Give a folder of ours the permissions and the owner of another, where that is there."""
    if not model.exists():
        return
    wanted, seen = model.stat(), folder.stat()
    if (wanted.st_uid, wanted.st_gid) != (seen.st_uid, seen.st_gid):
        os.chown(folder, wanted.st_uid, wanted.st_gid)
    if wanted.st_mode != seen.st_mode:
        folder.chmod(wanted.st_mode & 0o7777)
