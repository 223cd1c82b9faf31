"""What waits for the disk."""

from __future__ import annotations

import os
from pathlib import Path


def bring_to_disk(path: Path) -> None:
    """Bring what was written to a file, or the names in a folder, to the disk.

    Raises:
        OSError: the disk refuses.
    """
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
