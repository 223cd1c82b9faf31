"""A sighting: where a page has a name that may be its publisher's, or an author's."""

from __future__ import annotations

from msgspec import Struct


class Sighting(Struct, frozen=True, gc=False):
    """A line on which a name stands, and in which way."""

    line: int
    """Index of the line."""
    name: str
    kind: str
    """How it stands there: in a copyright line, in an address, behind "By", alone."""
