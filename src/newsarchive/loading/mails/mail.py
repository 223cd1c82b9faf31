"""`.eml`: a newsletter or an alert as a mail program saved it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from hashlib import sha256

from msgspec.structs import replace

from newsarchive.loading.days import day
from newsarchive.loading.decoding import Decoded, decode
from newsarchive.loading.opened import Opened, doubts, too_large
from newsarchive.loading.texts.forwarded import forwarded, sender_of, without_prefix
from newsarchive.loading.texts.marked import marks_of
from newsarchive.loading.webpages.html import declared_charset, page_document
from newsarchive.model import Document, Problem, Statement

MAX_HEADER = 2_000  # characters: parsing is quadratic in them; a long subject has 200
MAX_STRUCTURE = 10_000  # characters of a header on a part's kind: they take 40 µs each
STRUCTURE = re.compile(rb"^content-[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
MAX_NESTED = 100  # nested parts: parsing is quadratic in them; a forwarded newsletter has 5
STUB = 0.5  # a plain part of fewer letters, as a share of the page's, says that there is a page
MAX_PARTS = 2_000  # lines that may begin a part: each takes 0.4 ms; a newsletter has 3
PART = re.compile(rb"(?<=[\r\n])--")
HEADERS: Mapping[str, tuple[str, Callable[[str], str | None]]] = {
    "Subject": ("title", without_prefix),
    "From": ("source", sender_of),
    "Date": ("date", day),
}
"""Header → the field that it states, and what reads it."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the mail's text as one document, and say if another mail is attached to it."""
    read_whole = read_mail(opened, "the mail")
    if isinstance(read_whole, Problem):
        yield read_whole
        return
    raw, mail = read_whole
    if any(part.get_content_type() == "message/rfc822" for part in mail.walk()):
        remedy = "Save that one as a file of its own"
        yield Problem(opened.name, "it holds another mail, not read", remedy, fate="doubtful")
    yield from _attached(opened.name, mail)
    document = _document(opened, sha256(raw).hexdigest(), mail)
    if isinstance(document, Problem):
        yield document
    else:
        yield _stated(document, mail)
        part = mail.get_body(("html",) if document.elements else ("plain",))
        yield from doubts(opened.name, _decoded(part))


def _attached(name: str, mail: EmailMessage) -> Iterator[Problem]:
    """Say which attached files, of those that may be articles, are not read."""
    from newsarchive.loading import ending_of  # noqa: PLC0415  which names this module

    called = [part.get_filename() or "" for part in mail.walk()]
    if files := [file for file in called if ending_of(file)]:
        what = f"what is attached to it is not read: {', '.join(files)}"
        yield Problem(name, what, "Save what is an article as a file of its own", fate="doubtful")


def _document(opened: Opened, digest: str, mail: EmailMessage) -> Document | Problem:
    """Read the plain part; where it is none, or only stands in for it, the page beside it."""
    plain = _plain(opened, digest, mail.get_body(("plain",)))
    page = _page(opened, digest, mail.get_body(("html",)))
    if isinstance(page, Document) and (not plain or len(plain.text) < STUB * len(page.text)):
        return page
    nothing = Problem(opened.name, "the mail has no text", "Save what it shows as .txt or .html")
    return plain or page or nothing


def _plain(opened: Opened, digest: str, part: Message | None) -> Document | None:
    decoded = _decoded(part)
    if not decoded.text.strip():
        return None
    return Document(
        path=opened.name,
        sha256=digest,
        encoding=decoded.encoding,
        text=decoded.text,
        marks=marks_of(decoded.text),
    )


def _page(opened: Opened, digest: str, part: Message | None) -> Document | Problem | None:
    decoded = _decoded(part)
    if not decoded.text.strip():
        return None
    return page_document(opened.name, digest, decoded, limits=opened.limits)


def _decoded(part: Message | None) -> Decoded:
    """Read a part by the charset that it states; a page may state one itself."""
    payload = payload_of(part)
    charset = part.get_content_charset() if part else None
    return decode(payload, charset or declared_charset(payload))


def read_mail(opened: Opened, called: str) -> tuple[bytes, EmailMessage] | Problem:
    """Read a file in a mail's form: its bytes, and what they say; or say why it is not read.

    Args:
        opened: the file.
        called: what a problem calls it.
    """
    raw = opened.stream.read(opened.limits.bytes + 1)
    if len(raw) > opened.limits.bytes:
        return too_large(opened, f"{called} is")
    if what := _too_much(raw, called):
        return Problem(opened.name, what, "Save its text as .txt")
    return raw, BytesParser(EmailMessage, policy=policy.default).parsebytes(raw)


def payload_of(part: Message | None) -> bytes:
    """Give what a part of a mail holds; nothing where it holds other parts."""
    payload = part.get_payload(decode=True) if part else None
    return payload if isinstance(payload, bytes) else b""


def header_of(mail: EmailMessage, name: str) -> str:
    """Give what a header says; as it stands, where the library fails at it."""
    try:
        return str(mail.get(name, ""))
    except (AttributeError, IndexError, TypeError, ValueError):
        return next((text for key, text in mail.raw_items() if key.lower() == name.lower()), "")


def _stated(document: Document, mail: EmailMessage) -> Document:
    """Add what the headers state; of a forwarded mail, what the head within its text states."""
    headers = tuple(_statements(mail))
    subject = next((said.text for said in headers if said.field == "title"), "")
    told = forwarded(subject, document.text)
    if told:
        fields = {said.field for said in told.statements}
        titles = [said for said in headers if said.field == "title" and "title" not in fields]
        headers = (*told.statements, *titles)
    elif without_prefix(subject) != subject:  # nothing tells who sent it first, and when
        headers = tuple(map(_of_forwarder, filter(lambda said: said.field != "source", headers)))
    labels = told.labels if told else {}
    return replace(document, statements=(*headers, *document.statements), labels=labels)


def _of_forwarder(said: Statement) -> Statement:
    """Take the day of a forwarded mail for one on which its text was there already."""
    return replace(said, field="crawled") if said.field == "date" else said


def _too_much(raw: bytes, called: str) -> str:
    """Say what of a mail would hold up its parser; nothing of those that people send."""
    folded = raw.lower()
    if folded.count(b"boundary=") > MAX_NESTED:
        return f"{called} holds more than {MAX_NESTED} mails in mails"
    if b"boundary" in folded and len(PART.findall(raw)) > MAX_PARTS:
        return f"{called} holds more than {MAX_PARTS:,} parts"
    if any(len(header[0]) > MAX_STRUCTURE for header in STRUCTURE.finditer(raw)):
        return f"a header says more than {MAX_STRUCTURE:,} characters of how {called} is made"
    return ""


def _statements(mail: EmailMessage) -> Iterator[Statement]:
    """Yield what the headers say: a newsletter's sender is its publisher."""
    lengths = {name.lower(): len(value) for name, value in mail.raw_items()}
    for header, (field, read_value) in HEADERS.items():
        if lengths.get(header.lower(), 0) > MAX_HEADER:
            continue
        text = " ".join(header_of(mail, header).split())
        if value := read_value(text):
            yield Statement(field, value, "mail-header", text, where=f"{header} header")
