"""`.txt`: a file's whole text is one article."""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.loading.opened import Opened, doubts, read_text
from newsarchive.model import Document, Problem


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document, its text untouched."""
    text = read_text(opened)
    if isinstance(text, Problem):
        yield text
        return
    yield from doubts(opened.name, text.decoded)
    yield Document(
        path=opened.name,
        sha256=text.sha256,
        encoding=text.decoded.encoding,
        text=text.decoded.text,
    )
