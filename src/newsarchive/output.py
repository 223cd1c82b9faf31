"""Write: artifacts into the output folder, only what changed, and nothing that is not ours.

The folder holds a record, `.newsarchive.json`, of every file that was written there, with its
SHA-256, and of the sources that it was made from. A folder without the record is not ours; a file
that the record does not name is never touched.

What changed is first laid down in a folder of its own and moved into place when all of it is there.
A run that fails before that, by a wrong template say, leaves the site as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct

from newsarchive.errors import OutputError
from newsarchive.render import Artifact, Stream

RECORD = ".newsarchive.json"
STAGE = ".newsarchive-part"
"""The folder, inside the output folder, of files on their way into place."""

BUILD_ANEW = "Delete the output folder and build again"


class Record(Struct, frozen=True):
    """What an output folder holds."""

    sources: str
    """The fingerprint of what it was made from; empty while files are moved into place."""
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
        artifacts: the site's files, made while they are taken: an error in one of them leaves the
            folder as it was.
        folder: the output folder; made where it is missing.
        sources: the fingerprint of what they were made from.

    Raises:
        OutputError: the folder is not ours, a file in it that is not ours is in the way, two
            artifacts have one path, or the file system refuses.
    """
    before = _own(folder)
    try:
        _discard_stage(folder)
        try:
            files, changed = _stage(artifacts, folder, before)
            gone = sorted(before.files.keys() - files.keys())
            if changed or gone:
                _write_record(folder, Record("", {**before.files, **files}))
            for path in changed:
                _put_in_place(folder, path)
            for path in gone:
                _delete(folder, path)
            _write_record(folder, Record(sources, files))
        finally:
            _discard_stage(folder)
    except OSError as error:
        what = f"the file system refused ({error.strerror or error})"
        where = str(error.filename or folder)
        raise OutputError(what, where=where, remedy="Check its space and permissions") from error
    return Written(len(files), len(changed), len(gone))


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
        what = f"it cannot be read ({error})"
        raise OutputError(what, where=str(path), remedy=BUILD_ANEW) from error
    if outside := next((name for name in record.files if not _is_inside(name)), None):
        what = f"it names {outside}, which is outside of the folder"
        raise OutputError(what, where=str(path), remedy=BUILD_ANEW)
    return record


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and parts[0] != "/" and ".." not in parts


def _own(folder: Path) -> Record:
    """Make sure that a folder is ours to write."""
    record = read_record(folder)
    if record is None and folder.exists() and not _is_empty(folder):
        raise OutputError(
            "it holds files that newsarchive did not write",
            where=str(folder),
            remedy="Name another folder after `output:` in site.yaml, or empty this one",
        )
    return record or Record("", {})


def _is_empty(folder: Path) -> bool:
    """Whether there is nothing in a folder but what a first run left that was cut short."""
    return folder.is_dir() and all(path.name == STAGE for path in folder.iterdir())


def _stage(
    artifacts: Iterable[Artifact | Stream], folder: Path, before: Record
) -> tuple[dict[str, str], list[str]]:
    """Lay down what changed; give the SHA-256 of every file, and the paths of what changed."""
    files: dict[str, str] = {}
    changed = []
    for artifact in artifacts:
        path = artifact.path
        if path in files or not _is_inside(path):
            what = "two pages have this address" if path in files else "no page can stand there"
            raise OutputError(what, where=path, remedy="This is a defect of newsarchive: report it")
        ours = path in before.files
        if isinstance(artifact, Stream):
            files[path], differs = _stage_stream(artifact, folder, ours=ours)
        else:
            files[path] = sha256(artifact.content).hexdigest()
            if differs := _differs(folder / path, files[path], ours=ours):
                _staged(folder, path).write_bytes(artifact.content)
        if differs:
            changed.append(path)
    return dict(sorted(files.items())), changed


def _stage_stream(stream: Stream, folder: Path, *, ours: bool) -> tuple[str, bool]:
    """Lay down a file in pieces; give its SHA-256 and whether it differs from what is there."""
    digest = sha256()
    staged = _staged(folder, stream.path)
    with staged.open("wb") as file:
        for chunk in stream.chunks:
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest(), _differs(folder / stream.path, digest.hexdigest(), ours=ours)


def _staged(folder: Path, path: str) -> Path:
    """Give the place of a file on its way, in a folder that exists."""
    staged = folder / STAGE / path
    staged.parent.mkdir(parents=True, exist_ok=True)
    return staged


def _differs(path: Path, digest: str, *, ours: bool) -> bool:
    """Whether a file is missing or holds something else than what has this SHA-256."""
    try:
        with path.open("rb") as file:
            same = file_digest(file, "sha256").hexdigest() == digest
    except (FileNotFoundError, NotADirectoryError):
        return True
    if not same and not ours:
        what = "a file that newsarchive did not write stands where a page belongs"
        raise OutputError(what, where=str(path), remedy="Move it to static/, or delete it")
    return not same


def _put_in_place(folder: Path, path: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / STAGE / path).replace(folder / path)


def _write_record(folder: Path, record: Record) -> None:
    content = msgspec.json.format(msgspec.json.encode(record), indent=1)
    path = folder / RECORD
    if path.is_file() and path.read_bytes() == content:
        return
    staged = folder / STAGE / RECORD
    staged.parent.mkdir(parents=True, exist_ok=True)
    staged.write_bytes(content)
    staged.replace(path)


def _discard_stage(folder: Path) -> None:
    shutil.rmtree(folder / STAGE, ignore_errors=True)


def _delete(folder: Path, path: str) -> None:
    """Delete a file of ours and the folders that it leaves empty."""
    file = folder / path
    file.unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()
