"""Work that several processes share comes back as one process gives it."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from clustered import deadly, doubled, loaded, longer, small, who
from newsarchive.running import processes
from newsarchive.running.processes import AHEAD
from newsarchive.running.workers import shards, workers

pytestmark = pytest.mark.filterwarnings("ignore:This process.*multi-threaded:DeprecationWarning")

PARTS = list(shards(range(30), 2))
WAYS = pytest.mark.parametrize("way", ["copying", "sprouting", "empty"], indirect=True)
"""How other processes begin."""
COPIES = pytest.mark.parametrize("way", ["copying", "sprouting"], indirect=True)
"""The same, where they are copies of one."""


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy this process, whatever threads other tests have left."""
    monkeypatch.setattr(processes, "can_fork", lambda: True)
    monkeypatch.setattr(processes, "is_large", lambda: False)


@pytest.fixture
def sprouting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy a seed, as if this process were large."""
    monkeypatch.setattr(processes, "can_fork", lambda: True)
    monkeypatch.setattr(processes, "is_large", lambda: True)


@pytest.fixture
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin other processes in one way or the other."""
    if request.param != "empty":
        request.getfixturevalue(request.param)
    else:
        monkeypatch.setattr(processes, "can_fork", lambda: False)


@WAYS
@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.usefixtures("way")
def test_results_come_in_the_order_of_the_inputs(jobs: int) -> None:
    with workers(jobs) as map_:
        assert list(map_(doubled, PARTS)) == [[2 * n for n in part] for part in PARTS]
        assert list(map_(doubled, PARTS[:1])) == [[0, 2]]


@WAYS
@pytest.mark.usefixtures("way")
def test_there_are_as_many_processes_as_jobs_and_this_one_does_none_of_the_work() -> None:
    with workers(2) as map_:
        found = set(map_(who, PARTS))
    assert os.getpid() not in found
    assert len(found) == 2


@COPIES
@pytest.mark.usefixtures("way")
def test_copies_end_with_the_work() -> None:
    with workers(2) as map_:
        found = set(map_(who, PARTS))
        assert not any(map(is_running, found))
        assert found.isdisjoint(map_(who, PARTS))


def test_where_a_thread_forbids_copies_processes_stay_for_the_next_work() -> None:
    with another_thread(), workers(2) as map_:
        found = set(map_(who, PARTS))
        assert len(found) == 2
        assert set(map_(who, PARTS)) == found
    assert not any(map(is_running, found))


@COPIES
@pytest.mark.usefixtures("way")
def test_what_the_first_work_loads_is_loaded_once() -> None:
    with workers(3) as map_:
        told = set(map_(loaded, PARTS))
    assert len(told) == 3
    assert len({what for _, what in told}) == 1


@WAYS
@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.usefixtures("way")
def test_work_and_results_can_be_larger_than_a_line_between_processes(jobs: int) -> None:
    texts = [bytes([number]) * 3_000_000 for number in range(5)]
    with workers(jobs) as map_:
        assert list(map_(longer, texts)) == [text * 2 for text in texts]


@WAYS
@pytest.mark.usefixtures("way")
def test_a_process_that_ends_at_its_work_is_told() -> None:
    with workers(2) as map_, pytest.raises(RuntimeError, match="ended at its work"):
        list(map_(deadly, [["live"], ["live"], ["live"], ["die"], ["live"]]))


@WAYS
@pytest.mark.usefixtures("way")
def test_what_is_raised_says_where_in_the_other_process() -> None:
    with workers(2) as map_, pytest.raises(ValueError, match="too much") as raised:
        list(map_(small, PARTS))
    assert "in small" in raised.value.__notes__[0]


@COPIES
@pytest.mark.usefixtures("way")
def test_copies_end_when_nobody_takes_the_rest_of_the_results() -> None:
    with workers(2) as map_:
        results = map_(who, PARTS)
        found = {next(results), next(results), next(results)}
        del results
        assert not any(map(is_running, found))


def test_little_work_is_done_here_unless_somebody_asks_for_more_jobs() -> None:
    with workers(None) as map_:
        assert set(map_(who, PARTS[:2])) == {os.getpid()}


@WAYS
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("way")
def test_what_is_raised_comes_after_the_results_before_it(jobs: int) -> None:
    results: list[Sequence[int]] = []
    with workers(jobs) as map_, pytest.raises(ValueError, match="too much"):
        results.extend(map_(small, PARTS))
    assert results == PARTS[:10]


@WAYS
@pytest.mark.usefixtures("way")
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


def test_shards_hold_all_in_their_order() -> None:
    parts = list(shards(range(150)))
    assert [len(part) for part in parts] == [32] * 4 + [22]
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


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def another_thread() -> Iterator[None]:
    """Run one for as long as the block."""
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def until(happened: Callable[[], bool]) -> None:
    """Wait for something, but not for ever."""
    deadline = time.monotonic() + 120
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
