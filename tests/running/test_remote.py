"""Files on a shared store are listed, fetched and mirrored: only what differs is sent."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsarchive.errors import MachineError, OutputError, SettingsError
from newsarchive.output import RECORD
from newsarchive.running import remote
from newsarchive.running.remote import fetched, listed, mirror, opened


@pytest.fixture
def store() -> Iterator[Any]:
    fs, _ = opened("memory://")
    yield fs
    fs.store.clear()
    fs.pseudo_dirs[:] = [""]


def lay(folder: Path, files: dict[str, str], sources: str = "first") -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    digests = {name: f"digest of {content}" for name, content in files.items()}
    (folder / RECORD).write_text(json.dumps({"sources": sources, "files": digests}))


def test_files_are_listed_as_those_of_a_disk_without_the_hidden_ones(store: Any) -> None:
    for name in ("b/z.txt", "b.txt", "a.txt", ".hidden", "b/.git/x", "b/y.yaml"):
        store.pipe_file(f"/texts/{name}", b"1234")
    found = listed("memory://texts")
    assert list(found) == ["a.txt", "b/y.yaml", "b/z.txt", "b.txt"]
    assert found["a.txt"][0] == 4


def test_a_file_with_other_bytes_of_the_same_length_has_another_stat(store: Any) -> None:
    store.pipe_file("/texts/a.txt", b"1234")
    before = listed("memory://texts")
    store.pipe_file("/texts/a.txt", b"4321")
    assert listed("memory://texts") != before


def test_files_are_on_the_disk_with_what_belongs_beside_them_for_a_while(store: Any) -> None:
    store.pipe_file("/texts/a.txt", b"text")
    store.pipe_file("/texts/a.yaml", b"why: so\n")
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


def test_what_a_stores_own_library_raises_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_credentials(_: str) -> None:
        raise Exception("Unable to locate credentials")  # noqa: TRY002  as botocore's own is one

    lay(tmp_path, {"index.html": "home"})
    monkeypatch.setattr(remote, "opened", without_credentials)
    with pytest.raises(SettingsError, match=r"s3://a: the store does not answer \(Unable to"):
        listed("s3://a")
    with pytest.raises(OutputError, match=r"s3://a: the store refused \(Unable to"):
        mirror(tmp_path, "s3://a")
    with (
        pytest.raises(MachineError, match=r"s3://a/b.txt: the store does not answer \(Unable"),
        fetched([("s3://a/b.txt",)]),
    ):
        pass


def test_only_what_differs_is_sent_and_what_is_gone_goes(store: Any, tmp_path: Path) -> None:
    lay(
        tmp_path, {"index.html": "home", "articles/a/index.html": "a", "articles/b/index.html": "b"}
    )
    mirror(tmp_path, "memory://site")
    first = store.info("/site/articles/a/index.html")["created"]
    lay(tmp_path, {"index.html": "new", "articles/a/index.html": "a"}, "second")
    mirror(tmp_path, "memory://site")
    assert store.info("/site/articles/a/index.html")["created"] == first
    assert store.cat_file("/site/index.html") == b"new"
    assert not store.exists("/site/articles/b/index.html")
    assert store.cat_file(f"/site/{RECORD}") == (tmp_path / RECORD).read_bytes()


def test_what_was_on_its_way_when_it_was_cut_short_is_sent_again(
    store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {"index.html": "home", "style.css": "style"})
    with monkeypatch.context() as cut:
        cut.setattr(type(store), "put", refuse)
        with pytest.raises(OutputError, match="the store refused"):
            mirror(tmp_path, "memory://site")
    mirror(tmp_path, "memory://site")
    assert store.cat_file("/site/index.html") == b"home"


def refuse(*_: object, **__: object) -> None:
    raise OSError("full")


def test_a_folder_of_somebody_else_is_left_alone(store: Any, tmp_path: Path) -> None:
    store.pipe_file("/site/thesis.txt", b"mine")
    lay(tmp_path, {"index.html": "home"})
    with pytest.raises(OutputError, match="files that newsarchive did not write"):
        mirror(tmp_path, "memory://site")
    assert store.find("/site") == ["/site/thesis.txt"]
