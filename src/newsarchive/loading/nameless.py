"""A file whose name tells no format: a page as its server called it, or what is not read.

Who copies a site has `story.php?id=12`, `index.html@p=12` and `news/bridge-to-close`.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.loading import PLAIN
from newsarchive.loading.decoding import decode_beginning
from newsarchive.loading.foreign import foreign
from newsarchive.loading.opened import Opened, reader_in
from newsarchive.loading.texts.disguised import module_of
from newsarchive.model import Document, Problem

SAMPLE = 65_536  # bytes in which a page or a feed shows what it is


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the articles of a page or a feed; of any other file say that it is not read."""
    head = decode_beginning(opened.stream.read(SAMPLE)).text.lstrip("\ufeff \t\r\n")
    module = module_of(head) if head.startswith("<") else ""
    if module:
        opened.stream.seek(0)
        yield from reader_in(module)(opened)
    else:
        yield foreign(opened.name, PLAIN)
