"""Files that static hosts understand, beside the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from newsarchive.artifacts import Artifact
from newsarchive.pages import routes
from newsarchive.pages.aliases import Alias
from newsarchive.pages.policy import policy
from newsarchive.settings.schema import Settings


def hosting_files(
    aliases: Iterable[Alias], settings: Settings, *, wasm: bool = False
) -> Iterator[Artifact]:
    """Give the files: no Jekyll on GitHub Pages; headers, redirects and rules for robots.

    Args:
        aliases: addresses that lead to articles.
        settings: the site's.
        wasm: one of the pages runs WebAssembly. Headers stand for all pages, and a browser holds a
            page to both its header and its own, narrower policy.
    """
    yield Artifact(".nojekyll", b"")
    yield Artifact("_headers", "\n".join(_headers(settings, wasm=wasm)).encode())
    yield Artifact("robots.txt", "\n".join(_robots(settings)).encode())
    redirects = [_redirect(alias, settings) for alias in aliases]
    if redirects:
        yield Artifact("_redirects", "\n".join((*redirects, "")).encode())


def _headers(settings: Settings, *, wasm: bool) -> tuple[str, ...]:
    return (
        "/*",
        f"  Content-Security-Policy: {policy(wasm=wasm)}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        *(("  X-Robots-Tag: noindex",) if settings.noindex else ()),
        "",
    )


def _robots(settings: Settings) -> tuple[str, ...]:
    """Let robots read everything: a page that they may not read cannot tell them `noindex`."""
    shown = settings.url and not settings.noindex
    sitemap = routes.absolute(routes.SITEMAP, settings.url)
    return ("User-agent: *", "Disallow:", *((f"Sitemap: {sitemap}",) if shown else ()), "")


def _redirect(alias: Alias, settings: Settings) -> str:
    """Write a line of `_redirects`, from the top of the host."""
    top = routes.top(settings.url)
    return f"{top}{quote(alias.url)} {top}{alias.target} 301"
