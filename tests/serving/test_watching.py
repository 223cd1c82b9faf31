from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsarchive.serving.preview import Preview
from newsarchive.serving.watching import changes
from samples import make_archive, put

PATIENCE = 60
SETTLED = 0.3
"""Seconds after which the system tells nothing more of files that were written before."""


def told_of(root: Path, files: Mapping[str, str]) -> frozenset[str] | None:
    """Give what is told of a burst of changes."""

    async def told() -> frozenset[str] | None:
        bursts = changes(Preview(root))
        first = asyncio.ensure_future(anext(bursts))
        await asyncio.sleep(SETTLED)
        put(root, files)
        found = await asyncio.wait_for(first, PATIENCE)
        await bursts.aclose()
        return found

    make_archive(root)
    time.sleep(SETTLED)
    with ThreadPoolExecutor() as pool:  # Playwright's loop may be running in this thread
        return pool.submit(lambda: asyncio.run(told())).result()


def test_it_is_told_which_sources_changed(tmp_path: Path) -> None:
    files = {"articles/harbour.txt": "Other", "articles/.draft": "No source", "notes.txt": "None"}
    assert told_of(tmp_path, files) == frozenset([f"{tmp_path}/articles/harbour.txt"])


def test_of_many_changes_it_is_not_believed_that_they_are_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsarchive.serving.watching.MANY", 2)
    assert told_of(tmp_path, {f"articles/{n}.txt": "One" for n in range(3)}) is None
