from pathlib import Path

from newsarchive.filesystem.ignored import ignored_by_git


def test_a_folder_of_ours_is_ignored_whole(tmp_path: Path) -> None:
    ignored_by_git(tmp_path)
    assert (tmp_path / ".gitignore").read_text().splitlines()[-1] == "*"


def test_what_somebody_wants_ignored_there_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/lock\n")
    ignored_by_git(tmp_path)
    assert (tmp_path / ".gitignore").read_text() == "/lock\n"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").symlink_to(tmp_path / "outside")
    ignored_by_git(tmp_path)
    assert not (tmp_path / "outside").exists()
