"""Work that several processes share comes back as one process gives it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clustered import doubled
from newsarchive.workers import FEW, shards, workers

SHARDS = [(number, number + 1) for number in range(30)]


@pytest.mark.parametrize("jobs", [1, 2, 4, None])
def test_results_come_in_the_order_of_what_was_given(jobs: int | None) -> None:
    with workers(jobs) as map_:
        assert list(map_(doubled, SHARDS)) == list(map(doubled, SHARDS))
        assert list(map_(doubled, SHARDS[:3])) == list(map(doubled, SHARDS[:3]))


def test_little_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    with workers(None) as map_:
        monkeypatch.setattr("newsarchive.workers._Pool._started", lambda _: pytest.fail("started"))
        assert list(map_(doubled, SHARDS[: FEW - 1])) == list(map(doubled, SHARDS[: FEW - 1]))


def test_no_more_is_taken_than_is_worked_on() -> None:
    taken = []

    def giving() -> Iterator[tuple[int, int]]:
        for shard in SHARDS:
            taken.append(shard)
            yield shard

    with workers(2) as map_:
        results = map_(doubled, giving())
        next(results)
        assert len(taken) < 10
        assert len(list(results)) == len(SHARDS) - 1


def test_shards_hold_all_in_their_order() -> None:
    parts = list(shards(range(150)))
    assert [len(part) for part in parts] == [64, 64, 22]
    assert [number for part in parts for number in part] == list(range(150))
