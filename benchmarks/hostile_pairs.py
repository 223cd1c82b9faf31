"""Every two hostile inputs of tests/hostile.py together, beside good articles.

    python benchmarks/hostile_pairs.py [--part 1/4]

Builds a site for each pair and compares the pages of the good articles with those of a build
without it, as tests/test_hostile.py does for each alone. Prints what differs; exits with 1 if
anything does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile import HOSTILE
from test_hostile import built, check


def main() -> int:
    """Build all pairs, or a part of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="1/1", help="which part of the pairs: 1/4 to 4/4 (all)")
    number, parts = map(int, parser.parse_args().part.split("/"))
    pairs = list(combinations(HOSTILE, 2))[number - 1 :: parts]
    started, bad = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as name:
        good = built(Path(name))[1]
    for pair in pairs:
        with tempfile.TemporaryDirectory() as name:
            try:
                check(Path(name), pair, good)
            except Exception as error:  # what is looked for
                bad += 1
                print(
                    f"{' and '.join(pair)}: {type(error).__name__}: {str(error)[:200]}", flush=True
                )
    print(f"{len(pairs):,} pairs, {bad} with a difference, {time.monotonic() - started:.0f} s")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
