"""What stands in a folder is listed, whatever it is, and only regular files are opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsarchive.filesystem.regular import files_below, open_regular, read_regular, visible_below
from samples import put


def test_all_that_is_no_folder_is_listed_and_no_link_is_followed(tmp_path: Path) -> None:
    put(tmp_path, {"a/b/c.txt": "c", "d.txt": "d", "elsewhere/secret.txt": "s"})
    (tmp_path / "a" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "a" / "dangling").symlink_to("nowhere")
    names = [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path / "a")]
    assert names == ["a/b/c.txt", "a/dangling", "a/link"]
    assert files_below(tmp_path / "missing") == []


def test_what_is_visible_is_listed_folder_by_folder_and_no_link_is_followed(tmp_path: Path) -> None:
    put(
        tmp_path, {"b/c.txt": "c", "b.txt": "b", "a.txt": "a", ".x": "x", "b/.y/z": "z", "no/d": ""}
    )
    (tmp_path / "link").symlink_to("b")
    names = [name for name, _ in visible_below(str(tmp_path), without="no")]
    assert names == ["a.txt", "b/c.txt", "b.txt", "link"]
    assert list(visible_below(str(tmp_path / "missing"))) == []


def test_a_link_a_pipe_and_a_folder_are_not_opened(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "a text"})
    (tmp_path / "link").symlink_to("a.txt")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "."):
        with pytest.raises(OSError, match=r"is a symbolic link|is not a regular file"):
            open_regular(tmp_path / name)
    assert read_regular(tmp_path / "a.txt", 6) == b"a text"
    with pytest.raises(OSError, match="larger than 5 bytes"):
        read_regular(tmp_path / "a.txt", 5)
