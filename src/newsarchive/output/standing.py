"""What stands in an output folder: our files as they were written, and what others put there.

A file is taken for unaltered while its size and the time of its last change are those that were
noted when it was written; where they are not, its content decides. The notes are no part of the
site, for they differ from machine to machine; without them every file is read.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from newsarchive.output.places import STAGE, Place
from newsarchive.output.records import RECORD, Record, Recorded, sha256_of
from newsarchive.output.seals import (
    HASH,
    SIZE_BITS,
    Seal,
    Stamp,
    sealed,
    size_and_time,
    stamp_from,
    stamp_in,
    stamp_of,
)

Behind = Collection[str] | None
"""The paths at which the second tree is another than the site; None where they are not known."""


class Stamps(Struct, frozen=True):
    """Sizes and times of the files of a record, in its order."""

    record: tuple[int, int]
    """Size and time of the record itself."""
    paths: list[str]
    since: int
    """When the tree was complete, by the file system's clock: a folder in it that was not changed
    since holds what we wrote and nothing else. 0 where others write there too."""
    sizes: bytes
    """In eight bytes each, and so are the times."""
    times: bytes
    second: tuple[int, int] | None = None
    """Size and time of the second tree's record; None where not all that it holds is known."""
    behind: list[str] = []
    """The paths at which it holds another file than the site, or none, or one more."""

    def stamps(self) -> Iterator[Stamp]:
        """Give the stamp of each file."""
        return map(stamp_from, array("q", self.sizes), array("q", self.times))


def look(
    place: Place, record: Record | None, remembered: Mapping[str, Seal]
) -> tuple[Recorded | None, dict[str, Seal], int, Behind]:
    """See which files of a record stand as they were written.

    Args:
        place: the output folder.
        record: its record; None where there is none.
        remembered: the seals of some files, for the case that there are no notes.

    Returns:
        The record as it is held, path → seal of each file, since when folders are known, and where
        the second tree is another.
    """
    if record is None:
        return None, {}, 0, None
    noted = _noted_of(place, record)
    before = noted.stamps() if noted else (stamp_in(remembered.get(p, b"")) for p in record.files)
    stamps = [*before]
    doubted = _doubted(place, zip(record.files, stamps, strict=True))
    every = {
        path: sealed(bytes.fromhex(digest), stamp)
        for (path, digest), stamp in zip(record.files.items(), stamps, strict=True)
    }
    gone = set()
    for path, seen in doubted.items():
        every[path] = every[path][:HASH]
        if seen and S_ISREG(seen.st_mode) and sha256_of(place.folder / path) == record.files[path]:
            every[path] = sealed(every[path], stamp_of(seen))
        else:
            gone.add(path)
    files = {path: seal for path, seal in every.items() if path not in gone} if gone else every
    since, behind = (noted.since, _behind(noted, place)) if noted else (0, None)
    if (doubted or noted is None) and not gone:
        write_stamps(place, files, since, behind)
    return Recorded(record.sources, every), files, since, behind


def _noted_of(place: Place, record: Record) -> Stamps | None:
    """Read what was noted of the files of a record, without their paths, which that has."""
    noted = _read(place)
    return replace(noted, paths=[]) if noted and noted.paths == list(record.files) else None


def _behind(noted: Stamps, place: Place) -> Behind:
    """Say where the second tree is another than the site; None where that is not known."""
    return noted.behind if noted.second and noted.second == _second(place) else None


def _second(place: Place) -> tuple[int, int] | None:
    """Give the size and the time of the second tree's record, while that is to be believed."""
    try:
        return None if place.coming.is_dir() else _stamp(place.standby)
    except (FileNotFoundError, NotADirectoryError):
        return None


def untouched(place: Place) -> int:
    """Count the files of a site of which none has been altered by what its stat says; else 0.

    It is not asked what is in them, nor in the record of them.
    """
    noted = _read(place)
    if noted is None or _doubted(place, zip(noted.paths, noted.stamps(), strict=True)):
        return 0
    return len(noted.paths)


def _doubted(place: Place, stamps: Iterable[tuple[str, Stamp]]) -> dict[str, os.stat_result | None]:
    """Give the files that do not have the size and time that they had; None for a missing one."""
    top, lstat, doubted = f"{place.folder}/", os.lstat, dict[str, os.stat_result | None]()
    for path, stamp in stamps:
        try:
            seen = lstat(top + path)
        except (FileNotFoundError, NotADirectoryError):
            doubted[path] = None
            continue
        now = seen.st_mtime_ns << SIZE_BITS | seen.st_size  # without a call, ten thousand times
        if now != stamp or not S_ISREG(seen.st_mode):
            doubted[path] = seen
    return doubted


def write_stamps(place: Place, files: Mapping[str, Seal], since: int, behind: Behind) -> None:
    """Note sizes and times, and where the second tree is another, if there is a place for it."""
    if not place.is_beside:
        return
    sizes, times = array("q"), array("q")
    for seal in files.values():
        size, time = size_and_time(stamp_in(seal))
        sizes.append(size)
        times.append(time)
    second, behind = (None, ()) if behind is None else (_second(place), behind)
    of_each = sizes.tobytes(), times.tobytes()
    noted = Stamps(_stamp(place.folder), list(files), since, *of_each, second, [*behind])
    place.part.mkdir(exist_ok=True)
    staged = place.part / place.stamps.name
    staged.write_bytes(msgspec.msgpack.encode(noted))
    staged.replace(place.stamps)


def strangers(
    folder: Path, record: Mapping[str, Seal], standing: Mapping[str, Seal], since: int
) -> bool:
    """Whether others have put something into an output folder.

    Args:
        folder: the output folder.
        record: the files that we wrote.
        standing: those of them that stand as we wrote them.
        since: folders that were not changed after this moment need no look.
    """
    if not folder.exists():
        return False
    top, lstat, changed = f"{folder}/", os.lstat, set()
    for path in _folders(record):
        try:
            seen = lstat(top + path)
        except FileNotFoundError:
            continue
        if not S_ISDIR(seen.st_mode):
            return True
        if seen.st_mtime_ns >= since:
            changed.add(path)
    found = (os.path.join(path, name) for path in changed for name in os.listdir(top + path))  # noqa: PTH118, PTH208
    paths = list(record)
    others = (path for path in found if path not in record and path not in (RECORD, STAGE))
    if not all(_is_folder(path, paths) for path in others):
        return True
    return any((folder / path).is_dir() for path in record if path not in standing)


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


def _read(place: Place) -> Stamps | None:
    """Read the notes; None where they are missing, broken or of another record."""
    try:
        noted = msgspec.msgpack.decode(place.stamps.read_bytes(), type=Stamps)
        of_it = noted.record == _stamp(place.folder)
    except (OSError, msgspec.DecodeError):
        return None
    same = of_it and len(noted.sizes) == len(noted.times) == 8 * len(noted.paths)
    return noted if same else None


def _stamp(tree: Path) -> tuple[int, int]:
    """Give the size and the time of the record that stands in a tree."""
    seen = os.lstat(tree / RECORD)
    return seen.st_size, seen.st_mtime_ns
