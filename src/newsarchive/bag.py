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
from newsarchive.fingerprint import source_files
from newsarchive.fixity import manifest_of
from newsarchive.output import are_inside
from newsarchive.regular import open_regular
from newsarchive.site import Site, is_remote

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PART = ".newsarchive-part"
BLOCK = 2**20


def save_bag(site: Site, to: Path) -> tuple[str, ...]:
    """Write an archive's sources as a bag.

    Args:
        site: the archive.
        to: the bag's folder, which must not be there yet; it appears when it is complete.

    Returns:
        The sources that are no files that can be read, and are not in the bag.

    Raises:
        ExportError: a source stands outside of the archive, the folder is there, or the file system
            refuses.
    """
    if os.path.lexists(to):
        raise ExportError("it is there already", where=str(to), remedy="Name another folder")
    sources = _sources(site)
    part = to.with_name(to.name + PART)
    try:
        if part.is_symlink() or part.is_file():
            part.unlink()
        rmtree(part, ignore_errors=True)
        left = _fill(part, sources, site)
        part.rename(to)
    except OSError as error:
        what = f"the file system refused ({error.strerror or error})"
        where = str(error.filename or to)
        raise ExportError(what, where=where, remedy="Check its space and permissions") from error
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
        if not are_inside([name]) or not name.isprintable():
            what = "it stands outside of the archive, or has a name that no bag holds"
            raise ExportError(what, where=name, remedy="Move it into the archive's folder")
    return sources


def _fill(bag: Path, sources: dict[str, Path], site: Site) -> tuple[str, ...]:
    digests, octets, left = dict[str, bytes](), 0, []
    (bag / "data").mkdir(parents=True)
    for name, path in sources.items():
        try:
            source = open_regular(path)
        except OSError:
            left.append(name)
            continue
        with source:
            target = bag / "data" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            digest = sha256()
            with target.open("xb") as file:
                while block := source.read(BLOCK):
                    digest.update(block)
                    octets += file.write(block)
        digests[f"data/{name}"] = digest.digest()
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _described(site, f"{octets}.{len(digests)}"),
        "manifest-sha256.txt": manifest_of(digests),
    }
    listed = {name: sha256(content).digest() for name, content in tags.items()}
    for name, content in (*tags.items(), ("tagmanifest-sha256.txt", manifest_of(listed))):
        (bag / name).write_bytes(content)
    return tuple(left)


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
