"""The files of the data page: all articles in each format that a site offers.

Such a file is the pieces of its articles, one after the other. All formats are written side by
side, so that an article is fetched once for all. Where one article changed, the others' pieces are
copied from the file that stands there. A large archive has files for each year.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from newsarchive.archive import Entry
from newsarchive.artifacts import Chunk
from newsarchive.exporting import FORMATS, Record, pieces_of
from newsarchive.incremental.deferred import SIZE, Deferred
from newsarchive.incremental.tables import Table
from newsarchive.output import HASH, Seal
from newsarchive.pages import ArticleOf, routes
from newsarchive.pages.downloads import file_of
from newsarchive.pages.records import record_of
from newsarchive.settings.schema import Settings

BLOCK = 2**20
"""Bytes copied at a time."""

Asked = tuple[Deferred[Record], tuple[str, ...]]
"""A record of an article, and the formats in which a piece of it is wanted."""
Make = Callable[[Iterator[Asked]], Iterator[tuple[bytes, ...]]]
"""Makes these pieces, in this process or in others."""
Ends: TypeAlias = "dict[str, array[int]]"
"""Path of a file → the offset at which the piece of each article ends in it."""


class Spans(Struct, frozen=True, array_like=True):
    """Where in a file that was written the piece of each article is."""

    file: bytes
    """SHA-256 of the file."""
    settings: bytes
    """Digest of the settings that it was made with."""
    articles: bytes
    """The digests of the articles, `SIZE` bytes each."""
    ends: bytes
    """Where each piece ends, eight bytes each."""

    def by_article(self, head: int, between: int) -> dict[bytes, tuple[int, int]]:
        """Give the span of each article's piece.

        Args:
            head: how many bytes stand before the first piece.
            between: how many bytes stand between two pieces.
        """
        ends = array("Q", self.ends)
        starts = (head, *(end + between for end in ends))[: len(ends)]
        names = (self.articles[i : i + SIZE] for i in range(0, len(self.articles), SIZE))
        return dict(zip(names, zip(starts, ends, strict=True), strict=True))


class Downloads(Struct, frozen=True):
    """The files that hold the articles of one period, one file for each format."""

    period: str
    """Empty where they hold all articles."""
    entries: Sequence[Entry]
    """In the order of their paths."""
    article_of: ArticleOf
    settings: Settings
    settings_digest: bytes
    output: Path
    standing: Mapping[str, Seal]
    """The files that stand in the output folder."""
    known: Table[Spans]
    """Of the files as they were written last, by their paths."""

    def path(self, name: str) -> str:
        """Give the path of the file of a format."""
        return routes.download(file_of(FORMATS[name], self.period))

    def chunks(self, names: Sequence[str], make: Make, ends: Ends) -> Iterator[Chunk]:
        """Give the files of some formats, article by article.

        Args:
            names: the formats'.
            make: makes the pieces that cannot be copied.
            ends: takes down where the pieces end, file by file.

        Raises:
            OSError: a file that pieces are copied from cannot be read, or somebody cut it short.
        """
        if not names:
            return
        files = [_File(name, self.output, self.path(name), self._copied(name)) for name in names]
        wanted = self._wanted(files)
        made = make(self._asked(wanted))
        for file in files:
            yield file.begun()
        for entry, formats in zip(self.entries, wanted, strict=True):
            pieces = dict(zip(formats, next(made), strict=True)) if formats else {}
            for file in files:
                if file.name in pieces or not file.goes_on(entry):
                    yield from file.add(entry, pieces.get(file.name))
        for file in files:
            yield from file.completed()
            ends[file.path] = file.ends

    def remember(self, files: Mapping[str, Seal], ends: Ends) -> None:
        """Keep where the pieces are in the files that were written.

        Args:
            files: the files of the site.
            ends: what `chunks` took down.
        """
        if not ends:
            return
        articles = b"".join([entry.digest for entry in self.entries])
        for path, of_pieces in ends.items():
            file = files.get(path, b"")[:HASH]
            self.known.put(path, Spans(file, self.settings_digest, articles, of_pieces.tobytes()))

    def _wanted(self, files: Sequence[_File]) -> list[tuple[str, ...]]:
        """Give the formats in which the piece of each article is to be made."""
        once: dict[tuple[str, ...], tuple[str, ...]] = {}
        each = (tuple([f.name for f in files if not f.has(entry)]) for entry in self.entries)
        return [once.setdefault(names, names) for names in each]

    def _asked(self, wanted: Sequence[tuple[str, ...]]) -> Iterator[Asked]:
        for entry, formats in zip(self.entries, wanted, strict=True):
            if formats:
                yield Deferred(record_of, (self.article_of(entry), entry, self.settings)), formats

    def _copied(self, name: str) -> dict[bytes, tuple[int, int]]:
        """Give the pieces that can be copied from the file that stands there."""
        path, pieces = self.path(name), pieces_of(name)
        spans = self.known.get(path)
        if not spans or spans.settings != self.settings_digest:
            return {}
        if spans.file != self.standing.get(path, b"")[:HASH]:
            return {}
        return spans.by_article(len(pieces.head), len(pieces.between))


def pieces_made(asked: Sequence[Asked]) -> list[tuple[bytes, ...]]:
    """Make pieces of some articles."""
    records = ((deferred(), names) for deferred, names in asked)
    return [tuple(pieces_of(name).piece(record) for name in names) for record, names in records]


class _File:
    """A file that is put together of new pieces and of copied ones."""

    def __init__(
        self, name: str, output: Path, path: str, copied: Mapping[bytes, tuple[int, int]]
    ) -> None:
        self.name, self.path = name, path
        self.ends = array("Q")
        self._pieces, self._copied = pieces_of(name), copied
        self._before = output / self.path
        self._end = 0
        self._run = 0, 0
        """Start and end, in the file before, of adjoining pieces that are to be copied at once."""

    def has(self, entry: Entry) -> bool:
        """Whether an article's piece can be copied."""
        return entry.digest in self._copied

    def begun(self) -> Chunk:
        """Give what stands before the first piece."""
        return self._chunk(self._pieces.head)

    def goes_on(self, entry: Entry) -> bool:
        """Add an article's piece to those that are copied at once, if it adjoins; tell whether."""
        start, end = self._copied[entry.digest]
        if not self._run[1] or start != self._run[1] + len(self._pieces.between):
            return False
        self._run = self._run[0], end
        self.ends.append(self._end + end - self._run[0])
        return True

    def add(self, entry: Entry, piece: bytes | None) -> Iterator[Chunk]:
        """Add an article's piece, or copy it where there is none."""
        yield from self._copies()
        between = self._pieces.between if self.ends else b""
        if piece is not None:
            yield self._chunk(between + piece)
            self.ends.append(self._end)
            return
        if between:
            yield self._chunk(between)
        self._run = self._copied[entry.digest]
        self.ends.append(self._end + self._run[1] - self._run[0])

    def completed(self) -> Iterator[Chunk]:
        """Give what is left."""
        yield from self._copies()
        if self._pieces.foot:
            yield self._chunk(self._pieces.foot)

    def _copies(self) -> Iterator[Chunk]:
        yield from map(self._chunk, _copy(self._before, self._run))
        self._run = 0, 0

    def _chunk(self, content: bytes) -> Chunk:
        self._end += len(content)
        return Chunk(self.path, content)


def _copy(file: Path, span: tuple[int, int]) -> Iterator[bytes]:
    """Read a part of a file.

    Raises:
        OSError: it cannot be read, or somebody cut it short.
    """
    start, end = span
    if start == end:
        return
    with file.open("rb") as stream:
        stream.seek(start)
        while start < end:
            block = stream.read(min(BLOCK, end - start))
            if not block:
                raise OSError(f"{file} is shorter than it was")
            start += len(block)
            yield block
