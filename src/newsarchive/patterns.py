"""Regular expressions that are compiled when they are first used.

Python keeps no compiled ones from run to run. To compile all of a module when it is imported takes
longer than to read an article, which needs few of them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    """Stands for a pattern, and compiles it when anything but its text is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever a pattern has
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern to be asked by its methods, and not as an argument of `re`.

    >>> late(r"[a-z]+").findall("one two")
    ['one', 'two']
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
