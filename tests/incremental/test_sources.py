import errno
import os
from pathlib import Path

import pytest

from newsarchive.errors import MachineError
from newsarchive.filesystem.stats import stat_of
from newsarchive.incremental.sources import snapshot_after, snapshot_of, snapshot_of_folder
from samples import make_archive, put


def test_files_are_found_in_the_order_of_their_names_and_hidden_ones_left_out(
    tmp_path: Path,
) -> None:
    put(tmp_path, dict.fromkeys(("b.txt", "a/z.txt", "a.txt", ".hidden", ".git/c.txt"), "x"))
    assert list(snapshot_of_folder(tmp_path).files) == ["a/z.txt", "a.txt", "b.txt"]
    assert snapshot_of_folder(tmp_path / "none").files == {}


def test_a_file_of_other_bytes_and_the_same_size_and_time_has_another_stat(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "one"})
    before = snapshot_of_folder(tmp_path).files["a.txt"]
    changed = (tmp_path / "a.txt").stat().st_mtime_ns
    put(tmp_path, {"a.txt": "two"})
    os.utime(tmp_path / "a.txt", ns=(changed, changed))
    assert snapshot_of_folder(tmp_path).files["a.txt"] != before


def test_a_link_changes_with_what_it_leads_to(tmp_path: Path) -> None:
    put(tmp_path, {"there/b.txt": "b", "here/c.txt": "c"})
    (tmp_path / "here" / "a.txt").symlink_to(tmp_path / "there" / "b.txt")
    before = snapshot_of_folder(tmp_path / "here").files["a.txt"]
    put(tmp_path, {"there/b.txt": "longer"})
    assert snapshot_of_folder(tmp_path / "here").files["a.txt"] != before


def test_a_site_is_looked_at_with_all_that_it_is_made_from(tmp_path: Path) -> None:
    site = make_archive(tmp_path, {"site.yaml": "about: about.md\n", "about.md": "About."})
    seen = {snapshot_of(site).digest}
    for name in ("about.md", "articles/b.txt", "templates/a.html", "locale/x", "sources/a.yaml"):
        put(tmp_path, {name: "changed"})
        seen.add(snapshot_of(site).digest)
    assert len(seen) == 6


def test_a_site_is_looked_at_with_the_theme_that_it_wears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_archive(tmp_path / "site")
    monkeypatch.setattr("newsarchive.settings.theme._PACKAGE", tmp_path)
    put(tmp_path / "theme", {"templates/a.html": "a", "static/a.css": "a"})
    seen = {snapshot_of(site).digest}
    for name in ("templates/a.html", "static/a.css"):
        put(tmp_path / "theme", {name: "changed"})
        seen.add(snapshot_of(site).digest)
    assert len(seen) == 3


@pytest.mark.parametrize("number", [errno.EIO, errno.ENFILE])
def test_a_file_that_a_failing_machine_does_not_tell_of_is_not_a_missing_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = os.stat

    def failing(path: str | Path, **options: bool) -> os.stat_result:
        if path == tmp_path / "a.txt":
            raise OSError(number, os.strerror(number), str(path))
        return real(path, **options)

    assert stat_of(tmp_path / "a.txt") == b""
    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", failing)
        with pytest.raises(MachineError, match=r"a.txt: the machine fails"):
            stat_of(tmp_path / "a.txt")


def test_of_a_folder_of_which_is_known_what_changed_only_that_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "a", "b.txt": "b"})
    before = snapshot_of_folder(tmp_path)
    put(tmp_path, {"a.txt": "longer", "b.txt": "longer"})
    again = snapshot_after(
        str(tmp_path), before, [f"{tmp_path}/a.txt", f"{tmp_path}/a.txt~", "/b.txt"]
    )
    now = snapshot_of_folder(tmp_path).files
    assert again.files == {"a.txt": now["a.txt"], "b.txt": before.files["b.txt"]}


@pytest.mark.parametrize("change", ["comes", "goes", "becomes a link", "becomes a folder", "whole"])
def test_a_folder_in_which_a_file_came_or_went_is_looked_at_as_a_whole(
    tmp_path: Path, change: str
) -> None:
    put(tmp_path, {"a.txt": "a", "b.txt": "b"})
    before, file = (
        snapshot_of_folder(tmp_path),
        tmp_path / ("c.txt" if change == "comes" else "a.txt"),
    )
    put(tmp_path, {"b.txt": "longer"})
    file.unlink(missing_ok=True)
    if change == "comes":
        file.write_text("c")
    elif change == "becomes a link":
        file.symlink_to("b.txt")
    elif change == "becomes a folder":
        file.mkdir()
    changed = [str(tmp_path if change == "whole" else file)]
    assert (
        snapshot_after(str(tmp_path), before, changed).files == snapshot_of_folder(tmp_path).files
    )
