"""No text holds up a build: what is twice as long takes about twice as long, in every stage.

Small sizes, twice doubled, and the best of a few times: a busy machine's noise is small beside what
grows faster. `benchmarks/bounded_work.py` measures all patterns at half a megabyte and at one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bounded_work import MOST, STAGES, growth, measured
from nasty import NASTY


def test_there_are_enough_patterns() -> None:
    assert len(NASTY) >= 40


@pytest.mark.parametrize("name", NASTY)
def test_four_times_the_text_takes_no_more_than_a_little_over_four_times_the_time(
    name: str, tmp_path: Path
) -> None:
    once = more = (float("inf"),) * len(STAGES)
    for _ in range(8):
        least = measured(NASTY[name], NASTY[name].size // 2, tmp_path, times=1, factor=4)
        once, more = (tuple(map(min, *both)) for both in zip((once, more), least, strict=True))
        grown = growth(once, more)
        if max(grown) <= MOST**2:
            return
    pytest.fail(
        f"{dict(zip(STAGES, grown, strict=True))} for {dict(zip(STAGES, more, strict=True))}"
    )
