"""The line that blogs put below each item of their feed: "The post … appeared first on …".

It stands in the blog's language, and is known by what it names and links to.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from newsarchive.model import Document

RULES = {
    "feed-footer": "below an item of a feed: its title again, and on which site it appeared",
}
(FOOTER,) = RULES
MAX_WORDING = 80  # characters beside the title and the site's name
SIGNS = re.compile(r"[\W_]+")


def with_footer(document: Document, site: str) -> Document:
    """Label the last line of an item's text, if it says on which site the item appeared.

    Args:
        document: the item.
        site: what the feed calls itself.
    """
    title = next((said.value for said in document.statements if said.field == "title"), "")
    lines = document.text.split("\n")
    last, names = _bare(lines[-1]), (_bare(title), _bare(site))
    is_footer = (
        len(lines) > 1
        and document.elements[-1].links > 0
        and len(lines[-1]) <= len(title) + len(site) + MAX_WORDING
        and all(name and name in last for name in names)
    )
    return (
        replace(document, labels={len(lines): ("boilerplate", FOOTER)}) if is_footer else document
    )


def _bare(text: str) -> str:
    return SIGNS.sub("", text).casefold()
