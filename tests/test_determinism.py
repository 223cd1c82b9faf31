"""The same input gives the same bytes, whatever the machine, the day and the order of its files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

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


def test_two_builds_are_alike_in_folders_zones_languages_hashes_and_numbers_of_processes(
    tmp_path: Path,
) -> None:
    here = archive(tmp_path / "a", backwards=False)
    there = archive(tmp_path / "another" / "place of texts", backwards=True)
    one = command(
        *("build", "--jobs", "1"), cwd=here, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1"
    )
    two = command(
        *("build", "--jobs", "2"),
        cwd=there,
        TZ="America/Anchorage",
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="2",
        PYTHONUTF8="1",
    )
    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    assert tree(here / "output") == tree(there / "output")


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
