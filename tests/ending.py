"""Ends a run at any of its calls that change the file system, as `kill -9` would."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable

CHANGES = frozenset("os.mkdir os.rename os.link os.remove os.rmdir os.truncate os.chmod".split())


def killed_before(number: int, action: Callable[[], object]) -> bool:
    """Run an action in a process of its own, and kill it before its call of that number.

    Returns:
        Whether it was killed; False where it had fewer calls and ended by itself.
    """
    with warnings.catch_warnings():  # this process has threads, the child needs none
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        left = number

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event in CHANGES or (event == "open" and _writes(arguments[2])):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            action()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _writes(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
