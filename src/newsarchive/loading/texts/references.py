"""`.bib`, `.ris` saved as texts: references, which hold no articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.loading.opened import Opened
from newsarchive.loading.tables.references import REMEDY, WITHOUT_TEXTS
from newsarchive.model import Document, Problem

BEGINS = re.compile(
    r"@[A-Za-z]{3,20}\{[^\s{},]{1,99},\s*\n|TY  - [A-Z]{2,8}\s*\n[A-Z][A-Z\d]  - |%0 [A-Z]"
)
"""How BibTeX, RIS and EndNote begin, which nobody writes as text."""


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Say what the file is, and what to do."""
    yield Problem(opened.name, WITHOUT_TEXTS, REMEDY)
