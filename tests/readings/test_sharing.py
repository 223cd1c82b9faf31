"""What files teach about each other, and which are to be read again for it."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings import sharing as module
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import FileReading, Lines
from newsarchive.readings.sharing import Sharing, asked_of, sharing_of, stale


def packed(*prints: int) -> bytes:
    return np.array(prints, np.uint64).tobytes()


def learned(**lines: list[int]) -> Sharing:
    return learned_after({}, b"", lines)


def learned_after(before: dict[str, bytes], gone: bytes, lines: dict[str, list[int]]) -> Sharing:
    known = {name: Lines(name.encode(), 1, packed(*prints)) for name, prints in lines.items()}
    now = [known[name].fingerprints for name in known if name not in before]
    return sharing_of(lambda: [known], before, asked_of([gone, *now]))


def an_input(name: str) -> SeenInput:
    return SeenInput(name, f"articles/{name}", key=name, stat=b"stat")


def test_a_file_is_taught_in_how_many_others_its_lines_stand() -> None:
    sharing = learned(a=[1, 2], b=[2, 3], c=[4])
    taught = [sharing.taught(an_input(name), b"") for name in "abc"]
    assert [list(one.steps) for one in taught] == [[0, 1], [1, 0], [0]]
    assert [one.documents for one in taught] == [3, 3, 3]


def test_only_lines_of_files_that_changed_are_counted_again() -> None:
    before = {"a": bytes([7, 1]), "b": bytes([1, 7])}
    lines = {"a": [1, 2], "b": [2, 3], "c": [2, 8]}
    sharing = learned_after(before, packed(4), lines)
    assert [list(sharing.steps_of(name)) for name in "abc"] == [[7, 2], [2, 7], [2, 0]]


@pytest.mark.parametrize("seed", range(20))
def test_counts_that_begin_with_those_before_are_those_of_all(seed: int) -> None:
    chance = Random(seed)  # noqa: S311

    def some() -> list[int]:
        return sorted(chance.sample(range(30), 5))

    files = {name: some() for name in "abcdef"}
    steps = {name: learned(**files).steps_of(name) for name in "cdef"}
    gone = packed(*files.pop("a"), *files["b"])
    now = {**files, "b": some(), "g": some()}
    assert learned_after(steps, gone, now).steps == learned(**now).steps


def test_a_file_is_stale_where_a_line_of_it_moves_to_another_step() -> None:
    before = learned(a=[1, 2], b=[3])
    readings = {name: FileReading(b"", b"", name.encode(), before.steps_of(name)) for name in "ab"}
    inputs = [an_input(name) for name in "abc"]
    work = stale(inputs, readings, learned(a=[1, 2], b=[3], c=[2]), b"")
    assert list(work.files) == ["a", "c"]


def test_a_file_is_stale_where_it_is_read_in_another_manner() -> None:
    sharing = learned(a=[1], b=[2])
    readings = {
        name: FileReading(b"", b"so", name.encode(), sharing.steps_of(name)) for name in "ab"
    }
    inputs = [an_input(name) for name in "ab"]
    assert list(stale(inputs, readings, sharing, b"so").files) == []
    assert list(stale(inputs, readings, sharing, b"otherwise").files) == ["a", "b"]


def test_a_file_whose_lines_the_store_lacks_breaks_it() -> None:
    with pytest.raises(BrokenStore, match="no lines of b"):
        stale([an_input("b")], {}, learned(a=[1]), b"")


def test_many_lines_are_counted_some_at_a_time_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = Random(1)  # noqa: S311
    numbers = [chance.getrandbits(64) for _ in range(50)]
    files = {name: sorted(chance.sample(numbers, 30)) for name in "abcdef"}
    at_once = learned(**files).steps
    monkeypatch.setattr(module, "AT_ONCE", 7)
    assert learned(**files).steps == at_once
