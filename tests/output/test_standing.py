"""Whether a site stands as it was written, told by stats alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newsarchive.artifacts import Artifact
from newsarchive.output import RECORD, opened, seen, taken, untouched, write
from newsarchive.output.records import sha256_of


def touched(folder: Path) -> None:
    os.utime(folder / "a" / "index.html", ns=(1, 1))


def longer(folder: Path) -> None:
    (folder / "index.html").write_bytes(b"another")


def longer_at_the_same_time(folder: Path) -> None:
    page = folder / "index.html"
    time = page.stat().st_mtime_ns
    page.write_bytes(b"another")
    os.utime(page, ns=(time, time))


def gone(folder: Path) -> None:
    (folder / "index.html").unlink()


def linked(folder: Path) -> None:
    (folder / "a" / "index.html").unlink()
    (folder / "a" / "index.html").symlink_to("../index.html")


def with_another_record(folder: Path) -> None:
    content = (folder / RECORD).read_bytes()
    (folder / RECORD).write_bytes(content + b"\n")


def without_notes(folder: Path) -> None:
    (folder.parent / ".output.newsarchive" / "stamps").unlink()


def with_damaged_notes(folder: Path) -> None:
    (folder.parent / ".output.newsarchive" / "stamps").write_bytes(b"\x93damaged")


FILES = [Artifact("index.html", b"first"), Artifact("a/index.html", b"second")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with opened(tmp_path / "output") as output:
        write(FILES, output, sources="a")
    return tmp_path / "output"


def test_the_files_of_an_untouched_site_are_counted(folder: Path) -> None:
    with taken(folder) as place:
        assert untouched(place) == 2


@pytest.mark.parametrize(
    "change",
    [
        *(touched, longer, longer_at_the_same_time, gone, linked),
        *(with_another_record, without_notes, with_damaged_notes),
    ],
)
def test_where_anything_may_be_another_none_is(
    folder: Path, change: Callable[[Path], None]
) -> None:
    change(folder)
    with taken(folder) as place:
        assert untouched(place) == 0


def test_a_link_to_a_copy_of_a_page_is_no_page(folder: Path, tmp_path: Path) -> None:
    page, copy = folder / "index.html", tmp_path / "copy.html"
    page.rename(copy)
    page.symlink_to(copy)
    with opened(folder) as output:
        write(FILES, output, sources="a")
    assert not page.is_symlink()
    assert (page.read_bytes(), copy.read_bytes()) == (b"first", b"first")


def test_where_a_run_ended_before_it_noted_its_files_only_its_own_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reading(file: Path) -> str:
        read.append(file.name)
        return sha256_of(file)

    with opened(folder) as before:
        pass
    with opened(folder) as output:
        write([FILES[0], Artifact("b.html", b"new")], output, sources="b")
    without_notes(folder)
    monkeypatch.setattr("newsarchive.output.standing.sha256_of", reading)
    with taken(folder) as place:
        assert set(seen(place, before).files) == {"index.html", "b.html"}
        assert read == ["b.html"]
        assert untouched(place) == 2


def test_a_file_that_was_altered_is_not_told_by_what_it_was_before(folder: Path) -> None:
    with opened(folder) as before:
        pass
    with opened(folder) as output:
        write([*FILES, Artifact("b.html", b"new")], output, sources="b")
    without_notes(folder)
    longer(folder)
    with taken(folder) as place:
        assert set(seen(place, before).files) == {"a/index.html", "b.html"}


def test_a_page_with_a_time_that_no_clock_will_show_stands_as_it_was_written(folder: Path) -> None:
    os.utime(folder / "index.html", (2**34, 2**34))
    with opened(folder) as output:
        assert set(output.files) == {"index.html", "a/index.html"}
