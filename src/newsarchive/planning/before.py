"""Before: the site as the last build left it, upon which the next one is planned."""

from __future__ import annotations

from msgspec import Struct

from newsarchive.incremental.bundles import Bundles
from newsarchive.incremental.staleness import Made, as_made
from newsarchive.output import Output


class Before(Struct, frozen=True):
    """The site that stands in the output folder, and how its parts were made."""

    output: Output
    parts: Bundles[Made]
    """The parts of the site, by name."""
    keeps_bulk: bool
    """Whether the parts that hold all articles stay as they are, as in a preview: the downloads,
    the indexes of the search and the list of the originals. One that somebody altered is left
    out."""

    def as_made(self, name: str) -> Made | None:
        """Give a part if its files stand as they were written; None if not."""
        return as_made(name, self.parts, self.output.files)
