import os
from collections.abc import Sequence

import pytest

from clustered import doubled, small, who
from newsarchive.workers import shards, workers

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
