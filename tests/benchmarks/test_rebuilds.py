from pathlib import Path

from rebuilds import BOUNDS, measured


def test_a_rebuild_takes_a_part_of_the_first_build(tmp_path: Path) -> None:
    ratios = measured(200, tmp_path)
    assert {name: ratio for name, ratio in ratios.items() if ratio > BOUNDS[name]} == {}
