"""The record of an output folder: what we wrote there, and from what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from sys import intern

import msgspec
from msgspec import Struct

from newsarchive.errors import OutputError
from newsarchive.filesystem.refused import words_of
from newsarchive.output.seals import HASH, Seal

RECORD = ".newsarchive.json"
NO_NAMES = ("//", "/./", "/../", "\0")
"""What paths with a slash around each do not hold: an empty name, `.` or `..`, NUL."""
AT_ONCE = 1_000
"""Files whose lines of a record are written at once."""
BUILD_ANEW = "Delete the output folder and build again"


class Record(Struct, frozen=True):
    """What an output folder holds, as it says it."""

    sources: str
    """The fingerprint of what it was made from; empty while files are moved into place."""
    files: dict[str, str]
    """Path → SHA-256, in the order of the paths. Of a path that is read here there is one text,
    however many records, plans and notes of parts hold it."""


class Recorded(Struct, frozen=True):
    """A record as it is held in memory while a site is written."""

    sources: str
    files: dict[str, Seal]


def recorded(record: Record) -> Recorded:
    """Give a record as it is held: of no file the stamp is known."""
    files = {path: bytes.fromhex(digest) for path, digest in record.files.items()}
    return Recorded(record.sources, files)


def sha256_of(file: Path) -> str:
    """Give the SHA-256 of a file, as records name it.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def read_record(folder: Path) -> Record | None:
    """Read what an output folder holds; None where there is no record.

    Raises:
        OutputError: there is one that cannot be read.
    """
    path = folder / RECORD
    try:
        record = msgspec.json.decode(path.read_bytes(), type=Record)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, msgspec.DecodeError) as error:
        what = f"it cannot be read ({words_of(error)})"
        raise OutputError(what, where=str(path), remedy=BUILD_ANEW) from error
    if record.files and not are_inside(record.files):
        outside = next(name for name in record.files if not are_inside([name]))
        what = f"it names {outside}, which is outside of the folder"
        raise OutputError(what, where=str(path), remedy=BUILD_ANEW)
    return Record(record.sources, {intern(name): own for name, own in record.files.items()})


def write_record(folder: Path, record: Recorded, part: Path) -> int:
    """Write the record of a folder in one step.

    Args:
        folder: the folder.
        record: what it holds.
        part: a folder on the same file system, for the file on its way; made where it is missing.

    Returns:
        The moment at which it was written, by the file system's clock, in nanoseconds.
    """
    part.mkdir(parents=True, exist_ok=True)
    staged = part / RECORD
    with staged.open("wb") as file:
        file.writelines(_lines(record))
    written = staged.stat().st_mtime_ns
    staged.replace(folder / RECORD)
    return written


def _lines(record: Recorded) -> Iterator[bytes]:
    """Give a record as JSON, some files at a time: as a whole it is longer than what is held."""
    yield b'{\n "sources": %b,\n "files": {' % msgspec.json.encode(record.sources)
    files, between = iter(record.files.items()), b"\n "
    while some := dict(islice(files, AT_ONCE)):
        digests = {path: seal[:HASH].hex() for path, seal in some.items()}
        lines = msgspec.json.format(msgspec.json.encode(digests), indent=1)[2:-2]
        yield between + lines.replace(b"\n", b"\n ")
        between = b",\n "
    yield b"\n }\n}" if record.files else b"}\n}"


def are_inside(paths: Iterable[str]) -> bool:
    """Whether paths lead to files below their folder, all of them.

    >>> [are_inside([path]) for path in ("a/b.html", "../a", "a/../../b", "/etc/motd", "")]
    [True, False, False, False, False]
    """
    joined = f"/{'/'.join(paths)}/"
    return not any(name in joined for name in NO_NAMES)
