"""Patterns that are compiled when they are first asked, and once, as Python compiles modules.

Python keeps no pattern from run to run, and to compile those that one article asks takes longer
than to read it. So what `re` makes of a pattern is kept in `__pycache__` beside the program, which
nobody can write to who could not change the program itself; where it is not there, or `re` is
another, a pattern is compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache, cached_property
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeAlias, cast
from zlib import crc32

from newsarchive import __version__

Code: TypeAlias = tuple[int, bytes, int, dict[str, int]]
"""What `re` makes of a pattern: its flags, its code, the number of its groups, and their names."""

FOLDER = Path(cache_from_source(__file__)).parent
_SEAL = 4
"""Bytes of the checksum at the file's beginning: damaged code could end the program."""
_new: dict[tuple[str, int], Code] = {}


class _Late:
    """Stands for a pattern, and compiles it when more of it is wanted than its text."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = int(flags)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        try:
            return _compiled(self.pattern, self._flags)
        except (ImportError, AttributeError, TypeError, RuntimeError):  # another `re`
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


def keep() -> None:
    """Keep the patterns that were compiled since this process began, in one step."""
    if not _new or sys.dont_write_bytecode:
        return
    content = marshal.dumps({**_kept(FOLDER), **_new})
    staged = _file(FOLDER).with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        staged.write_bytes(_seal(content) + content)
        staged.replace(_file(FOLDER))


def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """Give a pattern of the code that is kept, or that `re` makes of it now."""
    code = _kept(FOLDER).get((pattern, flags))
    if code is None:
        code = _new[pattern, flags] = _code_of(pattern, flags)
    flags, words, groups, names = code
    numbered = {number: name for name, number in names.items()}
    in_order = tuple(map(numbered.get, range(groups + 1)))
    engine: Any = import_module("_sre")
    made: re.Pattern[str] = engine.compile(
        pattern, flags, array("I", words).tolist(), groups, names, in_order
    )
    return made


def _code_of(pattern: str, flags: int) -> Code:
    """Let `re` make code of a pattern."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(pattern, flags)
    words = array("I", compiler._code(parsed, flags)).tobytes()  # noqa: SLF001  `re` has no name for it
    state = parsed.state
    return flags | state.flags, words, state.groups - 1, state.groupdict


@cache
def _kept(folder: Path) -> dict[tuple[str, int], Code]:
    """Read what is kept, if it is whole and of this program and this Python."""
    with suppress(OSError):
        content = _file(folder).read_bytes()
        if content[:_SEAL] == _seal(content[_SEAL:]):
            kept: dict[tuple[str, int], Code] = marshal.loads(content[_SEAL:])  # noqa: S302  see above
            return kept
    return {}


def _file(folder: Path) -> Path:
    return folder / f"patterns.{sys.implementation.cache_tag}"


def _seal(content: bytes) -> bytes:
    """Give a checksum of what is kept and of what made it."""
    made_by = crc32(f"{__version__} {sys.version}".encode())
    return crc32(content, made_by).to_bytes(_SEAL, "little")
