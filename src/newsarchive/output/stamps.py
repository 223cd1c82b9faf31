"""Stamps: sizes and times of a site's files as they were written, noted beside it.

A file is taken for unaltered while its size and the time of its last change are those that were
noted; where they are not, its content decides. The notes are no part of the site, for they differ
from machine to machine; without them every file is read.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from newsarchive.output.records import RECORD, Record
from newsarchive.output.seals import SIZE_BITS, Seal, Stamp, size_and_time, stamp_from, stamp_in
from newsarchive.output.workspace import Workspace

Differing = Collection[str] | None
"""The paths at which the second tree differs from the site; None where that is not known."""


class Stamps(Struct, frozen=True):
    """Sizes and times of the files of a site as they were written, kept beside it."""

    record: tuple[int, int]
    """Size and time of the record file that names them: if it has others, these notes are void."""
    paths: list[str]
    """The files, in the order of the record."""
    since: int
    """When the site was complete, by the file system's clock: a folder in it that was not changed
    since holds what we wrote and nothing else. 0 where others write there too."""
    sizes: bytes
    """The sizes of the files, eight bytes each."""
    times: bytes
    """The times of their last changes in ns, eight bytes each."""
    second: tuple[int, int] | None = None
    """Size and time of the second tree's record file; None where its content is not fully known."""
    differing: list[str] = []
    """The paths at which the second tree has another file than the site, or only one has a file."""

    def stamps(self) -> Iterator[Stamp]:
        """Give the stamp of each file."""
        return map(stamp_from, array("q", self.sizes), array("q", self.times))


def stamps_noted(workspace: Workspace, record: Record) -> Stamps | None:
    """Read the notes on the files of a record, without their paths, which the record has too.

    None where there are none that can be believed.
    """
    noted = _read(workspace)
    return replace(noted, paths=[]) if noted and noted.paths == list(record.files) else None


def differing_by(noted: Stamps, workspace: Workspace) -> Differing:
    """Say where the second tree differs from the site; None where that is not known."""
    return noted.differing if noted.second and noted.second == _second_record(workspace) else None


def untouched(workspace: Workspace) -> int:
    """Count the files of a site if the stat of none shows that it was altered; else give 0.

    Neither the files nor their record are read.
    """
    noted = _read(workspace)
    if noted is None or doubted(workspace, zip(noted.paths, noted.stamps(), strict=True)):
        return 0
    return len(noted.paths)


def doubted(
    workspace: Workspace, stamps: Iterable[tuple[str, Stamp]]
) -> dict[str, os.stat_result | None]:
    """Give the files with another size or time than was noted, and their stats; None if missing.

    Args:
        workspace: the output folder's.
        stamps: the paths of its files, each with the stamp that it had.
    """
    top, lstat, found = f"{workspace.folder}/", os.lstat, dict[str, os.stat_result | None]()
    for path, stamp in stamps:
        try:
            seen = lstat(top + path)
        except (FileNotFoundError, NotADirectoryError):
            found[path] = None
            continue
        now = seen.st_mtime_ns << SIZE_BITS | seen.st_size  # without a call, ten thousand times
        if now != stamp or not S_ISREG(seen.st_mode):
            found[path] = seen
    return found


def write_stamps(
    workspace: Workspace, files: Mapping[str, Seal], since: int, differing: Differing
) -> None:
    """Note sizes and times, and where the second tree differs, if there is a place for notes."""
    if not workspace.is_beside:
        return
    sizes, times = array("q"), array("q")
    for seal in files.values():
        size, time = size_and_time(stamp_in(seal))
        sizes.append(size)
        times.append(time)
    second, differing = (None, ()) if differing is None else (_second_record(workspace), differing)
    of_each = sizes.tobytes(), times.tobytes()
    noted = Stamps(
        _size_and_time(workspace.folder), list(files), since, *of_each, second, [*differing]
    )
    workspace.part.mkdir(exist_ok=True)
    staged = workspace.part / workspace.stamps.name
    staged.write_bytes(msgspec.msgpack.encode(noted))
    staged.replace(workspace.stamps)


def _read(workspace: Workspace) -> Stamps | None:
    """Read the notes; None where they are missing, broken or of another record."""
    try:
        noted = msgspec.msgpack.decode(workspace.stamps.read_bytes(), type=Stamps)
        of_it = noted.record == _size_and_time(workspace.folder)
    except (OSError, msgspec.DecodeError):
        return None
    same = of_it and len(noted.sizes) == len(noted.times) == 8 * len(noted.paths)
    return noted if same else None


def _second_record(workspace: Workspace) -> tuple[int, int] | None:
    """Give the size and the time of the second tree's record, while that is to be believed."""
    try:
        return None if workspace.coming.is_dir() else _size_and_time(workspace.standby)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _size_and_time(tree: Path) -> tuple[int, int]:
    """Give the size and the time of the record that stands in a tree."""
    seen = os.lstat(tree / RECORD)
    return seen.st_size, seen.st_mtime_ns
