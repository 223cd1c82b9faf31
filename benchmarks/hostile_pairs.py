"""Every two hostile inputs of tests/hostile.py together, beside good articles.

    python benchmarks/hostile_pairs.py [--part 1/4] [--folder /dev/shm]

Builds a site for each pair and compares the pages of the good articles with those of a build
without it, as tests/test_hostile.py does for each alone. Prints what differs; exits with 1 if
anything does. One process builds all, with templates compiled once, and waits for no disk.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import pytest

from compiled import compile_once
from hostile import HOSTILE
from newsarchive.output import kernel
from test_hostile import built, check


def main() -> int:
    """Build all pairs, or a part of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="1/1", help="which part of the pairs: 1/4 to 4/4 (all)")
    parser.add_argument("--folder", type=Path, help="where to build (the folder for such files)")
    options = parser.parse_args()
    number, parts = map(int, options.part.split("/"))
    pairs = list(combinations(HOSTILE, 2))[number - 1 :: parts]
    started = time.monotonic()
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        patch.setattr(kernel, "sync", lambda _: None)
        patch.setattr(os, "fsync", lambda _: None)
        bad = differing(pairs, options.folder)
    print(f"{len(pairs):,} pairs, {bad} with a difference, {time.monotonic() - started:.0f} s")
    return bool(bad)


def differing(pairs: Sequence[tuple[str, str]], folder: Path | None) -> int:
    """Build each pair; tell of those that change what the good articles give, and count them."""
    bad = 0
    with tempfile.TemporaryDirectory(dir=folder) as name:
        good = built(Path(name))[1]
    for done, pair in enumerate(pairs, 1):
        with tempfile.TemporaryDirectory(dir=folder) as name:
            try:
                check(Path(name), pair, good)
            except Exception as error:  # what is looked for
                bad += 1
                told = f"{type(error).__name__}: {str(error)[:200]}"
                print(f"{' and '.join(pair)}: {told}", flush=True)
        if done % 100 == 0:
            print(f"{done:,} pairs", flush=True)
    return bad


if __name__ == "__main__":
    sys.exit(main())
