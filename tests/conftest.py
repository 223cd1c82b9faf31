"""What tests share: the option that writes expected outputs anew, a limit of time, a store."""

import faulthandler
import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from newsarchive.output import kernel
from newsarchive.running.remote import opened

settings.register_profile("unhurried", deadline=None)  # a busy machine's clock says nothing
settings.load_profile("unhurried")

LIMIT = 1_800
"""Seconds that a test may take."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="write the expected outputs of tests/sites anew"
    )


@pytest.fixture(autouse=True)
def _bounded_in_time() -> None:
    """End the run, with a traceback, where a test hangs: the slowest takes a minute, and a busy
    machine may be ten times slower."""
    faulthandler.dump_traceback_later(LIMIT, exit=True)


@pytest.fixture(autouse=True)
def _without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave what tests write in memory: only a loss of power could tell the difference."""
    monkeypatch.setattr(kernel, "sync", lambda _: None)
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def shared() -> Iterator[Any]:
    """A store that machines share, as fsspec has one in memory."""
    fs, _ = opened("memory://")
    yield fs
    fs.store.clear()
    fs.pseudo_dirs[:] = [""]
