"""Which files are to be read again, and that a change tells it as a look at all files does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest

from newsarchive.incremental.store import open_store
from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import (
    NO_LINES,
    FileResult,
    FileState,
    Known,
    Lines,
    known_in,
)
from newsarchive.readings.work import Work, lines_before, work_after, work_on_all

MANNER = b"so"
Files = dict[str, list[int]]


@pytest.fixture
def known(tmp_path: Path) -> Iterator[Known]:
    with open_store(tmp_path, "code") as store:
        yield known_in(store)


def inputs(names: Iterable[str], others: Iterable[str] = ()) -> dict[str, SeenInput]:
    """Give files, of which some have another stat than they had."""
    stats = {name: b"new" if name in others else b"stat" for name in names}
    return {n: SeenInput(n, f"articles/{n}", key=n, stat=stat) for n, stat in stats.items()}


def keep_lines(known: Known, files: Files) -> None:
    for name, prints in files.items():
        content = repr(prints).encode()
        lines = b"".join(number.to_bytes(8, "little") for number in prints)
        known.states.put(name, known.states.get(name) or FileState(b"", b"", b""))
        known.lines.put(name, Lines(content, 1, lines))


def read(known: Known, work: Work) -> list[str]:
    """Read what is to be read, and name it."""
    for name in work.files:
        known.states.put(name, FileState(b"stat", MANNER, work.sharing.steps_of(name)))
        known.results.put(name, FileResult((known.lines.get(name) or NO_LINES).content))
    return work.files


def all_read(known: Known, files: Files, how: bytes = MANNER) -> list[str]:
    keep_lines(known, files)
    return read(known, work_on_all(inputs(files), how, known))


def changed(known: Known, before: Files, now: Files) -> Work:
    others = [name for name in before | now if before.get(name) != now.get(name)]
    was = {name: lines_before(name, known) for name in others}
    gone = [name for name in others if name not in now]
    for of_each in (known.results, known.lines, known.states):
        of_each.delete(gone)
    keep_lines(known, {name: now[name] for name in others if name in now})
    opened = [name for name in others if name in now]
    return work_after(was, opened, inputs(now, others), MANNER, known)


def test_a_file_is_read_again_where_a_line_of_it_moves_to_another_step(known: Known) -> None:
    before: Files = {"a": [1, 2], "b": [3]}
    all_read(known, before)
    assert changed(known, before, before | {"c": [2]}).files == ["a", "c"]


def test_a_file_is_read_again_where_it_is_read_in_another_manner(known: Known) -> None:
    files: Files = {"a": [1], "b": [2]}
    all_read(known, files)
    assert all_read(known, files) == []
    assert all_read(known, files, b"otherwise") == ["a", "b"]


def test_a_file_whose_lines_the_store_lacks_breaks_it(known: Known) -> None:
    keep_lines(known, {"a": [1]})
    with pytest.raises(BrokenStore, match="lines of some files"):
        work_on_all(inputs("ab"), MANNER, known)
    keep_lines(known, {"c": [1]})
    with pytest.raises(BrokenStore, match="no lines of b"):
        work_on_all(inputs("ab"), MANNER, known)


def test_the_lines_of_a_single_document_are_told_anew_when_another_comes(known: Known) -> None:
    before: Files = {"a": [1, 2]}
    all_read(known, before)
    assert changed(known, before, before | {"b": [3]}).files == ["a", "b"]


@pytest.mark.parametrize("seed", range(30))
def test_after_changes_that_is_read_which_a_look_at_all_files_finds(
    known: Known, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311

    def some() -> list[int]:
        return sorted(chance.sample(range(30), chance.randrange(6)))

    files: Files = {name: some() for name in "abcdef"}
    all_read(known, files)
    for _ in range(4):
        now = {name: lines for name, lines in files.items() if chance.random() < 0.8}
        now = {name: some() if chance.random() < 0.3 else lines for name, lines in now.items()}
        now |= {chance.choice("ghij"): some()}
        work = changed(known, files, now)
        every = work_on_all(inputs(now, now), MANNER, known)
        assert work.files == every.files
        assert [work.sharing.steps_of(n) for n in work.files] == [
            every.sharing.steps_of(n) for n in every.files
        ]
        read(known, work)
        files = now
