"""`.jsonl`, `.ndjson`, `.csv`, `.tsv`: a table of articles, a record an article.

A column is known by its name. The names that others use are known; for any other the caller says
which field it holds.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, BinaryIO

from newsarchive.loading.days import day
from newsarchive.loading.decoding import Decoded, decode
from newsarchive.loading.html import page_document
from newsarchive.loading.linked import strings
from newsarchive.loading.names import names
from newsarchive.loading.opened import Opened, too_large
from newsarchive.model import Document, Problem, Statement

COLUMNS = {  # field → the names that columns with it have, in lower case, `_` for other signs
    "text": "text body content article article_text articlebody full_text fulltext maintext"
    " plain_text article_body article_content body_text story",
    "html": "html raw_html content_html body_html html_content",
    "title": "title headline heading head article_title news_title",
    "source": "source publication publisher outlet newspaper site site_name sitename source_name"
    " source_domain domain",
    "date": "date pub_date pubdate published publish_date date_publish date_published published_at"
    " publishedat publication_date datepublished published_date",
    "authors": "authors author byline writer creator",
    "section": "section category news_desk section_name categories topic",
    "url": "url link web_url source_url canonical_url uri article_url",
    "language": "language lang",
    "crawled": "crawled crawl_date date_crawled date_download fetched fetched_at retrieved"
    " scraped_at downloaded_at timestamp",
}
KNOWN = {name: field for field, known in COLUMNS.items() for name in known.split()}
DATES = ("date", "crawled")
SAMPLE = 65_536  # bytes from which the encoding and the separator of a table are told
NO_TEXT = "Name the column with the text `text`, or say which it is"


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each record that has a text."""
    lower = opened.name.lower()
    rows = _json_rows if lower.endswith(("jsonl", "ndjson")) else _csv_rows
    columns = KNOWN | {_plain(column): field for column, field in opened.columns.items()}
    for number, raw, row in rows(opened):
        if isinstance(row, Problem):
            yield row
        else:
            yield from _article(opened, number, raw, _fields(row, columns))


Row = tuple[int, bytes, Mapping[str, Any] | Problem]


def _plain(column: str) -> str:
    """Spell a column's name as the table of names does.

    >>> _plain(" Pub-Date")
    'pub_date'
    """
    return "_".join(column.strip().lower().replace("-", " ").replace(".", " ").split())


def _json_rows(opened: Opened) -> Iterator[Row]:
    """Yield each line's number, bytes and object."""
    most = opened.limits.bytes
    for number, raw in enumerate(_lines(opened.stream, most), 1):
        if len(raw) > most:
            yield number, raw, too_large(opened, "the line is", number)
        elif raw.strip():
            yield number, raw, _object(opened.name, number, raw)


def _lines(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """Yield a file's lines, of one that is too long only what shows it."""
    while raw := stream.readline(most + 1):
        rest = raw
        while rest and not rest.endswith(b"\n") and len(rest) > most:
            rest = stream.readline(most + 1)
        yield raw


def _object(name: str, number: int, raw: bytes) -> Mapping[str, Any] | Problem:
    try:
        found = json.loads(decode(raw.rstrip(b"\r\n")).text)
    except (ValueError, RecursionError) as error:
        return Problem(name, f"the line is not JSON: {error}", "Mend or remove it", number)
    if not isinstance(found, dict):
        return Problem(name, "the line is no JSON object", "Write an object a line", number)
    return found


def _csv_rows(opened: Opened) -> Iterator[Row]:
    """Yield each row's number, bytes and cells by column."""
    sample = opened.stream.read(SAMPLE)
    encoding = decode(sample).encoding
    taken: list[bytes] = []
    texts = _decoded(_joined(sample, opened.stream, opened.limits.bytes), encoding, taken)
    head = sample.decode(encoding, "replace").split("\n", 1)[0]
    separator = max(",;\t|", key=lambda sign: (head.count(sign), sign == ","))
    limit = csv.field_size_limit(opened.limits.bytes)
    try:
        table = csv.reader(texts, delimiter=separator)
        columns = [cell.lstrip("\ufeff") for cell in next(table, [])]
        taken.clear()
        for number, cells in enumerate(table, 1):
            raw = b"".join(taken)
            taken.clear()
            if cells:
                yield number, raw, dict(zip(columns, cells, strict=False))
    except csv.Error as error:
        remedy = "Check that every quotation mark is closed"
        yield 0, b"", Problem(opened.name, f"the table breaks off: {error}", remedy, table.line_num)
    finally:
        csv.field_size_limit(limit)


def _joined(sample: bytes, stream: BinaryIO, most: int) -> Iterator[bytes]:
    """Yield the lines of a file of which a part is read already."""
    *whole, last = sample.split(b"\n")
    yield from (line + b"\n" for line in whole)
    yield last + stream.readline(most)
    while line := stream.readline(most):
        yield line


def _decoded(raw: Iterable[bytes], encoding: str, taken: list[bytes]) -> Iterator[str]:
    """Decode lines, and note their bytes for the record that they become."""
    for line in raw:
        taken.append(line)
        yield line.decode(encoding, "replace").replace("\0", "\ufffd")


def _fields(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Give each field's column and texts; of two columns with one field the first that has some."""
    found: dict[str, tuple[str, list[str]]] = {}
    order = {name: place for place, name in enumerate(columns)}
    for column in sorted(row, key=lambda name: order.get(_plain(name), len(order))):
        field = columns.get(_plain(column))
        if field in ("text", "html"):
            texts = [row[column]] if isinstance(row[column], str) and row[column].strip() else []
        else:
            texts = strings(row[column])
        if field and texts:
            found.setdefault(field, (column, texts))
    return found


def _article(
    opened: Opened, number: int, raw: bytes, fields: dict[str, tuple[str, list[str]]]
) -> Iterator[Document | Problem]:
    name, limits = opened.name, opened.limits
    stated = tuple(_statements(fields))
    digest = sha256(raw).hexdigest()
    _, texts = fields.get("html") or fields.get("text") or ("", [])
    if not texts:
        yield Problem(name, f"record {number} has no text", NO_TEXT, number)
    elif "html" in fields or _is_html(texts[0]):
        decoded = Decoded(texts[0], "utf-8")
        yield page_document(name, digest, decoded, str(number), stated, limits=limits)
    else:
        yield Document(
            path=name,
            sha256=digest,
            encoding="utf-8",
            text=texts[0],
            record=str(number),
            statements=stated,
        )


def _is_html(text: str) -> bool:
    return text.lstrip()[:9].lower().startswith(("<p", "<div", "<html", "<!doctype", "<article"))


def _statements(fields: dict[str, tuple[str, list[str]]]) -> Iterator[Statement]:
    """Yield what the columns state."""
    for field, (column, texts) in fields.items():
        if field in ("text", "html"):
            continue
        for text in texts:
            values = names(text) if field == "authors" else [text]
            if field in DATES:
                values = [found] if (found := day(text)) else []
            for value in values:
                yield Statement(field, value, "column", text, where=f"column {column}")
