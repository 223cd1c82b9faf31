"""What the file system refuses where the site is written, raised as an `OutputError`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsarchive.errors import OutputError
from newsarchive.filesystem.refused import remedy_of, words_of


@contextmanager
def as_output_errors(folder: Path) -> Iterator[None]:
    """Run a block, and say what the file system refused in it, where, and what to do about it.

    Raises:
        OutputError: in place of an `OSError`.
    """
    try:
        yield
    except OSError as error:
        what = f"the file system refused ({words_of(error)})"
        where = str(error.filename2 or error.filename or folder)
        raise OutputError(what, where=where, remedy=remedy_of(error)) from error
