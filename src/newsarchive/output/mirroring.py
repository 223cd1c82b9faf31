"""The site on a store that machines share: a mirror of the output folder; what differs is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from newsarchive.errors import OutputError
from newsarchive.output.records import RECORD, Record, are_inside
from newsarchive.running.remote import asked, opened
from newsarchive.running.workers import shards

AT_ONCE = 256
"""Files that are sent together."""
AGAIN = "Check the address and your rights there, and build again: it goes on"


def mirror(folder: Path, address: str) -> None:
    """Make a folder of a store like the site in a folder of the disk: only what differs is sent.

    What pages need is there before them, and what no page leads to any more goes last.

    Raises:
        OutputError: the folder is not ours, or the store refuses.
    """
    ours = msgspec.json.decode((folder / RECORD).read_bytes(), type=Record)
    with asked(address, OutputError, "the store refused", AGAIN):
        fs, root = opened(address)
        theirs = _record_at(fs, root, address)
        changed = [path for path in ours.files if theirs.files.get(path) != ours.files[path]]
        old = theirs.files.keys() - ours.files.keys()
        gone = sorted(name for name in old if are_inside([name]))
        if not changed and not gone and theirs.sources == ours.sources:
            return
        known = Record("", {**theirs.files, **dict.fromkeys(changed, "")})
        fs.pipe_file(f"{root}/{RECORD}", msgspec.json.encode(known))
        for paths in shards(sorted(changed, key=_order), AT_ONCE):
            fs.put([str(folder / path) for path in paths], [f"{root}/{path}" for path in paths])
        for paths in shards(gone, AT_ONCE):
            fs.rm([f"{root}/{path}" for path in paths])
        fs.pipe_file(f"{root}/{RECORD}", (folder / RECORD).read_bytes())


def _record_at(fs: Any, root: str, address: str) -> Record:  # noqa: ANN401  a store
    try:
        return msgspec.json.decode(fs.cat_file(f"{root}/{RECORD}"), type=Record)
    except FileNotFoundError:
        pass
    except msgspec.DecodeError as error:
        remedy = "Delete that file, and all others beside it, and build again"
        raise OutputError(
            f"its record cannot be read ({error})", where=address, remedy=remedy
        ) from error
    if fs.exists(root) and fs.find(root):
        remedy = "Name another folder after `output:` in site.yaml, or empty this one"
        raise OutputError(
            "it holds files that newsarchive did not write", where=address, remedy=remedy
        )
    return Record("", {})


def _order(path: str) -> tuple[int, str]:
    """Style sheets first, then articles, then the lists that lead to them, the first page last."""
    if not path.endswith(".html"):
        return 0, path
    return (1 if path.startswith("articles/") else 3 if path == "index.html" else 2), path
