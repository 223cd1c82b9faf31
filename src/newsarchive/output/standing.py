"""What stands in an output folder: our files as they were written, and what others put there."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from stat import S_ISDIR, S_ISREG

from msgspec import Struct

from newsarchive.filesystem.stats import Stat, stat_of
from newsarchive.filesystem.unfinished import UNFINISHED
from newsarchive.output.faults import as_output_errors
from newsarchive.output.records import RECORD, Record, Recorded, read_record, sha256_of
from newsarchive.output.seals import HASH, Seal, sealed, stamp_in, stamp_of
from newsarchive.output.stamps import (
    Differing,
    differing_by,
    doubted,
    stamps_noted,
    write_stamps,
)
from newsarchive.output.workspace import Workspace


class Output(Struct, frozen=True):
    """An output folder that is ours alone for a while, and what stands there."""

    workspace: Workspace
    stat: Stat
    """The stat of the record's file; empty where there was none."""
    record: Recorded | None = None
    """What the run before wrote; None where there was none."""
    files: dict[str, Seal] = {}
    """Path → seal of each file that stands as it was written. A file that somebody altered or
    deleted is not among them: it is to be made anew."""
    since: int = 0
    """Folders that were not changed after this moment hold what we wrote, in ns by the file
    system's clock; 0 where no such moment is known."""
    differing: Differing = None

    @property
    def written(self) -> dict[str, Seal]:
        """Path → seal of each file that the run before wrote, also where it stands no longer so."""
        return self.record.files if self.record else {}

    @property
    def sources(self) -> str:
        """The fingerprint of what the site there was made from; empty where there is no site."""
        return self.record.sources if self.record else ""


def seen(workspace: Workspace, before: Output | None = None) -> Output:
    """See what stands in an output folder that is `taken`.

    Args:
        workspace: the output folder's.
        before: what was seen or written there last, to be believed if the record that stands there
            is still the same. Under another record it serves for files with the same size and time,
            in case a run ended before it noted them.

    Raises:
        OutputError: there is a record that cannot be read, or the file system refuses.
    """
    with as_output_errors(workspace.folder):
        stat = stat_of(workspace.folder / RECORD)
        if before and (before.workspace, before.stat) == (workspace, stat):
            return before
        record = read_record(workspace.folder)
        if record is None:
            return Output(workspace, stat)
        known = _known_seals(before, record) if before and before.workspace == workspace else {}
        return _compared(workspace, stat, record, known)


def _known_seals(before: Output, record: Record) -> dict[str, Seal]:
    """Give the seals of those files that have the same hash in an earlier record."""
    return {
        path: before.files[path]
        for path, digest in record.files.items()
        if before.files.get(path, b"")[:HASH].hex() == digest
    }


def _compared(
    workspace: Workspace, stat: Stat, record: Record, known: Mapping[str, Seal]
) -> Output:
    """Compare the files of a record with those that stand, and note the stamps anew where needed.

    Args:
        workspace: the output folder's.
        stat: the record's.
        record: what was written there.
        known: the seals of some files, for use where no stamps are noted.
    """
    noted = stamps_noted(workspace, record)
    before = noted.stamps() if noted else (stamp_in(known.get(path, b"")) for path in record.files)
    stamps = [*before]
    in_doubt = doubted(workspace, zip(record.files, stamps, strict=True))
    every = {
        path: sealed(bytes.fromhex(digest), stamp)
        for (path, digest), stamp in zip(record.files.items(), stamps, strict=True)
    }
    gone = set()
    for path, found in in_doubt.items():
        every[path] = every[path][:HASH]
        if found and _is_same(found, workspace, path, record):
            every[path] = sealed(every[path], stamp_of(found))
        else:
            gone.add(path)
    files = {path: seal for path, seal in every.items() if path not in gone} if gone else every
    since, differing = (noted.since, differing_by(noted, workspace)) if noted else (0, None)
    if (in_doubt or noted is None) and not gone:
        write_stamps(workspace, files, since, differing)
    return Output(workspace, stat, Recorded(record.sources, every), files, since, differing)


def _is_same(found: os.stat_result, workspace: Workspace, path: str, record: Record) -> bool:
    """Whether a file with another size or time than was noted has the recorded content still."""
    return S_ISREG(found.st_mode) and sha256_of(workspace.folder / path) == record.files[path]


def strangers(output: Output) -> bool:
    """Whether an output folder holds something that we did not write."""
    folder, written = output.workspace.folder, output.written
    if not folder.exists():
        return False
    top, lstat, changed = f"{folder}/", os.lstat, set()
    for path in _folders(written):
        try:
            found = lstat(top + path)
        except FileNotFoundError:
            continue
        if not S_ISDIR(found.st_mode):
            return True
        if found.st_mtime_ns >= output.since:
            changed.add(path)
    held = (os.path.join(path, name) for path in changed for name in os.listdir(top + path))  # noqa: PTH118, PTH208
    paths = list(written)
    others = (path for path in held if path not in written and path not in (RECORD, UNFINISHED))
    if not all(_is_folder(path, paths) for path in others):
        return True
    return any((folder / path).is_dir() for path in written if path not in output.files)


def _is_folder(path: str, paths: Sequence[str]) -> bool:
    """Whether one of some paths, which are in order, leads through a folder.

    >>> _is_folder("a", ["a-1", "a/b/1"]), _is_folder("a/b/1", ["a-1", "a/b/1"])
    (True, False)
    """
    place = bisect_left(paths, f"{path}/")
    return place < len(paths) and paths[place].startswith(f"{path}/")


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """Give each folder that a path leads through, some more than once; the top one, '', always.

    >>> list(_folders(["a/b/1", "a/b/2", "a/c/1", "d"]))
    ['', 'a/b', 'a', 'a/c']
    """
    yield ""
    last, known = "", {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder == last or folder in known:
            continue
        yield folder
        last, above = folder, folder.rpartition("/")[0]
        while above not in known:
            known.add(above)
            yield above
            above = above.rpartition("/")[0]
