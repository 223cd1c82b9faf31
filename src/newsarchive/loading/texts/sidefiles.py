"""What sites and crawlers keep beside pages, and what no reader of an archive should see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarchive.loading.opened import Opened
from newsarchive.model import Document, Problem

COOKIES = re.compile(r"# (?:Netscape )?HTTP (?:State )?Cookie File\b")
"""How browsers and crawlers begin the list of cookies that sites gave them."""
ROBOTS = re.compile(r"(?:#[^\n]{0,200}\n|\s){0,50}User-agent: ?\S[^\n]{0,200}\n", re.IGNORECASE)
"""How a site's word to robots begins."""
LOG = re.compile(r"HTTrack\d\S{0,40} launched on ")
SAMPLE = 16_384  # bytes
KINDS = (
    (COOKIES, "it is cookies, which may sign one in where you are", "Take it out"),
    (ROBOTS, "it is a site's robots.txt, not an article", "Take it out"),
    (LOG, "it is a crawler's log, not an article", "Take it out"),
)


def is_sidefile(head: str) -> bool:
    """Tell by how a text begins whether it is such a file."""
    return any(begins.match(head) for begins, _, _ in KINDS)


def read(opened: Opened) -> Iterator[Document | Problem]:
    """Say what the file is, and what to do."""
    head = opened.stream.read(SAMPLE).decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    for begins, what, remedy in KINDS:
        if begins.match(head):
            yield Problem(opened.name, what, remedy)
            return
