"""The same input gives the same bytes, whatever the machine, the day and the order of its files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samples import HARBOUR, PROJECT, command, put, tree


def archive(folder: Path, *, backwards: bool) -> Path:
    """Make an archive, its files written in the order of their names or in the opposite one."""
    texts = {path.name: path.read_bytes() for path in (PROJECT / "articles").iterdir()}
    texts |= {f"port-{n}.txt": HARBOUR.replace("two", f"{n}").encode() for n in range(12)}
    texts["port-3.yaml"] = b"why: So.\ndate: 2003-05\nsource: The Packet\nsection: [Sea, Port]\n"
    folder.mkdir(parents=True)
    shutil.copy(PROJECT / "site.yaml", folder)
    for name in sorted(texts, reverse=backwards):
        put(folder, {f"articles/{name}": texts[name]})
        day = 86_400 * (1 + len(name) * (2 if backwards else 1))
        os.utime(folder / "articles" / name, (day, day))
    return folder


CIRCUMSTANCES: dict[str, dict[str, str]] = {
    "another zone": {"TZ": "Pacific/Kiritimati"},
    "another zone behind": {"TZ": "America/Anchorage"},
    "no locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "other hashes": {"PYTHONHASHSEED": "1"},
    "yet other hashes": {"PYTHONHASHSEED": "4294967295"},
    "another home": {"HOME": "/nowhere", "USER": "nobody", "LOGNAME": "nobody"},
}
CLOCK = (
    "import sys, time;"
    "time.time = lambda: 86_400.0 * 365 * 30; time.localtime = lambda *_: time.gmtime(0);"
    "from newsarchive.cli import main; sys.exit(main(['build', '--quiet']))"
)
"""A build in January 2000, as far as Python asks the clock."""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build in one process gives."""
    folder = archive(tmp_path_factory.mktemp("plain") / "a", backwards=False)
    assert command("build", "--jobs", "1", cwd=folder).returncode == 0
    return tree(folder / "output")


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_a_build_gives_the_same_bytes_in(
    name: str, tmp_path: Path, plain: dict[str, bytes]
) -> None:
    there = archive(tmp_path / "another" / "place öf texts", backwards=True)
    done = command("build", "--jobs", "1", cwd=there, **CIRCUMSTANCES[name])
    assert done.returncode == 0, done.stderr
    assert tree(there / "output") == plain


@pytest.mark.parametrize("jobs", [2, 4, 8])
def test_a_build_gives_the_same_bytes_in_any_number_of_processes(
    jobs: int, tmp_path: Path, plain: dict[str, bytes]
) -> None:
    there = archive(tmp_path / "a", backwards=True)
    assert command("build", "--jobs", str(jobs), cwd=there).returncode == 0
    assert tree(there / "output") == plain


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_a_build_gives_the_same_bytes_under_any_mask_of_rights(
    mask: int, tmp_path: Path, plain: dict[str, bytes]
) -> None:
    there = archive(tmp_path / "a", backwards=False)
    before = os.umask(mask)
    try:
        assert command("build", "--jobs", "1", cwd=there).returncode == 0
    finally:
        os.umask(before)
    assert tree(there / "output") == plain


def test_a_build_gives_the_same_bytes_at_any_time(tmp_path: Path, plain: dict[str, bytes]) -> None:
    there = archive(tmp_path / "a", backwards=True)
    done = subprocess.run(
        [sys.executable, "-c", CLOCK],
        cwd=there,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert tree(there / "output") == plain


def test_a_build_after_other_builds_is_like_one_from_nothing(tmp_path: Path) -> None:
    fresh = archive(tmp_path / "fresh", backwards=False)
    grown = archive(tmp_path / "grown", backwards=False)
    put(grown, {"articles/extra.txt": "An extra\n\nWhich will go again.\n"})
    (grown / "articles" / "port-5.txt").rename(tmp_path / "port-5.txt")
    command("build", cwd=grown)
    (grown / "articles" / "extra.txt").unlink()
    (tmp_path / "port-5.txt").rename(grown / "articles" / "port-5.txt")
    for folder in (fresh, grown):
        assert command("build", cwd=folder).returncode == 0
    assert tree(fresh / "output") == tree(grown / "output")


def test_explain_prints_the_same_bytes_but_for_the_time_it_took(tmp_path: Path) -> None:
    folder = archive(tmp_path / "a", backwards=True)
    said = [
        command("explain", "articles", cwd=folder, PYTHONHASHSEED=seed).stdout
        for seed in ("1", "2")
    ]
    assert said[0]
    assert said[0] == said[1]
