"""Work that several processes share comes back as one process gives it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from clustered import doubled, small, who
from newsarchive.running.workers import AHEAD, shards, workers

PARTS = list(shards(range(30), 2))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_inputs(jobs: int) -> None:
    with workers(jobs) as map_:
        assert list(map_(doubled, PARTS)) == [[2 * n for n in part] for part in PARTS]
        assert list(map_(doubled, PARTS[:1])) == [[0, 2]]


def test_there_are_as_many_processes_as_jobs_and_this_one_is_among_them() -> None:
    with workers(2) as map_:
        found = set(map_(who, PARTS))
    assert os.getpid() in found
    assert len(found) == 2


def test_little_work_is_done_here_unless_somebody_asks_for_more_jobs() -> None:
    with workers(None) as map_:
        assert set(map_(who, PARTS[:2])) == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_raised_comes_after_the_results_before_it(jobs: int) -> None:
    results: list[Sequence[int]] = []
    with workers(jobs) as map_, pytest.raises(ValueError, match="too much"):
        results.extend(map_(small, PARTS))
    assert results == PARTS[:10]


def test_few_more_are_taken_than_are_worked_on() -> None:
    taken = []

    def giving() -> Iterator[tuple[int, ...]]:
        for part in PARTS:
            taken.append(part)
            yield part

    with workers(2) as map_:
        results = map_(doubled, giving())
        next(results)
        assert len(taken) <= AHEAD * 2 + 1 + AHEAD
        assert len(list(results)) == len(PARTS) - 1


def test_nobody_waits_at_the_end_for_work_that_waits_behind_other_work() -> None:
    with workers(2) as map_:
        assert list(map_(who, PARTS))[-1] == os.getpid()


def test_shards_hold_all_in_their_order() -> None:
    parts = list(shards(range(150)))
    assert [len(part) for part in parts] == [64, 64, 22]
    assert [number for part in parts for number in part] == list(range(150))


KILLED = """
import os, sys, time
from pathlib import Path
from newsarchive.running.workers import workers

def stay(folder):
    Path(folder, str(os.getpid())).touch()
    time.sleep(0.05)
    return os.getpid()

if __name__ == "__main__":
    with workers(3) as map_:
        for _ in map_(stay, [sys.argv[1]] * 10000):
            pass
"""


def test_processes_end_when_the_one_that_hands_out_work_is_killed(tmp_path: Path) -> None:
    script, folder = tmp_path / "killed.py", tmp_path / "running"
    script.write_text(KILLED)
    folder.mkdir()
    with subprocess.Popen([sys.executable, str(script), str(folder)]) as build:
        until(lambda: len(list(folder.iterdir())) == 3)
        build.kill()
    until(lambda: not any(Path("/proc", pid.name).exists() for pid in folder.iterdir()))


def until(happened: Callable[[], bool]) -> None:
    """Wait for something, but not for ever."""
    deadline = time.monotonic() + 120
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
