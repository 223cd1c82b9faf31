"""Readings: an archive's files as articles, read where something changed and else from the store.

What a file is read as depends on its bytes, its name, its correction, the publishers' profiles, and
on which of its lines stand in other files. A reading says what of all that it was made from, and a
file is read again where that is another now. So a new file costs its own reading and that of the
files in which it moves a line from one of the few steps of counts to the next (`repetition.STEPS`).

A file is gone through twice: once for the fingerprints of its lines, once with what is known of
those of all files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from newsarchive.filesystem.stats import UNKNOWN, settled
from newsarchive.incremental.deferred import digest
from newsarchive.incremental.store import Store
from newsarchive.incremental.tables import BrokenStore, encoded
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.passes import (
    Manner,
    Read,
    ReadArticle,
    learn_shard,
    not_learned,
    not_read,
    read_shard,
)
from newsarchive.readings.records import FileReading, Known, Told, known_in
from newsarchive.readings.sharing import Taught, Work, asked_of, sharing_of, stale
from newsarchive.running.progress import Progress, silent
from newsarchive.running.workers import ItemWise, Map, shards

COMMIT = 1_000
"""Files after which what was read is kept for good: what an interruption can lose."""
WHOLE = "readings"
"""Says in the store that no reading waits to be renewed."""


def read_inputs(
    inputs: list[SeenInput],
    manner: Manner,
    store: Store,
    *,
    at: int,
    map_: Map = map,
    progress: Progress = silent,
) -> Iterator[tuple[SeenInput, FileReading]]:
    """Read those files of an archive that were not read before as they would be read now.

    Args:
        inputs: all its files.
        manner: how they are read.
        store: what is known of them; the new readings are kept in it.
        at: when the files were looked at, in ns.
        map_: runs the shards: `map`, or a pool's.
        progress: is told of the files read.

    Returns:
        The files with their readings, in their order. What was given is not held any longer, and
        new readings are fetched one after the other.

    Raises:
        SettingsError: a correction says something it cannot say.
        BrokenStore: the store cannot be believed.
    """
    known = known_in(store)
    readings = known.readings.all()
    gone = readings.keys() - {file.key for file in inputs}
    opened = [i for i in inputs if i.key not in readings or readings[i.key].stat != i.stat]
    how = digest(encoded(manner))
    whole = _is_whole(readings, how, known)
    if gone or opened or not whole:
        known.state.put(WHOLE, value=False)
        others = dict.fromkeys((*sorted(gone), *(file.key for file in opened)))
        steps, before = _counted_before(others, readings, known) if whole else ({}, [])
        _forget(gone, readings, known)
        learned = _learn(opened, readings, known, at, map_)
    if gone or (opened and learned) or not whole:
        now = _lines_of(steps, opened, known)
        sharing = sharing_of(known.lines.each, steps, asked_of(chain(before, now)))
        work = stale(inputs, readings, sharing, how)
        for number, read in enumerate(progress("Reading", _read(work, manner, known, map_)), 1):
            _keep(read, work, readings, known, at)
            known.commit(every=COMMIT, number=number)
    known.state.put(WHOLE, value=True)
    known.commit()
    return _in_turn(inputs[::-1], readings, known)


def _in_turn(
    waiting: list[SeenInput], readings: dict[str, FileReading], known: Known
) -> Iterator[tuple[SeenInput, FileReading]]:
    """Give files, the last one first, with their readings, and let go of both."""
    while waiting:
        file = waiting.pop()
        reading = readings.pop(file.key, None) or known.readings.get(file.key)
        if reading is None:
            raise BrokenStore(f"no reading of {file.key}")
        yield file, reading


def _is_whole(readings: Mapping[str, FileReading], how: bytes, known: Known) -> bool:
    """Whether all readings are of this manner, and none was left to be renewed."""
    manners = {reading.how for reading in readings.values()}
    return manners <= {how} and known.state.get(WHOLE) is True


def _counted_before(
    others: Collection[str], readings: Mapping[str, FileReading], known: Known
) -> tuple[dict[str, bytes], list[bytes]]:
    """Give the steps of all files but some, and the fingerprints of the lines of these."""
    steps = {key: reading.steps for key, reading in readings.items() if key not in others}
    lines = map(known.lines.get, others)
    return steps, [of_file.fingerprints for of_file in lines if of_file]


def _lines_of(
    counted: Collection[str], opened: Iterable[SeenInput], known: Known
) -> Iterator[bytes]:
    """Give the fingerprints of the lines of opened files; of all where none is counted."""
    if counted:
        found = map(known.lines.get, (file.key for file in opened))
        return (of_file.fingerprints for of_file in found if of_file)
    return (of_file.fingerprints for some in known.lines.each() for of_file in some.values())


def _forget(names: Collection[str], readings: dict[str, FileReading], known: Known) -> None:
    for name in names:
        _forget_articles(readings.pop(name), known)
    known.readings.delete(names)
    known.lines.delete(names)


def _learn(
    files: Sequence[SeenInput],
    readings: dict[str, FileReading],
    known: Known,
    at: int,
    map_: Map,
) -> bool:
    """Open files whose stat is another than it was; tell whether one has other bytes."""
    others = False
    parts = [[(file, _content_before(file, known)) for file in part] for part in shards(files)]
    learn = ItemWise(learn_shard, not_learned)
    found = (lines for part in map_(learn, parts) for lines in part)
    for number, (file, lines) in enumerate(zip(files, found, strict=True), 1):
        if lines:
            known.lines.put(file.key, lines)
        elif file.key in readings:
            readings[file.key] = replace(readings[file.key], stat=settled(file.stat, at))
            known.readings.put(file.key, readings[file.key])
        others |= lines is not None or file.key not in readings
        known.commit(every=COMMIT, number=number)
    return others


def _content_before(file: SeenInput, known: Known) -> bytes:
    lines = known.lines.get(file.key)
    return lines.content if lines else b""


def _read(work: Work, manner: Manner, known: Known, map_: Map) -> Iterator[Read]:
    def taught(file: SeenInput) -> Taught:
        lines = known.lines.get(file.key)
        return work.sharing.taught(file, lines.fingerprints if lines else b"")

    asked = (tuple(map(taught, part)) for part in shards(work.files.values()))
    read = ItemWise(partial(read_shard, manner=manner), not_read)
    for of_shard in map_(read, asked):
        yield from of_shard


def _keep(read: Read, work: Work, readings: dict[str, FileReading], known: Known, at: int) -> None:
    """Put a reading into the store."""
    if before := readings.pop(read.key, None):
        _forget_articles(before, known)
    told = tuple(_told(article, known) for article in read.articles)
    stat, how = settled(work.files[read.key].stat, at), work.how
    if not read.content or read.content != work.sharing.content_of(read.key):
        # It could not be read, or was written since its lines were counted.
        stat, how = UNKNOWN, b""
    steps = work.sharing.steps_of(read.key)
    reading = FileReading(stat, how, read.content, steps, read.problems, told)
    known.readings.put(read.key, reading)


def _told(read: ReadArticle, known: Known) -> Told:
    number = known.articles.add(read.article)
    known.summaries.insert(number, read.summary)
    known.names.insert(number, read.names)
    entry = replace(read.entry, number=number, names=digest(read.names))
    return Told(entry, read.title, read.sketch)


def _forget_articles(reading: FileReading, known: Known) -> None:
    numbers = [told.entry.number for told in reading.articles]
    known.articles.delete(numbers)
    known.summaries.delete(numbers)
    known.names.delete(numbers)
