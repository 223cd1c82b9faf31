"""What Substack exports: a ZIP of posts without their titles, and a table that has these.

posts.csv               post_id,post_date,is_published,…,title,subtitle,…
posts/123.bridge.html   <p>The harbour bridge …</p>
"""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from newsarchive.loading.days import day
from newsarchive.model import Document, Problem, Statement

TABLE = "posts.csv"
UNREADABLE = (zipfile.BadZipFile, RuntimeError, zlib.error, EOFError)
"""What `zipfile` raises for a file in an archive that it cannot unpack."""
IDENTITY, POSTED = "post_id", "is_published"
MOST = 64 * 2**20
"""Bytes of such a table: it has a line a post."""


def posts_in(archive: zipfile.ZipFile) -> dict[str, dict[str, str]]:
    """Give the posts that a table in the archive lists, each by the name of its file.

    Args:
        archive: any archive; of one that is no such export nothing is given.
    """
    tables = [one for one in archive.infolist() if one.filename.rpartition("/")[2] == TABLE]
    if not tables or tables[0].file_size > MOST:
        return {}
    folder = tables[0].filename.removesuffix(TABLE)
    try:
        with archive.open(tables[0]) as stream:
            text = stream.read(MOST).decode("utf-8-sig", "replace")
    except UNREADABLE:
        return {}  # which is told when it is read as any table
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {IDENTITY, POSTED}.issubset(rows.fieldnames or ()):
        return {}
    listed = {f"{folder}posts/{row[IDENTITY]}.html": row for row in _sound(rows)}
    return {} if listed.keys().isdisjoint(archive.namelist()) else listed


def missing(name: str, posts: Iterable[str], archive: zipfile.ZipFile) -> Iterator[Problem]:
    """Say once how many posts of a table have no file in the archive.

    Args:
        name: what the archive is called.
        posts: the names of their files.
        archive: the archive.
    """
    if left := set(posts).difference(archive.namelist()):
        what = f"posts that {TABLE} lists and that have no file: {len(left):,}, such as {min(left)}"
        yield Problem(name, what, "Export once more if you need them", inputs=len(left))


def tables_of(posts: Iterable[str]) -> set[str]:
    """Name the tables that list some posts, and hold no article themselves."""
    return {f"{name.rpartition('posts/')[0]}{TABLE}" for name in posts}


def _sound(rows: csv.DictReader[str]) -> Iterator[dict[str, str]]:
    """Yield the rows that have a text in each of their columns."""
    try:
        yield from (row for row in rows if all(isinstance(cell, str) for cell in row.values()))
    except csv.Error:
        return


def stated_of(one: Document | Problem, post: Mapping[str, str]) -> Document | Problem:
    """Give a post with what the table says of it; one that readers could not see is set aside.

    Args:
        one: what was read of the post's file.
        post: its row.
    """
    if isinstance(one, Problem):
        return one
    if post[POSTED] != "true":
        return Problem(one.path, "a draft that readers could not see", "Publish it, and export")
    said = {"title": post.get("title", "").strip(), "date": day(post.get("post_date", ""))}
    columns = {"title": "title", "date": "post_date"}
    stated = tuple(
        Statement(field, value, "column", post[columns[field]], where=f"{TABLE}, {columns[field]}")
        for field, value in said.items()
        if value
    )
    return replace(one, statements=(*stated, *one.statements))
