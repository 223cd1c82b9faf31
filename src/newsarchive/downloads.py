"""The files of the data page: all articles in each format that a site offers.

Such a file is the pieces of its articles, one after the other. Where one article changed, the
others' pieces are copied from the file that stands there.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from newsarchive.archive import Entry
from newsarchive.artifacts import Artifact, Stream
from newsarchive.deferred import SIZE
from newsarchive.exporting import FORMATS, Record, chunks
from newsarchive.pages import ArticleOf, routes
from newsarchive.pages.downloads import record_of
from newsarchive.site import Settings
from newsarchive.store import Table

WITH_HEAD = frozenset({"csv"})
"""Formats whose first piece is of no article."""
BLOCK = 2**20
"""Bytes copied at a time."""


class Pieces(Struct, frozen=True, array_like=True):
    """Where in a file the piece of each article is."""

    file: str
    """SHA-256 of the file."""
    settings: bytes
    """Digest of the settings that it was made with."""
    articles: bytes
    """Their digests."""
    ends: bytes
    """Where each piece ends, in eight bytes."""

    def spans(self) -> dict[bytes, tuple[int, int]]:
        """Give the pieces that can be copied, by article; the first is unlike the others."""
        ends = array("Q", self.ends)
        names = (self.articles[i : i + SIZE] for i in range(0, len(self.articles), SIZE))
        return {name: (ends[i - 1], ends[i]) for i, name in enumerate(names) if i}


class Downloads(Struct, frozen=True):
    """What the files are made from."""

    entries: Sequence[Entry]
    """In the order of their paths."""
    article_of: ArticleOf
    settings: Settings
    settings_digest: bytes
    output: Path
    standing: Mapping[str, str]
    """The files that stand in the output folder: path → SHA-256."""
    known: Table[Pieces]
    ends: dict[str, array[int]]
    """Path → where each piece of the file ends; filled while it is written."""

    def files(self, name: str) -> Iterator[Artifact | Stream]:
        """Give the file of a format, made article by article when it is written."""
        path = routes.download(FORMATS[name].file)
        yield Stream(path, self._chunks(name, path))

    def remember(self, files: Mapping[str, str]) -> None:
        """Keep where the pieces are in the files that were written: path → SHA-256."""
        articles = b"".join([entry.digest for entry in self.entries])
        for path, ends in self.ends.items():
            pieces = Pieces(files[path], self.settings_digest, articles, ends.tobytes())
            self.known.put(path, pieces)

    def _chunks(self, name: str, path: str) -> Iterator[bytes]:
        waiting: deque[Entry] = deque()
        fresh = chunks(name, self._records(waiting))
        copied = self._copied(path)
        ends, end, run = array("Q"), 0, (0, 0)
        if name in WITH_HEAD:
            yield (head := next(fresh))
            end = len(head)
        for number, entry in enumerate(self.entries):
            span = copied.get(entry.digest) if number else None
            if span is None:
                yield from _copy(self.output / path, run)
                waiting.append(entry)
                yield (piece := next(fresh))
                run, end = (0, 0), end + len(piece)
            else:
                if span[0] != run[1]:
                    yield from _copy(self.output / path, run)
                    run = span[0], span[0]
                run, end = (run[0], span[1]), end + span[1] - span[0]
            ends.append(end)
        yield from _copy(self.output / path, run)
        self.ends[path] = ends

    def _copied(self, path: str) -> dict[bytes, tuple[int, int]]:
        """Give the pieces that can be copied from the file that stands there."""
        pieces = self.known.get(path)
        if not pieces or (pieces.file, pieces.settings) != (
            self.standing.get(path),
            self.settings_digest,
        ):
            return {}
        return pieces.spans()

    def _records(self, waiting: deque[Entry]) -> Iterator[Record]:
        while waiting:
            entry = waiting.popleft()
            yield record_of(self.article_of(entry).fetch(), entry, self.settings)


def _copy(file: Path, span: tuple[int, int]) -> Iterator[bytes]:
    """Read a part of a file."""
    start, end = span
    if start == end:
        return
    with file.open("rb") as stream:
        stream.seek(start)
        while start < end:
            block = stream.read(min(BLOCK, end - start))
            if not block:
                raise EOFError(f"{file} is shorter than it was")
            start += len(block)
            yield block
