"""The work of a cluster is that of one process, whatever happens to its workers."""

import random
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from clustered import (
    deadly,
    doubled,
    lost,
    lost_number,
    raising,
    written_down,
)
from loopback import Running, running
from newsarchive.errors import ClusterError
from newsarchive.running.alone import one_by_one
from newsarchive.running.cluster import cluster
from newsarchive.running.workers import ItemWise

DOUBLED: ItemWise[int, int] = ItemWise(doubled, lost_number)
WRITTEN_DOWN: ItemWise[str, str] = ItemWise(written_down, lost)
SHARDS = [(number, number + 1) for number in range(40)]

pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("dask")) as started:
        yield started


def interrupt_after(
    number: int,
    function: Callable[[Any], Any],
    shards: Sequence[Any],
    dask: Running,
    marks: str,
) -> None:
    with suppress(KeyboardInterrupt), cluster(dask.address, marks) as map_:
        for done, _ in enumerate(map_(function, shards), 1):
            if done == number:
                raise KeyboardInterrupt


def test_results_come_in_the_order_of_the_shards_and_no_mark_is_left(
    dask: Running, tmp_path: Path
) -> None:
    with cluster(dask.address, str(tmp_path / "marks")) as map_:
        assert list(map_(DOUBLED, SHARDS)) == list(map(doubled, SHARDS))
    assert not (tmp_path / "marks").exists()


def test_what_was_done_before_an_interruption_is_not_done_again(
    dask: Running, tmp_path: Path
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(30)]
    shards = [(str(file),) for file in files]
    marks = str(tmp_path / "marks")
    interrupt_after(10, WRITTEN_DOWN, shards, dask, marks)
    with cluster(dask.address, marks) as map_:
        assert list(map_(WRITTEN_DOWN, shards)) == [list(shard) for shard in shards]
    assert [file.read_text() for file in files[:10]] == ["x"] * 10


def test_a_function_of_whole_shards_leaves_no_marks(dask: Running, tmp_path: Path) -> None:
    with cluster(dask.address, str(tmp_path)) as map_:
        assert list(map_(doubled, SHARDS[:3])) == list(map(doubled, SHARDS[:3]))
        assert list(tmp_path.iterdir()) == []


def test_a_mark_that_is_damaged_is_not_believed(dask: Running, tmp_path: Path) -> None:
    marks, shards = tmp_path / "marks", SHARDS[:3]
    interrupt_after(3, DOUBLED, shards, dask, str(marks))
    for mark in marks.glob("*.done"):
        mark.write_bytes(mark.read_bytes()[:-1] + b"\x07")
    with cluster(dask.address, str(marks)) as map_:
        assert list(map_(DOUBLED, shards)) == list(map(doubled, shards))


def test_what_a_worker_raises_comes_back_whatever_its_constructor_takes(
    dask: Running, tmp_path: Path
) -> None:
    with (
        pytest.raises(ClusterError, match="TwoArgumentsError: no way"),
        cluster(dask.address, str(tmp_path / "marks")) as map_,
    ):
        list(map_(raising, [("a",)]))


def test_the_shards_of_workers_that_are_killed_are_worked_on_by_others(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311
    with running(tmp_path, workers=3) as dask:
        with cluster(dask.address, str(tmp_path / "marks")) as map_:
            results = map_(DOUBLED, SHARDS)
            done = [next(results)]
            for worker in chance.sample(dask.workers, 2):
                worker.send_signal(signal.SIGKILL)
                worker.wait()
                done += [next(results) for _ in range(5)]
            done += results
        assert done == list(map(doubled, SHARDS))
        assert dask.alive() == 1


def test_an_item_that_ends_processes_costs_one_worker_and_is_told(tmp_path: Path) -> None:
    shards = [("a", "b"), ("c", "die", "d"), ("e",)]
    with running(tmp_path, workers=3) as dask:
        with cluster(dask.address, str(tmp_path / "marks")) as map_:
            results = list(map_(ItemWise(deadly, lost), shards))
        assert results == [["A", "B"], ["C", "die: signal 9", "D"], ["E"]]
        while dask.alive() > 2:  # it closes its connections before it has ended
            time.sleep(0.05)
        assert dask.alive() == 2


def test_two_deadly_items_in_a_shard_are_told_each() -> None:
    words = ("die", "a", "die")
    assert one_by_one(ItemWise(deadly, lost), words) == ["die: signal 9", "A", "die: signal 9"]


def test_an_address_where_no_scheduler_answers_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("newsarchive.running.cluster.PATIENCE", "1s")
    with (
        pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:9: no scheduler answers"),
        cluster("tcp://127.0.0.1:9", str(tmp_path / "marks")),
    ):
        pass
