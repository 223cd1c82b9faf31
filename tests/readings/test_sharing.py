"""What files teach about each other."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from newsarchive.readings import sharing as module
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import NO_LINES, Lines
from newsarchive.readings.sharing import Sharing, asked_of, sharing_of


def packed(*prints: int) -> bytes:
    return np.array(prints, np.uint64).tobytes()


def lines_of(files: dict[str, list[int]]) -> dict[str, Lines]:
    return {name: Lines(name.encode(), 1, packed(*prints)) for name, prints in files.items()}


def learned(**files: list[int]) -> Sharing:
    return learned_after({}, [packed(*prints) for prints in files.values()], files)


def learned_after(
    before: dict[str, bytes], asked: list[bytes], files: dict[str, list[int]]
) -> Sharing:
    wanted = files.keys() - before.keys()

    def steps(name: str, fingerprints: bytes) -> bytes:
        return before.get(name) or bytes(len(fingerprints) // 8)

    return sharing_of(lambda: [lines_of(files)], steps, asked_of(asked), wanted)


def an_input(name: str) -> SeenInput:
    return SeenInput(name, f"articles/{name}", key=name, stat=b"stat")


def test_a_file_is_taught_in_how_many_others_its_lines_stand() -> None:
    sharing = learned(a=[1, 2], b=[2, 3], c=[4])
    taught = [sharing.taught(an_input(name), NO_LINES) for name in "abc"]
    assert [list(one.steps) for one in taught] == [[0, 1], [1, 0], [0]]
    assert [one.documents for one in taught] == [3, 3, 3]


def test_only_lines_that_are_asked_for_are_counted_again() -> None:
    before = {"a": bytes([7, 1]), "b": bytes([1, 7])}
    lines = {"a": [1, 2], "b": [2, 3], "c": [2, 8]}
    sharing = learned_after(before, [packed(2), packed(8)], lines)
    assert [list(sharing.steps_of(name)) for name in "abc"] == [[7, 2], [2, 7], [2, 0]]


def test_of_files_without_such_lines_nothing_is_told() -> None:
    before = {"a": bytes([7, 1]), "b": bytes([1, 7])}
    sharing = learned_after(before, [packed(70_000)], {"a": [1, 2], "b": [2, 3], "c": [8]})
    assert list(sharing.numbers) == ["c"]
    assert (sharing.files, sharing.documents) == (3, 3)


@pytest.mark.parametrize("seed", range(20))
def test_counts_that_begin_with_those_before_are_those_of_all(seed: int) -> None:
    chance = Random(seed)  # noqa: S311

    def some() -> list[int]:
        return sorted(chance.sample(range(30), 5))

    files = {name: some() for name in "abcdef"}
    steps = {name: learned(**files).steps_of(name) for name in "cdef"}
    gone = [packed(*files.pop("a")), packed(*files["b"])]
    now = {**files, "b": some(), "g": some()}
    came = [packed(*now["b"]), packed(*now["g"])]
    after = learned_after(steps, gone + came, now)
    assert {name: after.steps_of(name) for name in after.numbers}.items() <= {
        name: learned(**now).steps_of(name) for name in now
    }.items()


def test_many_lines_are_counted_some_at_a_time_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = Random(1)  # noqa: S311
    numbers = [chance.getrandbits(64) for _ in range(50)]
    files = {name: sorted(chance.sample(numbers, 30)) for name in "abcdef"}
    at_once = learned(**files).steps
    monkeypatch.setattr(module, "AT_ONCE", 7)
    assert learned(**files).steps == at_once
