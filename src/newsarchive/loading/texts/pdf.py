"""`.pdf`: printed pages as the text in them, page by page, by PDFium, which is an extra.

A browser that printed a page put its day and address around it (`browserprint`); of all others it
is known where a page ends (`printed`). What is a picture of a page has no text to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.texts.text import read_within
from newsarchive.model import Document, Problem

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST = 8
"""Times an article's bytes that the file may have: fonts and pictures stand in it."""
PAGE_ENDS = "\n\f"
HYPHENS = "\ufffe\x02"
"""What PDFium gives for the hyphen in a word that it has put together."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the file as one document; if it is a database's export, its records."""
    text = _text_in(opened)
    if isinstance(text, Problem):
        yield text
    elif len(text) > opened.limits.bytes:
        yield too_large(opened, "its text is")
    elif not text.strip():
        what = "its pages are pictures, without a text in them"
        yield Problem(opened.name, what, "Make text of them with OCR, such as `ocrmypdf`")
    else:
        yield from read_within(opened, text)


def _text_in(opened: Opened) -> str | Problem:
    """Give the text of a file, or say why it cannot be had."""
    try:
        from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  an extra
    except ImportError:
        what = "it is printed pages, and what reads them is not installed"
        remedy = "Run `pip install 'newsarchive[pdf]'`, or make a .txt of it with `pdftotext`"
        return Problem(opened.name, what, remedy)
    most = MOST * opened.limits.bytes
    raw = opened.stream.read(most + 1)
    if len(raw) > most:
        return too_large(opened, "the file is")
    try:
        with closing(PdfDocument(raw)) as pages:
            return _text_of(pages, opened.limits.bytes)
    except PdfiumError as error:
        what = f"it is damaged, or protected by a password: {str(error).rstrip('.')}"
        return Problem(opened.name, what, "Save it again without one, or its text as .txt")


def _text_of(pages: PdfDocument, most: int) -> str:
    """Give the text of all pages, with a form feed between two, or as much as is too much."""
    texts: list[str] = []
    size = 0
    for number in range(len(pages)):
        with closing(pages[number]) as page, closing(page.get_textpage()) as text:
            texts.append(_plain(text.get_text_range()))
        size += len(texts[-1])
        if size > most:
            break
    return PAGE_ENDS.join(texts)


def _plain(text: str) -> str:
    text = text.replace("\r\n", "\n")
    for hyphen in HYPHENS:
        text = text.replace(hyphen, "")
    return text
