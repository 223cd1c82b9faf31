"""The limit of any program that makes a site: write its files from memory and do nothing else.

`python benchmarks/peers_limit.py SITE FOLDER` prints as JSON what writing took.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """Read a site, write it again, say what writing took."""
    site, folder = map(Path, sys.argv[1:])
    files = [(str(path.relative_to(site)), path.read_bytes()) for path in _files(site)]
    started, processor = time.perf_counter(), time.process_time()
    made: set[Path] = set()
    for name, content in files:
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)
    wall = time.perf_counter() - started
    size = sum(len(content) for _, content in files)
    cost = {"wall": wall, "processor": time.process_time() - processor, "memory": size / 1e6}
    print(json.dumps(cost))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
