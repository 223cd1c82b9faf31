"""No text holds up a build: what is twice as long takes about twice as long, in every stage.

Small sizes and the best of a few times, for the machine may be busy; `benchmarks/bounded_work.py`
measures all patterns at half a megabyte and at one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bounded_work import MOST, STAGES, growth, measured
from nasty import NASTY


def test_there_are_enough_patterns() -> None:
    assert len(NASTY) >= 40


@pytest.mark.parametrize("name", NASTY)
def test_twice_the_text_takes_no_more_than_a_little_over_twice_the_time(
    name: str, tmp_path: Path
) -> None:
    once = twice = (float("inf"),) * len(STAGES)
    for _ in range(8):
        this_time = measured(NASTY[name], NASTY[name].size, tmp_path, times=1)
        once, twice = (
            tuple(map(min, *both)) for both in zip((once, twice), this_time, strict=True)
        )
        grown = growth(once, twice)
        if max(grown) <= MOST:
            return
    pytest.fail(
        f"{dict(zip(STAGES, grown, strict=True))} for {dict(zip(STAGES, twice, strict=True))}"
    )
