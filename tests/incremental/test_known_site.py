from pathlib import Path

import pytest

from newsarchive.errors import SettingsError
from newsarchive.incremental import known_site as module
from newsarchive.incremental.known_site import known_site
from newsarchive.settings.site import load_site
from samples import make_archive, put


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_archive(tmp_path / "archive").root
    put(root, {"site.yaml": "title: Harbour News\nrights: {excerpt: 40}\n"})
    return root


def test_settings_that_are_known_are_those_that_were_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = known_site(root)
    monkeypatch.setattr(module, "site_of", None)
    assert known_site(root) == before == load_site(root)


def test_settings_are_those_that_stand_in_the_file_now(root: Path) -> None:
    known_site(root)
    put(root, {"site.yaml": "title: Harbour Post\nrights: {excerpt: 40}\n"})
    assert known_site(root).settings.title == "Harbour Post"


def test_settings_that_became_wrong_are_told(root: Path) -> None:
    known_site(root)
    put(root, {"site.yaml": "tilte: Harbour News"})
    with pytest.raises(SettingsError, match="tilte"):
        known_site(root)


def test_settings_of_another_version_are_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_site(root)
    monkeypatch.setattr(module, "code_digest", lambda: "another")
    monkeypatch.setattr(module, "site_of", lambda *_: load_site(root.parent))
    with pytest.raises(SettingsError):
        known_site(root)


def test_an_archive_that_was_moved_is_checked_anew(root: Path) -> None:
    put(root, {"site.yaml": f"output: {root.parent}/moved/articles"})
    known_site(root)
    root.rename(root.parent / "moved")
    with pytest.raises(SettingsError, match="output"):
        known_site(root.parent / "moved")


def test_no_damage_to_what_is_kept_is_believed(root: Path) -> None:
    expected = known_site(root)
    kept = root / ".newsarchive" / "settings"
    content = kept.read_bytes()
    for place in range(len(content)):
        damaged = bytearray(content)
        damaged[place] ^= 1
        kept.write_bytes(damaged)
        assert known_site(root) == expected
    kept.write_bytes(b"")
    assert known_site(root) == expected


def test_an_archive_that_cannot_be_written_to_is_read_all_the_same(root: Path) -> None:
    put(root, {".newsarchive": "a file"})
    assert known_site(root) == load_site(root)


def test_a_link_in_the_place_of_the_settings_is_not_written_through(root: Path) -> None:
    put(root, {"outside": "mine", ".newsarchive/.gitignore": "*"})
    for name in ("settings", "settings-new"):
        (root / ".newsarchive" / name).symlink_to(root / "outside")
    known_site(root)
    assert (root / "outside").read_bytes() == b"mine"
