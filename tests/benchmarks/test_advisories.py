"""Locked versions are compared with a database of advisories in a folder."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from advisories import advisories_in, findings, locked_in, main, named_by

LOCK = """\
jinja2==2.10 \\
    --hash=sha256:00
s3fs[extra]==2026.1.0 ; python_version >= "3.11" \\
    --hash=sha256:00
Ruamel_Yaml==1.0
"""
YAML = """\
id: PYSEC-1
aliases: [CVE-1]
modified: "2024-10-10T00:00:00Z"
affected:
- package: {name: Jinja2, ecosystem: PyPI}
  ranges:
  - {type: ECOSYSTEM, events: [{introduced: "0"}, {fixed: 2.10.1}]}
"""


def advisory(name: str, ecosystem: str = "PyPI", **affected: Any) -> dict[str, Any]:
    about = {"package": {"name": name, "ecosystem": ecosystem}, **affected}
    return {"id": f"X-{name}", "modified": "2024-01-01", "affected": [about]}


def within(*events: tuple[str, str], kind: str = "ECOSYSTEM") -> dict[str, Any]:
    return {"ranges": [{"type": kind, "events": [dict([event]) for event in events]}]}


def database(folder: Path, *others: dict[str, Any]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "PYSEC-1.yaml").write_text(YAML)
    for number, other in enumerate(others):
        (folder / f"{number}.json").write_text(json.dumps(other))
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["advisories.py", *map(str, arguments)])
    return main()


def test_a_lock_file_names_a_version_for_each_package() -> None:
    assert locked_in(LOCK) == {"jinja2": "2.10", "s3fs": "2026.1.0", "ruamel-yaml": "1.0"}


@pytest.mark.parametrize(
    ("affected", "version", "named"),
    [
        ({"versions": ["1.0", "1.1"]}, "1.0", True),
        ({"versions": ["1.0", "2004d"]}, "1.0.0", True),
        ({"versions": ["1.0", "1.1"]}, "1.2", False),
        (within(("introduced", "0"), ("fixed", "1.10")), "1.9", True),
        (within(("introduced", "0"), ("fixed", "1.10")), "1.10", False),
        (within(("introduced", "1.2"), ("fixed", "2")), "1.1", False),
        (within(("introduced", "1.2"), ("last_affected", "2")), "2", True),
        (within(("introduced", "1.2"), ("last_affected", "2")), "2.0.1", False),
        (within(("fixed", "2"), ("introduced", "3"), ("introduced", "1")), "3.1", True),
        (within(("introduced", "0"), ("fixed", "2")), "0.1a1", True),
        (within(("introduced", "0"), kind="GIT"), "1.0", None),
        (within(("introduced", "0"), ("fixed", "no version")), "1.0", None),
    ],
)
def test_a_version_is_named_by_a_list_or_a_range(
    affected: dict[str, Any], version: str, named: bool | None
) -> None:
    assert named_by(affected, version) is named


def test_of_other_ecosystems_and_of_what_was_withdrawn_nothing_is_said(tmp_path: Path) -> None:
    gone = advisory("s3fs", versions=["2026.1.0"]) | {"withdrawn": "2024-02-02"}
    folder = database(tmp_path / "all", gone, advisory("s3fs", "npm", versions=["2026.1.0"]))
    found = list(findings(locked_in(LOCK), advisories_in(folder)))
    assert [finding.line() for finding in found] == ["jinja2 2.10 stands in PYSEC-1, CVE-1"]


def test_it_fails_for_what_is_known_or_cannot_be_judged_and_is_not_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(LOCK)
    folder = database(tmp_path / "all", advisory("ruamel.yaml", **within(kind="GIT")))
    assert run(monkeypatch, lock, folder) == 1
    said = capsys.readouterr().out
    assert "the newest of 2024-10-10" in said
    assert "ruamel-yaml 1.0 cannot be judged by X-ruamel.yaml\n" in said
    assert "2 to explain" in said
    assert run(monkeypatch, lock, folder, "--explained", "CVE-1", "X-ruamel.yaml") == 0
    lock.write_text("jinja2==2.10.1\n")
    assert run(monkeypatch, lock, folder) == 0


def test_nothing_to_compare_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(LOCK)
    (tmp_path / "empty").mkdir()
    assert run(monkeypatch, lock, tmp_path / "empty") == 1
    lock.write_text("jinja2>=2\n")
    assert run(monkeypatch, lock, database(tmp_path / "all")) == 1


def test_a_file_that_holds_no_advisory_is_named(tmp_path: Path) -> None:
    (tmp_path / "readme.yaml").write_text("a: b\n")
    with pytest.raises(ValueError, match=r"readme\.yaml holds no advisory"):
        list(advisories_in(tmp_path))
