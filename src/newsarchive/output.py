"""Write: artifacts into the output folder, only what changed, and nothing that is not ours.

The folder holds a record, `.newsarchive.json`, of every file that was written there, with its
SHA-256, and of the sources that it was made from. A folder without the record is not ours; a file
that the record does not name is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import file_digest, sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from newsarchive.errors import OutputError
from newsarchive.render import Artifact, Stream

RECORD = ".newsarchive.json"
TEMPORARY = ".newsarchive-part"
"""The ending of a file that is being written."""


class Record(Struct, frozen=True):
    """What an output folder holds."""

    sources: str
    """The fingerprint of what it was made from."""
    files: dict[str, str]
    """Path → SHA-256."""


class Written(Struct, frozen=True):
    """What a run wrote."""

    files: int
    """In the folder now."""
    changed: int
    """New or with other content."""
    deleted: int


def write(artifacts: Iterable[Artifact | Stream], folder: Path, *, sources: str) -> Written:
    """Write artifacts, delete what earlier runs wrote and this one did not, record it all.

    Args:
        artifacts: the site's files; those that others link to should come first.
        folder: the output folder; made where it is missing.
        sources: the fingerprint of what they were made from.

    Raises:
        OutputError: the folder is not ours, or the file system refuses.
    """
    before = _own(folder)
    files: dict[str, str] = {}
    changed = 0
    try:
        for artifact in artifacts:
            digest, differs = _put(artifact, folder / artifact.path)
            files[artifact.path] = digest
            changed += differs
        gone = sorted(before.files.keys() - files.keys())
        for path in gone:
            _delete(folder, path)
        record = Record(sources, dict(sorted(files.items())))
        content = msgspec.json.format(msgspec.json.encode(record), indent=1)
        _write_changed(folder / RECORD, content)
    except OSError as error:
        what = f"the file system refused ({error.strerror or error})"
        where = str(error.filename or folder)
        raise OutputError(what, where=where, remedy="Check its space and permissions") from error
    return Written(len(files), changed, len(gone))


def read_record(folder: Path) -> Record | None:
    """Read what an output folder holds; None where there is no record.

    Raises:
        OutputError: there is one that cannot be read.
    """
    path = folder / RECORD
    try:
        return msgspec.json.decode(path.read_bytes(), type=Record)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, msgspec.DecodeError) as error:
        remedy = "Delete the output folder and build again"
        raise OutputError(f"it cannot be read ({error})", where=str(path), remedy=remedy) from error


def _own(folder: Path) -> Record:
    """Make sure that a folder is ours to write."""
    record = read_record(folder)
    if record is None and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(
            "it holds files that newsarchive did not write",
            where=str(folder),
            remedy="Name another folder after `output:` in site.yaml, or empty this one",
        )
    return record or Record("", {})


def _put(artifact: Artifact | Stream, path: Path) -> tuple[str, bool]:
    """Put a file in place; give its SHA-256 and whether it changed."""
    if isinstance(artifact, Stream):
        return _write_stream(path, artifact.chunks)
    changed = _write_changed(path, artifact.content)
    return sha256(artifact.content).hexdigest(), changed


def _write_changed(path: Path, content: bytes) -> bool:
    """Put a file in place in one step, unless it is there with the same content."""
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + TEMPORARY)
    part.write_bytes(content)
    part.replace(path)
    return True


def _write_stream(path: Path, chunks: Iterable[bytes]) -> tuple[str, bool]:
    """Put a file in place in one step, written piece by piece."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + TEMPORARY)
    digest = sha256()
    with part.open("wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
    if path.is_file() and _digest_of(path) == digest.hexdigest():
        part.unlink()
        return digest.hexdigest(), False
    part.replace(path)
    return digest.hexdigest(), True


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _delete(folder: Path, path: str) -> None:
    """Delete a file of ours and the folders that it leaves empty."""
    file = folder / path
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
