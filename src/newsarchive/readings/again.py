"""Files read again where something changed, and else had from the store.

What a file is read as depends on its bytes, its name, its correction, the publishers' profiles, and
on which of its lines stand in other files. A reading says what of all that it was made from, and a
file is read again where that is another now. So a new file costs its own reading and that of the
files in which it moves a line from one of the few steps of counts to the next (`repetition.STEPS`).

A file is gone through twice: once for the fingerprints of its lines, once with what is known of
those of all files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.filesystem.stats import UNKNOWN, Stat, settled
from newsarchive.incremental.deferred import digest
from newsarchive.incremental.store import Store
from newsarchive.incremental.tables import BrokenStore, encoded
from newsarchive.readings.inputs import Inputs
from newsarchive.readings.passes import (
    Manner,
    Read,
    ReadArticle,
    learn_shard,
    not_learned,
    not_read,
    read_shard,
)
from newsarchive.readings.records import (
    LEARNED,
    NO_LINES,
    FileReading,
    FileTold,
    Known,
    Lines,
    Told,
    known_in,
)
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

    told: Iterator[tuple[str, FileTold]]
    """What each told, by its key, in the order of the files; fetched one after the other."""
    settled: bool
    """Whether all could be read, so that none need be looked at again before it changes."""


class Changes(Struct, frozen=True):
    """What is other than when it was read."""

    opened: list[str]
    """Files that are new, or whose stat is another."""
    gone: list[str]
    whole: bool
    """Whether all readings are of the manner that is wanted, and none waits to be renewed."""


def read_inputs(
    inputs: Inputs,
    manner: Manner,
    store: Store,
    *,
    at: int,
    map_: Map = map,
    progress: Progress = silent,
) -> Readings:
    """Read those files of an archive that were not read before as they would be read now.

    Args:
        inputs: all its files.
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
    changes, read = _changes(inputs.stats, how, known), list[str]()
    if changes.opened or changes.gone or not changes.whole:
        known.state.put(WHOLE, value=False)
        work = _work(changes, inputs, how, known, at, map_)
        read = work.files
        every = progress("Reading", _read(work, inputs, manner, known, map_))
        for number, one in enumerate(every, 1):
            _keep(one, work, inputs.stats[one.key], known, at)
            known.commit(every=COMMIT, number=number)
    known.state.put(WHOLE, value=True)
    known.commit()
    readings = map(known.readings.get, chain(changes.opened, read))
    settled = all(reading.stat != UNKNOWN for reading in readings if reading)
    return Readings(_in_turn(inputs, known), settled)


def _changes(stats: Mapping[str, Stat], how: bytes, known: Known) -> Changes:
    """Compare files with their readings."""
    kept, gone, same = set[str](), list[str](), True
    for key, reading in chain.from_iterable(some.items() for some in known.readings.each()):
        same &= reading.how == how
        stat = stats.get(key)
        if stat is None:
            gone.append(key)
        elif stat == reading.stat:
            kept.add(key)
    opened = [key for key in stats if key not in kept]
    return Changes(opened, gone, same and known.state.get(WHOLE) is True)


def _work(
    changes: Changes,
    inputs: Inputs,
    how: bytes,
    known: Known,
    at: int,
    map_: Map,
) -> Work:
    """Open what changed, and find what is to be read."""
    others = chain(changes.gone, changes.opened)
    before = {key: before_of(key, known) for key in others if changes.whole}
    _forget(changes.gone, known)
    learned = _learn(changes.opened, inputs, known, at, map_)
    if not changes.whole:
        return work_on_all(inputs, how, known)
    if not learned and not changes.gone:
        return Work(NOTHING_SHARED, [], how)
    moved = {key: before[key] for key in (*changes.gone, *learned)}
    return work_after(moved, learned, inputs, how, known)


def _in_turn(keys: Iterable[str], known: Known) -> Iterator[tuple[str, FileTold]]:
    """Give what files told, and let go of it."""
    bundles, told = known.told.each(), dict[str, FileTold]()
    for key in keys:
        while key not in told:
            if (some := next(bundles, None)) is None:
                raise BrokenStore(f"no reading of {key}")
            told.update(some)
        yield key, told.pop(key)


def _forget(names: Iterable[str], known: Known) -> None:
    for name in names:
        _forget_articles(known.told.get(name), known)
    for of_each in (known.told, known.lines, known.readings):
        of_each.delete(names)


def _learn(keys: Sequence[str], inputs: Inputs, known: Known, at: int, map_: Map) -> list[str]:
    """Open files whose stat is another than it was; name those that have other bytes."""
    others = []
    parts = ([(inputs[key], _lines(key, known).content) for key in part] for part in shards(keys))
    learn = ItemWise(learn_shard, not_learned)
    found = (lines for part in map_(learn, parts) for lines in part)
    for number, (key, lines) in enumerate(zip(keys, found, strict=True), 1):
        before = known.readings.get(key) or LEARNED
        stat = before.stat if lines else settled(inputs.stats[key], at)
        known.readings.put(key, replace(before, stat=stat))
        if lines:
            known.lines.put(key, lines)
            others.append(key)
        known.commit(every=COMMIT, number=number)
    return others


def _lines(key: str, known: Known) -> Lines:
    return known.lines.get(key) or NO_LINES


def _read(work: Work, inputs: Inputs, manner: Manner, known: Known, map_: Map) -> Iterator[Read]:
    def taught(key: str) -> Taught:
        return work.sharing.taught(inputs[key], _lines(key, known))

    asked = (tuple(map(taught, part)) for part in shards(work.files))
    read = ItemWise(partial(read_shard, manner=manner), not_read)
    for of_shard in map_(read, asked):
        yield from of_shard


def _keep(read: Read, work: Work, stat: Stat, known: Known, at: int) -> None:
    """Put a reading of a file that had this stat into the store."""
    _forget_articles(known.told.get(read.key), known)
    told = tuple(_told(article, known) for article in read.articles)
    stat, how = settled(stat, at), work.how
    if not read.content or read.content != _lines(read.key, known).content:
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
