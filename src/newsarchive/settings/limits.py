"""How much of one article is read, so that no file can hold up or fill up a build.

All work is linear in what is read, so that the caps on its size bound its time too. The cap on the
time itself is for what nobody has thought of: it is far from what any file needs within the others,
for what is set aside must not depend on how fast a machine is.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

from msgspec import Meta, Struct

from newsarchive.model import Problem


class Limits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of one article is read. A file or record that is more is set aside."""

    megabytes: Annotated[
        int, Meta(ge=1, description="Megabytes of one article, its markup included.")
    ] = 16
    lines: Annotated[int, Meta(ge=1, description="Lines of one article.")] = 25_000
    depth: Annotated[
        int, Meta(ge=1, description="Elements of a page that may stand one in another.")
    ] = 3_000
    seconds: Annotated[
        int,
        Meta(
            ge=1,
            description="Seconds that a file may take to be loaded, and an article to be read. No "
            "text needs so many; lower it only if you accept that a slow machine sets more aside.",
        ),
    ] = 120

    @property
    def bytes(self) -> int:
        """The bytes of one article."""
        return self.megabytes * 2**20


DEFAULT = Limits()


def beyond(name: str, what: str, key: str, line: int | None = None) -> Problem:
    """Say that something goes beyond a limit.

    Args:
        name: the file.
        what: what is too much, with the limit itself.
        key: the limit's name.
        line: where in the file.
    """
    remedy = f"Split it, or set a higher `{key}:` below `limits:` in site.yaml"
    return Problem(name, what, remedy, line)


class OutOfTime(BaseException):
    """A file takes longer than its limit."""


@contextmanager
def deadline(seconds: int) -> Iterator[None]:
    """Raise `OutOfTime` in what takes longer.

    It needs the alarm of a Unix process, which only its main thread hears: in the preview's build
    and on Windows the other limits stand alone. A call into a library is not interrupted, but what
    follows it is.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(_signal: int, _frame: object) -> NoReturn:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
