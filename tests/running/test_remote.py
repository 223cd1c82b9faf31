"""Files on a shared store are listed, and fetched for a while."""

from pathlib import Path
from typing import Any

import pytest

from newsarchive.errors import MachineError, SettingsError
from newsarchive.running import remote
from newsarchive.running.remote import fetched, listed


def test_files_are_listed_as_those_of_a_disk_without_the_hidden_ones(shared: Any) -> None:
    for name in ("b/z.txt", "b.txt", "a.txt", ".hidden", "b/.git/x", "b/y.yaml"):
        shared.pipe_file(f"/texts/{name}", b"1234")
    found = listed("memory://texts")
    assert list(found) == ["a.txt", "b/y.yaml", "b/z.txt", "b.txt"]
    assert found["a.txt"][0] == 4


def test_a_file_with_other_bytes_of_the_same_length_has_another_stat(shared: Any) -> None:
    shared.pipe_file("/texts/a.txt", b"1234")
    before = listed("memory://texts")
    shared.pipe_file("/texts/a.txt", b"4321")
    assert listed("memory://texts") != before


def test_files_are_on_the_disk_with_what_belongs_beside_them_for_a_while(shared: Any) -> None:
    shared.pipe_file("/texts/a.txt", b"text")
    shared.pipe_file("/texts/a.yaml", b"why: so\n")
    with fetched([("memory://texts/a.txt", "memory://texts/a.yaml")]) as (path,):
        assert Path(path).read_text() == "text"
        assert Path(path).with_suffix(".yaml").read_text() == "why: so\n"
    assert not Path(path).exists()


def test_files_of_the_disk_are_read_where_they_are() -> None:
    with fetched([("articles/a.txt",), ("articles/b.txt", "articles/b.yaml")]) as paths:
        assert paths == ["articles/a.txt", "articles/b.txt"]


def test_a_store_that_does_not_answer_is_told() -> None:
    with pytest.raises(SettingsError, match=r"nosuch://texts: the store does not answer"):
        listed("nosuch://texts")


def test_what_a_stores_own_library_raises_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_credentials(_: str) -> None:
        raise Exception("Unable to locate credentials")  # noqa: TRY002  as botocore's own is one

    monkeypatch.setattr(remote, "opened", without_credentials)
    with pytest.raises(SettingsError, match=r"s3://a: the store does not answer \(Unable to"):
        listed("s3://a")
    with (
        pytest.raises(MachineError, match=r"s3://a/b.txt: the store does not answer \(Unable"),
        fetched([("s3://a/b.txt",)]),
    ):
        pass
