"""The theme's templates as code, kept where Python keeps the code of modules and under its rules.

To compile them is a large part of a small build. Code is run, so that it is kept in no archive,
which others may have made: who can write into the package's `__pycache__` can as well change
newsarchive itself. Templates of an archive's own are compiled each time.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from newsarchive.deferred import SIZE, digest
from newsarchive.sources import code_digest
from newsarchive.theme import theme_folder

FOLDER = Path(cache_from_source(__file__)).parent


class CompiledTemplates(BytecodeCache):
    """The code of the theme's templates in one language."""

    def __init__(self, language: str) -> None:
        """Keep templates whose phrases are those of a language's shipped catalogue."""
        self._language = language
        made_by = f"{language} {jinja2.__version__} {code_digest()}"
        self._made_by = made_by.encode()
        self._theme = f"{theme_folder('templates')}/"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Name the file of a template's code; empty for one that is not the theme's."""
        if not filename or not filename.startswith(self._theme):
            return ""
        return f"{name.replace('/', '-')}.{self._language}.{sys.implementation.cache_tag}.code"

    def get_source_checksum(self, source: str) -> str:
        """Digest all that a template's code is made from."""
        return digest(self._made_by, source.encode()).hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Find a template's code, if it is of the template as it is now."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            kept = (FOLDER / bucket.key).read_bytes() if bucket.key else b""
            code = kept[2 * SIZE :]
            if kept[: 2 * SIZE] == bytes.fromhex(bucket.checksum) + digest(code):
                bucket.code = marshal.loads(code)  # noqa: S302  as Python does with modules

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, where Python would keep a module's."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        staged = FOLDER / f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            staged.write_bytes(bytes.fromhex(bucket.checksum) + digest(code) + code)
            staged.replace(FOLDER / bucket.key)
