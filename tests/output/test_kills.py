"""A build that is killed at any moment leaves the old site or the new one."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from ending import killed_before
from newsarchive import output
from newsarchive.artifacts import Artifact, Chunk
from newsarchive.output import RECORD, Written, opened, read_record
from samples import tree

OLD = {
    "static/theme.css": b"css",
    "articles/a-1/index.html": b"a",
    "articles/b-2/index.html": b"b",
    "data/articles.csv": b"a,b",
    "index.html": b"a and b",
}
NEW = {
    "static/theme.css": b"css",
    "articles/a-1/index.html": b"a, corrected",
    "articles/c-3/index.html": b"c",
    "data/articles.csv": b"a,c",
    "index.html": b"a and c",
}


def write(site: dict[str, bytes], folder: Path) -> Written:
    artifacts = [
        Chunk(path, content) if path.endswith("csv") else Artifact(path, content)
        for path, content in site.items()
    ]
    with opened(folder, patience=0) as place:
        return output.write(artifacts, place, sources=f"{len(site)} files")[0]


def pages(folder: Path) -> dict[str, bytes]:
    return {path: content for path, content in tree(folder).items() if path != RECORD}


def of_one_piece(folder: Path) -> bool:
    """Whether a folder's record says what stands there."""
    record = read_record(folder)
    said = {path: sha256(content).hexdigest() for path, content in pages(folder).items()}
    return record is not None and record.files == said and record.sources != ""


def nothing(_: Path) -> None:
    """Start from no site."""


def old(folder: Path) -> None:
    write(OLD, folder)


def older(folder: Path) -> None:
    write(NEW, folder)
    write(OLD, folder)


def altered(folder: Path) -> None:
    older(folder)
    (folder / "index.html").write_bytes(b"vandalised")
    (folder / "static/theme.css").unlink()


def half_done(folder: Path) -> None:
    old(folder)
    assert killed_before(22, lambda: write(NEW, folder))


@pytest.mark.parametrize("start", [nothing, old, older, altered, half_done])
def test_a_build_killed_at_any_call_leaves_one_site_whole_and_the_next_heals(
    tmp_path: Path, start: Callable[[Path], None]
) -> None:
    left = set()
    for number in count(1):
        folder = tmp_path / f"{number}" / "output"
        start(folder)
        before = pages(folder)
        killed = killed_before(number, partial(write, NEW, folder))
        after = pages(folder)
        assert after in (before, NEW), number
        left.add(after == NEW)
        if after == NEW:
            assert of_one_piece(folder)
        if number % 3 == 0:
            killed_before(number // 2 + 1, partial(write, NEW, folder))
            assert pages(folder) in (after, NEW), number
        write(NEW, folder)
        assert pages(folder) == NEW
        assert write(NEW, folder) == Written(5, 0, 0)
        state = {path.name for path in (folder.parent / ".output.newsarchive").iterdir()}
        assert state - {"next"} <= {".gitignore", "lock", "stamps", "standby"}
        if number % 3 == 0:
            write(OLD, folder)
            assert pages(folder) == OLD, number
        if not killed:
            break
    assert left == {True, False}
    assert number > 20


def test_file_by_file_a_build_killed_at_any_call_leaves_whole_pages_and_the_next_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "can_swap", lambda *_: False)
    for number in count(1):
        folder = tmp_path / f"{number}" / "output"
        old(folder)
        killed = killed_before(number, partial(write, NEW, folder))
        after = pages(folder)
        after = {path: content for path, content in after.items() if not path.startswith(".")}
        assert all(content in (OLD.get(path), NEW.get(path)) for path, content in after.items())
        assert after.keys() >= OLD.keys() & NEW.keys()
        write(NEW, folder)
        assert pages(folder) == NEW
        if not killed:
            break
    assert number > 10


@pytest.mark.parametrize("in_one_step", [True, False])
def test_who_reads_all_the_while_never_meets_a_missing_or_half_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_one_step: bool
) -> None:
    if not in_one_step:
        monkeypatch.setattr(output, "can_swap", lambda *_: False)
    folder, enough = tmp_path / "output", tmp_path / "enough"
    large = [{**site, "index.html": site["index.html"] * 50_000} for site in (OLD, NEW)]
    write(large[0], folder)
    writer = os.fork()
    if writer == 0:
        try:
            for turn in count():
                write(large[(turn + 1) % 2], folder)
                if turn >= 60 and enough.exists():
                    break
        finally:
            os._exit(0)
    seen: set[bytes] = set()
    reads = 0
    while os.waitpid(writer, os.WNOHANG) == (0, 0):
        for path in OLD.keys() & NEW.keys():
            content = (folder / path).read_bytes()
            assert content in (large[0][path], large[1][path])
            seen.add(content)
            reads += 1
        if len(seen) == 7 and reads > 1_000:
            enough.touch()
    assert len(seen) == 7
