"""Verify: whether every original and every page is as it was when the site was built.

Each file is read: a fault of a disk changes no time and no size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from newsarchive.errors import PublishError
from newsarchive.filesystem.regular import files_below
from newsarchive.incremental.fingerprint import NO_FILE, fingerprint, hash_of
from newsarchive.incremental.sources import snapshot_of_folder
from newsarchive.loading.folder import saved_with_pages
from newsarchive.model import Problem
from newsarchive.output import RECORD, Record, read_record
from newsarchive.pages import routes
from newsarchive.preserving.fixity import digests_in, root_of
from newsarchive.settings.site import Site

BUILD = "Build the site, or take the file from a copy"
RESTORE = "Take the file from a copy; if the change was meant, build the site"


class Verified(Struct, frozen=True):
    """How many originals and files of the site were read, and what is wrong with them."""

    originals: int
    pages: int
    """All files of the site."""
    root: str
    """The value for all originals; empty if their list is not as it was."""
    problems: tuple[Problem, ...]


def verify(site: Site) -> Verified:
    """Read every original and every page, and compare.

    Raises:
        PublishError: there is no built site.
        OutputError: its record cannot be read.
    """
    record = read_record(site.output)
    if record is None:
        remedy = "Run `newsarchive build` first"
        raise PublishError("there is no built site", where=str(site.output), remedy=remedy)
    pages = tuple(_pages(site, record))
    manifest = _manifest(site, record)
    digests = digests_in(manifest) if manifest is not None else {}
    known = {path: digest.hex() for path, digest in digests.items()}
    originals = tuple(_originals(site, known)) if manifest is not None else ()
    problems = (*pages, *originals)
    if not problems and record.sources != fingerprint(site):
        what = "says that the site was made from other sources than there are"
        problems = (Problem(f"{_output_name(site)}{RECORD}", what, "Build the site"),)
    root = root_of(manifest) if manifest is not None else ""
    return Verified(len(known), len(record.files), root, problems)


def _manifest(site: Site, record: Record) -> bytes | None:
    """Read the list of the originals; None where it is not as it was."""
    path = site.output / routes.MANIFEST
    if hash_of(path).hex() != record.files.get(routes.MANIFEST):
        return None
    return path.read_bytes()


def _pages(site: Site, record: Record) -> Iterator[Problem]:
    there = {path.relative_to(site.output).as_posix() for path in files_below(site.output)}
    found = {path: hash_of(site.output / path).hex() for path in there - {RECORD}}
    yield from _differences(record.files, found, _output_name(site), BUILD)
    if routes.MANIFEST not in record.files:
        what = "is missing, so that no original can be verified"
        yield Problem(f"{_output_name(site)}{routes.MANIFEST}", what, "Build the site")


def _originals(site: Site, known: Mapping[str, str]) -> Iterator[Problem]:
    files = snapshot_of_folder(site.texts).files
    there = originals_of(site, files.keys() - saved_with_pages(files.keys()))
    found = {name: hash_of(Path(path)).hex() for name, path in there.items()}
    yield from _differences(known, found, "", RESTORE)


def originals_of(site: Site, names: Iterable[str]) -> dict[str, str]:
    """Give the originals, as they are called in the archive, with their places."""
    return {f"{site.texts_name}/{name}": f"{site.texts}/{name}" for name in names}


def _differences(
    known: Mapping[str, str], found: Mapping[str, str], folder: str, remedy: str
) -> Iterator[Problem]:
    for path in sorted(known.keys() | found.keys()):
        if path not in found:
            yield Problem(folder + path, "is missing", remedy)
        elif path not in known:
            if found[path] != NO_FILE.hex():
                yield Problem(folder + path, "was added", "Remove it, or build the site")
        elif found[path] != known[path]:
            yield Problem(folder + path, "is not as it was", remedy)


def _output_name(site: Site) -> str:
    return f"{site.settings.output}/"
