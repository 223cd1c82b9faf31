"""What newsarchive depends on: each with its reason, and above the versions with known flaws."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

from samples import PROJECT

ROW = re.compile(r"^\| ([\w-]+) \| ([\d.]+) \| ", re.MULTILINE)


def floors() -> dict[str, str]:
    return dict(ROW.findall((PROJECT / "SECURITY.md").read_text(encoding="utf-8")))


def as_numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def test_every_floor_that_is_explained_is_a_lower_bound_of_the_project() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = dict(one.split(",")[0].split(">=") for one in project["dependencies"] if ">=" in one)
    assert len(floors()) >= 4
    assert {name: bounds.get(name) for name in floors()} == floors()


def test_the_versions_that_are_tested_are_above_the_floors_and_locked_by_hash() -> None:
    locked = (PROJECT / "requirements" / "ci.txt").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([\w.-]+)(?:\[\w+\])?==([\d.]+)", locked, re.MULTILINE))
    for name, floor in floors().items():
        assert as_numbers(pinned[name]) >= as_numbers(floor), name
    blocks = re.split(r"^(?=[\w.-]+(?:\[\w+\])?==)", locked, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=\[]", one)[0] for one in project["dependencies"]}
    told = (PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = " ".join(re.findall(r"^\| ([^|]+) \|", told, re.MULTILINE))
    assert {name for name in names if name not in rows} == set()
    extras = chain.from_iterable(project["optional-dependencies"].values())
    others = {re.split(r"[<>=\[]", one)[0] for one in extras}
    assert {name for name in others if name not in told} == set()
