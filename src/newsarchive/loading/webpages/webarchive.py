"""`.webarchive`: a page that Safari saved with its pictures, in a property list.

The pictures and frames are not read; the page is, as any saved page.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from hashlib import sha256
from xml.parsers.expat import ExpatError

from newsarchive.loading.decoding import decode
from newsarchive.loading.opened import Opened, too_large
from newsarchive.loading.webpages.html import declared_charset, page_document
from newsarchive.model import Document, Problem, Statement

MOST = 8  # times an article's bytes that the file may have: pictures stand in it
PAGE = "WebMainResource"


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Yield the page as one document."""
    raw = opened.stream.read(MOST * opened.limits.bytes + 1)
    if len(raw) > MOST * opened.limits.bytes:
        yield too_large(opened, "the page with its pictures is")
        return
    page = _page_in(raw)
    source = page.get("WebResourceData")
    if not isinstance(source, bytes) or not source.strip():
        yield Problem(opened.name, "the file holds no page", "Save the page again, as .html")
    elif len(source) > opened.limits.bytes:
        yield too_large(opened, "the page is")
    else:
        charset = str(page.get("WebResourceTextEncodingName") or "") or declared_charset(source)
        stated = tuple(_statements(str(page.get("WebResourceURL") or "")))
        digest, decoded = sha256(raw).hexdigest(), decode(source, charset)
        yield page_document(opened.name, digest, decoded, stated=stated, limits=opened.limits)


def _page_in(raw: bytes) -> dict[str, object]:
    """Give what the file says of its page; nothing if it is no such file."""
    try:
        found = plistlib.loads(raw)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError):
        return {}
    page = found.get(PAGE) if isinstance(found, dict) else None
    return page if isinstance(page, dict) else {}


def _statements(address: str) -> Iterator[Statement]:
    if address.startswith(("http://", "https://")):
        where = "WebResourceURL"
        yield Statement("url", address, "saved-from", address, where=where)
