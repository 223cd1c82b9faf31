"""Files read again where something changed; what the others gave is in the store.

What reading a file gives depends on its bytes, its name, its correction, the publishers' profiles,
and on which of its lines stand in other files too. The store keeps all that beside the result
(`FileState`), and a file is read again where any of it is another now. In how many files a line
stands is known in few steps (`repetition.STEPS`). So a new file costs its own reading, and that of
the files that share a line with it whose count moves to another step.

Files are opened in two passes: the first takes the fingerprints of their lines, the second reads
them with what is known of the lines of all files.
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
    NO_LINES,
    NOT_READ,
    FileResult,
    FileState,
    Known,
    Lines,
    ListedArticle,
    known_in,
)
from newsarchive.readings.sharing import NOTHING_SHARED, Taught
from newsarchive.readings.work import Work, lines_before, work_after, work_on_all
from newsarchive.running.progress import Progress, silent
from newsarchive.running.workers import ItemWise, Map, shards

COMMIT = 1_000
"""Files after which what was read is kept for good: what an interruption can lose."""
WHOLE = "readings"
"""The flag in the store that says: all files are read as they are, and none waits."""


class Readings(Struct, frozen=True):
    """All files of an archive as they were read."""

    results: Iterator[tuple[str, FileResult]]
    """Each file's key and what reading it gave, in the order of the files, fetched one by one."""
    settled: bool
    """Whether all could be read, so that no file need be opened again before it changes."""


class Changes(Struct, frozen=True):
    """Which files are not as they were when they were read, by their keys."""

    opened: list[str]
    """Files that are new, or have another stat: they are to be opened."""
    gone: list[str]
    whole: bool
    """Whether all other files were read in the manner that is wanted, and none waits."""


def read_inputs(
    inputs: Inputs,
    manner: Manner,
    store: Store,
    *,
    at: int,
    map_: Map = map,
    progress: Progress = silent,
) -> Readings:
    """Read those files of an archive that the store does not know as they would be read now.

    Args:
        inputs: all its files.
        manner: how they are to be read.
        store: what is known of them; what is read now is kept in it.
        at: when the stats of the files were taken, in ns.
        map_: runs the shards: `map`, or a pool's.
        progress: is told of the files read.

    Raises:
        SettingsError: a correction says something it cannot say.
        BrokenStore: the store cannot be believed.
    """
    known, manner_digest = known_in(store), digest(encoded(manner))
    changes, read = _changes(inputs.stats, manner_digest, known), list[str]()
    if changes.opened or changes.gone or not changes.whole:
        known.flags.put(WHOLE, value=False)
        work = _work(changes, inputs, manner_digest, known, at, map_)
        read = work.files
        every = progress("Reading", _read(work, inputs, manner, known, map_))
        for number, one in enumerate(every, 1):
            _keep(one, work, inputs.stats[one.key], known, at)
            known.commit(every=COMMIT, number=number)
    known.flags.put(WHOLE, value=True)
    known.commit()
    states = map(known.states.get, chain(changes.opened, read))
    settled = all(state.stat != UNKNOWN for state in states if state)
    return Readings(_in_turn(inputs, known), settled)


def _changes(stats: Mapping[str, Stat], manner: bytes, known: Known) -> Changes:
    """Compare the files that there are with what they were like when they were read."""
    kept, gone, same = set[str](), list[str](), True
    for key, state in chain.from_iterable(some.items() for some in known.states.each()):
        same &= state.manner == manner
        stat = stats.get(key)
        if stat is None:
            gone.append(key)
        elif stat == state.stat:
            kept.add(key)
    opened = [key for key in stats if key not in kept]
    return Changes(opened, gone, same and known.flags.get(WHOLE) is True)


def _work(
    changes: Changes,
    inputs: Inputs,
    manner: bytes,
    known: Known,
    at: int,
    map_: Map,
) -> Work:
    """Open the files that changed, and find out which files are to be read."""
    others = chain(changes.gone, changes.opened)
    before = {key: lines_before(key, known) for key in others if changes.whole}
    _forget(changes.gone, known)
    learned = _learn(changes.opened, inputs, known, at, map_)
    if not changes.whole:
        return work_on_all(inputs, manner, known)
    if not learned and not changes.gone:
        return Work(NOTHING_SHARED, [], manner)
    moved = {key: before[key] for key in (*changes.gone, *learned)}
    return work_after(moved, learned, inputs, manner, known)


def _in_turn(keys: Iterable[str], known: Known) -> Iterator[tuple[str, FileResult]]:
    """Give what reading each file gave; no more is held than is still to be given."""
    bundles, results = known.results.each(), dict[str, FileResult]()
    for key in keys:
        while key not in results:
            if (some := next(bundles, None)) is None:
                raise BrokenStore(f"no reading of {key}")
            results.update(some)
        yield key, results.pop(key)


def _forget(keys: Iterable[str], known: Known) -> None:
    """Forget files that are gone, and their articles."""
    for key in keys:
        _forget_articles(known.results.get(key), known)
    for table in (known.results, known.lines, known.states):
        table.delete(keys)


def _learn(keys: Sequence[str], inputs: Inputs, known: Known, at: int, map_: Map) -> list[str]:
    """Open files with another stat, and take their lines; name those that have other bytes."""
    others = []
    parts = ([(inputs[key], _lines(key, known).content) for key in part] for part in shards(keys))
    learn = ItemWise(learn_shard, not_learned)
    found = (lines for part in map_(learn, parts) for lines in part)
    for number, (key, lines) in enumerate(zip(keys, found, strict=True), 1):
        before = known.states.get(key) or NOT_READ
        stat = before.stat if lines else settled(inputs.stats[key], at)
        known.states.put(key, replace(before, stat=stat))
        if lines:
            known.lines.put(key, lines)
            others.append(key)
        known.commit(every=COMMIT, number=number)
    return others


def _lines(key: str, known: Known) -> Lines:
    return known.lines.get(key) or NO_LINES


def _read(work: Work, inputs: Inputs, manner: Manner, known: Known, map_: Map) -> Iterator[Read]:
    """Read files, each with what the others teach about it."""

    def taught(key: str) -> Taught:
        return work.sharing.taught(inputs[key], _lines(key, known))

    asked = (tuple(map(taught, part)) for part in shards(work.files))
    read = ItemWise(partial(read_shard, manner=manner), not_read)
    for of_shard in map_(read, asked):
        yield from of_shard


def _keep(read: Read, work: Work, stat: Stat, known: Known, at: int) -> None:
    """Put what reading a file gave into the store; the file had this stat."""
    _forget_articles(known.results.get(read.key), known)
    listed = tuple(_listed(article, known) for article in read.articles)
    stat, manner = settled(stat, at), work.manner
    if not read.content or read.content != _lines(read.key, known).content:
        # It could not be read, or was written since its lines were counted.
        stat, manner = UNKNOWN, b""
    steps = work.sharing.steps_of(read.key)
    known.states.put(read.key, FileState(stat, manner, steps))
    known.results.put(read.key, FileResult(read.content, read.problems, listed))


def _listed(read: ReadArticle, known: Known) -> ListedArticle:
    """Put an article into the store, and give what the archive is put together from."""
    number = known.articles.add_encoded(read.article)
    known.summaries.put_encoded(number, read.summary)
    known.names.put_encoded(number, read.names)
    entry = replace(read.entry, number=number, names=digest(read.names))
    return ListedArticle(entry, read.title, read.sketch)


def _forget_articles(result: FileResult | None, known: Known) -> None:
    """Delete the articles of a file that is read anew, or gone."""
    numbers = [article.entry.number for article in result.articles] if result else ()
    known.articles.delete(numbers)
    known.summaries.delete(numbers)
    known.names.delete(numbers)
