"""A file as the readers get it: its name and its bytes, whether it stands on a disk or in a ZIP."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from msgspec import Struct
from msgspec.structs import replace

from newsarchive.errors import MachineError
from newsarchive.filesystem.refused import FAILING, failure, is_of_system, words_of
from newsarchive.loading.decoding import Decoded, binary_kind, decode
from newsarchive.model import Document, Problem
from newsarchive.settings.columns import USUAL, Columns
from newsarchive.settings.limits import DEFAULT, Limits, beyond

USUAL_BYTES = 65_536
"""What most texts are smaller than: to ask for more first takes memory for all that may come."""
AS_UTF8 = "Save the file as UTF-8 if the text looks wrong"
AS_TEXT = "Save its text as .txt, or take it out"


class Opened(Struct, frozen=True):
    """A file that is open for reading."""

    name: str
    """What documents and problems call the file."""
    stream: BinaryIO
    columns: Columns = USUAL
    """Which columns of a table hold what."""
    limits: Limits = DEFAULT
    """How much of one article is read: a long book has 2 MB, a heavy saved page 8."""


class Reader(Protocol):
    """What every format has: one opened file to its articles and problems."""

    def __call__(self, opened: Opened, /) -> Iterator[Document | Problem]:
        """Yield an article a record, in the file's order."""


def reader_in(module: str) -> Reader:
    """Give the reader of a module, which is imported when it is first needed.

    Args:
        module: its name within this package, such as `texts.text`.
    """
    return cast("Reader", import_module(f"newsarchive.loading.{module}").read)


class Text(Struct, frozen=True):
    """The text of a file that is one article."""

    sha256: str
    decoded: Decoded


UNREADABLE = (OSError, EOFError, ValueError, LookupError, RecursionError, MemoryError, zlib.error)
"""What the libraries below raise for a file that is not what its ending says."""


def contained(name: str, items: Iterator[Document | Problem]) -> Iterator[Document | Problem]:
    """Pass on what a reader finds; what it raises becomes a problem, and so does finding nothing.

    Args:
        name: what the problem calls the file.
        items: what the reader yields.

    Raises:
        MachineError: the machine fails.
    """
    empty = True
    try:
        for item in items:
            empty = False
            yield item
    except MachineError:
        raise
    except UNREADABLE as error:
        if isinstance(error, OSError) and error.errno in FAILING:
            raise failure(error, name) from error
        what, remedy = f"cannot be read: {words_of(error)}", "Check that the file is whole"
        yield Problem(name, what, remedy, again=is_of_system(error))
    except Exception as error:  # a mistake of ours, which must not cost the other files
        what = f"newsarchive failed to read it: {type(error).__name__}: {error}"
        yield Problem(name, what, "Tell newsarchive's makers, with the file")
    else:
        if empty:
            yield Problem(name, "holds no article", "Take it out if it should hold none")


def told_once(items: Iterator[Document | Problem], remedy: str) -> Iterator[Document | Problem]:
    """Pass on what a reader finds; of problems with one remedy the first alone, with their number.

    It comes last. A crawl may have thousands of pages whose letters are in doubt.

    Args:
        items: what the reader yields.
        remedy: of the problems that are told as one.
    """
    alike: list[Problem] = []
    for item in items:
        if isinstance(item, Problem) and item.remedy == remedy:
            alike.append(item)
        else:
            yield item
    for first in alike[:1]:
        more = len(alike) - 1
        what = f"{first.what}, and {more:,} more are in doubt like it" if more else first.what
        yield replace(first, what=what)


def read_text(
    opened: Opened, declared: Callable[[bytes], str | None] = lambda _: None
) -> Text | Problem:
    """Read a whole file as text, or say why it is none.

    Args:
        opened: the file.
        declared: finds the charset that the bytes themselves declare.
    """
    raw = opened.stream.read(USUAL_BYTES)
    if len(raw) == USUAL_BYTES:
        raw += opened.stream.read(opened.limits.bytes + 1 - USUAL_BYTES)
    if len(raw) > opened.limits.bytes:
        return too_large(opened, "the file is")
    if kind := binary_kind(raw):
        return Problem(opened.name, f"the file is {kind}, not text", AS_TEXT)
    return Text(sha256(raw).hexdigest(), decode(raw, declared(raw)))


def too_large(opened: Opened, what: str, line: int | None = None) -> Problem:
    """Say that an article is too large."""
    return beyond(
        opened.name, f"{what} larger than {opened.limits.megabytes} MB", "megabytes", line
    )


def doubts(name: str, decoded: Decoded) -> Iterator[Problem]:
    """Yield a problem where the encoding may be wrong."""
    if decoded.flagged:
        yield Problem(
            name,
            f"read as {decoded.encoding}: {decoded.flagged}",
            AS_UTF8,
            fate="doubtful",
        )
