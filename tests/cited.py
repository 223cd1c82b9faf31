"""Articles and citations, made by us, for what is said about articles to people and programs."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from newsarchive.citing import Citation
from newsarchive.citing.names import name_of
from newsarchive.model import Article, Evidence, Field, LabelledLine, Paragraph

DIGEST = "0123456789abcdef" * 4


def citation(title: str = "Harbour reopens", *authors: str, **fields: Any) -> Citation:
    """Make what a reference says."""
    standard: dict[str, Any] = {
        "key": "eastport-echo-01234567",
        "title": title,
        "authors": tuple(map(name_of, authors)),
        "publication": "Eastport Echo",
        "section": "",
        "date": "",
        "bounds": "",
        "language": "en",
        "original": "",
        "archive": "Port Archive",
        "address": "https://port.example/articles/harbour-reopens-01234567/",
        "digest": DIGEST,
    }
    return Citation(**{**standard, **fields})


def article(
    title: str = "Harbour reopens", body: str = "It opened on Monday.", **fields: Any
) -> Article:
    """Make an article of one line for its title, and one paragraph."""
    standard: dict[str, Any] = {
        "path": "harbour.txt",
        "record": None,
        "sha256": sha256(title.encode()).hexdigest(),
        "encoding": "utf-8",
        "profile": None,
        "title": Field(title, "stated", (Evidence("title-line", title, 1),)),
        "source": Field(),
        "date": Field(),
        "authors": Field(),
        "section": Field(),
        "dateline": Field(),
        "language": Field("en", "inferred"),
        "url": Field(),
        "blocks": (Paragraph(body, (2,)),),
        "notes": (),
        "related": (),
        "lines": (LabelledLine(1, title, "title", "title"), LabelledLine(2, body, "body", "body")),
    }
    return Article(**{**standard, **fields})


def stated(value: str) -> Field[str]:
    """Make a field that the first line states."""
    return Field(value, "stated", (Evidence("line", value, 1),))
