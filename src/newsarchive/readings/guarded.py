"""Files loaded and texts read within their limits, so that what goes wrong costs one alone."""

from __future__ import annotations

from collections.abc import Sequence

from newsarchive.cleaning import clean
from newsarchive.cleaning.profiles import Profile
from newsarchive.cleaning.repetition import SharedLines
from newsarchive.describing import describe
from newsarchive.loading.folder import Input, load_file
from newsarchive.model import Article, Document, Line, Problem
from newsarchive.settings.limits import OutOfTime, beyond, deadline


def load_in_time(file: Input) -> list[Document | Problem]:
    """Load a file, or say that it takes too long."""
    seconds = file.limits.seconds
    try:
        with deadline(seconds):
            return list(load_file(file))
    except OutOfTime:
        what = f"it is not read: loading it takes longer than {seconds} s"
        return [beyond(file.name, what, "seconds")]


def read_among(
    documents: Sequence[Document],
    profiles: Sequence[Profile],
    shared: SharedLines | None,
    seconds: int,
    pages: Sequence[tuple[Line, ...]] | None = None,
) -> list[Article | Problem]:
    """Read documents in one pass; if that fails, one by one, so that it costs one alone."""
    try:
        with deadline(seconds):
            return [describe(reading) for reading in clean(documents, profiles, shared, pages)]
    except (Exception, OutOfTime) as error:  # a mistake of ours must not cost the other files
        if len(documents) > 1:
            parts = (read_among([one], profiles, shared, seconds) for one in documents)
            return [item for part in parts for item in part]
        name = documents[0].path
        if isinstance(error, OutOfTime):
            return [beyond(name, f"reading it takes longer than {seconds} s", "seconds")]
        what = f"newsarchive failed to read it: {type(error).__name__}: {error}"
        return [Problem(name, what, "Tell newsarchive's makers, with the file")]
