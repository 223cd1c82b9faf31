"""A site that is written over another one: a page is new, one goes, one has other content."""

from __future__ import annotations

from pathlib import Path

from newsarchive import output
from newsarchive.artifacts import Artifact
from newsarchive.output import opened

OLD = [Artifact("articles/a-1/index.html", b"a"), Artifact("index.html", b"old")]
NEW = [Artifact("articles/b-2/index.html", b"b"), Artifact("index.html", b"new")]


def write(artifacts: list[Artifact], folder: Path) -> None:
    with opened(folder, patience=0) as place:
        output.write(artifacts, place, sources=artifacts[0].path)
