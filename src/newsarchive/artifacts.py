"""Files of a site, on their way into the output folder."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """A file of the site."""

    path: str
    """Relative to the output folder, with `/`."""
    content: bytes


class Stream(Struct, frozen=True):
    """A file of the site that is too large to hold in memory."""

    path: str
    """As an artifact's."""
    chunks: Iterator[bytes]
    """Its content, which can be gone through once."""
