"""Files of a site, on their way into the output folder."""

from __future__ import annotations

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """A file of the site."""

    path: str
    """Relative to the output folder, with `/`."""
    content: bytes


class Chunk(Struct, frozen=True):
    """The next bytes of a file of the site that is too large to hold in memory.

    Several such files can grow side by side.
    """

    path: str
    """Relative to the output folder, with `/`."""
    content: bytes
