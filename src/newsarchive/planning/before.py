"""Before: the site as the last build left it, upon which the next one is planned."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.incremental.bundles import Bundles
from newsarchive.incremental.staleness import Made, as_made
from newsarchive.output import Output


class Before(Struct, frozen=True):
    """What stands, and how it was made."""

    output: Output
    parts: Bundles[Made]
    """The parts of the site, by name."""
    keeps_bulk: bool
    """Whether what holds all articles is to stay as it is, as in a preview: the downloads, the
    indexes of the search and the list of the originals. Where one does not stand as it was made, it
    is left out."""

    def as_made(self, name: str) -> Made | None:
        """Give a part where it stands as it was made."""
        return as_made(name, self.parts, self.output.files)
