"""`.zip`: each file in it is read as if it stood beside it; what it unpacks to is capped first."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from msgspec.structs import replace

from newsarchive.filesystem.regular import is_shown
from newsarchive.loading import PLAIN, reader_of
from newsarchive.loading.folder import saved_with_pages
from newsarchive.loading.foreign import foreign
from newsarchive.loading.opened import Opened, Reader, contained
from newsarchive.loading.packed.substack import missing, posts_in, stated_of, tables_of
from newsarchive.model import Document, Problem

MAX_MEMBERS = 100_000  # files in one archive: the list alone is held in memory
MAX_UNPACKED = 4 * 2**30  # bytes of one file: what is larger should not be packed twice
MAX_RATIO = 200  # unpacked to packed: text reaches 20, a bomb 1,000
SMALL = 2**20  # bytes below which any ratio is harmless
MAC = "__MACOSX"  # what Finder adds to what it packs
ARCHIVES = (".zip", ".wacz")
BROKEN = (zipfile.BadZipFile, RuntimeError)
"""What `zipfile` raises for what it cannot unpack: a wrong checksum, a password, a later form."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the articles of the files in the archive, in their order there."""
    try:
        with zipfile.ZipFile(opened.stream) as archive:
            members = [member for member in archive.infolist() if _counts(member)]
            saved = saved_with_pages([member.filename for member in members])
            posts = posts_in(archive)
            left_out = saved | tables_of(posts)
            members = [member for member in members if member.filename not in left_out]
            for member in members[:MAX_MEMBERS]:
                post = posts.get(member.filename)
                read_ = _read_member(opened, archive, member)
                yield from (stated_of(one, post) for one in read_) if post else read_
            yield from missing(opened.name, posts, archive)
            if (left := len(members) - MAX_MEMBERS) > 0:
                what = f"{left:,} files are left, after the first {MAX_MEMBERS:,}"
                yield Problem(opened.name, what, "Pack them into archives of fewer", inputs=left)
    except BROKEN as error:
        yield Problem(opened.name, f"the archive cannot be read: {error}", "Pack it again")


def _counts(member: zipfile.ZipInfo) -> bool:
    """Tell whether a file in the archive is there to be read; hidden ones are not."""
    parts = [part for part in member.filename.split("/") if part.strip(".")]
    return not member.is_dir() and all(is_shown(part) and part != MAC for part in parts)


def _read_member(
    opened: Opened, archive: zipfile.ZipFile, member: zipfile.ZipInfo
) -> Iterator[Document | Problem]:
    reader = reader_of(member.filename)
    if reader is None:
        yield placed(foreign(member.filename, PLAIN), opened.name, member.filename)
        return
    if member.filename.lower().endswith(ARCHIVES):
        what = f"{member.filename}: it is an archive in an archive"
        yield Problem(opened.name, what, "Put it beside the archive, or take it out")
        return
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > MAX_UNPACKED or (member.file_size > SMALL and ratio > MAX_RATIO):
        what = f"{member.filename} unpacks to {member.file_size:,} bytes and is not read"
        yield Problem(opened.name, what, "Unpack it yourself if you trust it")
        return
    for one in contained(member.filename, items_in(opened, archive, member, reader)):
        yield placed(one, opened.name, member.filename)


def items_in(
    opened: Opened, archive: zipfile.ZipFile, member: zipfile.ZipInfo, reader: Reader
) -> Iterator[Document | Problem]:
    """Yield the articles of a file in the archive, as its reader finds them."""
    try:
        with archive.open(member) as stream:
            inner = replace(opened, name=member.filename, stream=cast("BinaryIO", stream))
            yield from reader(inner)
    except BROKEN as error:
        yield Problem(member.filename, f"cannot be unpacked: {error}", "Pack it again")


def placed(one: Document | Problem, name: str, member: str) -> Document | Problem:
    """Name the archive as the file, and the file in it as the record."""
    if isinstance(one, Problem):
        return replace(one, path=name, what=f"{member}: {one.what}")
    return replace(one, path=name, record=f"{member}#{one.record}" if one.record else member)
