"""One bad file costs only itself: each hostile input, built beside good articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from compiled import compile_once
from hostile import HOSTILE
from newsarchive.build import Report, build
from newsarchive.describing import describe
from newsarchive.loading.folder import Input, load_file
from newsarchive.model import Article, Document, Problem, Reading
from newsarchive.settings.site import load_site
from samples import HARBOUR, put, tree

GOOD = {
    "site.yaml": "title: The Eastport archive\nurl: https://port.example/\nsearch: script\n",
    "articles/harbour.txt": HARBOUR,
    "articles/fog.txt": (
        "Fog holds up the ferries\n\n19 July 2021\n\nThe ferries of the town of Eastport stayed in "
        "the harbour on Monday morning, for nobody on the quay could see the lights of the mole.\n"
    ),
    "articles/quay/bridge.html": (
        "<html><head><title>The bridge opens</title></head><body><h1>The bridge opens</h1>"
        "<p>The bridge over the river opened on Friday, two years later than it should have, and "
        "the mayor walked over it first with the children of three schools behind her.</p></body>"
    ),
    "articles/quay/crane.md": "---\ntitle: A crane\ndate: 2020-03\n---\nA *crane* fell over.\n",
    "articles/corrected.txt": "A ship\n\nThe ship came in from the sea with the evening tide.\n",
    "articles/corrected.yaml": "why: The print edition says so.\ndate: 2019-05-06\n",
}
NEIGHBOURS = re.compile(rb'<nav class="neighbours".*?</nav>', re.DOTALL)
LEDGER = "ledger/index.html"
RECORD = ".newsarchive.json"


def built(folder: Path, names: Sequence[str] = ()) -> tuple[Report, Mapping[str, bytes]]:
    put(folder, GOOD)
    for name in names:
        HOSTILE[name].make(folder / "articles")
    site = load_site(folder)
    report = build(site, jobs=1)
    return report, tree(site.output)


def own_pages(site: Mapping[str, bytes], only: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the pages of the good articles, without the links to their neighbours."""
    return {
        path: NEIGHBOURS.sub(b"", site.get(path, b"missing"))
        for path in only
        if path.startswith("articles/")
    }


def but_the_ledger(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Leave out what accounts for all that came in: the ledger and the originals' checksums."""
    accounts = (LEDGER, RECORD, "data/index.html", "data/manifest-sha256.txt")
    return {path: raw for path, raw in site.items() if path not in accounts}


def check(folder: Path, names: Sequence[str], good: Mapping[str, bytes]) -> Report:
    """Build a site with hostile inputs and compare it with the one without."""
    report, site = built(folder, names)
    hostile = [HOSTILE[name] for name in names]
    ledger = report.ledger
    assert (
        ledger.published - 5,
        ledger.count("set aside"),
        ledger.count("duplicate"),
    ) == (
        sum(one.published for one in hostile),
        sum(one.set_aside for one in hostile),
        sum(one.duplicates for one in hostile),
    ), ledger.problems
    assert all(problem.what and problem.remedy for problem in ledger.problems)
    if ledger.published == 5:
        assert but_the_ledger(site) == but_the_ledger(good)
    else:
        assert own_pages(site, good) == own_pages(good, good)
        assert {path for path in good if path.startswith("static/")} <= set(site)
    assert b"root:x:0" not in b"".join(site.values())
    return report


@pytest.fixture(scope="module", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        yield


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return built(tmp_path_factory.mktemp("good"))[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_input_costs_only_itself(
    name: str, tmp_path: Path, good: Mapping[str, bytes]
) -> None:
    check(tmp_path, [name], good)


def test_so_do_two_at_a_time(tmp_path: Path, good: Mapping[str, bytes]) -> None:
    names = list(HOSTILE)
    Random(6).shuffle(names)  # noqa: S311
    for i, pair in enumerate(zip(names[::8], names[1::8], strict=False)):
        check(tmp_path / str(i), pair, good)


def test_so_do_all_at_once_and_every_one_is_in_the_report_and_on_the_page(
    tmp_path: Path, good: Mapping[str, bytes]
) -> None:
    report = check(tmp_path, list(HOSTILE), good)
    page = (tmp_path / "output" / LEDGER).read_text(encoding="utf-8")
    aside = sum(one.set_aside for one in HOSTILE.values())
    assert f"<dt>Set aside</dt><dd>{aside}</dd>" in page
    rows = len(re.findall(r"<dt><bdi>", page.partition('id="duplicate"')[0]))
    assert rows == len(report.ledger.of("set aside"))  # one may tell of several inputs


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 60


def test_a_file_that_may_not_be_read_costs_only_itself(
    tmp_path: Path, good: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(
        path: Any, *arguments: Any, **named: Any
    ) -> int:  # the superuser may read everything
        if str(path).endswith("secret.txt"):
            raise PermissionError(13, "Permission denied", str(path))
        return original(path, *arguments, **named)

    original = os.open
    monkeypatch.setattr(os, "open", denied)
    put(tmp_path, {"articles/secret.txt": "A secret.\n"})
    report, site = built(tmp_path)
    assert [problem.what for problem in report.problems] == ["cannot be read (Permission denied)"]
    assert but_the_ledger(site) == but_the_ledger(good)


def test_a_file_that_goes_away_during_the_build_costs_only_itself(
    tmp_path: Path, good: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {"articles/going.txt": "It will go."})
    loaded: list[str] = []

    def going(file: Input) -> Iterator[Document | Problem]:
        loaded.append(file.name)
        if len(loaded) == 6:  # in the second pass
            (tmp_path / "articles" / "going.txt").unlink()
        return load_file(file)

    monkeypatch.setattr("newsarchive.readings.guarded.load_file", going)
    report, site = built(tmp_path)
    assert [problem.what for problem in report.problems] == ["there is no such file"]
    assert but_the_ledger(site) == but_the_ledger(good)


def test_what_fails_in_reading_one_article_is_set_aside_and_the_others_are_read(
    tmp_path: Path, good: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(reading: Reading) -> Article:
        if reading.document.path.endswith("bad.txt"):
            raise RecursionError("too deep")
        return describe(reading)

    monkeypatch.setattr("newsarchive.readings.guarded.describe", failing)
    put(tmp_path, {"articles/bad.txt": "Bad\n\nIt is bad.\n"})
    report, site = built(tmp_path)
    (problem,) = report.problems
    assert problem.what == "newsarchive failed to read it: RecursionError: too deep"
    assert but_the_ledger(site) == but_the_ledger(good)
