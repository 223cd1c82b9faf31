"""A bag: all that a site is made from, in the layout of BagIt (RFC 8493), to be kept elsewhere.

The payload is the archive's folder, so that `newsarchive build -C BAG/data` makes the same site.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from newsarchive import __version__
from newsarchive.errors import ExportError
from newsarchive.filesystem.refused import remedy_of, words_of
from newsarchive.filesystem.regular import open_regular
from newsarchive.filesystem.unfinished import unfinished
from newsarchive.incremental.fingerprint import source_files
from newsarchive.model import Problem
from newsarchive.output import are_inside
from newsarchive.preserving.bagnames import composed, spelled, version_for
from newsarchive.settings.site import Site, is_remote

DECLARATION = "BagIt-Version: {}\nTag-File-Character-Encoding: UTF-8\n"
BLOCK = 2**20
RENAME = "Rename it: with no line break, no blank at its end, no accent coded in two ways"
REPLACE = "Put a file in its place"


def save_bag(site: Site, to: Path) -> tuple[Problem, ...]:
    """Write an archive's sources as a bag.

    Args:
        site: the archive.
        to: the bag's folder, which must not be there yet; it appears when it is complete.

    Returns:
        The sources that are not in the bag: no files that can be read, or of names that its lists
        cannot hold.

    Raises:
        ExportError: a source stands outside of the archive, the folder is there or is to stand
            among the sources, or the file system refuses.
    """
    if os.path.lexists(to):
        raise ExportError("it is there already", where=str(to), remedy="Name another folder")
    if any(to.resolve().is_relative_to(folder.resolve()) for folder in site.source_folders):
        what = "it would be read as a part of the archive"
        raise ExportError(what, where=str(to), remedy="Name a folder outside of its sources")
    sources = _sources(site)
    part = unfinished(to)
    try:
        if part.is_symlink() or part.is_file():
            part.unlink()
        rmtree(part, ignore_errors=True)
        left = _fill(part, sources, site)
        part.rename(to)
    except OSError as error:
        what = f"the file system refused ({words_of(error)})"
        where = str(error.filename or to)
        raise ExportError(what, where=where, remedy=remedy_of(error)) from error
    finally:
        rmtree(part, ignore_errors=True)
    return left


def _sources(site: Site) -> dict[str, Path]:
    """Give the files that a site is made from, by their paths in the archive."""
    if is_remote(site.texts):
        what, remedy = "its texts are on a store", "Copy them into the archive's folder"
        raise ExportError(what, where=site.texts, remedy=remedy)
    sources = {name: Path(path) for name, path in source_files(site) if os.path.lexists(path)}
    for name in sources:
        if not are_inside([name]):
            what, remedy = "it stands outside of the archive", "Move it into the archive's folder"
            raise ExportError(what, where=name, remedy=remedy)
    return sources


def _fill(bag: Path, sources: dict[str, Path], site: Site) -> tuple[Problem, ...]:
    """Copy the sources into a bag, and say which of them it cannot hold."""
    version = version_for(sources)
    digests, octets, left = dict[str, bytes](), 0, list[Problem]()
    (bag / "data").mkdir(parents=True)
    held = set[str]()
    for name, path in sources.items():
        written = spelled(f"data/{name}", version)
        if written is None or composed(name) in held:
            left.append(Problem(name, "not in the bag: its lists cannot hold the name", RENAME))
        elif (copied := _copied(path, bag / "data" / name)) is None:
            left.append(Problem(name, "not in the bag: no file that can be read", REPLACE))
        else:
            digests[written], size = copied
            octets += size
            held.add(composed(name))
    _put_tags(
        bag,
        {
            "bagit.txt": DECLARATION.format(version).encode(),
            "bag-info.txt": _described(site, f"{octets}.{len(digests)}"),
            "manifest-sha256.txt": _list_of(digests),
        },
    )
    return tuple(left)


def _put_tags(bag: Path, tags: dict[str, bytes]) -> None:
    """Write what says what a bag holds, and the list of these files themselves."""
    listed = {name: sha256(content).digest() for name, content in tags.items()}
    for name, content in (*tags.items(), ("tagmanifest-sha256.txt", _list_of(listed))):
        (bag / name).write_bytes(content)


def _copied(path: Path, target: Path) -> tuple[bytes, int] | None:
    """Copy a file; give its SHA-256 and its bytes, nothing where it is no file that can be read."""
    try:
        source = open_regular(path)
    except OSError:
        return None
    digest, octets = sha256(), 0
    with source:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            while block := source.read(BLOCK):
                digest.update(block)
                octets += file.write(block)
    return digest.digest(), octets


def _list_of(digests: dict[str, bytes]) -> bytes:
    lines = (f"{digest.hex()}  {path}\n" for path, digest in sorted(digests.items()))
    return "".join(lines).encode()


def _described(site: Site, oxum: str) -> bytes:
    """Describe a bag. It has no date: the same archive gives the same bag on any day."""
    fields = {
        "Source-Organization": site.settings.curator,
        "External-Description": site.settings.title,
        "External-Identifier": site.settings.url,
        "Bag-Software-Agent": f"newsarchive {__version__}",
        "Payload-Oxum": oxum,
    }
    said = ((name, " ".join(value.split())) for name, value in fields.items())
    return "".join(f"{name}: {value}\n" for name, value in said if value).encode()
