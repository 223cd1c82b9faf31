"""Files to documents: bytes become text with its provenance, a record is an article.

Each format is a module with one function, `read`. A reader streams: what it holds in memory is one
article, not one file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from newsarchive.filesystem.refused import is_of_system, remedy_of, words_of
from newsarchive.filesystem.regular import open_regular
from newsarchive.loading.foreign import foreign, is_foreign
from newsarchive.loading.opened import Opened, Reader, contained, reader_in
from newsarchive.model import Document, Problem, Statement
from newsarchive.settings.columns import USUAL, Columns
from newsarchive.settings.limits import DEFAULT, Limits, beyond
from newsarchive.spelling.captures import Capture, capture_in

PLAIN = {  # ending → module; named and not imported, so that a format costs only who uses it
    ".txt": "texts.text",
    ".text": "texts.text",
    ".srt": "texts.text",
    ".vtt": "texts.text",
    ".sbv": "texts.text",
    ".html": "webpages.html",
    ".htm": "webpages.html",
    ".xhtml": "webpages.html",
    ".hocr": "webpages.html",
    ".mhtml": "webpages.mhtml",
    ".mht": "webpages.mhtml",
    ".webarchive": "webpages.webarchive",
    ".docx": "texts.office",
    ".odt": "texts.office",
    ".rtf": "texts.rtf",
    ".pdf": "texts.pdf",
    ".md": "texts.markdown",
    ".markdown": "texts.markdown",
    ".warc": "packed.warc",
    ".wet": "packed.warc",
    ".wacz": "packed.wacz",
    ".json": "tables.records",
    ".jsonl": "tables.records",
    ".ndjson": "tables.records",
    ".jl": "tables.records",
    ".csv": "tables.records",
    ".tsv": "tables.records",
    ".xlsx": "tables.spreadsheet",
    ".ods": "tables.opendocument",
    ".eml": "mails.mail",
    ".mbox": "mails.mailbox",
    ".xml": "xml.file",
    ".rss": "xml.file",
    ".atom": "xml.file",
    ".rdf": "xml.file",
    ".sgm": "xml.file",
    ".sgml": "xml.file",
    ".enex": "xml.enex",
    ".zip": "packed.zipped",
}
GZIPPED = ".gz"
PACKED = (".zip", ".wacz", ".docx", ".odt", ".ods", ".xlsx")
"""Endings of what is packed already."""
READERS = {
    **{f"{ending}{GZIPPED}": "packed.gzipped" for ending in PLAIN if ending not in PACKED},
    **PLAIN,
    ".warc.gz": "packed.warc",
    ".wet.gz": "packed.warc",
}
NAMELESS = "nameless"
"""What reads a file whose ending says nothing."""
HALF = re.compile("[\ud800-\udfff]")


def load(
    path: Path,
    name: str,
    columns: Columns = USUAL,
    limits: Limits = DEFAULT,
) -> Iterator[Document | Problem]:
    """Read the articles of one file.

    Args:
        path: the file.
        name: what documents and problems call it: its path relative to the archive, with `/`.
        columns: which columns of a table hold what.
        limits: how much of an article is read.

    Yields:
        The file's articles in its order, and a `Problem` for each thing that is wrong; a bad file
        raises nothing.
    """
    reader = reader_of(path.name)
    if reader is None:
        yield foreign(name, PLAIN)
    else:
        yield from _read(path, name, reader, columns, limits)


def _read(
    path: Path, name: str, reader: Reader, columns: Columns, limits: Limits
) -> Iterator[Document | Problem]:
    try:
        stream = open_regular(path)
    except FileNotFoundError:
        yield Problem(name, "there is no such file", "Check its name", again=True)
    except OSError as error:
        yield _refused(name, error)
    else:
        with stream:
            items = reader(Opened(name, stream, columns, limits))
            for item in contained(name, items):
                yield item if isinstance(item, Problem) else _checked(item, limits)


def _refused(name: str, error: OSError) -> Problem:
    """Say that a file is no regular one, or that the system does not let it be read."""
    if not is_of_system(error):
        return Problem(name, words_of(error), "Put a file there that can be read")
    return Problem(name, f"cannot be read ({words_of(error)})", remedy_of(error), again=True)


def _checked(document: Document, limits: Limits) -> Document | Problem:
    """Give a document that can be read on, or say why it is none."""
    whole = _of_original(_without_halves(document))
    return _empty(whole) or _too_long(whole, limits) or whole


def _without_halves(item: Document) -> Document:
    """Replace halves of characters, which JSON can spell and no encoding can hold."""
    said = [text for one in item.statements for text in (one.value, one.text)]
    if all(map(_is_whole, (item.text, *said))):
        return item
    stated = tuple(
        replace(one, value=HALF.sub("\ufffd", one.value), text=HALF.sub("\ufffd", one.text))
        for one in item.statements
    )
    return replace(item, text=HALF.sub("\ufffd", item.text), statements=stated)


def _of_original(item: Document) -> Document:
    """Take the address of a web archive's copy for what it says: of which page, and when."""
    if not any(map(_copied, item.statements)):
        return item
    stated: list[Statement] = []
    for said in item.statements:
        copy = _copied(said)
        stated.append(replace(said, value=copy.address) if copy else said)
        if copy:
            stated.append(replace(said, field="crawled", value=copy.day))
    return replace(item, statements=tuple(stated))


def _copied(said: Statement) -> Capture | None:
    return capture_in(said.value) if said.field == "url" else None


def _is_whole(text: str) -> bool:
    """Whether UTF-8 can hold a text; to try is several times faster than to look for halves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _empty(item: Document) -> Problem | None:
    """Set a document aside that holds nothing to read: signs that nobody sees are nothing."""
    if any(sign.isprintable() and not sign.isspace() for sign in item.text):
        return None
    what = f"record {item.record} holds no text" if item.record else "holds no text"
    return Problem(item.path, what, "Copy the text into it, or remove it")


def _too_long(item: Document, limits: Limits) -> Problem | None:
    """Set a document aside that has too many lines."""
    if len(item.text) < limits.lines:
        return None
    ends = item.text.count("\n") + item.text.count("\r") - item.text.count("\r\n")
    if ends < limits.lines:
        return None
    what = f"record {item.record} has" if item.record else "has"
    return beyond(item.path, f"{what} more than {limits.lines:,} lines", "lines")


def reader_of(name: str) -> Reader | None:
    """Give the reader for a file's name by its longest known ending; None if it is no article.

    >>> reader_of("articles/a.TXT").__module__, reader_of("articles/a.php?id=3").__module__
    ('newsarchive.loading.texts.text', 'newsarchive.loading.nameless')
    >>> reader_of("articles/a.yaml") is None
    True
    """
    return reader_in(READERS.get(ending_of(name), NAMELESS)) if may_be_read(name) else None


def may_be_read(name: str) -> bool:
    """Tell by a file's name whether articles may stand in it.

    >>> may_be_read("a.txt"), may_be_read("news/bridge"), may_be_read("a.css")
    (True, True, False)
    """
    return bool(ending_of(name)) or not is_foreign(name)


def ending_of(name: str) -> str:
    """Give the longest known ending of a file's name, in small letters; empty if it has none."""
    return max(filter(name.lower().endswith, READERS), key=len, default="")
