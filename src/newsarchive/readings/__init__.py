"""Readings: an archive's files as articles, read where something changed and else from the store.

What a file is read as depends on its bytes, its name, its correction, the publishers' profiles, and
on which of its lines stand in other files. A reading says what of all that it was made from, and a
file is read again where that is another now. So a new file costs its own reading and that of the
files in which it moves a line from one of the few steps of counts to the next (`repetition.STEPS`).

A file is gone through twice: once for the fingerprints of its lines, once with what is known of
those of all files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct
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
from newsarchive.readings.records import LEARNED, FileReading, FileTold, Known, Told, known_in
from newsarchive.readings.sharing import NOTHING_SHARED, Taught
from newsarchive.readings.work import Work, before_of, work_after, work_on_all
from newsarchive.running.progress import Progress, silent
from newsarchive.running.workers import ItemWise, Map, shards

COMMIT = 1_000
"""Files after which what was read is kept for good: what an interruption can lose."""
WHOLE = "readings"
"""Says in the store that no reading waits to be renewed."""


class Readings(Struct, frozen=True):
    """All files of an archive as they were read."""

    told: Iterator[tuple[SeenInput, FileTold]]
    """What each told, in the order of the files; fetched one after the other."""
    settled: bool
    """Whether all could be read, so that none need be looked at again before it changes."""


class Changes(Struct, frozen=True):
    """What is other than when it was read."""

    opened: list[SeenInput]
    """Files that are new, or whose stat is another."""
    gone: list[str]
    whole: bool
    """Whether all readings are of the manner that is wanted, and none waits to be renewed."""


def read_inputs(
    inputs: list[SeenInput],
    manner: Manner,
    store: Store,
    *,
    at: int,
    map_: Map = map,
    progress: Progress = silent,
) -> Readings:
    """Read those files of an archive that were not read before as they would be read now.

    Args:
        inputs: all its files, of which each goes when what it told is given.
        manner: how they are read.
        store: what is known of them; the new readings are kept in it.
        at: when the files were looked at, in ns.
        map_: runs the shards: `map`, or a pool's.
        progress: is told of the files read.

    Raises:
        SettingsError: a correction says something it cannot say.
        BrokenStore: the store cannot be believed.
    """
    known, how = known_in(store), digest(encoded(manner))
    changes = _changes(inputs, how, known)
    names = {file.key for file in changes.opened}
    if names or changes.gone or not changes.whole:
        known.state.put(WHOLE, value=False)
        work = _work(changes, inputs, how, known, at, map_)
        names.update(work.files)
        for number, read in enumerate(progress("Reading", _read(work, manner, known, map_)), 1):
            _keep(read, work, known, at)
            known.commit(every=COMMIT, number=number)
    known.state.put(WHOLE, value=True)
    known.commit()
    readings = map(known.readings.get, names)
    return Readings(
        told=_in_turn(inputs, known),
        settled=all(reading.stat != UNKNOWN for reading in readings if reading),
    )


def _changes(inputs: Sequence[SeenInput], how: bytes, known: Known) -> Changes:
    """Compare files with their readings."""
    files, gone, same = {file.key: file for file in inputs}, list[str](), True
    for key, reading in chain.from_iterable(some.items() for some in known.readings.each()):
        same &= reading.how == how
        file = files.get(key)
        if file is None:
            gone.append(key)
        elif file.stat == reading.stat:
            del files[key]
    return Changes([*files.values()], gone, same and known.state.get(WHOLE) is True)


def _work(
    changes: Changes,
    inputs: Sequence[SeenInput],
    how: bytes,
    known: Known,
    at: int,
    map_: Map,
) -> Work:
    """Open what changed, and find what is to be read."""
    keys = [file.key for file in changes.opened]
    before = {key: before_of(key, known) for key in (*changes.gone, *keys) if changes.whole}
    _forget(changes.gone, known)
    learned = _learn(changes.opened, known, at, map_)
    if not changes.whole:
        return work_on_all(inputs, how, known)
    if not learned and not changes.gone:
        return Work(NOTHING_SHARED, {}, how)
    others = {key: before[key] for key in (*changes.gone, *learned)}
    return work_after(others, learned, inputs, how, known)


def _in_turn(inputs: list[SeenInput], known: Known) -> Iterator[tuple[SeenInput, FileTold]]:
    """Give files with what they told, and let go of both."""
    inputs.reverse()
    told: dict[str, FileTold] = {}
    for some in known.told.each():
        told.update(some)
        while inputs and (of_file := told.pop(inputs[-1].key, None)):
            yield inputs.pop(), of_file
    if inputs:
        raise BrokenStore(f"no reading of {inputs[-1].key}")


def _forget(names: Iterable[str], known: Known) -> None:
    for name in names:
        _forget_articles(known.told.get(name), known)
    for of_each in (known.told, known.lines, known.readings):
        of_each.delete(names)


def _learn(files: Sequence[SeenInput], known: Known, at: int, map_: Map) -> list[str]:
    """Open files whose stat is another than it was; name those that have other bytes."""
    others = []
    parts = [[(file, _content_before(file, known)) for file in part] for part in shards(files)]
    learn = ItemWise(learn_shard, not_learned)
    found = (lines for part in map_(learn, parts) for lines in part)
    for number, (file, lines) in enumerate(zip(files, found, strict=True), 1):
        before = known.readings.get(file.key) or LEARNED
        stat = before.stat if lines else settled(file.stat, at)
        known.readings.put(file.key, replace(before, stat=stat))
        if lines:
            known.lines.put(file.key, lines)
            others.append(file.key)
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


def _keep(read: Read, work: Work, known: Known, at: int) -> None:
    """Put a reading into the store."""
    _forget_articles(known.told.get(read.key), known)
    told = tuple(_told(article, known) for article in read.articles)
    stat, how = settled(work.files[read.key].stat, at), work.how
    if not read.content or read.content != work.sharing.content_of(read.key):
        # It could not be read, or was written since its lines were counted.
        stat, how = UNKNOWN, b""
    steps = work.sharing.steps_of(read.key)
    known.readings.put(read.key, FileReading(stat, how, steps))
    known.told.put(read.key, FileTold(read.content, read.problems, told))


def _told(read: ReadArticle, known: Known) -> Told:
    number = known.articles.add(read.article)
    known.summaries.insert(number, read.summary)
    known.names.insert(number, read.names)
    entry = replace(read.entry, number=number, names=digest(read.names))
    return Told(entry, read.title, read.sketch)


def _forget_articles(told: FileTold | None, known: Known) -> None:
    numbers = [article.entry.number for article in told.articles] if told else ()
    known.articles.delete(numbers)
    known.summaries.delete(numbers)
    known.names.delete(numbers)
