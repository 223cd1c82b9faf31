"""What files teach about each other, and which are to be read again for it."""

from __future__ import annotations

import numpy as np
import pytest

from newsarchive.incremental.tables import BrokenStore
from newsarchive.readings.inputs import SeenInput
from newsarchive.readings.records import FileReading, Lines
from newsarchive.readings.sharing import Sharing, sharing_of, stale


def learned(**lines: list[int]) -> Sharing:
    return sharing_of(
        (name, Lines(name.encode(), 1, np.array(prints, np.uint64).tobytes()))
        for name, prints in lines.items()
    )


def an_input(name: str) -> SeenInput:
    return SeenInput(name, f"articles/{name}", key=name, stat=b"stat")


def test_a_file_is_taught_in_how_many_others_its_lines_stand() -> None:
    sharing = learned(a=[1, 2], b=[2, 3], c=[4])
    taught = [sharing.taught(an_input(name)) for name in "abc"]
    assert [list(one.steps) for one in taught] == [[0, 1], [1, 0], [0]]
    assert [one.documents for one in taught] == [3, 3, 3]


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
