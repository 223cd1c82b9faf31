from pathlib import Path

import pytest

from newsarchive.incremental.deferred import digest
from newsarchive.incremental.store import open_store
from newsarchive.incremental.tables import BrokenStore, encoded


def test_a_value_that_stood_there_before_is_noticed(tmp_path: Path) -> None:
    with open_store(tmp_path, "code 1") as store:
        texts = store.numbered("texts", str)
        number = texts.add_encoded(encoded("now"))
        assert texts.get_verified(number, digest(encoded("now"))) == "now"
        store.commit()
        for known, key in ((b"before", number), (b"now", number + 1)):
            with pytest.raises(BrokenStore):
                texts.get_verified(key, digest(encoded(known.decode())))


def test_a_value_of_another_table_is_noticed(tmp_path: Path) -> None:
    with open_store(tmp_path, "code 1") as store:
        store.table("words", str).put("a", "of words")
        names = store.table("names", str)
        store._database.execute("INSERT INTO names SELECT * FROM words")
        with pytest.raises(BrokenStore):
            names.get("a")


def test_a_value_of_another_key_is_noticed(tmp_path: Path) -> None:
    with open_store(tmp_path, "code 1") as store:
        words = store.table("words", str)
        words.put("a", "of a")
        store._database.execute("UPDATE words SET key = CAST('b' AS BLOB)")
        store.commit()
        with pytest.raises(BrokenStore):
            words.get("b")


def test_a_value_of_another_kind_is_noticed(tmp_path: Path) -> None:
    with open_store(tmp_path, "code 1") as store:
        store.table("words", str).put("a", "text")
        with pytest.raises(BrokenStore):
            store.table("words", int).get("a")


def test_names_and_texts_that_are_no_unicode_can_be_kept(tmp_path: Path) -> None:
    with open_store(tmp_path, "code 1") as store:
        words = store.table("words", str)
        words.put("b\udcff.txt", "half a pair: \ud800")
        assert words.get("b\udcff.txt") == "half a pair: ?"


def test_values_can_be_kept_under_numbers(tmp_path: Path) -> None:
    with open_store(tmp_path, "code 1") as store:
        texts = store.numbered("texts", str)
        assert [texts.add_encoded(encoded(text)) for text in ("a", "b")] == [1, 2]
        texts.delete([1])
        assert (texts.get(1), texts.get(2), texts.add_encoded(encoded("c"))) == (None, "b", 3)
