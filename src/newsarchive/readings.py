"""Readings: an archive's files as articles, read where something changed and else from the store.

What a file is read as depends on its bytes, its name, its correction, the publishers' profiles, and
on which of its lines stand in other files. The digest of all that is the key of its reading, and a
file is read again when its key changes. So a new file costs its own reading and that of the files
in which it moves a line from one of the few steps of counts to the next (`repetition.STEPS`).

A file is gone through twice: once for the fingerprints of its lines, once with what is known of
those of all files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from newsarchive.archive.entries import Entry, entry_of
from newsarchive.cleaning.lines import split_lines
from newsarchive.cleaning.profiles import Profile
from newsarchive.cleaning.repetition import (
    SharedLines,
    fingerprints_of,
    shared_by,
    steps_elsewhere,
)
from newsarchive.columns import USUAL, Columns
from newsarchive.deferred import digest
from newsarchive.fingerprint import hash_of
from newsarchive.limits import DEFAULT, Limits
from newsarchive.loading import ENDINGS
from newsarchive.loading.corrections import ENDING
from newsarchive.loading.folder import make_sure_of, spelled
from newsarchive.lookalikes import doubts_of
from newsarchive.model import Article, Document, Name, Problem
from newsarchive.progress import Progress, silent
from newsarchive.reading import load_in_time, read_among, with_names
from newsarchive.remote import fetched
from newsarchive.rights import excerpt_of
from newsarchive.site import is_remote
from newsarchive.sources import UNKNOWN, Seen, Stat, settled
from newsarchive.store import BrokenStore, Store, Table, encoded, read_only
from newsarchive.workers import ItemWise, Map, shards

COMMIT = 1_000
"""Files after which what was read is kept for good: what an interruption can lose."""
ONE_STAT = 4
"""Numbers in the stat of one file."""
WHOLE = "readings"
"""Says in the store that no reading waits to be renewed."""


class Input(Struct, frozen=True, gc=False):
    """A file of raw text."""

    name: str
    """What documents and problems call it, with `/`."""
    key: str
    """Its name as the file system has it, which may be no text."""
    path: str
    stat: Stat
    """Its own and that of the correction beside it."""
    columns: Columns = USUAL
    limits: Limits = DEFAULT


class Lines(Struct, frozen=True, array_like=True):
    """The lines of a file, as far as other files' readings depend on them."""

    content: bytes
    """SHA-256 of the file and of its correction."""
    documents: int
    fingerprints: bytes
    """Eight bytes for each different line of each document."""


class Told(Struct, frozen=True, array_like=True, gc=False):
    """An article that a file told."""

    number: int
    """Where the store has it, and its names."""
    entry: Entry
    names: bytes
    """Digest of what it names."""


class Reading(Struct, frozen=True, array_like=True, gc=False):
    """A file that was read."""

    stat: Stat
    key: bytes
    """Digests of the manner and of all else that its articles were made from."""
    content: bytes
    """SHA-256 of the file and of its correction."""
    problems: tuple[Problem, ...] = ()
    articles: tuple[Told, ...] = ()


class Known(Struct, frozen=True):
    """What a store knows of readings."""

    store: Store
    readings: Table[Reading]
    lines: Table[Lines]
    articles: Table[Article]
    names: Table[tuple[Name, ...]]
    state: Table[bool]


class Manner(Struct, frozen=True):
    """How files are read, beside what is in them."""

    profiles: tuple[Profile, ...] = ()
    excerpt: int = 0
    """Words of each article that are published; 0 for all."""
    names: bool = True
    """Find whom and what they name."""


def known_in(store: Store) -> Known:
    """Give the tables of a store that hold readings."""
    return Known(
        store,
        store.table("readings", Reading),
        store.table("lines", Lines),
        store.numbered("articles", Article),
        store.numbered("names", tuple[Name, ...]),
        store.table("state", bool),
    )


def digests_in(store: Store) -> set[bytes]:
    """Give the digests of the articles that a store has."""
    readings = known_in(store).readings.items()
    return {told.entry.digest for _, reading in readings for told in reading.articles}


def inputs_among(
    seen: Seen, folder: str, name: str, columns: Columns = USUAL, limits: Limits = DEFAULT
) -> list[Input]:
    """List the raw texts of a folder, each with the correction that stands beside it.

    A correction that stands alone is left to be reported.

    Args:
        seen: the folder's files.
        folder: its path, or its address on a store.
        name: what it is called.
        columns: which columns of a table hold what.
        limits: how much of an article is read.

    Raises:
        SettingsError: there is no such folder.
    """
    if not is_remote(folder):
        make_sure_of(Path(folder))
    files = seen.files
    texts = (path for path in files if path.lower().endswith(ENDINGS))
    beside = {path: path[: path.rindex(".")] + ENDING for path in texts}
    corrections = set(beside.values())
    return [
        Input(
            f"{name}/{path if path.isascii() else spelled(Path(path))}",
            path,
            f"{folder}/{path}",
            stat + files.get(beside.get(path, ""), ()),
            columns,
            limits,
        )
        for path, stat in files.items()
        if path not in corrections
    ]


def read_inputs(
    inputs: Sequence[Input],
    manner: Manner,
    store: Store,
    *,
    at: int,
    map_: Map = map,
    progress: Progress = silent,
) -> list[Reading]:
    """Read those files of an archive that were not read before as they would be read now.

    Args:
        inputs: all its files.
        manner: how they are read.
        store: what is known of them; the new readings are kept in it.
        at: when the files were looked at, in ns.
        map_: runs the shards: `map`, or a pool's.
        progress: is told of the files read.

    Returns:
        The files' readings, in their order.

    Raises:
        SettingsError: a correction says something it cannot say.
        BrokenStore: the store cannot be believed.
    """
    known = known_in(store)
    readings = dict(known.readings.items())
    gone = readings.keys() - {file.key for file in inputs}
    opened = [i for i in inputs if i.key not in readings or readings[i.key].stat != i.stat]
    how = digest(encoded(manner))
    whole = _is_whole(readings, how, known)
    if gone or opened or not whole:
        known.state.put(WHOLE, value=False)
        _forget(gone, readings, known)
        learned = _learn(opened, readings, known, at, map_)
    if gone or (opened and learned) or not whole:
        work = _stale(inputs, readings, sharing_of(known.lines), how)
        for number, read in enumerate(progress("Reading", _read(work, manner, map_)), 1):
            _keep(read, work, readings, known, at)
            known.store.commit(every=COMMIT, number=number)
    known.state.put(WHOLE, value=True)
    known.store.commit()
    return [readings[file.key] for file in inputs]


def contents_of(read: Iterable[tuple[Input, Reading]]) -> dict[str, bytes]:
    """Give the SHA-256 of each file that was read, and of each correction, by their places."""
    contents = {}
    for file, reading in read:
        for start, place in zip(range(0, len(reading.content), 32), _places_of(file), strict=False):
            contents[place] = reading.content[start : start + 32]
    return contents


def _is_whole(readings: Mapping[str, Reading], how: bytes, known: Known) -> bool:
    """Whether all readings are of this manner, and none was left to be renewed."""
    manners = {reading.key[: len(how)] for reading in readings.values()}
    return manners <= {how} and known.state.get(WHOLE) is True


def _forget(names: Collection[str], readings: dict[str, Reading], known: Known) -> None:
    for name in names:
        _forget_articles(readings.pop(name), known)
    known.readings.delete(names)
    known.lines.delete(names)


def _learn(
    files: Sequence[Input],
    readings: dict[str, Reading],
    known: Known,
    at: int,
    map_: Map,
) -> bool:
    """Open files whose stat is another than it was; tell whether one has other bytes."""
    others = False
    parts = [[(file, _content_before(file, known)) for file in part] for part in shards(files)]
    learn = ItemWise(_learn_shard, _not_learned)
    found = (lines for part in map_(learn, parts) for lines in part)
    for number, (file, lines) in enumerate(zip(files, found, strict=True), 1):
        if lines:
            known.lines.put(file.key, lines)
        elif file.key in readings:
            reading = replace(readings[file.key], stat=settled(file.stat, at))
            known.readings.put(file.key, reading)
        others |= lines is not None or file.key not in readings
        known.store.commit(every=COMMIT, number=number)
    return others


def _content_before(file: Input, known: Known) -> bytes:
    lines = known.lines.get(file.key)
    return lines.content if lines else b""


def _learn_shard(shard: Sequence[tuple[Input, bytes]]) -> list[Lines | None]:
    """Count the lines of some files, unless their content is that which was given."""
    with _at_hand([file for file, _ in shard]) as files:
        return [
            None if (content := _content_of(file.path)) == before else _lines_of(file, content)
            for file, (_, before) in zip(files, shard, strict=True)
        ]


def _not_learned(_: tuple[Input, bytes], _why: str) -> Lines | None:
    """Take a file that ends what opens it for one without lines: reading it will tell."""
    return Lines(b"", 0, b"")


@contextmanager
def _at_hand(files: Sequence[Input]) -> Iterator[list[Input]]:
    """Bring files, and the corrections beside them, to this machine's disk for a while."""
    with fetched([_places_of(file) for file in files]) as paths:
        yield [replace(file, path=path) for file, path in zip(files, paths, strict=True)]


def _places_of(file: Input) -> tuple[str, ...]:
    """Give the place of a file and of the correction beside it, if there is one."""
    correction = file.path[: file.path.rfind(".")] + ENDING
    return (file.path, correction) if len(file.stat) > ONE_STAT else (file.path,)


def _content_of(path: str) -> bytes:
    """Give the SHA-256 of a text and of the correction beside it; zeros where there is none."""
    text = Path(path)
    return b"".join(map(hash_of, (text, text.with_suffix(ENDING))))


def _lines_of(file: Input, content: bytes) -> Lines:
    loaded = load_in_time(file.path, file.name, file.columns, file.limits)
    documents = (item for item in loaded if isinstance(item, Document))
    prints = [fingerprints_of(split_lines(document.text)) for document in documents]
    known = _known_for_sure(content, loaded)
    return Lines(known, len(prints), b"".join(one.tobytes() for one in prints))


def _known_for_sure(content: bytes, loaded: Sequence[Document | Problem]) -> bytes:
    """Give a file's content; nothing where the system did not let it be read."""
    refused = any(isinstance(item, Problem) and item.again for item in loaded)
    return b"" if refused else content


class Taught(Struct, frozen=True, array_like=True):
    """A file that is to be read, and what the others teach about it."""

    file: Input
    content: bytes
    """SHA-256 of the file and of its correction, when its lines were counted."""
    fingerprints: bytes
    """Of its lines."""
    steps: bytes
    """In how many files each of them stands, as `repetition.STEPS` has it."""
    documents: int
    """That the archive has."""


def shared_among(shard: Sequence[Taught]) -> SharedLines:
    """Give what some files share with all others."""
    return shared_by(
        np.frombuffer(b"".join(taught.fingerprints for taught in shard), np.uint64),
        np.frombuffer(b"".join(taught.steps for taught in shard), np.uint8),
        shard[0].documents,
    )


class Sharing(Struct, frozen=True):
    """The lines of all files, and which step each one's count is."""

    places: dict[str, tuple[int, int]]
    """File → its first line, and the line after its last one."""
    contents: dict[str, bytes]
    documents: int
    fingerprints: Any
    steps: bytes

    def key(self, name: str) -> bytes:
        """Digest what a file's reading depends on."""
        start, end = self.places[name]
        taught = self.steps[start:end] if self.documents > 1 else b""
        return digest(self.contents[name], name.encode("utf-8", "surrogatepass"), taught)

    def taught(self, file: Input) -> Taught:
        """Give a file with what it shares with all others."""
        lines = slice(*self.places[file.key])
        prints = self.fingerprints[lines].tobytes()
        return Taught(file, self.contents[file.key], prints, self.steps[lines], self.documents)


def sharing_of(lines: Table[Lines]) -> Sharing:
    """Count in how many documents each line stands."""
    places, contents, documents, end = {}, {}, 0, 0
    everything = bytearray()
    for name, of_file in lines.items():
        everything += of_file.fingerprints
        documents += of_file.documents
        start, end = end, len(everything) // 8
        places[name], contents[name] = (start, end), of_file.content
    prints = np.frombuffer(everything, np.uint64)
    return Sharing(places, contents, documents, prints, steps_elsewhere(prints).tobytes())


class _Work(Struct, frozen=True):
    """Files to be read."""

    sharing: Sharing
    files: dict[str, Input]
    keys: dict[str, bytes]
    """File → the key of its new reading."""


def _stale(
    inputs: Iterable[Input], readings: Mapping[str, Reading], sharing: Sharing, how: bytes
) -> _Work:
    """Find the files that would now be read in another way than they were."""
    work = _Work(sharing, {}, {})
    for file in inputs:
        if file.key not in sharing.places:
            raise BrokenStore(f"no lines of {file.key}")
        key = how + sharing.key(file.key)
        if file.key not in readings or readings[file.key].key != key:
            work.files[file.key], work.keys[file.key] = file, key
    return work


class _Read(Struct, frozen=True):
    """What reading a file gave, as one process hands it to another."""

    key: str
    content: bytes
    problems: tuple[Problem, ...]
    articles: tuple[tuple[bytes, Entry, bytes], ...]
    """Each encoded, with its entry and what it names, encoded too."""


def _read(work: _Work, manner: Manner, map_: Map) -> Iterator[_Read]:
    parts = shards(work.files.values())
    asked = (tuple(map(work.sharing.taught, part)) for part in parts)
    read_shard = ItemWise(partial(_read_shard, manner=manner), _not_read)
    for read in map_(read_shard, asked):
        yield from read


def _read_shard(shard: Sequence[Taught], manner: Manner) -> list[_Read]:
    """Read some files."""
    with _at_hand([taught.file for taught in shard]) as files:
        return _read_files(files, shared_among(shard), manner)


def _not_read(taught: Taught, why: str) -> _Read:
    """Say that a file ends the process that reads it."""
    remedy = "Tell newsarchive's makers, with the file"
    problem = Problem(taught.file.name, f"reading it ended the process ({why})", remedy)
    return _Read(taught.file.key, taught.content, (problem,), ())


def _read_files(files: Sequence[Input], shared: SharedLines, manner: Manner) -> list[_Read]:
    contents = [_content_of(file.path) for file in files]
    loaded = [load_in_time(file.path, file.name, file.columns, file.limits) for file in files]
    documents = [item for items in loaded for item in items if isinstance(item, Document)]
    told = iter(read_among(documents, manner.profiles, shared, files[0].limits.seconds))
    return [
        _read_file(
            file,
            _known_for_sure(content, items),
            [next(told) if isinstance(i, Document) else i for i in items],
            manner,
        )
        for file, content, items in zip(files, contents, loaded, strict=True)
    ]


def _read_file(
    file: Input, content: bytes, items: Sequence[Article | Problem], manner: Manner
) -> _Read:
    articles = [item for item in items if isinstance(item, Article)]
    problems = (*(item for item in items if isinstance(item, Problem)), *doubts_of(articles))
    return _Read(file.key, content, problems, tuple(_encoded(one, manner) for one in articles))


def _encoded(article: Article, manner: Manner) -> tuple[bytes, Entry, bytes]:
    article = with_names(article) if manner.names else article
    article = excerpt_of(article, manner.excerpt)
    content = encoded(article)
    return content, replace(entry_of(article), digest=digest(content)), encoded(article.names)


def _keep(read: _Read, work: _Work, readings: dict[str, Reading], known: Known, at: int) -> None:
    """Put a reading into the store."""
    if read.key in readings:
        _forget_articles(readings[read.key], known)
    told = tuple(_told(*article, known) for article in read.articles)
    stat, key = settled(work.files[read.key].stat, at), work.keys[read.key]
    if not read.content or read.content != work.sharing.contents[read.key]:
        stat, key = (
            UNKNOWN,
            b"",
        )  # it could not be read, or was written since its lines were counted
    readings[read.key] = Reading(stat, key, read.content, read.problems, told)
    known.readings.put(read.key, readings[read.key])


def _told(content: bytes, entry: Entry, names: bytes, known: Known) -> Told:
    number = known.articles.add(content)
    known.names.insert(number, names)
    return Told(number, entry, digest(names))


def _forget_articles(reading: Reading, known: Known) -> None:
    numbers = [told.number for told in reading.articles]
    known.articles.delete(numbers)
    known.names.delete(numbers)


class StoredArticle(Struct, frozen=True):
    """An article in the store, which is fetched when its page is made, in whatever process."""

    digest: bytes
    store: tuple[str, str]
    """The store's path and name."""
    number: int
    aliases: tuple[str, ...]
    """Those that it can have."""

    def fetch(self) -> Article:
        """Fetch it.

        Raises:
            BrokenStore: it is not there, or not as it was put there.
        """
        article = _articles_in(*self.store).get(self.number)
        if article is None:
            raise BrokenStore(f"no article {self.number}")
        same = article.aliases == self.aliases
        return article if same else replace(article, aliases=self.aliases)


@lru_cache(1)
def _articles_in(path: str, name: str) -> Table[Article]:
    return read_only(Path(path), name).table_there("articles", Article)
