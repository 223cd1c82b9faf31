"""The site is mirrored to a shared store: only what differs is sent."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsarchive.errors import OutputError
from newsarchive.output import RECORD, mirroring
from newsarchive.output.mirroring import mirror


def lay(folder: Path, files: dict[str, str], sources: str = "first") -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    digests = {name: f"digest of {content}" for name, content in files.items()}
    (folder / RECORD).write_text(json.dumps({"sources": sources, "files": digests}))


def test_only_what_differs_is_sent_and_what_is_gone_goes(shared: Any, tmp_path: Path) -> None:
    lay(
        tmp_path, {"index.html": "home", "articles/a/index.html": "a", "articles/b/index.html": "b"}
    )
    mirror(tmp_path, "memory://site")
    first = shared.info("/site/articles/a/index.html")["created"]
    lay(tmp_path, {"index.html": "new", "articles/a/index.html": "a"}, "second")
    mirror(tmp_path, "memory://site")
    assert shared.info("/site/articles/a/index.html")["created"] == first
    assert shared.cat_file("/site/index.html") == b"new"
    assert not shared.exists("/site/articles/b/index.html")
    assert shared.cat_file(f"/site/{RECORD}") == (tmp_path / RECORD).read_bytes()


def test_what_was_on_its_way_when_it_was_cut_short_is_sent_again(
    shared: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {"index.html": "home", "style.css": "style"})
    with monkeypatch.context() as cut:
        cut.setattr(type(shared), "put", refuse)
        with pytest.raises(OutputError, match="the store refused"):
            mirror(tmp_path, "memory://site")
    mirror(tmp_path, "memory://site")
    assert shared.cat_file("/site/index.html") == b"home"


def refuse(*_: object, **__: object) -> None:
    raise OSError("full")


def test_a_folder_of_somebody_else_is_left_alone(shared: Any, tmp_path: Path) -> None:
    shared.pipe_file("/site/thesis.txt", b"mine")
    lay(tmp_path, {"index.html": "home"})
    with pytest.raises(OutputError, match="files that newsarchive did not write"):
        mirror(tmp_path, "memory://site")
    assert shared.find("/site") == ["/site/thesis.txt"]


def test_what_a_stores_own_library_raises_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_credentials(_: str) -> None:
        raise Exception("Unable to locate credentials")  # noqa: TRY002  as botocore's own is one

    lay(tmp_path, {"index.html": "home"})
    monkeypatch.setattr(mirroring, "opened", without_credentials)
    with pytest.raises(OutputError, match=r"s3://a: the store refused \(Unable to"):
        mirror(tmp_path, "s3://a")
