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


def look(
    place: Place, record: Record | None, remembered: Mapping[str, Seal]
) -> tuple[Recorded | None, dict[str, Seal], int, Differing]:
    """See which files of a record stand as they were written.

    Args:
        place: the output folder.
        record: its record; None where there is none.
        remembered: the seals of some files, for use where there are no notes.

    Returns:
        The record as it is held in memory; path → seal of each file that stands as it was written;
        `Stamps.since`; and where the second tree differs.
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
    since, differing = (noted.since, _differing(noted, place)) if noted else (0, None)
    if (doubted or noted is None) and not gone:
        write_stamps(place, files, since, differing)
    return Recorded(record.sources, every), files, since, differing


def _noted_of(place: Place, record: Record) -> Stamps | None:
    """Read the notes on the files of a record, without their paths, which the record has too."""
    noted = _read(place)
    return replace(noted, paths=[]) if noted and noted.paths == list(record.files) else None


def _differing(noted: Stamps, place: Place) -> Differing:
    """Say where the second tree differs from the site; None where that is not known."""
    return noted.differing if noted.second and noted.second == _second(place) else None


def _second(place: Place) -> tuple[int, int] | None:
    """Give the size and the time of the second tree's record, while that is to be believed."""
    try:
        return None if place.coming.is_dir() else _stamp(place.standby)
    except (FileNotFoundError, NotADirectoryError):
        return None


def untouched(place: Place) -> int:
    """Count the files of a site if the stat of none shows that it was altered; else give 0.

    Neither the files nor their record are read.
    """
    noted = _read(place)
    if noted is None or _doubted(place, zip(noted.paths, noted.stamps(), strict=True)):
        return 0
    return len(noted.paths)


def _doubted(place: Place, stamps: Iterable[tuple[str, Stamp]]) -> dict[str, os.stat_result | None]:
    """Give the files with another size or time than noted, and their stats; None if missing."""
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


def write_stamps(place: Place, files: Mapping[str, Seal], since: int, differing: Differing) -> None:
    """Note sizes and times, and where the second tree differs, if there is a place for notes."""
    if not place.is_beside:
        return
    sizes, times = array("q"), array("q")
    for seal in files.values():
        size, time = size_and_time(stamp_in(seal))
        sizes.append(size)
        times.append(time)
    second, differing = (None, ()) if differing is None else (_second(place), differing)
    of_each = sizes.tobytes(), times.tobytes()
    noted = Stamps(_stamp(place.folder), list(files), since, *of_each, second, [*differing])
    place.part.mkdir(exist_ok=True)
    staged = place.part / place.stamps.name
    staged.write_bytes(msgspec.msgpack.encode(noted))
    staged.replace(place.stamps)


def strangers(
    folder: Path, record: Mapping[str, Seal], standing: Mapping[str, Seal], since: int
) -> bool:
    """Whether an output folder holds something that we did not write.

    Args:
        folder: the output folder.
        record: the files that we wrote.
        standing: those of them that stand as we wrote them.
        since: folders that were not changed after this moment need not be looked into.
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
