"""What can be counted in the lines of many pages at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsarchive.cleaning.arrays import Bools, Floats, Hashes, Ints
from newsarchive.cleaning.characters import find_words, fingerprints, read_characters
from newsarchive.cleaning.line_features import (
    count_kinds,
    is_signed,
    of_characters,
    of_ends,
    of_signs,
    of_words,
)
from newsarchive.cleaning.place_features import (
    in_common,
    of_layout,
    of_place,
    of_repetition,
    page_slots,
    place_of,
)
from newsarchive.cleaning.scales import flag, logarithm
from newsarchive.model import Line

BUCKET_BITS = 18
"""Words, and pairs of words, are told apart as 2**18 kinds."""
UNKNOWN = -1
"""In how many other files a line stands, if that is not known or says nothing."""


class Table(NamedTuple):
    """The lines of some pages, in order, and what was counted in them."""

    page: Ints
    """Which page each line is of, from 0."""
    starts: Ints
    """Each page's first line, and the number of lines at the end."""
    dense: Floats
    """A row a line, a column a feature."""
    buckets: NDArray[np.int32]
    """A row a word, two columns: the kind of the word, and of it with the next."""
    bounds: Ints
    """Each line's first word, and the number of words at the end."""
    slots: Ints
    """For each long word, a number for its page and the word, below pages * 2**SLOT_BITS."""
    slot_lines: Ints
    """For each long word, its line."""
    fingerprints: Hashes
    """A number a line, the same for the same text."""
    characters: Ints
    """How long each line is."""
    prose: Bools
    """Whether the line passes for prose."""
    repeated: Bools
    """Whether the page has the same line elsewhere."""
    signed: Bools
    """Whether it is a short line with an address of the web, an at sign or a copyright sign."""


def count_features(pages: Sequence[Sequence[Line]]) -> Table:
    """Count what the network reads, over all lines of some pages.

    Args:
        pages: each page's lines; a page may have none.

    Returns:
        A `Table` with a row for every line of every page. Takes time linear in the characters.
    """
    lines = [line for page in pages for line in page]
    characters = read_characters(lines)
    words = find_words(characters)
    counts = count_kinds(characters)
    place = place_of(pages, characters, words, counts)
    prints = fingerprints(characters)
    slots, slot_lines = page_slots(words, place.page)
    signs = of_signs(characters)
    repetition = of_repetition(place, prints)
    columns = {
        **of_characters(counts, place.chars),
        **of_words(words, place.words),
        **of_ends(characters, place.chars),
        **signs,
        **of_place(place),
        **of_layout(place, lines),
        **repetition,
        "words shared with prose": in_common(slots, slot_lines, place.prose > 0),
    }
    return Table(
        page=place.page,
        starts=place.starts,
        dense=np.stack(list(columns.values()), axis=1),
        buckets=(words.hashes >> np.uint64(64 - BUCKET_BITS)).astype(np.int32),
        bounds=words.bounds,
        slots=slots,
        slot_lines=slot_lines,
        fingerprints=prints,
        characters=place.chars,
        prose=place.prose > 0,
        repeated=repetition["times on the page"] > 0,
        signed=is_signed(signs, place.words),
    )


def describe_sharing(others: Ints) -> Floats:
    """Give six columns: what the archive's other files say of each line.

    Args:
        others: in how many other files each line stands, or `UNKNOWN`.
    """
    kinds = [others > UNKNOWN, others == 0, others == 1, others == 2, others >= 3]
    return np.stack([*map(flag, kinds), logarithm(others.clip(min=0))], axis=1)
