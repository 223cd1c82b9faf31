"""`.mbox`: a mailbox, as mail programs and Google Takeout export it; a mail is an article.

    From news@post.example Mon Jul 19 14:40:00 2021     ← begins a mail, and so does `From ` alone
    Subject: Bridge to close
    …
    >From the bridge one sees the harbour.              ← a line of the text, quoted

https://www.rfc-editor.org/rfc/rfc4155. Not all programs quote the lines of a text that begin so,
and so only what is followed by a header begins a mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from msgspec.structs import replace

from newsarchive.loading.mails import mail
from newsarchive.loading.opened import AS_UTF8, Opened, contained, told_once
from newsarchive.model import Document, Problem

CHUNK = 2**20
LONGEST = 2**20  # bytes of a line that is held whole: mails have 998
BEGINS = re.compile(rb"From (?:[^\n]{0,900}\d:\d\d[^\n]{0,99})?\r?\n\Z")
HEADER = re.compile(rb"[!-9;-~]{1,99}:")
QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
HEADERS_END = re.compile(rb"\r?\n\r?\n")
HEADERS = 65_536  # bytes that they have at most
IDENTITY = re.compile(rb"^message-id:\s*<([!-;=?-~]{1,200})>", re.IGNORECASE | re.MULTILINE)


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield an article for each mail that has a text."""
    yield from told_once(_mails(opened), AS_UTF8)


def _mails(opened: Opened) -> Iterator[Document | Problem]:
    for number, raw in enumerate(cut(opened.stream, opened.limits.bytes), 1):
        one = replace(opened, stream=BytesIO(QUOTED.sub(rb"\1", raw)))
        for item in contained(opened.name, mail.read(one)):
            if isinstance(item, Problem):
                yield replace(item, what=f"mail {number}: {item.what}")
            else:
                yield replace(item, record=_identity(raw) or str(number))


def _identity(raw: bytes) -> str:
    """Give what a mail calls itself, if it does."""
    found = IDENTITY.search(HEADERS_END.split(raw[:HEADERS], 1)[0])
    return found[1].decode("ascii") if found else ""


def cut(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """Yield each mail of a mailbox; of one that is larger than `most` bytes what shows it.

    Args:
        stream: the mailbox.
        most: bytes of a mail.
    """
    held, waiting = bytearray(), b""  # what stands of the mail; a line that may begin the next
    for line in _lines(stream):
        if waiting and HEADER.match(line):
            if held.strip():
                yield bytes(held)
            held.clear()
        else:
            held += waiting
        waiting = line if BEGINS.match(line) else b""
        if not waiting and len(held) <= most:
            held += line
    if held.strip():
        yield bytes(held)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines with their ends; of a very long one a part at a time."""
    rest = b""
    while chunk := stream.read(CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        yield from (line + b"\n" for line in lines)
        if len(rest) > LONGEST:
            yield rest
            rest = b""
    yield rest
