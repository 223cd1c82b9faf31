"""Files on a store that machines share, as fsspec spells them: `s3://bucket/folder`.

The raw texts are listed by who runs the build and fetched by who reads them, a shard at a time; the
site is made on this machine and then mirrored (`output.mirroring`). Nothing else knows that they
are not on its disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from newsarchive.errors import MachineError, NewsarchiveError, SettingsError
from newsarchive.filesystem.stats import Stat, stat_from
from newsarchive.settings.site import is_remote

TIMES = ("LastModified", "last_modified", "updated", "mtime", "created")
"""What stores call the time of a file's last change."""
MARKS = ("ETag", "etag", "md5Hash", "ino")
"""What they call a value that changes with its content."""
NO_ANSWER = "the store does not answer"
CHECK = "Check the address and your rights there, and install what reads it: s3fs for s3://"


def listed(folder: str) -> dict[str, Stat]:
    """List the files below a folder, the hidden ones left out: name → stat.

    Raises:
        SettingsError: the store cannot be reached, or does not know the folder.
    """
    with asked(folder, SettingsError, NO_ANSWER, CHECK):
        fs, root = opened(folder)
        found = fs.find(root, detail=True)
    names = {str(path)[len(root) :].lstrip("/"): of_file for path, of_file in found.items()}
    return {
        name: _stat(names[name])
        for name in sorted(names, key=lambda name: name.split("/"))
        if not any(part.startswith(".") for part in name.split("/"))
    }


@contextmanager
def asked(address: str, kind: type[NewsarchiveError], what: str, remedy: str) -> Iterator[None]:
    """Say of what a store's library raises where it was, and what to do about it.

    Raises:
        NewsarchiveError: of the `kind`, in place of whatever else is raised.
    """
    try:
        yield
    except NewsarchiveError:
        raise
    except Exception as error:  # no library's errors are those of another
        raise kind(f"{what} ({error})", where=address, remedy=remedy) from error


def _stat(of_file: dict[str, Any]) -> Stat:
    times = [_nanoseconds(of_file[key]) for key in TIMES if of_file.get(key)]
    marks = [crc32(str(of_file[key]).encode()) for key in MARKS if of_file.get(key)]
    return stat_from(int(of_file["size"]), (times or [0])[0], 0, (marks or [0])[0])


def _nanoseconds(moment: Any) -> int:  # noqa: ANN401  as each store gives it
    if isinstance(moment, datetime):
        return int(moment.timestamp()) * 10**9
    return int(float(moment) * 1e9) if isinstance(moment, int | float) else 0


@contextmanager
def fetched(files: Sequence[tuple[str, ...]]) -> Iterator[list[str]]:
    """Bring files to this machine's disk for a while.

    Args:
        files: of each the path or address, and those of what belongs beside it.

    Yields:
        The paths on the disk: of a path, itself.

    Raises:
        MachineError: the store cannot be reached, or does not give one of them.
    """
    if not any(is_remote(first) for first, *_ in files):
        yield [first for first, *_ in files]
        return
    with TemporaryDirectory(prefix="newsarchive-") as folder:
        places = [
            (address, str(Path(folder, str(number), PurePosixPath(address).name)))
            for number, group in enumerate(files)
            for address in group
        ]
        for _, place in places:
            Path(place).parent.mkdir(exist_ok=True)
        with asked(files[0][0], MachineError, NO_ANSWER, CHECK):
            fs, _ = opened(files[0][0])
            fs.get([address for address, _ in places], [place for _, place in places])
        here = dict(places)
        yield [here[first] for first, *_ in files]


def opened(address: str) -> tuple[Any, str]:
    """Give a store and the path in it that an address means."""
    from fsspec.core import url_to_fs  # noqa: PLC0415  an extra

    fs, path = url_to_fs(address)
    fs.invalidate_cache()
    return fs, str(path)
