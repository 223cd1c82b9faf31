"""Where two trees cannot change places, files are replaced one by one, and the site is the same."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from newsarchive import output
from newsarchive.artifacts import Artifact
from newsarchive.output import RECORD, kernel, opened, read_record, swapping
from rewritten import NEW, OLD, write
from samples import PROJECT, make_archive, tree


def refusing(number: int) -> Callable[..., Any]:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("error", ["ENOSYS", "EINVAL", "EXDEV", "EPERM"])
@pytest.mark.parametrize("call", ["exchange", "link"])
def test_a_file_system_without_that_call_gets_the_same_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: str
) -> None:
    folder = tmp_path / "output"
    place = kernel if call == "exchange" else os
    monkeypatch.setattr(place, call, refusing(getattr(errno, error)))
    write(OLD, folder)
    inode = folder.stat().st_ino
    write(NEW, folder)
    assert folder.stat().st_ino == inode  # it was not exchanged
    found = {path: content for path, content in tree(folder).items() if path != RECORD}
    assert found == {each.path: each.content for each in NEW}
    record = read_record(folder)
    assert record
    assert record.files.keys() == found.keys()


@pytest.mark.parametrize("before", [None, OLD])
def test_trees_that_prove_unable_to_change_places_in_the_end_get_the_same_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: list[Artifact] | None
) -> None:
    folder = tmp_path / "output"
    if before:
        write(before, folder)
    rename, exchange = Path.rename, kernel.exchange
    monkeypatch.setattr(
        Path,
        "rename",
        lambda one, to: refusing(errno.EBUSY)() if to == folder else rename(one, to),
    )
    monkeypatch.setattr(
        kernel,
        "exchange",
        lambda one, to: refusing(errno.EBUSY)() if to == folder else exchange(one, to),
    )
    write(NEW, folder)
    found = {path: content for path, content in tree(folder).items() if path != RECORD}
    assert found == {each.path: each.content for each in NEW}


def test_a_first_site_has_a_second_tree_of_the_same_files(tmp_path: Path) -> None:
    write(NEW, tmp_path / "output")
    second = tmp_path / ".output.newsarchive" / "standby"
    assert tree(second) == tree(tmp_path / "output")
    assert (second / "index.html").samefile(tmp_path / "output" / "index.html")


def test_what_the_second_tree_holds_is_known_without_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "output"
    monkeypatch.delattr(swapping, "_record_of")
    for artifacts in (OLD, NEW, OLD):
        write(artifacts, folder)
        found = {path: content for path, content in tree(folder).items() if path != RECORD}
        assert found == {each.path: each.content for each in artifacts}


@pytest.mark.parametrize("seed", range(12))
def test_after_any_builds_both_trees_hold_what_their_records_say(tmp_path: Path, seed: int) -> None:
    chance, folder = Random(seed), tmp_path / "output"  # noqa: S311
    state = tmp_path / ".output.newsarchive"
    for _ in range(12):
        paths = [f"{name}/index.html" for name in "abcdef" if chance.random() < 0.6]
        artifacts = [Artifact(path, chance.choice((b"one", b"two"))) for path in paths]
        happens = chance.random()
        if happens < 0.1 and folder.exists():
            (state / "stamps").unlink(missing_ok=True)
        elif happens < 0.2:
            for page in sorted(folder.glob("*/index.html"))[:1]:
                page.write_bytes(b"vandalised")
        with opened(folder, patience=0) as place:
            output.write(artifacts, place, sources="", durable=chance.random() < 0.6)
        assert {path: content for path, content in tree(folder).items() if path != RECORD} == {
            each.path: each.content for each in artifacts
        }
        if (state / "standby").is_dir() and not (state / "next").is_dir():
            record = read_record(state / "standby")
            assert record
            assert record.files == {
                path: sha256(content).hexdigest()
                for path, content in tree(state / "standby").items()
                if path != RECORD
            }


def test_a_preview_replaces_files_one_by_one_and_the_next_build_exchanges_again(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "output"
    write(OLD, folder)
    inode = folder.stat().st_ino
    with opened(folder) as place:
        output.write(NEW, place, sources="", durable=False)
    assert folder.stat().st_ino == inode
    assert {path for path in tree(folder) if path != RECORD} == {each.path for each in NEW}
    write(OLD, folder)
    assert folder.stat().st_ino != inode
    assert {path for path in tree(folder) if path != RECORD} == {each.path for each in OLD}


def test_a_page_that_was_altered_and_mended_by_a_preview_does_not_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    write(OLD, folder)
    (folder / "index.html").write_bytes(b"damaged")  # and so is the second tree's: they are one
    with opened(folder) as place:
        output.write(OLD, place, sources="", durable=False)
    assert (folder / "index.html").read_bytes() == b"old"
    with opened(folder, patience=0) as place:
        artifacts = [Artifact("articles/a-1/index.html", b"another")]
        output.write(artifacts, place, sources="", keep=["index.html"])
    assert (folder / "index.html").read_bytes() == b"old"


def test_what_others_put_beside_a_previewed_page_stays(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    write(OLD, folder)
    with opened(folder) as place:
        output.write(NEW, place, sources="", durable=False)
    (folder / "articles" / "b-2" / "notes.txt").write_bytes(b"mine")
    write(OLD, folder)
    assert (folder / "articles" / "b-2" / "notes.txt").read_bytes() == b"mine"


def test_where_they_can_they_do(tmp_path: Path) -> None:
    folder = tmp_path / "output"
    write(OLD, folder)
    inode = folder.stat().st_ino
    write(NEW, folder)
    assert folder.stat().st_ino != inode


MOUNTED = """
mount -t tmpfs none output && {python} -m newsarchive build --quiet &&
echo ' ' >> articles/harbour.txt && {python} -m newsarchive build --quiet && cp -a output seen
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="there is no unshare")
def test_a_mount_point_is_written_in_place(tmp_path: Path) -> None:
    apart = ["unshare", "--mount", "sh", "-euc"]
    if subprocess.run([*apart, "mount -t tmpfs none /mnt"], check=False).returncode:
        pytest.skip("only root may mount")
    make_archive(tmp_path)
    (tmp_path / "output").mkdir()
    done = subprocess.run(
        [*apart, MOUNTED.format(python=sys.executable)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    record = read_record(tmp_path / "seen")
    assert record
    assert record.files.keys() == tree(tmp_path / "seen").keys() - {RECORD}


def test_a_new_site_is_brought_to_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, calls = tmp_path / "output", list[str]()

    def noting(name: str, call: Callable[..., None]) -> Callable[..., None]:
        def noted(*paths: Path) -> None:
            calls.append(name)
            call(*paths)

        return noted

    write(OLD, folder)
    for name in ("sync", "exchange"):
        monkeypatch.setattr(kernel, name, noting(name, getattr(kernel, name)))
    write(NEW, folder)
    assert calls[-2:] == ["sync", "exchange"]


def test_files_that_are_replaced_one_by_one_are_brought_to_the_disk_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, stood = tmp_path / "output", list[bytes]()
    write(OLD, folder)
    (folder / "CNAME").write_text("a.example\n")
    monkeypatch.setattr(kernel, "sync", lambda _: stood.append(tree(folder)["index.html"]))
    write(NEW, folder)
    assert stood == [b"old"]
    assert tree(folder)["index.html"] == b"new"
