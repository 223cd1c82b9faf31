"""Profiles that are shipped are kept as they were read, and an archive's own are not."""

from pathlib import Path

import pytest

from newsarchive.cleaning.profiles import shipped_profiles
from newsarchive.incremental.store import open_store
from newsarchive.readings import shipped
from newsarchive.settings.schema import Settings
from newsarchive.settings.site import Site


def test_shipped_profiles_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, Settings(title="News"))
    with open_store(tmp_path, "code") as store:
        assert shipped.profiles_of(site, store) == shipped_profiles()
        monkeypatch.delattr(shipped, "read_profiles")
        assert shipped.profiles_of(site, store) == shipped_profiles()


def test_an_archives_own_profile_is_read_each_time(tmp_path: Path) -> None:
    site, own = Site(tmp_path, Settings(title="News")), tmp_path / "sources" / "daily.yaml"
    own.parent.mkdir()
    with open_store(tmp_path, "code") as store:
        for name in ("Daily", "Weekly"):
            own.write_text(f"name: {name}\nrecognised_by: [daily.example]\n")
            assert name in [profile.name for profile in shipped.profiles_of(site, store)]
