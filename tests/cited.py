"""Citations, made by us, that tests are made of."""

from __future__ import annotations

from typing import Any

from newsarchive.citing import Citation
from newsarchive.citing.names import name_of

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
