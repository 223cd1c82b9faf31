"""What a loss of power leaves of a store is not believed; what a killed process leaves is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ending import killed_before
from newsarchive.build import build
from newsarchive.errors import StoreError
from newsarchive.incremental import sealing
from newsarchive.incremental.store import open_store, store_file
from newsarchive.settings.site import load_site
from samples import make_archive

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems do not tell their boots"
)


def put(root: Path, value: str) -> None:
    with open_store(root, "code") as store, store.written():
        store.table("words", str).put("a", value)
        store.commit()


def kept(root: Path) -> str | None:
    with open_store(root, "code") as store:
        value: str | None = store.table("words", str).get("a")
        return value


def booted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    boot = tmp_path / "boot"
    boot.write_text("another boot\n")
    monkeypatch.setattr(sealing, "BOOT", boot)


def test_a_store_that_was_brought_to_the_disk_outlasts_a_boot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "one")
    booted(monkeypatch, tmp_path)
    assert kept(tmp_path) == "one"


def test_a_store_that_was_being_written_when_the_power_went_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "one")
    with pytest.raises(KeyboardInterrupt), open_store(tmp_path, "code") as store, store.written():
        raise KeyboardInterrupt
    assert kept(tmp_path) == "one"  # it was only the process that ended
    booted(monkeypatch, tmp_path)
    assert kept(tmp_path) is None
    put(tmp_path, "two")
    assert kept(tmp_path) == "two"


def test_the_mark_is_on_the_disk_before_the_first_write_and_goes_after_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []

    def fsync(number: int) -> None:
        synced.append(Path(f"/proc/self/fd/{number}").resolve().name)

    monkeypatch.setattr(os, "fsync", fsync)
    with open_store(tmp_path, "code") as store:
        with store.written():
            assert synced == ["store.sqlite-open"]
        assert synced == ["store.sqlite-open", "store.sqlite"]
    assert store_file(tmp_path).with_name("store.sqlite-open").read_bytes() == b""


def test_a_disk_that_refuses_the_mark_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    with (
        pytest.raises(StoreError, match=r"store\.sqlite: it cannot be written \(Input/output"),
        open_store(tmp_path, "code") as store,
        store.written(),
    ):
        pass


def test_a_build_that_is_killed_leaves_a_mark_and_one_that_ends_leaves_none(tmp_path: Path) -> None:
    site = make_archive(tmp_path)
    mark = store_file(site.root).with_name("store.sqlite-open")
    assert killed_before(60, lambda: build(load_site(tmp_path), jobs=1))
    assert mark.read_bytes() == sealing.BOOT.read_bytes().strip()
    build(site, jobs=1)
    assert mark.read_bytes() == b""
