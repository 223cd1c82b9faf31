import errno
import sqlite3
from pathlib import Path

import pytest

from newsarchive.errors import StoreError
from newsarchive.incremental import sealing
from newsarchive.incremental.store import open_store, store_file
from newsarchive.incremental.tables import BrokenStore

BIG = "x" * 3_000


def filled(root: Path) -> Path:
    with open_store(root, "code 1") as store:
        store.table("words", str).put("a", BIG)
        store.commit()
    return store_file(root)


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_store(tmp_path, "code 1") as store:
        words = store.table("words", str)
        assert words.get("a") == BIG
        assert words.get("b") is None


def test_what_was_not_committed_is_not(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_store(tmp_path, "code 1") as store:
        store.table("words", str).put("b", "lost")
    with open_store(tmp_path, "code 1") as store:
        assert store.table("words", str).get("b") is None


def test_other_code_finds_an_empty_store(tmp_path: Path) -> None:
    filled(tmp_path)
    with open_store(tmp_path, "code 2") as store:
        assert store.table("words", str).get("a") is None


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_what_is_no_store_is_replaced(tmp_path: Path, content: bytes) -> None:
    filled(tmp_path).write_bytes(content)
    with open_store(tmp_path, "code 1") as store:
        assert store.table("words", str).get("a") is None


@pytest.mark.parametrize("name", [None, b"a"])
def test_a_store_without_a_name_is_replaced(tmp_path: Path, name: object) -> None:
    database = sqlite3.connect(filled(tmp_path))
    database.execute("UPDATE store SET name = ?", (name,))
    database.commit()
    database.close()
    with pytest.raises(BrokenStore), open_store(tmp_path, "code 1"):
        pass
    with open_store(tmp_path, "code 1") as store:
        assert store.table("words", str).get("a") is None


def test_a_store_of_which_sqlite_complains_in_bytes_that_are_no_text_is_replaced(
    tmp_path: Path,
) -> None:
    file = filled(tmp_path)
    content = file.read_bytes()
    assert content.count(b"CREATE TABLE words") == 1
    file.write_bytes(content.replace(b"CREATE TABLE words", b"CREATE TABLE w \xc1\xc1\xc1"))
    with open_store(tmp_path, "code 1") as store:
        assert store.table("words", str).get("a") is None


def test_a_flipped_bit_is_noticed_and_the_store_deleted(tmp_path: Path) -> None:
    file = filled(tmp_path)
    content = file.read_bytes()
    file.write_bytes(content.replace(b"xxx", b"xyx", 1))
    with pytest.raises(BrokenStore), open_store(tmp_path, "code 1") as store:
        store.table("words", str).get("a")
    assert not file.exists()


@pytest.mark.parametrize("end", ["", "-journal", "-wal", "-open"])
def test_a_link_in_the_place_of_a_file_of_the_store_is_not_written_through(
    tmp_path: Path, end: str
) -> None:
    file, outside = filled(tmp_path), tmp_path / "outside"
    link = file.with_name(file.name + end)
    outside.write_bytes(b"mine")
    link.unlink(missing_ok=True)
    link.symlink_to(outside)
    with open_store(tmp_path, "code 1") as store, store.written():
        store.table("words", str).put("a", "b")
        store.commit()
    assert outside.read_bytes() == b"mine"
    assert not link.is_symlink()


def test_git_leaves_the_store_alone(tmp_path: Path) -> None:
    ignored = filled(tmp_path).with_name(".gitignore").read_text()
    assert ignored.splitlines()[-1] == "*"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / ".newsarchive").write_text("a file")
    with pytest.raises(StoreError, match="it cannot be written"), open_store(tmp_path, "code 1"):
        pass


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("attempt to write a readonly database", "it cannot be written"),
        ("unable to open database file", "it cannot be written"),
        ("database or disk is full", "it cannot be written"),
        ("database is locked", "another newsarchive is building this archive"),
    ],
)
def test_a_store_that_sqlite_refuses_is_told_and_not_taken_for_a_broken_one(
    tmp_path: Path, said: str, told: str
) -> None:
    with open_store(tmp_path, "code 1"):
        pass
    before = store_file(tmp_path).read_bytes()
    with pytest.raises(StoreError, match=told), open_store(tmp_path, "code 1"):
        raise sqlite3.OperationalError(said)
    assert store_file(tmp_path).read_bytes() == before


def test_a_store_that_cannot_be_brought_to_the_disk_is_not_believed_after_the_next_boot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error", str(path))

    with open_store(tmp_path, "code 1") as store:
        monkeypatch.setattr(sealing, "bring_to_disk", refuse)
        with store.written():
            store.table("words", str).put("a", "b")
            store.commit()
    with open_store(tmp_path, "code 1") as store:
        assert store.table("words", str).get("a") == "b"
    store_file(tmp_path).with_name("store.sqlite-open").write_text("the next boot")
    with open_store(tmp_path, "code 1") as store:
        assert store.table("words", str).get("a") is None
