"""What files teach about each other, and which are to be read again for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from newsarchive.incremental.store import BrokenStore, Store, open_store
from newsarchive.readings.inputs import Input
from newsarchive.readings.records import Lines, Reading, known_in
from newsarchive.readings.sharing import Sharing, sharing_of, stale


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path, "code") as opened:
        yield opened


def learned(store: Store, **lines: list[int]) -> Sharing:
    table = known_in(store).lines
    for name, prints in lines.items():
        table.put(name, Lines(name.encode(), 1, np.array(prints, np.uint64).tobytes()))
    return sharing_of(table)


def an_input(name: str) -> Input:
    return Input(f"articles/{name}", name, name, (1, 2, 3, 4))


def test_a_file_is_taught_in_how_many_others_its_lines_stand(store: Store) -> None:
    sharing = learned(store, a=[1, 2], b=[2, 3], c=[4])
    taught = [sharing.taught(an_input(name)) for name in "abc"]
    assert [list(one.steps) for one in taught] == [[0, 1], [1, 0], [0]]
    assert [one.documents for one in taught] == [3, 3, 3]


def test_a_file_is_stale_where_a_line_of_it_moves_to_another_step(store: Store) -> None:
    before = learned(store, a=[1, 2], b=[3])
    readings = {name: Reading((), before.key(name), name.encode()) for name in "ab"}
    inputs = [an_input(name) for name in "abc"]
    work = stale(inputs, readings, learned(store, c=[2]), b"")
    assert list(work.files) == ["a", "c"]


def test_a_file_whose_lines_the_store_lacks_breaks_it(store: Store) -> None:
    with pytest.raises(BrokenStore, match="no lines of b"):
        stale([an_input("b")], {}, learned(store, a=[1]), b"")
