"""The peers get the same lists that newsarchive makes, and figures become tables as they are."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from newsarchive.archive.shelves import FITS, PART_FITS
from peers_report import Figure, write_report
from peers_run import Cost, measure
from peers_shelves import Fact, shelve
from peers_sites import PROGRAMS, write_sites


def facts(number: int, days: int) -> list[Fact]:
    first = date(2019, 1, 1)
    return [Fact(i, "herald", f"{first + timedelta(i % days)}", "a") for i in range(number)]


def test_a_source_that_fits_on_a_page_is_not_split() -> None:
    shelves, listed = shelve(facts(FITS, 1))
    assert shelves.sources["herald"].parts == ()
    assert listed[0].sources == ["herald"]


def test_a_long_source_is_split_by_year_and_a_long_year_by_month() -> None:
    shelves, listed = shelve(facts(2 * PART_FITS, 300))
    assert shelves.sources["herald"].parts == ("herald--2019",)
    assert shelves.sources["herald"].shown == 20
    assert shelves.sources["herald--2019"].parts[-1] == "herald--2019-01"
    assert listed[0].sources == ["herald", "herald--2019", "herald--2019-01"]


def test_months_always_have_a_page_and_days_only_where_a_month_is_too_long() -> None:
    shelves, listed = shelve(facts(PART_FITS + 1, 31))
    assert shelves.dates["2019"].parts == ("2019-01",)
    assert listed[0].dates == ["2019", "2019-01", "2019-01-01"]
    assert shelve(facts(PART_FITS, 31))[1][0].dates == ["2019", "2019-01"]


def test_the_undated_are_split_by_letter_where_they_are_many() -> None:
    undated = [Fact(i, "herald", "", "ab"[i % 2]) for i in range(PART_FITS + 1)]
    shelves, listed = shelve(undated)
    assert shelves.dates["undated"].parts == ("undated-b", "undated-a")
    assert listed[1].dates == ["undated", "undated-b"]


def test_every_program_gets_every_article_and_a_template_to_change(tmp_path: Path) -> None:
    write_sites(PROGRAMS, 3, tmp_path)
    for program in PROGRAMS:
        folder = tmp_path / program.name
        assert [(folder / program.article(number)).is_file() for number in range(4)] == [
            True,
            True,
            True,
            False,
        ]
        assert "<h1" in (folder / program.template).read_text(encoding="utf-8")


def test_all_processes_of_a_command_are_counted(tmp_path: Path) -> None:
    hog = "python3 -c 'held = b\"x\" * 10**8; sum(range(3 * 10**6)); import time; time.sleep(0.3)'"
    cost = measure(["sh", "-c", f"{hog}; true"], tmp_path)
    assert cost.memory > 100
    assert 0.01 < cost.processor <= 2 * cost.wall


def test_what_processes_share_is_counted_once(tmp_path: Path) -> None:
    copies = (
        "import os, time; held = b'x' * 10**8; parent = os.fork(); time.sleep(0.5); "
        "parent and os.wait()"
    )
    assert 100 < measure([sys.executable, "-c", copies], tmp_path).memory < 150


def test_a_command_that_fails_stops_the_benchmark_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such theme"):
        measure(["sh", "-c", "echo no such theme; false"], tmp_path)


def test_the_tables_say_medians_ratios_and_which_goals_are_met(tmp_path: Path) -> None:
    walls = {"hugo": (10.0, 12.0, 20.0), "newsarchive, alike": (5.0, 12.0, 8.0)}
    figures = [
        Figure(10_000, program, "cold", run, Cost(wall, 2 * wall, 100))
        for program, runs in walls.items()
        for run, wall in enumerate(runs)
    ]
    (tmp_path / "performance.md").write_text(
        "Before.\n<!-- written by benchmarks/peers.py: begin -->\nstale\n<!-- end -->\nAfter.\n"
    )
    write_report(figures, tmp_path)
    text = (tmp_path / "performance.md").read_text()
    assert text.startswith("Before.\n")
    assert text.endswith("After.\n")
    assert "stale" not in text
    assert "| hugo | 12.00 (1) | – |" in text
    assert "| newsarchive, alike | 8.00 (0.5) | – |" in text
    assert "| cold | ≤ 0.9 | 0.5, met | ≤ 1.6 | – |" in text
    assert "| memory | ≤ 0.15 | 1, **not met** | ≤ 0.25 | – |" in text
    assert (tmp_path / "performance.svg").read_text().startswith("<svg")
