"""Staging: the artifacts that differ from what stands are written to a folder beside the site."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack, closing
from hashlib import sha256
from itertools import count
from os import fstat
from pathlib import Path

from msgspec import Struct

from newsarchive.artifacts import Artifact, Chunk
from newsarchive.errors import OutputError
from newsarchive.output.records import Recorded, are_inside
from newsarchive.output.seals import Seal, Stamp, are_alike, sealed, stamp_of

DEFECT = "This is a defect of newsarchive: report it"


class Change(Struct, frozen=True):
    """What is to stand in an output folder, and which of it is new."""

    record: Recorded
    """All that is to stand there."""
    numbers: Mapping[str, int]
    """Path of each new file → the number by which it is called in `laid`, in the order in which
    they were made; empty for a tree."""
    laid: str
    """The folder of the new files: a text, for paths are made of it tens of thousands of times."""
    is_tree: bool
    """Whether all files are new, and stand in `laid` under their own paths."""

    @property
    def staged(self) -> Collection[str]:
        """The paths of what is new."""
        return self.record.files if self.is_tree else self.numbers

    def laid_at(self, path: str) -> str:
        """Give the place at which a new file waits."""
        return f"{self.laid}/{path if self.is_tree else self.numbers[path]}"


def stage(
    artifacts: Iterable[Artifact | Chunk],
    standing: Mapping[str, Seal],
    keep: Collection[str],
    part: Path,
    sources: str,
    *,
    as_tree: bool = False,
) -> Change:
    """Lay down what differs from what stands.

    Args:
        artifacts: files of the site.
        standing: path → seal of what stands.
        keep: the paths of what stays and is not among the artifacts.
        part: the folder to lay files down in, made where it is needed.
        sources: the fingerprint of what the site is made from.
        as_tree: lay each file down under its own path in `part`, and not under a number; nothing
            stands there yet.

    Raises:
        OutputError: two artifacts have one path, or none that a file can have; what is to be kept
            does not stand.
    """
    part.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened:
        files = _kept(frozenset(keep), standing)
        laying = _Laying(files, standing, part, opened, as_tree=as_tree)
        for artifact in artifacts:
            if isinstance(artifact, Artifact):
                laying.lay_down(artifact)
            else:
                laying.lay_on(artifact)
        laying.complete()
    ordered = {path: files.pop(path) for path in sorted(files)}
    return Change(Recorded(sources, ordered), laying.numbers, str(part), as_tree)


class _Laying:
    """Writes the files that differ, and keeps the account of what is to stand."""

    def __init__(
        self,
        files: dict[str, Seal],
        standing: Mapping[str, Seal],
        part: Path,
        opened: ExitStack,
        *,
        as_tree: bool,
    ) -> None:
        self.files, self.numbers = files, dict[str, int]()
        self._standing, self._part = standing, part
        self._opened, self._as_tree = opened, as_tree
        self._growing: dict[str, _Growing] = {}
        self._count = count()

    def lay_down(self, artifact: Artifact) -> None:
        """Lay a file down, unless the same stands."""
        path, seal = artifact.path, sha256(artifact.content).digest()
        self._take(path)
        if are_alike(before := self._standing.get(path, b""), seal):
            seal = before
        else:
            seal = sealed(seal, _laid_down(artifact.content, self._place(path)))
        self.files[path] = seal

    def lay_on(self, chunk: Chunk) -> None:
        """Lay down the next bytes of a file."""
        path = chunk.path
        if path not in self._growing:
            self._take(path)
            self.files[path], growing = b"", _Growing(self._place(path))
            self._growing[path] = self._opened.enter_context(closing(growing))
        self._growing[path].add(chunk.content)

    def complete(self) -> None:
        """End the files that came in chunks; drop those that are as they stand already."""
        for path, file in self._growing.items():
            self.files[path] = file.completed()
            if are_alike(before := self._standing.get(path, b""), self.files[path]):
                self.files[path] = before
                os.unlink(f"{self._part}/{self.numbers.pop(path)}")  # noqa: PTH108

    def _take(self, path: str) -> None:
        """Refuse a path that no file can have, or that another file has."""
        if path in self.files or not are_inside([path]):
            what = (
                "two pages have this address" if path in self.files else "no page can stand there"
            )
            raise OutputError(what, where=path, remedy=DEFECT)

    def _place(self, path: str) -> str:
        """Give the place to lay a file down."""
        if self._as_tree:
            place = f"{self._part}/{path}"
            make_folder(place.rpartition("/")[0])
            return place
        self.numbers[path] = next(self._count)
        return f"{self._part}/{self.numbers[path]}"


def make_folder(folder: str) -> None:
    """Make a folder that may be there; mostly the one above it is."""
    try:
        os.mkdir(folder)  # noqa: PTH102  there are tens of thousands
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _kept(keep: frozenset[str], standing: Mapping[str, Seal]) -> dict[str, Seal]:
    if missing := keep - standing.keys():
        what = "it is to be kept and does not stand as it was written"
        raise OutputError(what, where=min(missing), remedy=DEFECT)
    return {path: seal for path, seal in standing.items() if path in keep}


def _laid_down(content: bytes, place: str) -> Stamp:
    """Write a file; give its stamp."""
    with open(place, "xb") as file:  # noqa: PTH123
        file.write(content)
        file.flush()
        return stamp_of(fstat(file.fileno()))


class _Growing:
    """A file that is laid down piece by piece."""

    def __init__(self, place: str) -> None:
        self._file, self._digest = open(place, "xb"), sha256()  # noqa: PTH123, SIM115  closed by `close`

    def add(self, content: bytes) -> None:
        """Write the next bytes."""
        self._digest.update(content)
        self._file.write(content)

    def completed(self) -> Seal:
        """Give its seal."""
        self._file.flush()
        return sealed(self._digest.digest(), stamp_of(fstat(self._file.fileno())))

    def close(self) -> None:
        """Write nothing more."""
        self._file.close()
