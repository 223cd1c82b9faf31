"""Write: artifacts into the output folder, only what changed, and nothing that is not ours.

The folder holds a record, `.newsarchive.json`, of every file that was written there, with its
SHA-256, and of the sources that it was made from. A folder without the record is not ours; a file
that the record does not name is never touched.

The site changes in one step. What changed is first laid down aside. Then a second tree, which
holds hard links to the same files, is brought up to date, and the two trees change places
(`swapping`). Where a file system cannot do that, or where others keep files in the folder, files
are replaced one by one (`in_place`). A run that ends before, for whatever reason, leaves the site
as it was; the next one sweeps up after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from newsarchive.artifacts import Artifact, Chunk
from newsarchive.errors import OutputError
from newsarchive.filesystem.stats import Stat, stat_of
from newsarchive.output.faults import as_output_errors
from newsarchive.output.in_place import replace_in_place
from newsarchive.output.locks import PATIENCE, locked
from newsarchive.output.places import STAGE, Place, made_ready, place_of, removed
from newsarchive.output.records import (
    RECORD,
    Record,
    Recorded,
    are_inside,
    read_record,
    write_record,
)
from newsarchive.output.seals import HASH, Seal
from newsarchive.output.staging import Change, stage
from newsarchive.output.standing import Differing, look, strangers, untouched, write_stamps
from newsarchive.output.swapping import can_swap, distrust, has_second_tree, swap

__all__ = [
    "HASH",
    "RECORD",
    "STAGE",
    "Output",
    "Place",
    "Record",
    "Recorded",
    "Seal",
    "Written",
    "are_inside",
    "opened",
    "read_record",
    "seen",
    "taken",
    "untouched",
    "write",
]


class Output(Struct, frozen=True):
    """An output folder that is ours alone for a while, and what stands there."""

    place: Place
    record: Recorded | None
    """What the run before wrote; None where there was none."""
    files: dict[str, Seal]
    """Path → seal of each file that stands as it was written. A file that somebody altered or
    deleted is not among them: it is to be made anew."""
    since: int
    """Folders that were not changed after this moment hold what we wrote; 0 where none is known."""
    differing: Differing
    stat: Stat
    """The stat of the record's file; empty where there was none."""

    @property
    def sources(self) -> str:
        """The fingerprint of what the site there was made from; empty where there is no site."""
        return self.record.sources if self.record else ""


class Written(Struct, frozen=True):
    """What a run wrote."""

    files: int
    """In the folder now."""
    changed: int
    """New or with other content."""
    deleted: int


@contextmanager
def taken(folder: Path, *, patience: float = PATIENCE) -> Iterator[Place]:
    """Take an output folder for oneself.

    Args:
        folder: the output folder; it may be missing. A symbolic link means where it leads to.
        patience: seconds to wait for another who has it.

    Raises:
        OutputError: the folder is not ours, or the file system refuses.
        BusyError: somebody else has it.
    """
    with as_output_errors(folder):
        place = place_of(folder)
        _refuse_others(place.folder)
        place = made_ready(place)
    with locked(place.lock, place.folder, patience):
        try:
            with as_output_errors(place.folder):
                _sweep(place)
                _refuse_others(place.folder)
            yield place
        finally:
            with suppress(OSError):
                _leave(place)


def seen(place: Place, before: Output | None = None) -> Output:
    """See what stands in an output folder that is `taken`.

    Args:
        place: where it is.
        before: what was seen or written there last, to be believed if the record that stands there
            is still the same. Under another record it serves for files with the same size and time,
            in case a run ended before it noted them.

    Raises:
        OutputError: there is a record that cannot be read, or the file system refuses.
    """
    with as_output_errors(place.folder):
        stat = stat_of(place.folder / RECORD)
        if before and (before.place, before.stat) == (place, stat):
            return before
        record = read_record(place.folder)
        noted = _noted(before, record) if before and record and before.place == place else {}
        return Output(place, *look(place, record, noted), stat)


def _noted(before: Output, record: Record) -> dict[str, Seal]:
    """Give the seals of those files that have the same hash in an earlier record."""
    return {
        path: before.files[path]
        for path, digest in record.files.items()
        if before.files.get(path, b"")[:HASH].hex() == digest
    }


@contextmanager
def opened(folder: Path, *, patience: float = PATIENCE) -> Iterator[Output]:
    """Take an output folder for oneself, and see what stands there.

    Raises:
        OutputError: the folder is not ours, or the file system refuses.
        BusyError: somebody else has it.
    """
    with taken(folder, patience=patience) as place:
        yield seen(place)


def write(
    artifacts: Iterable[Artifact | Chunk],
    output: Output,
    *,
    sources: str,
    keep: Collection[str] = (),
    durable: bool = True,
) -> tuple[Written, Output]:
    """Write artifacts, delete what earlier runs wrote and is not kept, record it all.

    Args:
        artifacts: files of the site that are new or may have changed, made while they are taken:
            an error in one of them leaves the folder as it was. They stand before what leads to
            them, which counts where files are replaced one by one.
        output: the output folder, `opened`.
        sources: the fingerprint of what the whole site is made from.
        keep: the paths of `output.files` that stay as they are and are not made this time.
        durable: put all live in one step, where that can be, and bring it to the disk before, so
            that a loss of power, too, leaves one site or the other. A preview does without: its
            files are replaced one by one, which is the work of those that changed.

    Returns:
        What was written, and the output folder as it is now.

    Raises:
        OutputError: a file that is not ours is in the way, two artifacts have one path, what is to
            be kept is not there, or the file system refuses.
    """
    place, since, differing = output.place, output.since, output.differing
    with as_output_errors(place.folder):
        swappable = can_swap(place, output.record)
        part = place.part if swappable else place.part_inside
        first = swappable and output.record is None and not has_second_tree(place)
        laid = place.first if first else part
        change = stage(artifacts, output.files, keep, laid, sources, as_tree=first)
        before = output.record.files if output.record else {}
        gone = [path for path in before if path not in change.record.files]
        if change.staged or gone or output.record is None:
            since, differing = _put_live(
                change, output, [*change.staged, *gone], part, swappable=swappable, durable=durable
            )
            _remember(change.record, place, since, differing)
        elif change.record.sources != output.record.sources:
            write_record(place.folder, change.record, part)
            _remember(change.record, place, since, differing)
        record, stat = change.record, stat_of(place.folder / RECORD)
    after = Output(place, record, record.files, since, differing, stat)
    return Written(len(record.files), len(change.staged), len(gone)), after


def _put_live(
    change: Change,
    output: Output,
    others: Collection[str],
    part: Path,
    *,
    swappable: bool,
    durable: bool,
) -> tuple[int, Differing]:
    """Put a change live, which alters the files at the paths `others`.

    Returns:
        Since when the folder holds what we wrote and nothing else, and where the second tree
        differs.
    """
    place, record, differing = output.place, output.record, output.differing
    before = record.files if record else {}
    if output.files.keys() != before.keys():
        distrust(place)
    further = None if differing is None else {*differing, *others}
    if not durable and record:
        replace_in_place(change, record, place, part, durable=False)
        return output.since, further  # the folders that are written to are changed after it
    if swappable and not strangers(place.folder, before, output.files, output.since):
        since = swap(change, record, output.files, place, differing=differing, durable=durable)
        if since:
            return since, others if record else ()
    replace_in_place(change, record, place, part, durable=durable)
    return 0, further


def _remember(record: Recorded, place: Place, since: int, differing: Differing) -> None:
    """Note sizes and times. The site is whole without, and so no refusal matters any more."""
    with suppress(OSError):
        write_stamps(place, record.files, since, differing)


def _refuse_others(folder: Path) -> None:
    """Make sure that a folder is ours to write: it holds our record, or nothing."""
    if (folder / RECORD).exists() or not folder.exists() or _is_empty(folder):
        return
    another = "Name another folder (`output:` in site.yaml, or `--to`)"
    if not folder.is_dir():
        raise OutputError("it is a file", where=str(folder), remedy=another)
    what = "it holds files that newsarchive did not write"
    raise OutputError(what, where=str(folder), remedy=f"{another}, or empty this one")


def _is_empty(folder: Path) -> bool:
    """Whether there is nothing in a folder but what a first run left that was cut short."""
    return folder.is_dir() and all(path.name == STAGE for path in folder.iterdir())


def _sweep(place: Place) -> None:
    """Remove what a run that was cut short left on its way."""
    removed(place.part)
    for second in (place.standby, place.coming):
        if second.is_symlink():
            removed(second)
    if place.is_beside:
        removed(place.folder / STAGE)


def _leave(place: Place) -> None:
    """Remove what is needed only while a run goes on, and all of it where there is no site."""
    _sweep(place)
    removed(place.folder / STAGE)
    if not (place.folder / RECORD).exists() and not place.standby.exists():
        removed(place.state)
