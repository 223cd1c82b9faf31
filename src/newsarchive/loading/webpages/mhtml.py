"""`.mhtml`, `.mht`: a page that a browser saved with its pictures as one file, in a mail's form.

https://www.rfc-editor.org/rfc/rfc2557. The pictures are not read; the page is, as any saved page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from hashlib import sha256

from newsarchive.loading.days import day
from newsarchive.loading.decoding import decode
from newsarchive.loading.mails.mail import header_of, payload_of, read_mail
from newsarchive.loading.opened import Opened
from newsarchive.loading.webpages.html import declared_charset, page_document
from newsarchive.model import Document, Problem, Statement

ADDRESS = re.compile(r"https?://\S+")
PLACES = ("Snapshot-Content-Location", "Content-Location")
"""Headers that hold the page's address: of Chromium, and of the standard."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the page as one document."""
    read_whole = read_mail(opened, "the page")
    if isinstance(read_whole, Problem):
        yield read_whole
        return
    raw, mail = read_whole
    part = mail.get_body(("html",))
    payload = payload_of(part)
    if not isinstance(part, EmailMessage) or not payload.strip():
        yield Problem(opened.name, "the file holds no page", "Save the page again, as .html")
        return
    decoded = decode(payload, part.get_content_charset() or declared_charset(payload))
    stated = tuple(_statements(mail, part))
    digest = sha256(raw).hexdigest()
    yield page_document(opened.name, digest, decoded, stated=stated, limits=opened.limits)


def _statements(mail: EmailMessage, part: EmailMessage) -> Iterator[Statement]:
    """Yield the page's address and the day on which it was saved."""
    found = ((name, header_of(one, name).strip()) for one in (mail, part) for name in PLACES)
    for name, address in found:
        if ADDRESS.fullmatch(address):
            yield Statement("url", address, "saved-from", address, where=f"{name} header")
            break
    saved = header_of(mail, "Date")
    if found_day := day(saved):
        yield Statement("crawled", found_day, "saved-from", saved, where="Date header")
