"""Small whole sites, each with the output that is expected of it (see sites/README.md)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newsarchive.build import build
from newsarchive.settings.site import load_site
from samples import put

SITES = Path(__file__).parent / "sites"
NAMES = sorted(path.parent.name for path in SITES.glob("*/site.yaml"))
REGENERATE = "If it is meant to be so, run: pytest --regenerate tests/test_sites.py"


def built(name: str, folder: Path) -> dict[str, str]:
    """Build a site with the plain templates; give its pages, and what was reported."""
    shutil.copytree(SITES / "templates", folder / "templates")
    ignored = shutil.ignore_patterns("expected")
    shutil.copytree(SITES / name, folder, dirs_exist_ok=True, ignore=ignored)
    site = load_site(folder)
    report = build(site)
    pages = {
        path.relative_to(site.output).as_posix(): text
        for path in sorted(site.output.rglob("*.html"))
        if "<html" not in (text := path.read_text(encoding="utf-8"))  # the theme's, of other kinds
    }
    problems = [f"{p.path}: {p.what}. {p.remedy}.\n" for p in report.problems]
    return {**pages, "problems.txt": "".join(problems)}


def expected(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_site_comes_out_as_expected(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pages = built(name, tmp_path)
    folder = SITES / name / "expected"
    if request.config.getoption("--regenerate"):
        shutil.rmtree(folder, ignore_errors=True)
        put(folder, dict(pages))
    wanted = expected(folder)
    assert sorted(pages) == sorted(wanted), REGENERATE
    for path, text in pages.items():
        assert text == wanted[path], f"{name}/{path} differs. {REGENERATE}"
