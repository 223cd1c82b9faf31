"""Messages that stand in no call, for those who update the catalogues: `pybabel extract`.

Rules, columns and formats keep their sentences beside what they are about, and so do the profiles
of publishers. They become messages when a page shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from newsarchive.cleaning.profiles import shipped_profiles
from newsarchive.explanations import explanations
from newsarchive.exporting import FORMATS
from newsarchive.exporting.columns import COLUMNS
from newsarchive.pages.downloads import OFFERED

Extracted = tuple[int, str, str, list[str]]
"""A line, the function that would be called there, its argument, comments: what Babel asks for."""


def recorded(_file: IO[bytes], _keywords: object, _tags: object, **_: object) -> list[Extracted]:
    """Give the sentences of records, whatever the file: Babel's way to call an extractor."""
    return [(1, "gettext", text, []) for text in dict.fromkeys(_sentences())]


def _sentences() -> Iterator[str]:
    yield from explanations().values()
    yield from (column.words for column in COLUMNS)
    yield from (FORMATS[name].words for name in OFFERED)
    for profile in shipped_profiles():
        yield from (rule.why.rstrip(".") for rule in profile.rules)
