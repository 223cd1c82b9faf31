"""The theme's templates as Jinja compiled them, kept for the next time.

They are code, and stand where Python keeps its own compiled code: in `__pycache__` beside the
program, which nobody can write to who could not change the program itself. So nothing in an
archive's folder, which may come from anywhere, is ever taken for compiled code; the templates of an
archive's own are compiled each time. Where the folder cannot be written, all are.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2.bccache import Bucket, BytecodeCache

from newsarchive.incremental.deferred import SIZE, bytes_of, digest
from newsarchive.incremental.sources import code_digest
from newsarchive.settings.theme import theme_folder

if TYPE_CHECKING:
    from jinja2 import Environment

    from newsarchive.wording import Wording


class Compiled(BytecodeCache):
    """Compiled templates in one language."""

    def __init__(self, wording: Wording, folder: Path | None = None) -> None:
        """Look for them in `folder`, or where Python keeps compiled code.

        Args:
            wording: puts the templates' phrases into words when they are compiled.
            folder: where to keep them.
        """
        self._language = wording.language.encode()
        self._made_by = digest(MAGIC_NUMBER, code_digest().encode(), wording.digest)
        self._folder = folder or Path(cache_from_source(__file__)).parent
        self._theme = theme_folder("templates")

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Give a place for a template's code, with the code if it is known: Jinja's hook."""
        quick = bytes([getattr(environment, "quick", False)])
        key = ""
        if filename and Path(filename).is_relative_to(self._theme):
            key = digest(name.encode(), os.fsencode(filename), self._language, quick).hex()
        made_from = digest(self._made_by, quick, bytes_of(source))
        bucket = Bucket(environment, key, made_from.hex())
        if key:
            self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template's code, if it is there and whole, and made from the same."""
        with suppress(OSError):
            content = self._file(bucket).read_bytes()
            if content[: 2 * SIZE] == _seal(bucket, content[2 * SIZE :]):
                bucket.code = marshal.loads(content[2 * SIZE :])  # noqa: S302  see above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, in one step."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        file = self._file(bucket)
        staged = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            staged.write_bytes(_seal(bucket, code) + code)
            staged.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}.{sys.implementation.cache_tag}"


def _seal(bucket: Bucket, code: bytes) -> bytes:
    """Give what code was made from, and a checksum: damaged code could end the program."""
    return bytes.fromhex(bucket.checksum) + digest(code)
