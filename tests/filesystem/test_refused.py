"""A machine that fails says nothing of the file: the build stops, and the site is as it was."""

from __future__ import annotations

import errno
import io
import os
import sqlite3
import time
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from compiled import compile_once
from newsarchive import cli
from newsarchive.build import build
from newsarchive.errors import MachineError
from newsarchive.filesystem import regular
from newsarchive.incremental import fingerprint
from newsarchive.incremental.sources import snapshot_of_folder
from newsarchive.incremental.store import Store
from newsarchive.output import read_record
from newsarchive.settings.site import load_site
from samples import HARBOUR, put, tree

ARCHIVE = {"site.yaml": "title: A\nsearch: 'off'\n", "articles/a.txt": HARBOUR}


if not Path("/proc/self/fd").is_dir():
    pytest.skip("asks Linux which file is open", allow_module_level=True)


class FailingFile(io.BytesIO):
    """A file that is open and cannot be read."""

    def read(self, *_: Any) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


@pytest.mark.parametrize("name", ["a.txt", "b.jsonl", "d.warc", "a.yaml"])
def test_a_disk_that_fails_stops_the_build_and_the_next_one_reads_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site = load_site(put(tmp_path, ARCHIVE))
    build(site, jobs=1)
    before = tree(site.output)
    put(tmp_path, {f"articles/{name}": "why: So.\n" if name == "a.yaml" else f"{HARBOUR} "})

    def opened(descriptor: int, *_: Any) -> Any:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        return FailingFile() if path.name == name else real(descriptor, "rb")

    real = os.fdopen
    with monkeypatch.context() as patch:
        patch.setattr("newsarchive.filesystem.regular.os.fdopen", opened)
        with pytest.raises(MachineError, match=rf"{name}: the machine fails .* Check the disk"):
            build(site, jobs=1)
    assert tree(site.output) == before
    build(site, jobs=1)
    fresh = load_site(put(tmp_path / "fresh", {**ARCHIVE, **_articles(tmp_path)}))
    build(fresh, jobs=1)
    assert tree(site.output) == tree(fresh.output)


def _articles(folder: Path) -> dict[str, bytes]:
    return {f"articles/{name}": raw for name, raw in tree(folder / "articles").items()}


@pytest.mark.parametrize("call", ["open", "stat"])
def test_so_does_a_process_that_may_open_no_more_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    site = load_site(put(tmp_path, ARCHIVE))
    put(tmp_path, {"articles/b.txt": HARBOUR + "More."})
    if call == "stat":
        (tmp_path / "articles" / "c.txt").symlink_to(tmp_path / "articles" / "b.txt")

    def refusing(path: Any, *arguments: Any, **options: Any) -> Any:
        if str(path).endswith("b.txt" if call == "open" else "c.txt"):
            raise OSError(errno.EMFILE, "Too many open files", str(path))
        return real(path, *arguments, **options)

    real = getattr(os, call)
    monkeypatch.setattr(os, call, refusing)
    with pytest.raises(MachineError, match=r"Allow more open files"):
        build(site, jobs=1)
    assert not site.output.exists()


@pytest.mark.parametrize("lasting", [False, True])
def test_a_text_that_may_not_be_read_for_a_moment_is_there_after_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasting: bool
) -> None:
    compile_once(monkeypatch)
    more = {"articles/a.yaml": "why: So.\ndate: 2020\n", "articles/b.txt": f"{HARBOUR}More.\n"}
    right = load_site(put(tmp_path / "right", {**ARCHIVE, **more}))
    build(right, jobs=1)
    for number in count(1):
        site = load_site(put(tmp_path / f"{number}", ARCHIVE))
        build(site, jobs=1)
        put(site.root, more)
        time.sleep(0.03)  # so that nothing counts as written in this very moment
        with monkeypatch.context() as patch:
            opens = _Refusing(number, f"{site.root}/articles/", lasting)
            patch.setattr(os, "open", opens)
            build(site, jobs=1)
        build(site, jobs=1)
        assert tree(site.output) == tree(right.output), number
        if opens.left > 0:
            break
    assert number > 6


class _Refusing:
    """Opens files, but one of those below a folder, or all from that one on."""

    def __init__(self, number: int, folder: str, lasting: bool) -> None:
        self.left, self._folder, self._lasting = number, folder, lasting
        self._open = os.open

    def __call__(self, path: Any, *arguments: Any, **options: Any) -> int:
        if str(path).startswith(self._folder):
            self.left -= 1
            if self.left == 0 or (self._lasting and self.left < 0):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return self._open(path, *arguments, **options)


def test_what_cannot_be_kept_after_the_site_is_written_fails_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = load_site(put(tmp_path, ARCHIVE))

    def commit(store: Store, **options: Any) -> None:
        if site.output.exists():
            raise sqlite3.OperationalError("database or disk is full")
        real(store, **options)

    real = Store.commit
    with monkeypatch.context() as patch:
        patch.setattr(Store, "commit", commit)
        assert build(site, jobs=1).articles == 1
    before = tree(site.output)
    assert build(site, jobs=1).articles == 1
    assert tree(site.output) == before


@pytest.mark.parametrize("name", ["site.yaml", "static/own.css", "templates/unused.txt"])
def test_a_source_that_may_not_be_read_as_it_is_hashed_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site = load_site(
        put(tmp_path, {"static/own.css": "p {}", "templates/unused.txt": "", **ARCHIVE})
    )
    real = regular.open_regular

    def refusing(path: Path) -> Any:
        if str(path).endswith(name):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(fingerprint, "open_regular", refusing)
        with pytest.raises(PermissionError, match=name):
            build(site, jobs=1)
    assert not (site.output / "index.html").exists()
    build(site, jobs=1)
    record = read_record(site.output)
    assert record
    assert record.sources == fingerprint.fingerprint(site)


def test_a_file_that_goes_away_while_its_folder_is_listed_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"a.txt": "a", "b.txt": "b"})
    real = os.listdir

    def listed(folder: str) -> list[str]:
        names = real(folder)
        (tmp_path / "a.txt").unlink()
        return names

    monkeypatch.setattr(os, "listdir", listed)
    assert list(snapshot_of_folder(tmp_path).files) == ["b.txt"]


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("folder", ["articles", "static/css", "templates", "sources"])
def test_a_folder_that_may_not_be_listed_stops_the_build_and_is_told_with_a_remedy(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folder: str,
    number: int,
) -> None:
    put(tmp_path, {**ARCHIVE, f"{folder}/b.yaml": "name: B\nrecognised_by: [B]\nrules: []\n"})
    left = [number]

    def refusing(path: Any, real: Any) -> Any:
        if str(path) == f"{tmp_path}/{folder}":
            left[0] -= 1
            if left[0] == 0:
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path)

    monkeypatch.chdir(tmp_path)
    for call in ("scandir", "listdir"):
        monkeypatch.setattr(os, call, partial(refusing, real=getattr(os, call)))
    status = cli.main(["build"])
    if left[0] > 0:  # it is not listed so often
        assert status == 0
        return
    assert status == 1
    assert f"/{folder}: Permission denied. Give yourself the perm" in capsys.readouterr().err
    assert not (tmp_path / "output" / "index.html").exists()
