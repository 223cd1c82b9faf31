"""Files that static hosts understand, beside the pages."""

from __future__ import annotations

from collections.abc import Iterator

from newsarchive.pages.policy import POLICY
from newsarchive.render import Artifact


def hosting_files() -> Iterator[Artifact]:
    """Give the files: no Jekyll on GitHub Pages, and headers where a host reads them."""
    yield Artifact(".nojekyll", b"")
    headers = (
        "/*",
        f"  Content-Security-Policy: {POLICY}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "",
    )
    yield Artifact("_headers", "\n".join(headers).encode())
