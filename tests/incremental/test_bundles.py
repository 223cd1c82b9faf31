"""Records that are kept many in a row: what is there is what was put, however it was put."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.incremental.bundles import SIZE, Bundles
from newsarchive.incremental.store import Store, Values, open_store
from newsarchive.incremental.tables import BrokenStore

T = TypeVar("T")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def all_in(bundles: Bundles[T]) -> dict[str, T]:
    return {key: record for some in bundles.each() for key, record in some.items()}


def kept(folder: Path, memory: Values | None = None) -> dict[str, int]:
    """What another build finds."""
    with open_store(folder, "code", memory) as store:
        return all_in(Bundles[int](store, "numbers", int))


def keep(folder: Path, records: dict[str, int], memory: Values | None = None) -> None:
    with open_store(folder, "code", memory) as store:
        bundles = Bundles[int](store, "numbers", int)
        for key, record in records.items():
            bundles.put(key, record)
        bundles.save()
        store.commit()


def rows(store: Store) -> int:
    return len(Bundles[int](store, "numbers", int)._index)


MANY = {f"{number}": number for number in range(3 * SIZE + 1)}


def test_many_records_make_a_few_rows(folder: Path) -> None:
    keep(folder, MANY)
    with open_store(folder, "code") as store:
        assert rows(store) == 4
    assert kept(folder) == MANY


def test_a_record_takes_the_place_of_the_one_before(folder: Path) -> None:
    keep(folder, MANY)
    keep(folder, {"5": -5, "another": 1})
    assert kept(folder) == MANY | {"5": -5, "another": 1}


def test_what_is_forgotten_is_gone_and_so_are_rows_without_records(folder: Path) -> None:
    keep(folder, MANY)
    with open_store(folder, "code") as store:
        bundles = Bundles[int](store, "numbers", int)
        bundles.delete([*list(MANY)[:SIZE], "never there"])
        assert bundles.get("0") is None
        bundles.save()
        store.commit()
        assert rows(store) == 3
    assert kept(folder) == dict(list(MANY.items())[SIZE:])


def test_records_beside_others_stand_where_those_do(folder: Path) -> None:
    with open_store(folder, "code") as store:
        numbers = Bundles[int](store, "numbers", int)
        words = Bundles[str](store, "words", str, beside=numbers)
        for key, number in MANY.items():
            numbers.put(key, number)
            if number % 2:
                words.put(key, f"number {number}")
        for of_each in (words, numbers):
            of_each.delete(["1"])
            of_each.save()
        store.commit()
    with open_store(folder, "code") as store:
        numbers = Bundles[int](store, "numbers", int)
        words = Bundles[str](store, "words", str, beside=numbers)
        assert (words.get("1"), words.get("2"), words.get("3")) == (None, None, "number 3")
        assert all_in(words) == {key: f"number {key}" for key in all_in(numbers) if int(key) % 2}
        words.put("2", "two")
        assert words.get("2") == "two"
        assert words._index.keys() <= numbers._index.keys()


def test_what_was_not_saved_is_not_there_for_others(folder: Path) -> None:
    keep(folder, {"a": 1})
    with open_store(folder, "code") as store:
        bundles = Bundles[int](store, "numbers", int)
        bundles.put("a", 2)
        bundles.put("b", 2)
        assert all_in(bundles) == {"a": 2, "b": 2}
    assert kept(folder) == {"a": 1}


def test_a_name_that_is_no_text_is_a_key_too(folder: Path) -> None:
    keep(folder, {"caf\udce9.txt": 1})
    assert kept(folder) == {"caf\udce9.txt": 1}


def test_a_row_of_another_time_is_not_believed(folder: Path) -> None:
    keep(folder, {"a": 1})
    with open_store(folder, "code") as store:
        (before,) = store._database.execute("SELECT value FROM numbers").fetchone()
    keep(folder, {"a": 2})
    with open_store(folder, "code") as store:
        store._database.execute("UPDATE numbers SET value = ?", (before,))
        store.commit()
    with pytest.raises(BrokenStore):
        kept(folder)


def test_what_a_process_remembers_is_what_the_store_has(folder: Path) -> None:
    memory: Values = {}
    keep(folder, MANY, memory)
    assert kept(folder, memory) == MANY
    keep(folder, {"5": -5})  # another process
    assert kept(folder, memory) == kept(folder) == MANY | {"5": -5}


def test_what_a_process_remembers_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory: Values = {}
    keep(folder, MANY, memory)
    read: list[int] = []
    known = Bundles._read

    def watched(self: Bundles[int], number: int) -> Any:
        read.append(number)
        return known(self, number)

    monkeypatch.setattr(Bundles, "_read", watched)
    kept(folder, memory)
    assert read == []
    keep(folder, {f"{SIZE}": -1})
    read.clear()
    kept(folder, memory)
    assert read == [2]


STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "delete", "save", "anew"]), st.integers(0, 200)), max_size=60
)


@given(STEPS)
def test_they_hold_what_a_dict_would(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    memory: Values = {}
    expected: dict[str, int] = {}
    with open_store(tmp_path_factory.mktemp("store"), "code", memory) as store:
        bundles = Bundles[int](store, "numbers", int)
        for step, number in steps:
            key = f"{number % 90}"
            if step == "put":
                bundles.put(key, number)
                expected[key] = number
            elif step == "delete":
                bundles.delete([key])
                expected.pop(key, None)
            else:
                bundles.save()
            if step == "anew":
                bundles = Bundles[int](store, "numbers", int)
            assert all_in(bundles) == expected
