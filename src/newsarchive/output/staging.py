"""What changes: artifacts that differ from what stands, laid down aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from os import fstat
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from newsarchive.artifacts import Artifact, Stream
from newsarchive.errors import OutputError
from newsarchive.output.records import Record, are_inside

DEFECT = "This is a defect of newsarchive: report it"


Stamp: TypeAlias = tuple[int, int]
"""A file's size and the time of its last change in nanoseconds, which tell cheaply that it was
altered."""


class Change(Struct, frozen=True):
    """What is to stand in an output folder, and what of it is new."""

    record: Record
    staged: dict[str, Path]
    """Path → where the file that will stand there is now, in the order in which they were made."""
    stamps: dict[str, Stamp]
    """Path → size and time of every file."""


def stage(
    artifacts: Iterable[Artifact | Stream],
    standing: Mapping[str, str],
    stamps: Mapping[str, Stamp],
    keep: Collection[str],
    part: Path,
    sources: str,
) -> Change:
    """Lay down what differs from what stands.

    Args:
        artifacts: files of the site.
        standing: path → SHA-256 of what stands.
        stamps: path → size and time of what stands.
        keep: the paths of what stays and is not among the artifacts.
        part: the folder to lay files down in, made where it is needed.
        sources: the fingerprint of what the site is made from.

    Raises:
        OutputError: two artifacts have one path, or none that a file can have; what is to be kept
            does not stand.
    """
    files = _kept(frozenset(keep), standing)
    after = {path: stamps[path] for path in files}
    staged: dict[str, Path] = {}
    for artifact in artifacts:
        path = artifact.path
        if path in files or not are_inside([path]):
            what = "two pages have this address" if path in files else "no page can stand there"
            raise OutputError(what, where=path, remedy=DEFECT)
        place = part / str(len(staged))
        if isinstance(artifact, Artifact):
            files[path] = sha256(artifact.content).hexdigest()
            if files[path] == standing.get(path):
                after[path] = stamps[path]
                continue
            after[path] = _laid_down(iter((artifact.content,)), place)[1]
        else:
            files[path], after[path] = _laid_down(artifact.chunks, place)
            if files[path] == standing.get(path):
                after[path] = stamps[path]
                place.unlink()
                continue
        staged[path] = place
    return Change(Record(sources, dict(sorted(files.items()))), staged, after)


def _kept(keep: frozenset[str], standing: Mapping[str, str]) -> dict[str, str]:
    if missing := keep - standing.keys():
        what = "it is to be kept and does not stand as it was written"
        raise OutputError(what, where=min(missing), remedy=DEFECT)
    return {path: digest for path, digest in standing.items() if path in keep}


def _laid_down(chunks: Iterator[bytes], place: Path) -> tuple[str, Stamp]:
    """Write a file; give its SHA-256, its size and time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    digest = sha256()
    with place.open("xb") as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        seen = fstat(file.fileno())
    return digest.hexdigest(), (seen.st_size, seen.st_mtime_ns)
