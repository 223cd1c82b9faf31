"""What is being written, under a name of its own until it can take its place in one step."""

from __future__ import annotations

from pathlib import Path

UNFINISHED = ".newsarchive-part"
"""The ending of the names of such files and folders, and inside an output folder the whole name."""


def unfinished(path: Path) -> Path:
    """Give the path at which a file or folder is written.

    >>> unfinished(Path("all.csv")).name
    'all.csv.newsarchive-part'
    """
    return path.with_name(path.name + UNFINISHED)
